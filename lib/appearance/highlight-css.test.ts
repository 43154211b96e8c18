import { describe, expect, it } from 'vitest';
import { type Appearance, DEFAULT_APPEARANCE } from './appearance';
import { highlightCss } from './highlight-css';

const ruleOf = (appearance: Appearance, name: string) => {
  const rule = new RegExp(String.raw`^::highlight\(${name}\) \{ (.*) \}$`, 'm').exec(highlightCss(appearance));
  return rule?.[1];
};

describe('the style sheet', () => {
  it('tells types by shape, what the index does not know by a hair line', () => {
    const lines = ['official', 'organization', 'project'].flatMap((type) => [
      /underline (\w+ [\d.]+px)/.exec(ruleOf(DEFAULT_APPEARANCE, `longcheng-${type}`)!)![1],
      /underline (\w+ [\d.]+px)/.exec(ruleOf(DEFAULT_APPEARANCE, `longcheng-${type}-discovered`)!)![1],
    ]);
    expect(lines).toEqual(['solid 2px', 'solid 1px', 'dotted 2.5px', 'dotted 1px', 'dashed 2px', 'dashed 1px']);
  });

  it('draws in another hue on dark, in the text’s own between', () => {
    expect(ruleOf(DEFAULT_APPEARANCE, 'longcheng-official')).toContain('#b84a35');
    expect(ruleOf(DEFAULT_APPEARANCE, 'on-dark-longcheng-official')).toContain('#f0907c');
    expect(ruleOf(DEFAULT_APPEARANCE, 'on-middle-longcheng-official')).toContain('currentcolor');
  });

  it('fills the ground of what is known only', () => {
    const filled: Appearance = { ...DEFAULT_APPEARANCE, project: { mark: 'background', hue: 'plum' } };
    expect(ruleOf(filled, 'longcheng-project')).toBe('background-color: color-mix(in srgb, #8a4f93 20%, transparent);');
    expect(ruleOf(filled, 'longcheng-project-discovered')).toContain('dashed 1px #8a4f93');
  });

  it('is for screens alone', () => {
    const outside = highlightCss(DEFAULT_APPEARANCE).replace(/@media screen[^{]*\{\n(?:[^\n]*\}\n)*\}\n/g, '');
    expect(outside).toBe('');
  });

  it('leaves shapes and the system’s colours where colours are forced', () => {
    const forced = highlightCss(DEFAULT_APPEARANCE).split('(forced-colors: active)')[1]!;
    expect(forced).toContain('underline dotted 2.5px CanvasText');
    expect(forced).not.toMatch(/#[0-9a-f]{3}/);
  });
});
