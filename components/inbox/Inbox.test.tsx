// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { chinese, click, control, mount, press } from '../fixtures/mount';
import { sampleAppearance } from '../fixtures/sample-appearance';
import { sampleHistory } from '../fixtures/sample-history';
import { sampleInbox } from '../fixtures/sample-inbox';
import { sampleIndex } from '../fixtures/sample-index';
import { samplePacks } from '../fixtures/sample-packs';
import { sampleSites } from '../fixtures/sample-sites';
import { sampleSync } from '../fixtures/sample-sync';
import { sampleTransfer } from '../fixtures/sample-transfer';
import { Options } from '../options/Options';
import type { IndexService } from '../options/view';
import type { InboxService } from './view';

let inbox: InboxService;
let index: IndexService;
beforeEach(() => {
  inbox = sampleInbox();
  index = sampleIndex();
});

const show = () =>
  mount(
    <Options
      route={{ page: 'inbox' }}
      revision={0}
      version="1"
      service={index}
      history={sampleHistory()}
      inbox={inbox}
      appearance={sampleAppearance()}
      sites={sampleSites()}
      sync={sampleSync()}
      packs={samplePacks()}
      transfer={sampleTransfer()}
      today="2026-11-24"
      onNavigate={() => undefined}
      onDirty={() => undefined}
    />,
  );
const names = () => [...document.querySelectorAll('.inbox-row b')].filter((b) => !b.closest('blockquote')).map((b) => b.textContent);
const rows = () => [...document.querySelectorAll('.inbox-row')].map((row) => row.textContent!);

it('says of each what it is, the sentence, the page, and on how many', async () => {
  await show();
  expect(names()).toEqual(['王某某', '周予安', '周予安', '某某花卉']);
  expect(rows()[0]).toContain('某某镇镇长索引未收录');
  expect(rows()[0]).toContain('2023-10-28 · 武进日报 区领导督查水环境治理');
  expect(rows()[0]).toContain('见于 3 篇');
  expect(rows()[1]).toContain('文中职务与索引不同');
  expect(rows()[2]).toContain('离任');
  expect(rows()[2]).toContain('索引中没有“某某委”，请改后采纳。');
  expect(document.querySelector('.inbox-row blockquote b')!.textContent).toBe('王某某');
});

it('is filtered by what it is, with counts', async () => {
  await show();
  await click(control('button', '职务 2'));
  expect(names()).toEqual(['周予安', '周予安']);
  await click(control('button', '新项目 0'));
  expect(document.querySelector('.empty')!.textContent).toBe(chinese('inbox_nothing'));
  await click(control('button', '全部 4'));
  expect(names()).toHaveLength(4);
});

it('is accepted by a press, said, and dismissed with a way back', async () => {
  const accept = vi.spyOn(inbox, 'accept');
  await show();
  await click(control('button', '采纳“王某某”'));
  expect(accept).toHaveBeenCalledWith(['?official:王某某']);
  expect(names()).toEqual(['周予安', '周予安', '某某花卉']);
  expect(document.querySelector('.change-notice')!.textContent).toContain('已采纳 王某某');
  await click(control('button', '忽略“某某花卉”'));
  expect(names()).toEqual(['周予安', '周予安']);
  expect(document.querySelector('.removed')!.textContent).toContain('已忽略 1 条，不再提示。');
  await click(control('button', '撤销', document.querySelector('.removed')!));
  expect(names()).toEqual(['周予安', '周予安', '某某花卉']);
});

it('is worked through by keys, the focus going on to the next', async () => {
  const accept = vi.spyOn(inbox, 'accept');
  const dismiss = vi.spyOn(inbox, 'dismiss');
  await show();
  expect([...document.querySelectorAll<HTMLElement>('[data-main]')].filter((box) => box.tabIndex === 0)).toHaveLength(1);
  document.querySelector<HTMLElement>('[data-main]')!.focus();
  await press('ArrowDown');
  await press('a');
  expect(accept).toHaveBeenCalledWith(['person/zhou-yuan holds org/example-gov 副区长']);
  expect(document.activeElement).toBe(document.querySelectorAll('[data-main]')[1]);
  await press('a');
  expect(accept).toHaveBeenCalledTimes(1);
  await press('x');
  expect(dismiss).toHaveBeenCalledWith(['person/zhou-yuan ends 某某委 主任']);
  expect(names()).toEqual(['王某某', '某某花卉']);
});

it('takes over and dismisses what is selected at once', async () => {
  const accept = vi.spyOn(inbox, 'accept');
  await show();
  await click(document.querySelector<HTMLElement>('.bulk input')!);
  expect(document.querySelector('.bulk')!.textContent).toContain('已选 4 条');
  await click(control('button', '采纳', document.querySelector('.bulk')!));
  expect(accept).toHaveBeenCalledWith(['?official:王某某', 'person/zhou-yuan holds org/example-gov 副区长', '?organization:某某花卉']);
  expect(names()).toEqual(['周予安']);
  expect(document.querySelector('.bulk')!.textContent).toContain('已选 1 条');
});

it('is changed in the editor first, with the page as source', async () => {
  const put = vi.spyOn(index, 'put');
  await show();
  await click(control('button', '改后采纳“王某某”'));
  const save = document.querySelector<HTMLElement>('.editor [type=submit]')!;
  await click(save);
  expect(put).toHaveBeenCalledWith(expect.objectContaining({ name: '周予安' }), expect.any(Array));
  expect(document.querySelector('.editor')).toBeNull();
});

it('says that nothing is collected while the history is off', async () => {
  inbox.isOn = async () => false;
  await show();
  expect(document.querySelector('.inbox')!.textContent).toContain(chinese('inbox_off'));
});
