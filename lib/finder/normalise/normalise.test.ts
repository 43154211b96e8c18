import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyString, text } from '../fixtures/texts';
import { GAP_JOINED, GAP_LINE, GAP_NONE, GAP_SPACE, normalise, toSource } from './normalise';

const texts = fc.oneof(text, anyString);

/** Half of a character beyond the BMP: folds only together with the other. */
const isHalf = (unit: string) => unit >= '\ud800' && unit <= '\udfff';

describe('on any text', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const once = normalise(given).text;
        expect(normalise(once).text).toBe(once);
      }),
    );
  });
  it('maps every unit back, ever forward, to the end', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const { source, length } = normalise(given);
        for (let i = 0; i < length; i++) expect(source[i + 1]).toBeGreaterThan(source[i]!);
        expect(source[length]).toBe(given.length);
      }),
    );
  });
  it('holds its units, its text and its gaps in one length', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const normal = normalise(given);
        expect(normal.text.length).toBe(normal.length);
        expect([...normal.units]).toEqual([...Array(normal.length).keys()].map((i) => normal.text.charCodeAt(i)));
        expect(normal.gap[normal.length]).toBe(GAP_LINE);
      }),
    );
  });
  it('gives every unit the given unit that folds to it', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const normal = normalise(given);
        for (let i = 0; i < normal.length; i++) {
          const unit = given[normal.source[i]!]!;
          if (!isHalf(unit)) expect(normalise(unit).text).toBe(normal.text[i]);
        }
      }),
    );
  });
});

it.each([
  ['a high half alone', '金华\ud800', '金华\ufffd'],
  ['a low half alone', '\udc00金华', '\ufffd金华'],
  ['a whole character', '𠮷', '𠮷'],
])('keeps characters beyond the BMP whole: %s', (_, given, expected) => {
  expect(normalise(given).text).toBe(expected);
});

it.each([
  ['full width', 'ＡＢ１２，（）', 'AB12,()'],
  ['traditional', '區長張偉強', '区长张伟强'],
  ['middle dots', '买买提•吐尔洪', '买买提·吐尔洪'],
  ['corner brackets', '「两湖」', '“两湖”'],
  ['white space', ' 汪　泉 \n', '汪泉'],
  ['what nobody sees', '林\u200b知\u00ad远\ufeff', '林知远'],
  ['nothing', '', ''],
  ['nothing but space', ' \n　', ''],
])('folds %s', (_, given, expected) => {
  expect(normalise(given).text).toBe(expected);
});

const sentence = '会上,来自全区各条战线的代表围绕产业发展、城市更新、民生改善等内容作了交流,大家要用好智能制造龙城';

it.each([
  ['nothing', '林知远', 1, GAP_NONE],
  ['a space', '汪　泉', 1, GAP_SPACE],
  ['a line', '区长\n讲话', 2, GAP_LINE],
  ['a cut within a sentence', `${sentence}\n\n实验室`, sentence.length, GAP_JOINED],
  ['a headline’s end', '全区召开会议\n\n大家认为', 6, GAP_LINE],
  ['a sentence’s end', `${sentence}。\n\n实验室`, sentence.length + 1, GAP_LINE],
  ['a cut before the opening of a story', `${sentence}\n\n本报讯`, sentence.length, GAP_LINE],
])('tells what stands between two units: %s', (_, given, at, gap) => {
  expect(normalise(given).gap[at]).toBe(gap);
});

it('gives a span without the white space around it', () => {
  expect(toSource(normalise('  汪　泉  '), 0, 2)).toEqual([2, 5]);
});
