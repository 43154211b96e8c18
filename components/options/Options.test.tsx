// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entity } from '../../lib/model/entity';
import { click, control, controls, mount, press, type } from '../fixtures/mount';
import { sampleAppearance } from '../fixtures/sample-appearance';
import { namesakes } from '../fixtures/sample-cards';
import { sampleHistory } from '../fixtures/sample-history';
import { sampleInbox } from '../fixtures/sample-inbox';
import { sampleIndex } from '../fixtures/sample-index';
import { samplePacks } from '../fixtures/sample-packs';
import { sampleSites } from '../fixtures/sample-sites';
import { sampleSync } from '../fixtures/sample-sync';
import { sampleTransfer } from '../fixtures/sample-transfer';
import { Options } from './Options';
import type { Route } from './route';
import type { IndexService, Outcome, Watch } from './view';

let service: IndexService;
const onNavigate = vi.fn();
const onDirty = vi.fn();
beforeEach(() => {
  service = sampleIndex();
  onNavigate.mockReset();
  onDirty.mockReset();
});

const show = (route: Route = { page: 'index' }) =>
  mount(
    <Options
      route={route}
      revision={0}
      version="1.2.3"
      service={service}
      history={sampleHistory()}
      inbox={sampleInbox()}
      today="2026-11-24"
      appearance={sampleAppearance()}
      sites={sampleSites()}
      sync={sampleSync()}
      packs={samplePacks()}
      transfer={sampleTransfer()}
      onNavigate={onNavigate}
      onDirty={onDirty}
    />,
  );
const names = () => [...document.querySelectorAll('.table-row .name > [lang]')].map((name) => name.textContent);
const selected = () => [...document.querySelectorAll('.table-row[aria-selected=true] .name > [lang]')].map((name) => name.textContent);
const field = (label: string | RegExp) => control('textbox', label, document.querySelector('.editor')!);
const at = (path: string) => document.querySelector<HTMLInputElement>(`.editor [data-path="${path}"]`)!;
const notice = () => document.querySelector('.change-notice')!.textContent;
/** Presses keys where nobody writes. */
const keys = async (init: KeyboardEventInit, where: Element = document.body) => {
  where.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  await press('Shift');
};
const problems = () => [...document.querySelectorAll('.problem')].map((problem) => problem.textContent);

describe('the list', () => {
  it('shows the index, a screenful of it, and finds in it as one types', async () => {
    service = sampleIndex(100_000);
    await show();
    expect(document.querySelector('.total')!.textContent).toBe(`${(100_000).toLocaleString()} 条`);
    expect(names().slice(0, 3)).toEqual(['周予安', '常州市武进区水利局', '柳塘浜整治工程']);
    expect(document.querySelectorAll('.table-row').length).toBeLessThan(60);
    await type(control('searchbox', '搜索索引'), '水利');
    expect(names()).toEqual(['常州市武进区水利局']);
  });

  it('filters by type and by origin', async () => {
    await show();
    await type(control('combobox', '类型'), 'project');
    expect(names()).toEqual(['柳塘浜整治工程']);
    await type(control('combobox', '类型'), '');
    await type(control('combobox', '出处'), 'changed');
    expect(names()).toEqual(['周予安']);
  });

  it('is a grid with one stop for Tab, where arrows move and Enter opens', async () => {
    await show();
    const grid = control('grid', '索引');
    expect(grid.getAttribute('aria-rowcount')).toBe('41');
    const stops = [...grid.querySelectorAll<HTMLElement>('[role=row]')].filter((row) => row.tabIndex === 0);
    expect(stops).toHaveLength(1);
    stops[0]!.focus();
    await press('ArrowDown');
    await press('Enter');
    expect(onNavigate).toHaveBeenCalledWith({ page: 'index', entity: 'org/water', criteria: { query: '' } });
  });

  it('narrows by area, sorts by column, and keeps both in the address', async () => {
    await show();
    await type(control('combobox', '地区'), 'area/wujin');
    expect(names()).toEqual(['常州市武进区水利局', '柳塘浜整治工程']);
    await click(control('button', '见报'));
    expect(control('columnheader', '见报').getAttribute('aria-sort')).toBe('descending');
    await click(control('button', '见报'));
    expect(names()).toEqual(['柳塘浜整治工程', '常州市武进区水利局']);
    const criteria = { query: '', area: 'area/wujin', sort: 'updated' };
    expect(onNavigate).toHaveBeenLastCalledWith({ page: 'index', criteria }, { replace: true });
  });

  it('selects by keys, and deletes what is selected as one', async () => {
    await show();
    document.querySelector<HTMLElement>('.table-row')!.focus();
    await press(' ');
    expect(selected()).toEqual(['周予安']);
    await keys({ key: 'ArrowDown', shiftKey: true }, document.activeElement!);
    await keys({ key: 'ArrowDown', shiftKey: true }, document.activeElement!);
    expect(selected()).toEqual(['周予安', '常州市武进区水利局', '柳塘浜整治工程']);
    await keys({ key: 'ArrowUp', shiftKey: true }, document.activeElement!);
    expect(selected()).toEqual(['周予安', '常州市武进区水利局']);
    await press('Delete');
    expect(notice()).toContain('已删除 周予安、常州市武进区水利局');
    expect(names()[0]).toBe('柳塘浜整治工程');
    expect(document.querySelector('.bulk-bar')).toBeNull();
    await click(control('button', '撤销'));
    expect(names()[0]).toBe('周予安');
  });

  it('selects everything, seen or not, and tags it', async () => {
    service = sampleIndex(5000);
    const tag = vi.spyOn(service, 'tag');
    await show();
    document.querySelector<HTMLElement>('.table-row')!.focus();
    await keys({ key: 'a', ctrlKey: true }, document.activeElement!);
    expect(document.querySelector('.bulk-bar strong')!.textContent).toBe(`已选 ${(5000).toLocaleString()} 条`);
    await type(control('textbox', '标签'), '治水');
    await click(control('button', '加标签并收藏'));
    expect(tag).toHaveBeenCalledOnce();
    expect(tag.mock.calls[0]![0]).toHaveLength(5000);
    expect(notice()).toContain('已加标签 治水（5000 条）');
  });

  it('selects everything at a press of the head, and nothing at the next', async () => {
    await show();
    const [all, count] = [control('button', '全选'), names().length];
    await click(all);
    expect(selected()).toHaveLength(count);
    expect(all.getAttribute('aria-pressed')).toBe('true');
    await click(all);
    expect(selected()).toEqual([]);
  });

  it('says that a change of very many is still being made, and then that it was', async () => {
    let finish: (outcome: Outcome) => void = () => undefined;
    vi.spyOn(service, 'tag').mockImplementation(() => new Promise((resolve) => (finish = resolve)));
    await show();
    await click(control('button', '全选'));
    await type(control('textbox', '标签'), '治水');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    control('button', '加标签并收藏').click();
    await act(async () => void vi.advanceTimersByTime(2000));
    expect(notice()).toContain('正在写入');
    vi.useRealTimers();
    await act(async () => finish({ entry: 1, count: 5, label: '治水' }));
    await press('Shift');
    expect(notice()).toContain('已加标签 治水');
  });

  it('says how far a large change is, lets it be stopped, and does no other meanwhile', async () => {
    const watches: Watch[] = [];
    const remove = vi.spyOn(service, 'remove').mockImplementation(
      (_, watch = {}) =>
        new Promise((_resolve, reject) => {
          watches.push(watch);
          watch.onProgress?.(0, 1200);
          watch.signal?.addEventListener('abort', () => reject(watch.signal?.reason));
        }),
    );
    await show();
    await click(control('button', '全选'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    control('button', '删除').click();
    await act(async () => void vi.advanceTimersByTime(2000));
    await act(async () => watches[0]!.onProgress?.(500, 1200));
    vi.useRealTimers();
    expect(notice()).toContain('500 / 1,200');
    expect(document.querySelector('.change-notice progress[value="500"][max="1200"]')).not.toBeNull();
    await click(control('button', '删除'));
    expect(remove).toHaveBeenCalledTimes(1);
    control('button', '停止').focus();
    await click(control('button', '停止'));
    expect(notice()).toContain('已停止，什么都没有改。');
    expect(document.activeElement).toBe(control('button', '关闭提示'));
    expect(controls('button')).toContain('取消选择');
  });

  it('says why not everything could be selected', async () => {
    vi.spyOn(service, 'ids').mockRejectedValue(new Error('扩展后台未应答'));
    await show();
    await click(control('button', '全选'));
    expect(document.querySelector('[role=alert]')!.textContent).toBe('扩展后台未应答');
  });

  it('lets / go to the search field', async () => {
    await show();
    await keys({ key: '/' });
    expect(document.activeElement).toBe(control('searchbox', '搜索索引'));
  });

  it('drops a late answer to an older query', async () => {
    let late: () => void = () => undefined;
    const search = service.search;
    vi.spyOn(service, 'search').mockImplementation(async (criteria) => {
      const answer = await search(criteria);
      if (criteria.query === '周') await new Promise<void>((resolve) => (late = resolve));
      return answer;
    });
    await show();
    await type(control('searchbox', '搜索索引'), '周');
    await type(control('searchbox', '搜索索引'), '水利');
    late();
    await press('Shift');
    expect(names()).toEqual(['常州市武进区水利局']);
  });

  it('says why it cannot show anything', async () => {
    vi.spyOn(service, 'search').mockRejectedValue(new Error('扩展后台未应答'));
    await show();
    expect(document.querySelector('[role=alert]')!.textContent).toBe('扩展后台未应答');
  });
});

it('says beside the inbox how much waits in it', async () => {
  const waiting = (await sampleInbox().list()).length;
  await show();
  expect(document.querySelector('nav .waiting')!.textContent).toBe(String(waiting));
});

describe('the editor', () => {
  it('says what was saved, with the way back', async () => {
    await show({ page: 'index', entity: 'person/zhou-yuan' });
    await type(at('note'), '记一笔');
    await click(control('button', '保存'));
    expect(notice()).toContain('已保存');
    await click(control('button', '撤销'));
    expect((await service.get('person/zhou-yuan'))!.entity.note).not.toBe('记一笔');
  });

  it('says what is wrong while one types, and saves nothing until it is right', async () => {
    const put = vi.spyOn(service, 'put');
    await show({ page: 'index', entity: 'person/zhou-yuan' });
    const from = at('memberships.0.start_date');
    await type(from, '2021-13');
    from.dispatchEvent(new Event('blur'));
    await press('Shift');
    expect(problems()).toEqual(['不是日期。请写成 2023、2023-10 或 2023-10-28。']);
    expect(from.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(from.getAttribute('aria-describedby')!)!.textContent).toBe(problems()[0]);
    await click(control('button', '保存'));
    expect(put).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(from);
    await type(from, '2021-05');
    await click(control('button', '保存'));
    expect(put).toHaveBeenCalledOnce();
    expect(put.mock.calls[0]![0]).toMatchObject({ id: 'person/zhou-yuan', memberships: [{ start_date: '2021-05' }, {}, {}] });
    expect(document.querySelector('footer [role=status]')!.textContent).toBe('已保存。');
  });

  it('says whether there is anything to lose', async () => {
    await show({ page: 'index', entity: 'org/water' });
    expect(onDirty).toHaveBeenLastCalledWith(false);
    await type(at('name'), '常州市武进区水务局');
    expect(onDirty).toHaveBeenLastCalledWith(true);
    await click(control('button', '保存'));
    expect(onDirty).toHaveBeenLastCalledWith(false);
  });

  it('keeps what was typed when it could not be saved', async () => {
    vi.spyOn(service, 'put').mockRejectedValue(new Error('存储空间不足'));
    await show({ page: 'index', entity: 'org/water' });
    await type(at('name'), '水务局');
    await click(control('button', '保存'));
    expect(document.querySelector('.failure')!.textContent).toBe('存储空间不足');
    expect(at('name').value).toBe('水务局');
  });

  it('makes an official from nothing: a body chosen by name, a source written down, a post seen on a day', async () => {
    const put = vi.spyOn(service, 'put');
    await show({ page: 'index', create: 'official' });
    await type(field('姓名'), '林知远');
    await click(control('button', '添加职务'));
    const body = control('combobox', '所在组织');
    await type(body, '水利');
    expect(controls('option', document.querySelector('.picker')!)).toEqual(['常州市武进区水利局政府部门']);
    body.focus();
    await press('Enter');
    expect((body as HTMLInputElement).value).toBe('常州市武进区水利局');
    await type(field('职务名称'), '局长');
    await type(field('媒体'), '武进日报');
    await type(field('标题'), '柳塘浜整治工程有序推进');
    await type(field('网址'), 'javascript:alert(1)');
    const sourceDate = document.querySelector<HTMLElement>('.new-source [data-path=date]')!;
    await type(sourceDate, '2024-01-12');
    await click(control('button', '加入来源'));
    expect(problems()).toEqual(['不是网址。请以 http:// 或 https:// 开头。']);
    await type(field('网址'), '');
    await click(control('button', '加入来源'));
    await click(control('button', '添加见报'));
    await type(at('memberships.0.seen.0.date'), '2024-01-12');
    const source = document.querySelector<HTMLSelectElement>('[data-path="memberships.0.seen.0.source"]')!;
    const option = [...source.options].find(({ text }) => text === '2024-01-12 武进日报《柳塘浜整治工程有序推进》')!;
    await type(source, option.value);
    await click(control('button', '保存'));
    const [entity, sources] = put.mock.calls[0]!;
    expect(entity).toMatchObject({
      type: 'official',
      name: '林知远',
      memberships: [{ organization: 'org/water', role: '局长', seen: [{ date: '2024-01-12', source: option.value }] }],
    });
    expect(sources.map(({ id, publisher }) => [id, publisher])).toEqual([[option.value, '武进日报']]);
    expect(onNavigate).toHaveBeenLastCalledWith({ page: 'index', entity: entity.id, criteria: { query: '' } });
  });

  it('takes items out and clears what may be empty', async () => {
    const put = vi.spyOn(service, 'put');
    await show({ page: 'index', entity: 'org/water' });
    await click(control('button', '删去其他称呼 1'));
    await click(control('button', '清除上级业务'));
    await type(field('简称（不带地名）'), '水利局、水务局');
    await click(control('button', '保存'));
    const saved = put.mock.calls[0]![0];
    expect(saved).toMatchObject({ other_names: [], offices: ['水利局', '水务局'], parent: 'org/gov' });
    expect(saved).not.toHaveProperty('guided_by');
  });

  it('deletes, takes that back, does it again, and restores a deleted entry', async () => {
    await show({ page: 'index', entity: 'org/water' });
    await click(control('button', '删除'));
    expect(onNavigate).toHaveBeenLastCalledWith({ page: 'index', criteria: { query: '' } });
    expect(names()).not.toContain('常州市武进区水利局');
    expect(notice()).toContain('已删除 常州市武进区水利局');
    await click(control('button', '撤销'));
    expect(names()).toContain('常州市武进区水利局');
    expect(notice()).toContain('已撤销：常州市武进区水利局');
    await service.remove(['org/water']);
    await show({ page: 'index', entity: 'org/water' });
    expect(document.querySelector('.notice')!.textContent).toContain('已删除');
    await click(control('button', '恢复这一条'));
    expect(at('name').value).toBe('常州市武进区水利局');
    expect(notice()).toContain('常州市武进区水利局');
  });

  it('shows the pack’s version in the form once changes are taken back', async () => {
    await show({ page: 'index', entity: 'person/zhou-yuan' });
    await type(at('name'), '周子安');
    await click(control('button', '保存'));
    vi.spyOn(service, 'restore').mockImplementation(([id]) => service.put({ ...namesakes()[0]!.entity, id } as Entity, []));
    await click(control('button', '恢复内置版本'));
    expect(at('name').value).toBe('周予安');
    expect(onDirty).toHaveBeenLastCalledWith(false);
  });

  it('keeps a search typed while a deletion was being stored', async () => {
    let stored: () => void = () => undefined;
    const remove = service.remove;
    vi.spyOn(service, 'remove').mockImplementation(async (ids) => {
      await new Promise<void>((resolve) => (stored = resolve));
      return remove(ids);
    });
    await show({ page: 'index', entity: 'org/water' });
    await click(control('button', '删除'));
    await type(control('searchbox', '搜索索引'), '周');
    stored();
    await press('Shift');
    expect(onNavigate).toHaveBeenLastCalledWith({ page: 'index', criteria: { query: '周' } });
    expect(names()).toEqual(['周予安']);
  });

  it('keeps what is being written when something is undone elsewhere', async () => {
    await show({ page: 'index', entity: 'org/water' });
    await type(at('name'), '水务局');
    await service.remove(['person/zhou-yuan']);
    await keys({ key: 'z', ctrlKey: true });
    expect(notice()).toContain('已撤销：周予安');
    expect(at('name').value).toBe('水务局');
  });

  it('says what a name would be confused with, without keeping one from saving', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await show({ page: 'index', create: 'official' });
    await type(field('姓名'), '周予安');
    vi.runAllTimers();
    vi.useRealTimers();
    await press('Shift');
    expect(document.querySelector('.warnings')!.textContent).toContain('“周予安”也是：周予安 示例区人民政府区长');
    await click(control('button', '保存'));
    expect(document.querySelector('footer [role=status]')!.textContent).toBe('已保存。');
  });

  it('says beside a post that somebody else holds it, also while another is not yet whole', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await show({ page: 'index', create: 'official' });
    await type(field('姓名'), '某人');
    await click(control('button', '添加职务'));
    await click(control('button', '添加职务'));
    vi.spyOn(service.checks, 'check').mockImplementation(async (entity) => {
      expect(entity).toMatchObject({ memberships: [] });
      return [{ rule: 'postless', path: 'memberships', values: [] }];
    });
    await type(field('姓名'), '某某');
    vi.runAllTimers();
    await press('Shift');
    const list = [...document.querySelectorAll('fieldset.repeat')].find(({ firstChild }) => firstChild?.textContent === '职务')!;
    expect(list.querySelector(':scope > .warnings')!.textContent).toContain('看不出是哪一位');
    vi.spyOn(service.checks, 'check').mockResolvedValue([
      {
        rule: 'one-seat',
        path: 'memberships.1.role',
        values: ['周予安', '区政府', '区长', '2024'],
        other: { id: 'person/a', type: 'official', name: '周予安' },
      },
    ]);
    await type(at('memberships.1.role'), '区长');
    vi.runAllTimers();
    vi.useRealTimers();
    await press('Shift');
    const role = at('memberships.1.role');
    expect(document.getElementById(role.getAttribute('aria-describedby')!)!.textContent).toContain('同一时期（2024）在任的还有：周予安');
    expect(document.querySelector('footer [role=status]')!.textContent).toContain('不妨碍保存');
  });

  it('shows what differs from the pack, and takes back one field', async () => {
    await show({ page: 'index', entity: 'person/zhou-yuan' });
    await type(at('note'), '治水');
    await click(control('button', '保存'));
    expect(document.querySelector('.compare')!.textContent).toMatch(/说明\s+治水/);
    expect(document.querySelector('.past')!.textContent).toContain('来源：2023-10-28 武进日报');
    await click(control('button', '恢复这一项'));
    expect(at('note').value).toBe('');
    expect(document.querySelector('.compare')).toBeNull();
    expect(document.querySelectorAll('.past li')).toHaveLength(2);
  });

  it('has the page one comes from as a source at hand', async () => {
    const put = vi.spyOn(service, 'put');
    const readAt = { url: 'http://www.wj.gov.cn/new.html', date: '2024-06-01', title: '新闻', publisher: '武进日报' };
    await show({ page: 'index', entity: 'org/water', readAt });
    await click(control('button', '添加来源'));
    const chosen = at('sources.2') as unknown as HTMLSelectElement;
    const option = [...chosen.options].find(({ text }) => text === '2024-06-01 武进日报《新闻》')!;
    await type(chosen, option.value);
    await click(control('button', '保存'));
    expect(put.mock.calls[0]![1]).toMatchObject([{ id: option.value, url: readAt.url }]);
  });

  it('says when the address names nothing', async () => {
    await show({ page: 'index', entity: 'person/nobody' });
    expect(document.querySelector('.detail .empty')!.textContent).toBe('索引中已没有这一条。');
  });
});

describe('the changes', () => {
  it('are listed, the latest first, and taken back one by one', async () => {
    await service.remove(['org/water']);
    await service.remove(['person/zhou-yuan', 'project/liutang']);
    await show({ page: 'changes' });
    const lines = () => [...document.querySelectorAll('.changes .what')].map(({ textContent }) => textContent);
    expect(lines()).toEqual(['已删除 周予安、柳塘浜整治工程', '已删除 常州市武进区水利局']);
    await click(control('button', '撤销：已删除 常州市武进区水利局'));
    expect(lines()[0]).toBe('已撤销：常州市武进区水利局');
    expect(document.querySelectorAll('.changes .undone')).toHaveLength(1);
    expect((await service.search({ query: '水利局', offset: 0, limit: 1 })).total).toBe(1);
  });

  it('are undone by Ctrl+Z, except where one writes', async () => {
    await service.remove(['org/water']);
    await show();
    control('searchbox', '搜索索引').dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
    await press('Shift');
    expect(notice()).toBe('');
    await keys({ key: 'z', ctrlKey: true });
    expect(notice()).toContain('已撤销：常州市武进区水利局');
    await keys({ key: 'Z', ctrlKey: true, shiftKey: true });
    expect(notice()).toContain('没有可重做的改动。');
  });

  it('that fail say why', async () => {
    vi.spyOn(service, 'remove').mockRejectedValue(new Error('存储空间不足'));
    await show({ page: 'index', entity: 'org/water' });
    await click(control('button', '删除'));
    expect(document.querySelector('.change-notice .failure')!.textContent).toContain('存储空间不足');
  });
});

describe('storage', () => {
  it('says what is kept, and asks the browser to keep it', async () => {
    const persist = vi.spyOn(service, 'persist');
    await show({ page: 'storage' });
    expect(document.querySelector('main')!.textContent).toContain('7.3 MB');
    expect(document.querySelector('main')!.textContent).toMatch(/读过的页面148.*可撤销的改动31/);
    await click(control('button', '请浏览器不要自动清除'));
    expect(persist).toHaveBeenCalledOnce();
  });

  it('wipes the reading history when asked twice', async () => {
    const wipe = vi.spyOn(service, 'wipeHistory');
    await show({ page: 'storage' });
    await click(control('button', '清除阅读记录'));
    expect(wipe).not.toHaveBeenCalled();
    await click(control('button', '清除'));
    expect(wipe).toHaveBeenCalledOnce();
  });

  it('wipes everything once that is written out', async () => {
    const reset = vi.spyOn(service, 'reset');
    await show({ page: 'storage' });
    const button = control('button', '全部清除') as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    await type(control('textbox', '请输入“清除”以确认'), '清除');
    expect(button.disabled).toBe(false);
    await click(button);
    expect(reset).toHaveBeenCalledOnce();
    expect(document.querySelector('[role=status]')!.textContent).toBe('已恢复到刚安装时的状态。');
  });
});

it('marks the section one is in', async () => {
  await show({ page: 'about' });
  expect(control('link', '关于').getAttribute('aria-current')).toBe('page');
  expect(document.querySelector('main')!.textContent).toContain('版本 1.2.3');
});
