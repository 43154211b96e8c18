import type { Tone } from './highlight-names';

/** Relative luminance (WCAG) above which a ground is light enough for the palette's dark hues, and below which for its light ones. */
export const LIGHT_FROM = 0.62;
export const DARK_TO = 0.099;

/** The tone of a ground by its relative luminance, 0 to 1. */
export function toneOfGround(luminance: number): Tone {
  return luminance >= LIGHT_FROM ? 'light' : luminance <= DARK_TO ? 'dark' : 'middle';
}

/** Contrast of two relative luminances (WCAG), from 1 to 21. */
export function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance of sRGB components from 0 to 1. */
export function luminanceOf(red: number, green: number, blue: number): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

const linear = (component: number) => (component <= 0.04045 ? component / 12.92 : ((component + 0.055) / 1.055) ** 2.4);
