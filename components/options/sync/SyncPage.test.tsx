// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { click, control, controls, mount } from '../../fixtures/mount';
import { sampleSync } from '../../fixtures/sample-sync';
import { SyncPage } from './SyncPage';
import type { SyncService } from './view';

const show = (service: SyncService) => mount(<SyncPage service={service} explain={(error) => (error as Error).message} />);
const page = () => document.querySelector('.sync')!.textContent;

it('is explained and off until it is switched on', async () => {
  const service = sampleSync({ on: false });
  await show(service);
  expect(page()).toContain('经由浏览器自己的同步存储');
  expect(controls('button')).toEqual(['清空浏览器同步存储里的副本']);
  await click(control('switch', '在我的电脑之间同步'));
  expect(control('switch', '在我的电脑之间同步').getAttribute('aria-checked')).toBe('true');
  expect(controls('button')).toEqual(['立即同步']);
});

it('says what stays on this machine, and why', async () => {
  await show(sampleSync({ more: 3 }));
  expect([...document.querySelectorAll('.site-list li')].map((row) => row.textContent)).toEqual([
    '常州市武进区水利局太大',
    '柳塘浜整治工程本机没有相应的资料包',
  ]);
  expect(page()).toContain('没有同步的：5 条');
  expect(page()).toContain('18%，共 100 KB');
});

it('says why the last exchange was in vain', async () => {
  await show(sampleSync({ error: 'newer' }));
  expect(document.querySelector('[role=status]')!.textContent).toContain('更新的版本');
  const service = sampleSync();
  vi.spyOn(service, 'run').mockRejectedValue(new Error('扩展后台未应答'));
  await show(service);
  await click(control('button', '立即同步'));
  expect(document.querySelector('[role=alert]')!.textContent).toBe('扩展后台未应答');
});

it('empties the storage only when asked twice', async () => {
  const service = sampleSync({ on: false });
  const clear = vi.spyOn(service, 'clear');
  await show(service);
  await click(control('button', '清空浏览器同步存储里的副本'));
  expect(document.activeElement!.textContent).toBe('取消');
  await click(control('button', '取消'));
  expect(document.activeElement!.textContent).toBe('清空浏览器同步存储里的副本');
  expect(clear).not.toHaveBeenCalled();
  await click(control('button', '清空浏览器同步存储里的副本'));
  await click(control('button', '清空'));
  expect(clear).toHaveBeenCalledOnce();
});
