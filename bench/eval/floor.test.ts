import { describe, expect, test } from 'vitest';
import { createPackAnnotator } from '../../tools/annotator';
import { parseLabelled, readLabelled } from './labelled';
import { f1, score } from './score';

/** What the finder has reached on the texts its weights were not trained on (see the README beside this file). These numbers may only rise. */
const FLOOR = {
  official: { overlap: 98, exact: 98 },
  organization: { overlap: 96, exact: 93 },
  project: { overlap: 92, exact: 88 },
  all: { overlap: 96, exact: 94 },
} as const;
const FALSE_OFFICIALS = 0;

describe('the finder on labelled texts its weights were not trained on', async () => {
  const annotate = await createPackAnnotator();
  const texts = readLabelled().filter((text) => text.part === 'measure');
  const result = score(
    texts.map((text) => ({ text, mentions: annotate({ text: text.text, date: text.date, ...(text.url && { url: text.url }) }).mentions })),
  );

  test.each(Object.entries(FLOOR))('%s does not fall', (type, floor) => {
    const tally = result.by[type as keyof typeof FLOOR];
    expect(f1(tally, 'overlap')).toBeGreaterThanOrEqual(floor.overlap);
    expect(f1(tally, 'exact')).toBeGreaterThanOrEqual(floor.exact);
  });

  test('nobody else is made an official', () => {
    expect(result.falseOfficials).toBeLessThanOrEqual(FALSE_OFFICIALS);
  });
});

test('a labelled text gives its plain text and its labels by offset', () => {
  const text = parseLabelled(
    't',
    'date: 2023-10-28\nscope: 常州市\npart: measure\ntitle: 题\n---\n【G?:市委=中共常州市委员会】书记【O:陈金虎】出席。',
  );
  expect(text.text).toBe('市委书记陈金虎出席。');
  expect(text.labels).toEqual([
    { start: 0, end: 2, text: '市委', type: 'organization', canonical: '中共常州市委员会', optional: true },
    { start: 4, end: 7, text: '陈金虎', type: 'official', canonical: '陈金虎', optional: false },
  ]);
});
