// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { click, control, controls, mount, type } from '../../fixtures/mount';
import { sampleSites } from '../../fixtures/sample-sites';
import { SitesPage } from './SitesPage';
import type { SitesService } from './view';

const AREAS = [
  { id: 'area/wujin' as const, full_name: '常州市武进区' },
  { id: 'area/liyang' as const, full_name: '溧阳市' },
];
let service: SitesService;
beforeEach(() => {
  service = sampleSites();
});
const show = (adding?: string) =>
  mount(<SitesPage service={service} areas={AREAS} {...(adding && { adding })} explain={(error) => (error as Error).message} />);
const add = () => click(control('button', '添加并请求许可'));

describe('adding a site', () => {
  it('asks the browser for that host alone, and keeps what is said of it', async () => {
    const allow = vi.spyOn(service, 'allow');
    const put = vi.spyOn(service, 'put');
    await show();
    await type(control('textbox', '网址或主机名'), 'news.example.cn');
    await type(control('combobox', '所说的“我区”“我市”是'), 'area/liyang');
    await type(control('textbox', '媒体或单位名称'), ' 溧阳时报 ');
    await add();
    expect(allow.mock.calls).toEqual([[['news.example.cn']]]);
    expect(put).toHaveBeenCalledWith({ host: 'news.example.cn', area: 'area/liyang', paper: '溧阳时报' });
    expect(controls('switch')).toContain('在 news.example.cn 上标注');
    expect((control('textbox', '网址或主机名') as HTMLInputElement).value).toBe('');
  });

  it('adds nothing when the permission is declined', async () => {
    vi.spyOn(service, 'allow').mockResolvedValue(false);
    const put = vi.spyOn(service, 'put');
    await show('news.example.cn');
    await add();
    expect(put).not.toHaveBeenCalled();
    expect(document.querySelector('[role=alert]')!.textContent).toBe('没有得到许可，news.example.cn 未添加。');
  });

  it.each([
    ['常州', '不是网站地址。请写成 news.example.cn 或完整网址。'],
    ['www.wj.gov.cn', 'www.wj.gov.cn 已在列表中。'],
    ['i.xpaper.net', 'i.xpaper.net 已在列表中。'],
  ])('does not ask for %s', async (typed, problem) => {
    const allow = vi.spyOn(service, 'allow');
    await show();
    await type(control('textbox', '网址或主机名'), typed);
    await add();
    expect(document.querySelector('[role=alert]')!.textContent).toBe(problem);
    expect(allow).not.toHaveBeenCalled();
  });
});

describe('the list', () => {
  it('switches a built-in site, and says which of its hosts are off by themselves', async () => {
    const setOn = vi.spyOn(service, 'setOn');
    await show();
    expect(document.querySelector('main, .sites')!.textContent).toContain('已单独关闭：slj.changzhou.gov.cn');
    const site = control('switch', '在 wj.gov.cn 上标注');
    expect(site.getAttribute('aria-checked')).toBe('true');
    await click(site);
    expect(setOn).toHaveBeenCalledWith('wj.gov.cn', false);
    expect(control('switch', '在 wj.gov.cn 上标注').getAttribute('aria-checked')).toBe('false');
  });

  it('says which sites the browser does not permit, and asks for them', async () => {
    service = sampleSites(['wj.gov.cn', 'liyang.gov.cn']);
    const allow = vi.spyOn(service, 'allow');
    await show();
    expect(document.querySelector('.notice')!.textContent).toContain('wj.gov.cn、liyang.gov.cn');
    await click(control('button', '允许读取', document.querySelector('.notice')!));
    expect(allow).toHaveBeenCalledWith(['wj.gov.cn', 'liyang.gov.cn']);
    expect(document.querySelector('.notice')).toBeNull();
  });

  it('changes what is said of an own site, says that its permission is gone, and removes it', async () => {
    const put = vi.spyOn(service, 'put');
    await show();
    const row = document.querySelector('.own-site')!;
    expect(row.textContent).toContain('许可已经收回或尚未给出');
    await type(control('textbox', 'i.xpaper.net 的媒体或单位名称', row), '');
    expect(put).toHaveBeenLastCalledWith({ host: 'i.xpaper.net', area: 'area/wujin' });
    await click(control('button', '删去 i.xpaper.net'));
    expect(document.querySelector('.own-site')).toBeNull();
  });

  it('says what went wrong', async () => {
    vi.spyOn(service, 'setOn').mockRejectedValue(new Error('存储空间不足'));
    await show();
    await click(control('switch', '在 wj.gov.cn 上标注'));
    expect(document.querySelector('[role=alert]')!.textContent).toBe('存储空间不足');
  });
});
