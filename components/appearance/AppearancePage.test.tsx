// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Appearance, DEFAULT_APPEARANCE } from '../../lib/appearance/appearance';
import { click, control, controls, mount } from '../fixtures/mount';
import { sampleAppearance } from '../fixtures/sample-appearance';
import { AppearancePage } from './AppearancePage';

let service: ReturnType<typeof sampleAppearance>;
beforeEach(() => {
  service = sampleAppearance();
});

const show = () => mount(<AppearancePage service={service} />);
const marked = () =>
  [...document.querySelectorAll('.sheet[data-tone=light] [data-mark]')].map(
    (word) => `${word.textContent}:${word.getAttribute('data-mark')}`,
  );
const fieldset = (legend: string) =>
  [...document.querySelectorAll('fieldset')].find((set) => set.querySelector('legend')!.textContent === legend)!;
const choose = (legend: string, value: string) => click(fieldset(legend).querySelector<HTMLElement>(`input[value="${value}"]`)!);

describe('the appearance page', () => {
  it('shows what each choice makes of the sample, and keeps it at once', async () => {
    await show();
    expect(marked()).toContain('王若溪:longcheng-official-discovered');
    expect(marked().filter((word) => word.startsWith('周予安'))).toHaveLength(2);
    await choose('标注', 'page');
    expect(marked().filter((word) => word.startsWith('周予安'))).toHaveLength(1);
    await click(control('switch', '标出索引中没有的名字'));
    expect(marked().join()).not.toContain('discovered');
    await choose('组织', 'none');
    expect(marked().join()).not.toContain('organization');
    await choose('官员', 'teal');
    await choose('线条', 'thick');
    const wanted: Appearance = {
      ...DEFAULT_APPEARANCE,
      official: { mark: 'underline', hue: 'teal' },
      organization: { mark: 'none', hue: 'indigo' },
      density: 'page',
      discovered: false,
      weight: 'thick',
    };
    expect(service.kept).toEqual(wanted);
    expect(document.querySelector('.sample style')!.textContent).toContain('underline solid 3px #2b7a7a');
    await click(control('button', '恢复默认'));
    expect(service.kept).toEqual(DEFAULT_APPEARANCE);
  });

  it('names the keys as they are set, and opens the page where they are changed', async () => {
    service.openShortcuts = vi.fn();
    await show();
    expect([...document.querySelectorAll('section dd')].map((keys) => keys.textContent)).toEqual(['Alt+J', '未设置']);
    await click(control('button', '在浏览器中更改…'));
    expect(service.openShortcuts).toHaveBeenCalledOnce();
  });

  it('says so when a choice could not be kept', async () => {
    service.set = () => Promise.reject(new Error('满'));
    await show();
    await choose('线条', 'thin');
    expect(document.querySelector('[role=alert]')!.textContent).toContain('满');
  });

  it('has a name for every control', async () => {
    await show();
    expect(controls('button').every(Boolean)).toBe(true);
    for (const input of document.querySelectorAll('input')) expect(input.closest('label')!.textContent).not.toBe('');
  });
});
