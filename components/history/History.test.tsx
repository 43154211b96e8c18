// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chinese, click, control, controls, mount, press, type } from '../fixtures/mount';
import { sampleHistory } from '../fixtures/sample-history';
import { sampleIndex } from '../fixtures/sample-index';
import { EntityPage } from './EntityPage';
import { HistoryPage } from './HistoryPage';
import type { HistoryService } from './view';

let service: HistoryService;
beforeEach(() => {
  service = sampleHistory();
});

const showEntity = (id: 'person/zhou-yuan' | 'project/liutang' | 'org/water' | 'person/nobody') =>
  mount(<EntityPage id={id} revision={0} get={sampleIndex().get} service={service} today="2026-11-24" />);
const lines = (selector: string) => [...document.querySelectorAll(selector)].map((line) => line.textContent);

describe('the page of an entity', () => {
  it('tells an official’s posts by date, from the index and from what was read, with their sources', async () => {
    await showEntity('person/zhou-yuan');
    expect(lines('.timeline time')).toEqual([
      '2025-03-07',
      '2025-03-07',
      '2024-04',
      '2023-10-28',
      '2023-10-28',
      '2021-06',
      '2021-03-05',
      '2020-05-11',
    ]);
    expect(lines('.timeline > li')[0]).toContain('示例区人民政府区长见报');
    expect(lines('.timeline > li')[1]).toContain('区长我读到常州日报《示例区召开经济工作会议》');
    expect(lines('.timeline > li')[2]).toContain('中共常州市武进区委员会副书记离任');
  });

  it('tells where one was met, in which sentence, and with whom', async () => {
    await showEntity('person/zhou-yuan');
    expect(document.querySelector('.met-pages')!.children).toHaveLength(3);
    expect(lines('blockquote b')).toEqual(['周予安', '周予安', '周予安']);
    expect(lines('.companions li')[0]).toContain('常州市武进区水利局（组织）5 篇，最近 2024-01-12');
    expect(document.querySelector<HTMLAnchorElement>('.companions a')!.getAttribute('href')).toBe('#/entity/org/water/history');
    const link = document.querySelector<HTMLAnchorElement>('.met-pages a')!;
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
  });

  it('tells a project’s sums and promised dates as each report gave them, and marks what they contradict', async () => {
    await showEntity('project/liutang');
    const said = lines('.timeline > li').map((line) => line!.replace(/武进.*$/, ''));
    expect(said).toEqual([
      '2023-10-28总投资约3200万元',
      '2023-10-28将于10月底开工所说时间已过，未见报道兑现',
      '2023-10-28预计2024年5月完工所说时间已过，未见报道兑现',
      '2024-01-12完成清淤，护岸施工所说时间已过，未见报道兑现',
      '2024-01-12总投资约4500万元与此前“总投资约3200万元”不一',
      '2024-01-12预计2025年底完工较此前“预计2024年5月完工”推后所说时间已过，未见报道兑现',
    ]);
  });

  it('is wiped after a question, which leaves everything when it is answered with no', async () => {
    await showEntity('person/zhou-yuan');
    await click(control('button', '清除这一条的阅读记录'));
    expect(document.activeElement!.textContent).toBe('取消');
    expect(control('group', '清除关于“周予安”的 3 处记录？无法撤销。')).toBeTruthy();
    await press('Escape');
    expect(document.activeElement).toBe(control('button', '清除这一条的阅读记录'));
    expect(document.querySelector('.met-pages')).not.toBeNull();
    await click(control('button', '清除这一条的阅读记录'));
    await click(control('button', '清除'));
    expect(document.querySelector('.met-pages')).toBeNull();
    expect(document.body.textContent).toContain('已清除。');
  });

  it('says when there is nothing, and when it could not be read', async () => {
    await showEntity('org/water');
    expect(document.body.textContent).toContain(chinese('history_not_met'));
    await showEntity('person/nobody');
    expect(document.body.textContent).toContain(chinese('card_gone'));
    service.met = async () => Promise.reject(new Error('无人应答'));
    await showEntity('org/water');
    expect(document.querySelector('[role=alert]')!.textContent).toBe('无人应答');
  });
});

describe('the pages that were read', () => {
  const titles = () => lines('.visit b');

  it('are listed, searched and narrowed to a site', async () => {
    await mount(<HistoryPage service={service} />);
    expect(titles()).toHaveLength(4);
    await type(control('searchbox', '搜索读过的标题'), '柳塘');
    expect(titles()).toEqual(['柳塘浜整治工程有序推进']);
    await type(control('searchbox', '搜索读过的标题'), '');
    await type(control('combobox', '站点'), 'epaper.cz001.com.cn');
    expect(titles()).toEqual(['示例区召开经济工作会议']);
    await click(control('button', '清除此站点'));
    await click(control('button', '清除'));
    expect(titles()).toEqual(['区领导督查水环境治理', '柳塘浜整治工程有序推进', '湖边的一天']);
  });

  it('are wiped one by one by Delete, and altogether', async () => {
    await mount(<HistoryPage service={service} />);
    document.querySelector<HTMLElement>('.visit a')!.focus();
    await press('ArrowDown');
    await press('Delete');
    expect(titles()).toEqual(['区领导督查水环境治理', '示例区召开经济工作会议', '湖边的一天']);
    await click(control('button', '全部清除'));
    await click(control('button', '清除'));
    expect(document.querySelector('.empty')!.textContent).toBe(chinese('history_nothing'));
    expect(controls('button')).toEqual(['全部清除']);
  });

  it('are kept only while the reader wants it', async () => {
    const setOn = vi.spyOn(service, 'setOn');
    await mount(<HistoryPage service={service} />);
    const toggle = control('switch', '记录读过的文章');
    expect(toggle.getAttribute('aria-checked')).toBe('true');
    await click(toggle);
    expect(setOn).toHaveBeenCalledWith(false);
    expect(control('switch', '记录读过的文章').getAttribute('aria-checked')).toBe('false');
  });

  it('are fetched as they come into view, a screenful drawn of any number', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => ({
      page: `http://www.wj.gov.cn/${i}`,
      host: 'www.wj.gov.cn',
      title: `第 ${i} 篇`,
      date: null,
      readAt: '2026-01-01',
      times: 1,
    }));
    service = sampleHistory(many);
    const pages = vi.spyOn(service, 'pages');
    await mount(<HistoryPage service={service} />);
    expect(document.querySelectorAll('.visit').length).toBeLessThan(60);
    document.querySelector<HTMLElement>('.visit a')!.focus();
    await press('End');
    expect(pages.mock.calls.length).toBeGreaterThan(1);
  });
});
