// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import type { EntityId } from '../../lib/model/ids';
import { click, control, controls, mount, press } from '../fixtures/mount';
import { CAST, CAST_STEP } from '../fixtures/sample-cast';
import { Panel } from './Panel';
import type { Cast, PanelEvents, PanelState } from './view';

let events: PanelEvents;
beforeEach(() => {
  events = {
    onStep: vi.fn(async () => CAST_STEP),
    onOpenCard: vi.fn(async () => CAST_STEP),
    onSave: vi.fn(),
    onSaveAll: vi.fn(async (): Promise<EntityId[]> => ['org/water', 'person/lin']),
    onUnsaveAll: vi.fn(async () => true),
    onCopy: vi.fn(async () => undefined),
    onDownload: vi.fn(),
    onAnnotate: vi.fn(),
    onAddSite: vi.fn(),
    onTakeBack: vi.fn(),
    onRefresh: vi.fn(),
    onSwitchOn: vi.fn(),
    onResume: vi.fn(),
    onReload: vi.fn(),
  };
});

const show = (change: Partial<Cast> = {}) => mount(<Panel state={{ kind: 'ready', cast: { ...CAST, ...change } }} events={events} />);
const textOf = (selector: string) => [...document.querySelectorAll(selector)].map((found) => found.textContent?.trim());
const row = (name: string) => control('button', new RegExp(`^${name}`)).closest('.member')!;
const announced = () => textOf('.said[role=status]').join('');

it('has a heading for each type, and the members of it in the order of the article', async () => {
  await show();
  expect(textOf('h1, h2')).toEqual(['区领导督查水环境治理', '官员 4', '组织 5', '项目 1', '已不标注 1']);
  const officials = [...document.querySelectorAll('section')][0]!;
  expect([...officials.querySelectorAll('b')].map((name) => name.textContent)).toEqual(['周予安', '林知远', '陈某', '王某某']);
});

it('says posts as of the article, what they rest on where they rest on less, and what changed since', async () => {
  await show();
  expect(row('周予安').textContent).toContain('中共常州市武进区委员会副书记');
  expect(row('周予安').textContent).toContain('2025-03-07 见报：示例区人民政府区长');
  expect(row('林知远').textContent).toContain('常州市武进区人民政府副区长');
  expect(row('林知远').textContent).toContain('此前 2023-07-02 见报；此后 2024-02-19 见报');
  expect(row('陈某').textContent).toContain('有 2 个同名者，文中无从区分');
  expect(row('王某某').textContent).toContain('尚未收录');
  expect(row('王某某').querySelector('.hollow')).not.toBeNull();
  expect(row('柳塘浜整治工程').textContent).toContain('总投资约3200万元（2023-10-28 报道）');
  expect(row('柳塘浜整治工程').textContent).toContain('预计 2023-10');
});

it('lays bodies below those they belong to, and says it where that is not on the page', async () => {
  await show();
  const item = (name: string) => row(name).closest('li')!;
  expect(item('常州市武进区水利局').parentElement!.previousElementSibling!.textContent).toBe('常州市武进区人民政府');
  expect(item('武进区河道管理站').parentElement!.previousElementSibling).toBe(row('常州市武进区水利局'));
  expect(row('常州市武进区水利局').textContent).not.toContain('隶属');
  expect(row('常州市水利局').textContent).toContain('隶属常州市人民政府');
});

it('says what 我区 stands for, and what is not known of the page', async () => {
  await show({ date: null, givenUp: true });
  expect(document.querySelector('header')!.textContent).toContain('文中指代：我区 = 常州市武进区');
  expect(document.querySelector('header')!.textContent).toContain('页面未给出日期');
  expect(textOf('.notice')).toEqual([expect.stringContaining('这一页变动过于频繁')]);
  await click(control('button', '再读一次'));
  expect(events.onRefresh).toHaveBeenCalledOnce();
});

it('leads through the mentions of a name, and to its card', async () => {
  await show();
  expect(controls('button').filter((name) => name.startsWith('下一处'))).toEqual([]);
  await click(control('button', /^周予安/));
  expect(events.onStep).toHaveBeenLastCalledWith('person/zhou-yuan', false);
  expect(textOf('.place')).toEqual(['2 / 3']);
  expect(announced()).toContain('第 2 处，共 3 处。周予安要求');
  await click(control('button', '上一处“周予安”'));
  expect(events.onStep).toHaveBeenLastCalledWith('person/zhou-yuan', true);
  await click(control('button', '打开“周予安”的卡片'));
  expect(events.onOpenCard).toHaveBeenCalledWith('person/zhou-yuan');
  vi.mocked(events.onStep).mockResolvedValue(null);
  await click(control('button', '下一处“周予安”'));
  expect(textOf('.lost')).toEqual(['页面上已找不到“周予安”。']);
});

it('tells the counts of a page once, and those of another page anew', async () => {
  await show();
  const status = document.querySelector('.said[role=status]')!;
  expect(status.textContent).toBe('《区领导督查水环境治理》：官员 4，组织 5，项目 1');
  const changes = vi.fn();
  const observer = new MutationObserver(changes);
  observer.observe(status, { childList: true, characterData: true, subtree: true });
  await click(control('button', /^林知远/));
  await Promise.resolve();
  expect(changes).not.toHaveBeenCalled();
  observer.disconnect();
});

it('is one stop for Tab and that row’s controls, with arrows through all sections', async () => {
  await show();
  const stops = () => [...document.querySelectorAll<HTMLElement>('.cast button')].filter((button) => button.tabIndex === 0);
  expect(stops().map((button) => button.closest('.member'))).toEqual([row('周予安'), row('周予安')]);
  control('button', /^周予安/).focus();
  await press('End');
  expect(document.activeElement).toBe(control('button', /^柳塘浜整治工程/));
  await press('ArrowUp');
  expect(document.activeElement).toBe(control('button', /^某某花卉/));
  await press('Home');
  await press('ArrowDown');
  expect(document.activeElement).toBe(control('button', /^林知远/));
  expect(stops().every((button) => button.closest('.member') === row('林知远'))).toBe(true);
});

it('saves one, and all that can be', async () => {
  await show();
  await click(control('button', '收藏“林知远”'));
  expect(events.onSave).toHaveBeenCalledWith('person/lin', true);
  expect(controls('button')).not.toContain('收藏“陈某”');
  await click(control('button', '全部收藏'));
  expect(events.onSaveAll).toHaveBeenCalledWith([
    'person/zhou-yuan',
    'org/water',
    'org/farms',
    'person/lin',
    'org/station',
    'org/city-water',
    'project/liutang',
  ]);
  expect(textOf('.outcome')).toEqual(['新收藏 2 条撤销']);
  await click(control('button', '撤销'));
  expect(events.onUnsaveAll).toHaveBeenCalledWith(['org/water', 'person/lin']);
  expect(textOf('.outcome')).toEqual(['已取消收藏 2 条']);
});

it('gives the cast away as text and as files', async () => {
  await show();
  await click(control('button', '复制'));
  expect(vi.mocked(events.onCopy).mock.calls[0]![0]).toContain('# 区领导督查水环境治理');
  expect(textOf('.outcome')).toEqual(['已复制']);
  vi.mocked(events.onCopy).mockRejectedValue(new Error('no'));
  await click(control('button', '复制'));
  expect(textOf('.outcome')).toEqual(['浏览器未允许复制']);
  await click(control('button', 'CSV'));
  expect(events.onDownload).toHaveBeenCalledWith({ name: '2023-10-28 区领导督查水环境治理.csv', records: expect.any(Array) });
});

it.each<[PanelState, string, string?, (keyof PanelEvents)?]>([
  [{ kind: 'pending' }, '正在读取本页…'],
  [{ kind: 'foreign', host: null }, '这一页不在标注的网站之列。点工具栏上的扩展图标，可以只标注这一页，或以后都标注这个网站。'],
  [{ kind: 'closed', why: 'pdf' }, '浏览器的 PDF 阅读器不让扩展读取，无法标注。'],
  [{ kind: 'off', host: 'www.wj.gov.cn' }, '已在 www.wj.gov.cn 上关闭标注。', '在 www.wj.gov.cn 上标注', 'onSwitchOn'],
  [{ kind: 'paused' }, '已在所有网站上暂停标注。', '继续标注', 'onResume'],
  [{ kind: 'unreached' }, '这一页还没有标注。若刚安装或更新过扩展，请重新载入。', '重新载入这一页', 'onReload'],
])('says of a page that is %o what can be done', async (state, words, button, event) => {
  await mount(<Panel state={state} events={events} />);
  expect(textOf('[role=status]')).toEqual([words]);
  expect(controls('button')).toEqual(button ? [button] : []);
  if (!button || !event) return;
  await click(control('button', button));
  expect(events[event]).toHaveBeenCalledOnce();
});

it('takes back what the reader set aside', async () => {
  await show();
  await click(control('button', '重新标注“高兴”'));
  expect(events.onTakeBack).toHaveBeenCalledWith({ type: 'official', name: '高兴', page: CAST.url });
});

it('offers to annotate a page of another site where the browser allows it', async () => {
  await mount(<Panel state={{ kind: 'foreign', host: 'news.example.cn' }} events={events} />);
  await click(control('button', '标注这一页'));
  expect(events.onAnnotate).toHaveBeenCalledOnce();
  await click(control('button', '以后都标注 news.example.cn'));
  expect(events.onAddSite).toHaveBeenCalledWith('news.example.cn');
});

it('says when the page mentions nobody', async () => {
  await show({ entities: [], setAside: [] });
  expect(textOf('header [role=status]')).toEqual(['本页没有找到官员、组织或项目。']);
  expect(controls('button')).toEqual([]);
});
