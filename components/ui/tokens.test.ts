import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's ratio between two tokens. */
function contrast(a: string, b: string, scheme: 'light' | 'dark'): number {
  const [high, low] = [luminance(tokens.get(a)![scheme]), luminance(tokens.get(b)![scheme])].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const TEXT = ['ink', 'ink-2', 'ink-3', 'official', 'organization', 'project', 'warn', 'danger'];

describe.each(['light', 'dark'] as const)('tokens in %s', (scheme) => {
  it.each(TEXT.flatMap((text) => ['paper', 'wash'].map((ground) => [text, ground])))('%s can be read on %s', (text, ground) => {
    expect(contrast(text!, ground!, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['edge', 'focus', 'official', 'organization', 'project'])('%s can be seen as a line or a mark', (line) => {
    expect(contrast(line, 'paper', scheme)).toBeGreaterThanOrEqual(3);
    expect(contrast(line, 'wash', scheme)).toBeGreaterThanOrEqual(3);
  });
});
