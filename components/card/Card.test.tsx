// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chinese, click, control, controls, mount } from '../fixtures/mount';
import {
  DISCOVERED,
  headFacts,
  mentionOf,
  namesakes,
  officialFacts,
  organizationFacts,
  projectFacts,
  SENTENCE,
  viewOf,
} from '../fixtures/sample-cards';
import { Card } from './Card';
import type { CardEvents, CardView } from './view';

let events: { [K in keyof CardEvents]-?: ReturnType<typeof vi.fn> } & CardEvents;
beforeEach(() => {
  const fake = () => vi.fn();
  events = {
    onClose: fake(),
    onSave: fake(),
    onOpenEntity: fake(),
    onBack: fake(),
    onCopy: vi.fn(async () => undefined),
    onAdd: fake(),
    onNote: vi.fn(async () => undefined),
    onDrag: fake(),
    onFindOthers: vi.fn(async () => []),
    onDecide: fake(),
    onForget: fake(),
    onEdit: fake(),
    onShowHistory: fake(),
  };
});

const show = (change: Partial<CardView>) => mount(<Card view={viewOf(change)} events={events} scheme="dark" />);
const text = () => document.querySelector('[role=dialog]')!.textContent!;

describe('the card of an official', () => {
  const facts = officialFacts();

  it('says the post as of the article, what it rests on, and what has changed since', async () => {
    await show({ facts, mention: mentionOf(facts, { post: '区委副书记' }) });
    const box = document.querySelector('.asof')!;
    expect(box.textContent).toContain('本文刊发时（2023-10-28）');
    expect(box.textContent).toContain('中共常州市武进区委员会 副书记');
    expect(box.textContent).toContain('2021-06 至 2024-04 任职');
    expect(document.querySelector('.later')!.textContent).toBe('之后有变2025-03-07 见报：示例区人民政府 区长1');
    expect(text()).toContain('文中职务区委副书记');
  });

  it('says what the sentence means by 我区, at the mention itself only', async () => {
    const refers = [{ text: '我区', name: '常州市武进区' }];
    await show({ facts, mention: mentionOf(facts), refers });
    expect(text()).toContain('我区 = 常州市武进区');
    await show({ facts, mention: null, canGoBack: true, refers });
    expect(text()).not.toContain('我区');
  });

  it('says the whole of what the text calls it, where the mark is on a surname', async () => {
    await show({ facts, mention: { ...mentionOf(facts), text: '周' }, called: '周区长' });
    expect(document.querySelector('.kind')!.textContent).toContain('文中作“周区长”');
  });

  it('does not pass off a sight before the article as the post of its day', async () => {
    await show({ facts, mention: mentionOf(facts), asOf: '2024-11-02' });
    const box = document.querySelector('.asof')!;
    expect(box.classList).toContain('unknown');
    expect(box.textContent).toContain('本文刊发（2024-11-02）前后');
    expect(box.textContent).toContain('此后 2025-03-07 见报');
    expect(document.querySelector('.later')).toBeNull();
  });

  it('says so when the page gives no date', async () => {
    await show({ facts, mention: mentionOf(facts), asOf: null });
    expect(document.querySelector('.asof')!.textContent).toContain('页面未给出日期，最近所知');
    expect(document.querySelector('.asof')!.textContent).toContain('区长');
  });

  it('draws the tenures with a label that says the same', async () => {
    await show({ facts, mention: mentionOf(facts) });
    const label = document.querySelector('svg[role=img]')!.getAttribute('aria-label')!;
    expect(label).toContain('中共常州市武进区委员会副书记：2021-06 至 2024-04 任职');
    expect(label).toContain('本文 2023-10-28');
  });

  it('is a dialog named by the person, in the language and brightness it is given', async () => {
    await show({ facts, mention: mentionOf(facts) });
    const card = control('dialog', '周予安');
    expect(card.lang).toBe('zh-CN');
    expect(card.dataset).toMatchObject({ scheme: 'dark', type: 'official' });
    expect(card.tabIndex).toBe(-1);
  });

  it('saves, takes back, closes, opens a body and goes back', async () => {
    await show({ facts, mention: mentionOf(facts), canGoBack: true });
    expect(control('button', '收藏').getAttribute('aria-pressed')).toBe('true');
    await click(control('button', '收藏'));
    expect(events.onSave).toHaveBeenCalledWith('person/zhou-yuan', false);
    await click(control('button', '中共常州市武进区委员会'));
    expect(events.onOpenEntity).toHaveBeenCalledWith('org/party');
    await click(control('button', '返回'));
    await click(control('button', '关闭'));
    await click(control('button', '编辑'));
    expect(events.onBack).toHaveBeenCalledOnce();
    expect(events.onClose).toHaveBeenCalledOnce();
    expect(events.onEdit).toHaveBeenCalledWith('person/zhou-yuan');
  });

  it('shows its sources on demand, the latest first, with what each gives', async () => {
    await show({ facts, mention: mentionOf(facts) });
    const button = control('button', '3 条依据');
    expect(document.querySelector('.sources')).toBeNull();
    await click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const items = [...document.querySelectorAll('.sources li')].map((item) => item.textContent);
    expect(items.map((item) => item!.slice(0, 11))).toEqual(['12025-03-07', '22023-10-28', '32021-03-05']);
    expect(items[1]).toContain('中共常州市武进区委员会副书记');
    const link = document.querySelector<HTMLAnchorElement>('.sources a')!;
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
    await click(button);
    expect(document.querySelector('.sources')).toBeNull();
  });

  it('says in one line why the name is marked', async () => {
    await show({ facts, mention: mentionOf(facts, { votes: [{ kind: 'titleBefore', detail: '区委副书记' }, { kind: 'boundary' }] }) });
    await click(control('button', '为何标出'));
    expect(document.querySelector('.foot-more')!.textContent).toBe('前有职务“区委副书记”；前后皆为词界');
  });

  it('copies what it says with its sources, and tells when the browser does not allow it', async () => {
    await show({ facts, mention: mentionOf(facts) });
    await click(control('button', '复制'));
    const copied = events.onCopy.mock.calls[0]![0] as string;
    expect(copied.split('\n').slice(0, 3)).toEqual([
      '周予安（官员）',
      '本文刊发时（2023-10-28）',
      '中共常州市武进区委员会副书记（2021-06 至 2024-04 任职）',
    ]);
    expect(copied).toContain('2023-10-28 武进日报《区领导督查水环境治理》 http://www.wj.gov.cn/');
    expect(document.querySelector('[role=status]')!.textContent).toBe(chinese('copied'));
    events.onCopy.mockRejectedValueOnce(new Error('denied'));
    await click(control('button', '复制'));
    expect(document.querySelector('[role=status]')!.textContent).toBe(chinese('copy_failed'));
  });
});

describe('the cards of bodies and projects', () => {
  it('shows how the text calls a body, who is seen heading it, and what it belongs to', async () => {
    const facts = organizationFacts();
    await show({ facts, mention: mentionOf(facts, { text: '区水利局' }) });
    expect(document.querySelector('.kind')!.textContent).toBe('组织 · 文中作“区水利局”');
    expect(document.querySelector('.asof')!.textContent).toContain('局长 林知远此前 2023-07-02 见报；此后 2024-02-19 见报');
    expect(text()).toContain('上级业务常州市水利局');
    expect(text()).toContain('地区武进区');
    await click(control('button', '林知远'));
    expect(events.onOpenEntity).toHaveBeenCalledWith('person/lin');
    await click(control('button', '柳塘浜整治工程'));
    expect(events.onOpenEntity).toHaveBeenLastCalledWith('project/liutang');
  });

  it('shows a project as of the article, and says when a promised date has passed in silence', async () => {
    const facts = projectFacts();
    await show({ facts, mention: mentionOf(facts) });
    expect(document.querySelector('.asof')!.textContent).toContain('将于 10 月底开工');
    const [first, second] = [...document.querySelectorAll('.milestones li')].map((item) => item.textContent);
    expect(first).toContain('本文');
    expect(first).toContain('预计 2023-10');
    expect(second).toContain('所说日期（2024-05）已过，索引中尚无后续报道');
    expect(text()).toContain('总投资约3200万元');
  });

  it('claims nothing about a promised date that is still to come', async () => {
    const facts = projectFacts();
    await show({ facts, mention: mentionOf(facts), today: '2024-05-31' });
    expect(document.querySelector('.late')).toBeNull();
  });
});

describe('a name that is not in the index', () => {
  it('shows only what the page says, and offers to take it or to leave it', async () => {
    await show({ mention: DISCOVERED, sentence: SENTENCE });
    expect(document.querySelector('.kind')!.textContent).toBe('官员 · 尚未收录');
    expect(document.querySelector('blockquote b')!.textContent).toBe('王某某');
    expect(document.querySelector('blockquote')!.textContent).toBe(SENTENCE);
    expect(text()).toContain('文中职务某某镇镇长');
    expect(text()).toContain('只据本文，2023-10-28');
    await click(control('button', '收入我的索引'));
    expect(events.onAdd).toHaveBeenCalledWith(DISCOVERED);
    await click(control('button', '不是官员'));
    expect(events.onDecide).toHaveBeenCalledWith(DISCOVERED, null, 'page');
    expect(controls('button')).not.toContain('收藏');
  });

  it('treats what the page says as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    await show({ mention: { ...DISCOVERED, text: evil, name: evil, post: evil }, sentence: `……${evil}……` });
    expect(document.querySelector('img')).toBeNull();
    expect(document.querySelector('h2')!.textContent).toBe(evil);
  });
});

it('lets the reader choose among namesakes by what tells them apart', async () => {
  const choices = namesakes();
  await show({ mention: mentionOf(choices[0]!), choices });
  const [first, second] = controls('button').filter((name) => name.startsWith('周予安'));
  expect(first).toContain('中共常州市武进区委员会副书记');
  expect(second).toContain('某某镇');
  await click(control('button', /副镇长/));
  expect(events.onDecide).toHaveBeenCalledWith(expect.anything(), 'person/zhou-yuan-2', 'page');
});

it('says that it is looking, that it could not look, and that an entry is gone', async () => {
  const mention = mentionOf(officialFacts());
  await show({ mention, state: 'pending' });
  expect(document.querySelector('[role=status]')!.textContent).toBe('正在查找…');
  await show({ mention, state: 'failed' });
  expect(document.querySelector('[role=alert]')!.textContent).toContain('暂时查不到');
  await show({ mention });
  expect(text()).toContain('索引中已没有这一条。');
});

describe('what the card offers beside its facts', () => {
  const facts = headFacts();
  const mention = mentionOf(facts);

  it('names who held the post before and after, each with its evidence', async () => {
    await show({ facts, mention });
    expect(text()).toContain('前任何若川 2021-03-05 见报时任此职');
    expect(text()).toContain('后任宋一帆 2025-03 起任');
    await click(control('button', '宋一帆'));
    expect(events.onOpenEntity).toHaveBeenCalledWith('person/song');
  });

  it("leads from a fact's number to its source", async () => {
    await show({ facts, mention });
    await click(control('button', '依据 4'));
    const shown = document.querySelector('.sources [data-shown]')!;
    expect(shown.textContent).toContain('2021-03-05武进日报');
  });

  it('keeps a note written in place, and what was typed when it cannot be kept', async () => {
    await show({ facts, mention });
    await click(control('button', '写备注'));
    const field = document.querySelector('textarea')!;
    expect(document.activeElement).toBe(field);
    field.value = ' 分管领导 ';
    events.onNote.mockRejectedValueOnce(new Error('磁盘已满'));
    await click(control('button', '保存备注'));
    expect(document.querySelector('[role=alert]')!.textContent).toContain('磁盘已满');
    expect(field.value).toBe(' 分管领导 ');
    await click(control('button', '保存备注'));
    expect(events.onNote).toHaveBeenLastCalledWith('person/lin', '分管领导');
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('lets the reader say whom the name means, here or on the whole site', async () => {
    events.onFindOthers.mockResolvedValue([{ id: 'person/other', name: '林知远', summary: '某某镇副镇长' }]);
    await show({ facts, mention });
    await click(control('button', '不是此人'));
    await click(control('button', /某某镇副镇长/));
    expect(events.onDecide).toHaveBeenLastCalledWith(mention, 'person/other', 'page');
    const everywhere = document.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    await click(everywhere);
    await click(control('button', '都不是，不必标出'));
    expect(events.onDecide).toHaveBeenLastCalledWith(mention, null, 'site');
    expect(controls('button')).not.toContain('恢复自动判断');
  });

  it("takes the reader's word back", async () => {
    const decided = mentionOf(facts, { votes: [{ kind: 'verdict', detail: '林知远' }] });
    await show({ facts, mention: decided });
    await click(control('button', '为何标出'));
    expect(text()).toContain('由你选定');
    await click(control('button', '不是此人'));
    await click(control('button', '恢复自动判断'));
    expect(events.onForget).toHaveBeenCalledWith(decided);
  });

  it('says where the reader met the person before', async () => {
    const latest = [{ page: 'http://www.wj.gov.cn/1.html', title: '督查水环境', date: '2023-09-01' }];
    await show({ facts, mention, met: { pages: 7, latest } });
    expect(document.querySelector('.met a')!.getAttribute('href')).toBe(latest[0]!.page);
    await click(control('button', '共 7 页'));
    expect(events.onShowHistory).toHaveBeenCalledWith('person/lin');
  });

  it('says what could not be done', async () => {
    await show({ facts, mention, notice: '磁盘已满，没有存下。' });
    expect(document.querySelector('[role=alert]')!.textContent).toBe('磁盘已满，没有存下。');
  });
});
