// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { click, control, mount, type } from '../../fixtures/mount';
import { SAMPLE_DIFFERENCE, samplePacks } from '../../fixtures/sample-packs';
import { sampleTransfer } from '../../fixtures/sample-transfer';
import type { Route } from '../route';
import { PacksPage } from './PacksPage';
import type { PackService } from './view';

let service: PackService;
const onNavigate = vi.fn();
beforeEach(() => {
  service = samplePacks();
  onNavigate.mockReset();
});
const show = (route: Route & { page: 'packs' } = { page: 'packs' }) =>
  mount(<PacksPage route={route} revision={0} service={service} onFile={sampleTransfer().open} onNavigate={onNavigate} />);
const first = () => document.querySelector('.pack')!;
const titles = () => [...document.querySelectorAll('.pack h2')].map((title) => title.textContent);
const said = () => [...document.querySelectorAll('[role=status], [role=alert]')].map(({ textContent }) => textContent).join(' ');

describe('the list of packs', () => {
  it('shows the topmost first, and moves and switches them', async () => {
    await show();
    expect(titles()).toEqual(['横林镇补充资料', '常州学校名录', '常州基础数据']);
    await click(control('button', '下移：横林镇补充资料'));
    expect(titles()).toEqual(['常州学校名录', '横林镇补充资料', '常州基础数据']);
    const enable = vi.spyOn(service, 'enable');
    await click(control('switch', '启用：常州学校名录'));
    expect(enable).toHaveBeenCalledWith('schools', true);
  });

  it('says what went wrong at an address, and that the version in use stays', async () => {
    await show();
    expect(said()).toContain('服务器答复 503。 仍用原来的版本。');
    vi.spyOn(service, 'check').mockResolvedValue({ state: 'failed', fault: 'redirected', detail: 'cdn.example' });
    await click(control('button', '检查更新', first()));
    expect(said()).toContain('转向了别的主机（cdn.example）');
  });

  it('takes a pack out only when asked twice', async () => {
    const remove = vi.spyOn(service, 'remove');
    await show();
    await click(control('button', '移除', first()));
    expect(remove).not.toHaveBeenCalled();
    await click(control('button', '保留'));
    await click(control('button', '移除', first()));
    await click(control('button', '移除', document.querySelector('.pack-actions[role=alert]')!));
    expect(remove).toHaveBeenCalledWith('henglin');
    expect(titles()).toEqual(['常州学校名录', '常州基础数据']);
  });

  it('looks at an address and shows what waits there before anything is installed', async () => {
    const look = vi.spyOn(service, 'look').mockResolvedValue({ state: 'waiting', pack: 'new' });
    await show();
    await type(control('textbox', '或订阅网址'), ' https://packs.example/new.json ');
    await click(control('button', '读取'));
    expect(look).toHaveBeenCalledWith('https://packs.example/new.json');
    expect(onNavigate).toHaveBeenCalledWith({ page: 'packs', pack: 'new', role: 'pending' });
  });
});

describe('a version looked through', () => {
  const route = { page: 'packs', pack: 'henglin', role: 'pending' } as const;

  it('says what it is, what changes and how the reader’s edits fare', async () => {
    await show(route);
    const page = document.querySelector('article')!.textContent;
    for (const text of [
      '2026.10.02 更新为 2026.11.20',
      'CC0-1.0',
      'https://packs.example/henglin.json',
      '7 处照旧有效',
      '2 处与新版本冲突',
    ])
      expect(page).toContain(text);
    await click(control('button', '有变化 30'));
    expect(document.querySelector('.difference-row')!.textContent).toContain('横林镇人民政府 副镇长');
  });

  it('is installed with what the reader decided; undecided, the reader’s stands', async () => {
    const apply = vi.spyOn(service, 'apply');
    await show(route);
    await click(control('radio', '采用新的：已离任'));
    await click(control('button', '更新'));
    expect(apply).toHaveBeenCalledWith('henglin', 'd2', [
      { id: 'person/zhou-yuan', theirs: ['note'] },
      { id: 'org/old', theirs: [] },
    ]);
    expect(onNavigate).toHaveBeenCalledWith({ page: 'packs' });
  });

  it('stays where it could not be installed', async () => {
    vi.spyOn(service, 'apply').mockRejectedValue(new Error('存储空间不足'));
    await show(route);
    await click(control('button', '更新'));
    expect(said()).toContain('存储空间不足');
    expect(onNavigate).not.toHaveBeenCalled();
  });

  it('of a hundred thousand changes draws a screenful', async () => {
    const many = Array.from({ length: 100_000 }, (_, at) => ({ ...SAMPLE_DIFFERENCE.rows[1]!, id: `person/n-${at}` }));
    vi.spyOn(service, 'difference').mockResolvedValue({ ...SAMPLE_DIFFERENCE, rows: many });
    await show(route);
    expect(document.querySelectorAll('.difference-row').length).toBeLessThan(60);
  });

  it('says when it is no longer there', async () => {
    await show({ page: 'packs', pack: 'schools', role: 'pending' });
    expect(document.querySelector('.empty')!.textContent).toBe('这一版已不在等待。');
  });
});
