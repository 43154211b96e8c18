// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { click, control, controls, mount, press, type } from '../../fixtures/mount';
import { sampleTransfer } from '../../fixtures/sample-transfer';
import { TransferPage } from './TransferPage';
import type { TransferService } from './view';

let service: TransferService;
const onNavigate = vi.fn();
const onChanged = vi.fn();
beforeEach(() => {
  service = sampleTransfer();
  onNavigate.mockReset();
  onChanged.mockReset();
});
const show = () => mount(<TransferPage service={service} onNavigate={onNavigate} onChanged={onChanged} />);
const give = async (name: string) => {
  const input = document.querySelector<HTMLInputElement>('[type=file]')!;
  Object.defineProperty(input, 'files', { value: [new File([''], name)], configurable: true });
  await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
  await press('Shift');
};
const text = () => document.querySelector('main, .page')!.textContent;

describe('a file', () => {
  it('is shown by groups before anything is written, with what is broken by line', async () => {
    const run = vi.spyOn(service, 'run');
    await show();
    await give('list.csv');
    expect(controls('button').filter((label) => /\d$/.test(label))).toEqual(['新增 6', '改变 2', '冲突 2', '相同 2']);
    expect(text()).toContain('第 9 行 职务 1 · 自：不是日期，应写成 2023、2023-10 或 2023-10-28 2021年秋');
    expect(run).not.toHaveBeenCalled();
  });

  it('is taken in as chosen: what replaces the reader’s own only when the reader says so', async () => {
    await show();
    await give('list.csv');
    control('button', '导入 8 条');
    await click(control('button', '冲突 2'));
    expect(text()).toContain('选中的会被文件里的取代');
    await click(document.querySelectorAll<HTMLElement>('.difference-row input')[0]!);
    await click(control('button', '新增 6'));
    await click(document.querySelector<HTMLElement>('.import-choose input')!);
    await click(control('button', '导入 3 条'));
    expect(text()).toContain('已导入 3 条。 1 条在预览期间被改过');
    expect(onChanged).toHaveBeenCalledOnce();
  });

  it('taken in can be taken back', async () => {
    const takeBack = vi.spyOn(service, 'takeBack');
    await show();
    await give('list.csv');
    await click(control('button', '导入 8 条'));
    await click(control('button', '撤销'));
    expect(takeBack).toHaveBeenCalledOnce();
    expect(text()).toContain('已撤销导入。');
  });

  it('that is none is refused with the reason', async () => {
    await show();
    await give('broken.json');
    expect(text()).toContain('“broken.json”没有导入，索引未变。');
    expect(text()).toContain('不是完整的 JSON');
  });

  it('that is a pack is looked through among the packs', async () => {
    await show();
    await give('pack.json');
    expect(onNavigate).toHaveBeenCalledWith({ page: 'packs', pack: 'henglin', role: 'pending' });
  });

  it('says how far it is and can be stopped', async () => {
    let fail: (error: unknown) => void = () => undefined;
    vi.spyOn(service, 'run').mockImplementation((onProgress) => {
      onProgress(1000, 4000);
      return new Promise((_, reject) => {
        fail = reject;
      });
    });
    vi.spyOn(service, 'stop').mockImplementation(() => fail(new DOMException('', 'AbortError')));
    await show();
    await give('list.csv');
    await click(control('button', '导入 8 条'));
    expect(text()).toContain('已写入 1,000 / 4,000');
    await click(control('button', '停止'));
    await press('Shift');
    expect(text()).toContain('已停止，什么都没有改。');
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('that does not fit on the disk says so', async () => {
    vi.spyOn(service, 'run').mockRejectedValue(new Error('存储空间不足'));
    await show();
    await give('list.csv');
    await click(control('button', '导入 8 条'));
    expect(document.querySelector('[role=alert]')!.textContent).toContain('存储空间不足');
  });
});

it('saves a backup, the list, Popolo, and the reader’s layer as a pack', async () => {
  const saves = [vi.spyOn(service, 'saveBackup'), vi.spyOn(service, 'saveTable'), vi.spyOn(service, 'savePopolo')];
  const publish = vi.spyOn(service, 'publish');
  await show();
  for (const label of ['保存：全部备份', '保存：实体列表', '保存：Popolo 格式']) await click(control('button', label));
  for (const save of saves) expect(save).toHaveBeenCalledOnce();
  await type(control('textbox', '标题'), '我的旁注');
  await type(control('textbox', '标识'), 'my-layer');
  await click(control('button', '保存资料包文件'));
  expect(publish).toHaveBeenCalledWith({ id: 'my-layer', title: '我的旁注', licence: 'CC BY 4.0' });
});
