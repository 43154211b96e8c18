// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { click, control, controls, mount, press, type } from '../fixtures/mount';
import { FOUND, ON_PAGE, SAVED } from '../fixtures/sample-lists';
import { Popup, type PopupProps } from './Popup';
import type { PopupEvents } from './view';

let events: PopupEvents;
beforeEach(() => {
  events = {
    onOpen: vi.fn(),
    onSave: vi.fn(),
    onChange: vi.fn(),
    onLastMet: vi.fn(async () => [{ entityId: 'person/zhou-yuan' as const, pages: 6, readAt: '2026-11-23T08:00:00.000Z' }]),
    onPause: vi.fn(),
    onOpenHistory: vi.fn(),
    onScrollTo: vi.fn(async () => true),
    onSwitchSite: vi.fn(),
    onOpenIndex: vi.fn(),
    onAnnotate: vi.fn(),
    onAddSite: vi.fn(),
    onSearch: vi.fn(async () => FOUND),
  };
});

const READY: PopupProps['page'] = { kind: 'ready', host: 'www.wj.gov.cn', entities: ON_PAGE, following: true };
const show = (change: Partial<PopupProps> = {}) =>
  mount(<Popup paused={false} history saved={SAVED} page={READY} events={events} {...change} />);
const rows = () => [...document.querySelectorAll('[data-main] b')].map((name) => name.firstChild!.textContent);

it('lists what is saved, opens it and lets go of it', async () => {
  await show();
  expect(rows()).toEqual(['周予安', '智能制造龙城实验室', '新一轮太湖综合治理']);
  await click(control('button', /^智能制造龙城实验室/));
  expect(events.onOpen).toHaveBeenCalledWith('org/longcheng-lab');
  await click(control('button', '收藏“周予安”'));
  expect(events.onSave).toHaveBeenCalledWith('person/zhou-yuan', false);
});

it('saves again what was let go, with its note and tags', async () => {
  await show();
  const { entityId, note, tags } = SAVED[0]!;
  await click(control('button', '收藏“周予安”'));
  expect(document.querySelector('[role=status]')!.textContent).toContain('已取消收藏“周予安”');
  await click(control('button', '撤销'));
  expect(events.onChange).toHaveBeenCalledWith(entityId, { note, tags });
  expect(document.querySelector('[role=status]')).toBeNull();
});

it('lists what the page mentions, with counts, and scrolls to it', async () => {
  await show();
  await click(control('tab', '本页 6'));
  expect(control('button', /^周予安/).textContent).toContain('3 处');
  expect(control('button', /^王某某/).textContent).toContain('文中：镇长 · 尚未收录');
  await click(control('button', /^王某某/));
  expect(events.onScrollTo).toHaveBeenCalledWith('official:王某某');
  await click(control('button', '收藏“林知远”'));
  expect(events.onSave).toHaveBeenCalledWith('person/lin', true);
});

it('says when a mention has gone from the page', async () => {
  vi.mocked(events.onScrollTo).mockResolvedValue(false);
  await show();
  await click(control('tab', '本页 6'));
  await click(control('button', /^周予安/));
  expect(document.querySelector('[role=status]')!.textContent).toBe('页面上已找不到“周予安”。');
});

it('is one stop for Tab at the tabs and one at the list, with arrows within', async () => {
  await show();
  control('tab', '收藏 3').focus();
  expect(await press('ArrowRight')).toBe(false);
  expect(document.activeElement).toBe(control('tab', '本页 6'));
  expect(control('tab', '本页 6').getAttribute('aria-selected')).toBe('true');
  expect([...document.querySelectorAll<HTMLElement>('.entity-row button')].filter((button) => button.tabIndex === 0)).toHaveLength(1);
  control('button', /^周予安/).focus();
  await press('ArrowDown');
  expect(document.activeElement).toBe(control('button', /^林知远/));
  await press('ArrowRight');
  expect(document.activeElement).toBe(control('button', '收藏“林知远”'));
  await press('End');
  expect(document.activeElement).toBe(control('button', /^某某花卉/));
});

it('lets go of a saved entity by Delete', async () => {
  await show();
  control('button', /^周予安/).focus();
  await press('ArrowDown');
  await press('Delete');
  expect(events.onSave).toHaveBeenCalledWith('org/longcheng-lab', false);
});

it('searches what is saved by name and note, and the index, without showing anything twice', async () => {
  await show();
  await type(control('searchbox', '搜索收藏与索引'), '治太');
  expect(events.onSearch).toHaveBeenCalledWith('治太');
  expect(rows()).toEqual(['周予安', '常州市武进区水利局']);
  vi.mocked(events.onSearch).mockResolvedValue([]);
  await type(control('searchbox', '搜索收藏与索引'), '没有的');
  expect(document.querySelector('.empty')!.textContent).toBe('索引中没有“没有的”。');
});

it.each([
  [{ kind: 'closed', why: 'pdf' }, '浏览器的 PDF 阅读器不让扩展读取，无法标注。'],
  [{ kind: 'closed', why: 'refused' }, '浏览器自己的页面、扩展商店和本机文件不让扩展读取，无法标注。'],
  [{ kind: 'off', host: 'www.wj.gov.cn' }, '已在这个网站上关闭标注。'],
  [{ kind: 'unreached', host: 'www.wj.gov.cn' }, '这个页面还没有标注。若刚安装或更新过扩展，请刷新页面。'],
  [{ kind: 'ready', host: 'www.wj.gov.cn', entities: [], following: true }, '本页没有找到官员、组织或项目。'],
] as const)('says what can be said of a page that is %o', async (page, words) => {
  await show({ page: { ...page, ...('entities' in page && { entities: [] }) } as PopupProps['page'] });
  await click(control('tab', '本页 0'));
  expect(document.querySelector('.empty')!.textContent).toBe(words);
});

it('says when the page changes too often to be followed', async () => {
  await show({ page: { ...READY, following: false } as PopupProps['page'] });
  await click(control('tab', `本页 ${ON_PAGE.length}`));
  expect(document.querySelector('.aside')!.textContent).toBe('本页变动过于频繁，之后的内容未再标注。');
});

it('switches the site, and has no switch where there is no site of ours', async () => {
  await show();
  const toggle = control('switch', '在 www.wj.gov.cn 上标注');
  expect(toggle.getAttribute('aria-checked')).toBe('true');
  await click(toggle);
  expect(events.onSwitchSite).toHaveBeenCalledWith(false);
  await show({ page: { kind: 'closed', why: 'refused' } });
  expect(controls('switch')).toEqual([]);
});

it('draws a screenful of a thousand saved entities', async () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({ ...SAVED[0]!, entityId: `person/p-${index}` as const, name: `某某${index}` }));
  await show({ saved: many });
  expect(document.querySelectorAll('.entity-row').length).toBeLessThan(40);
  control('button', /^某某0/).focus();
  await press('End');
  expect(document.activeElement!.textContent).toContain('某某999');
});

it('annotates a page of another site when asked, and leads to where its site is added for good', async () => {
  await show({ page: { kind: 'foreign', host: 'news.example.cn' } });
  expect(controls('switch')).toEqual([]);
  await click(control('tab', /^本页/));
  await click(control('button', '标注这一页'));
  expect(events.onAnnotate).toHaveBeenCalledOnce();
  await show({ page: { kind: 'ready', host: 'news.example.cn', entities: [], following: true, visiting: true } });
  await click(control('tab', /^本页/));
  await click(control('button', '以后都标注 news.example.cn'));
  expect(events.onAddSite).toHaveBeenCalledWith('news.example.cn');
});

it('opens the panel beside the page where the browser has one', async () => {
  await show();
  expect(controls('button')).not.toContain('在侧栏中打开');
  events.onOpenPanel = vi.fn();
  await show();
  await click(control('button', '在侧栏中打开'));
  expect(events.onOpenPanel).toHaveBeenCalledOnce();
});

it('shows notes and tags, how often one was met and when last, and narrows by tag', async () => {
  await show();
  const first = control('button', /^周予安/);
  expect(first.textContent).toContain('治太牵头 · #治水');
  expect(first.textContent).toContain('6 篇 · 11-23');
  expect(events.onLastMet).toHaveBeenCalledWith(['person/zhou-yuan', 'org/longcheng-lab', 'project/taihu']);
  await type(control('combobox', '标签'), '治水');
  expect(rows()).toEqual(['周予安']);
});

it('edits note and tags in the row, and gives the focus back', async () => {
  await show();
  control('button', /^周予安/).focus();
  await press('e');
  expect((document.activeElement as HTMLInputElement).value).toBe('治太牵头');
  await press('Escape');
  expect(events.onChange).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(control('button', /^周予安/));
  await click(control('button', '编辑“周予安”的备注与标签'));
  await type(control('textbox', '周予安 备注'), ' 新备注 ');
  await type(control('textbox', '周予安 标签，以空格分隔'), '治水 治水、水利');
  await click(control('button', '保存'));
  expect(events.onChange).toHaveBeenCalledWith('person/zhou-yuan', { note: '新备注', tags: ['治水', '水利'] });
});

it('lists what is new since it was last opened', async () => {
  await show();
  await click(control('tab', '有新 1'));
  expect(rows()).toEqual(['周予安']);
  expect(control('button', /^周予安/).textContent).toContain('又读到');
  await show({ saved: SAVED.map(({ why: _, ...item }) => item) });
  await click(control('tab', '有新 0'));
  expect(document.querySelector('.empty')!.textContent).toContain('没有新的内容');
});

it('is paused and goes on', async () => {
  await show();
  await click(control('button', '暂停标注'));
  expect(events.onPause).toHaveBeenCalledWith(true);
  await show({ paused: true });
  expect(document.querySelector('.notice')!.textContent).toContain('标注已暂停');
  await click(control('button', '继续'));
  expect(events.onPause).toHaveBeenLastCalledWith(false);
});

it('offers the reading history only while that is off', async () => {
  await show();
  expect(controls('button')).not.toContain('开启');
  await show({ history: false });
  await click(control('button', '开启'));
  expect(events.onOpenHistory).toHaveBeenCalledOnce();
});

it('goes to the search by a slash, and from there down to the rows', async () => {
  await show();
  control('tab', '收藏 3').focus();
  expect(await press('/')).toBe(false);
  expect(document.activeElement).toBe(control('searchbox', '搜索收藏与索引'));
  expect(await press('/')).toBe(true);
  await press('ArrowDown');
  expect(document.activeElement).toBe(control('button', /^周予安/));
});
