// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { shadeOf, toneReader } from './tone';

function toneIn(html: string) {
  document.body.innerHTML = html;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last = walker.nextNode() as Text;
  while (walker.nextNode()) last = walker.currentNode as Text;
  return toneReader()(last);
}

describe('what a text stands on', () => {
  test.each([
    ['white paper', '<p style="background-color: rgb(255, 255, 255); color: rgb(34, 34, 34)">字</p>', 'light'],
    [
      'a dark page',
      '<div style="background-color: rgb(21, 23, 26)"><p style="background-color: rgba(0, 0, 0, 0); color: rgb(217, 220, 225)">字</p></div>',
      'dark',
    ],
    [
      'grey text on black',
      '<div style="background-color: rgb(0, 0, 0)"><p style="background-color: rgba(0, 0, 0, 0); color: rgb(140, 140, 140)">字</p></div>',
      'dark',
    ],
    ['a red masthead', '<div style="background-color: rgb(168, 32, 26); color: rgb(255, 255, 255)">字</div>', 'dark'],
    ['mid grey', '<div style="background-color: rgb(128, 128, 128); color: rgb(0, 0, 0)">字</div>', 'middle'],
    [
      'a veil over black',
      '<div style="background-color: rgb(0, 0, 0)"><p style="background-color: rgba(255, 255, 255, 0.05); color: rgb(230, 230, 230)">字</p></div>',
      'dark',
    ],
    ['a picture', '<div style="background-image: url(a.png); color: rgb(255, 255, 255)">字</div>', 'middle'],
    // White on white cannot be: it is laid over something else.
    ['something not its ancestor', '<div style="background-color: rgb(255, 255, 255); color: rgb(255, 255, 255)">字</div>', 'middle'],
    [
      'letters cut out of a picture',
      '<div style="background-image: url(a.png); background-color: rgb(0, 0, 0); color: rgba(0, 0, 0, 0)">字</div>',
      'light',
    ],
  ])('%s', (_, html, tone) => {
    expect(toneIn(html)).toBe(tone);
  });
});

test.each([
  ['rgb(255, 255, 255)', 1, 1],
  ['rgba(0, 0, 0, 0.5)', 0, 0.5],
  ['rgb(0 0 0 / 50%)', 0, 0.5],
  ['color(srgb 1 1 1)', 1, 1],
  ['color(srgb 0 0 0 / 0.25)', 0, 0.25],
  ['oklch(1 0 0)', 1, 1],
  ['oklch(0% 0 0)', 0, 1],
  ['oklab(1 0 0 / 0.5)', 1, 0.5],
  ['lab(100 0 0)', 1, 1],
  ['lch(0 0 0)', 0, 1],
])('%s has its luminance', (color, luminance, alpha) => {
  expect(shadeOf(color)?.luminance).toBeCloseTo(luminance, 2);
  expect(shadeOf(color)?.alpha).toBe(alpha);
});

test('a form of tomorrow is not guessed at', () => {
  expect(shadeOf('device-cmyk(0 0 0 0)')).toBeNull();
});
