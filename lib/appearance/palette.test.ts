import { describe, expect, it } from 'vitest';
import { contrast, DARK_TO, LIGHT_FROM, luminanceOf, toneOfGround } from './ground';
import { HUES, PALETTE } from './palette';

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];
  return luminanceOf(red, green, blue);
}

describe.each(HUES)('%s', (hue) => {
  it('is seen on every ground that counts as light or as dark', () => {
    expect(contrast(luminance(PALETTE[hue].onLight), LIGHT_FROM)).toBeGreaterThanOrEqual(3);
    expect(contrast(luminance(PALETTE[hue].onDark), DARK_TO)).toBeGreaterThanOrEqual(3);
  });

  it('leaves black and white text readable when it fills the ground behind it', () => {
    const blended = (hex: string, ground: number) =>
      luminanceOf(
        ...([1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) * 0.2 + ground * 0.8) as [number, number, number]),
      );
    expect(contrast(blended(PALETTE[hue].onLight, 1), 0)).toBeGreaterThan(10);
    expect(contrast(blended(PALETTE[hue].onDark, 0), 1)).toBeGreaterThan(10);
  });
});

it.each([
  ['#ffffff', 'light'],
  ['#eef1f4', 'light'],
  ['#808080', 'middle'],
  ['#a8201a', 'dark'],
  ['#15171a', 'dark'],
] as const)('%s is a %s ground', (color, tone) => {
  expect(toneOfGround(luminance(color))).toBe(tone);
});
