import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../../lib/model/person';
import { tenureDrawing } from './tenure-geometry';

const WIDTH = 320;
const post = (change: Partial<Membership>): Membership => ({ organization: 'org/a', role: '区长', seen: [], sources: [], ...change });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
const membership = fc
  .record({ start: fc.option(partial), end: fc.option(partial), seen: fc.array(partial, { maxLength: 4 }) })
  .map(({ start, end, seen }) =>
    post({
      ...(start && { start_date: start }),
      ...(end && { end_date: end }),
      seen: seen.map((date) => ({ date, source: 'source/a' })),
    }),
  );

describe('tenureDrawing', () => {
  it('is to scale: equal times are equally wide, the article lies where its day is', () => {
    const memberships = [
      post({ start_date: '2020-01-01', end_date: '2020-12-31' }),
      post({ start_date: '2022-01-01', end_date: '2022-12-31' }),
    ];
    const drawing = tenureDrawing(memberships, '2021-01-01', WIDTH)!;
    const [first, second] = drawing.bars as [(typeof drawing.bars)[0], (typeof drawing.bars)[0]];
    expect(first.width / second.width).toBeCloseTo(366 / 365, 2);
    expect(drawing.article).toBeCloseTo(first.x + first.width, 1);
    expect([first.lane, second.lane]).toEqual([0, 0]);
  });

  it('gives posts held together a lane each', () => {
    const together = [post({ start_date: '2020', end_date: '2022' }), post({ start_date: '2021', end_date: '2023' })];
    expect(tenureDrawing(together, null, WIDTH)!.bars.map(({ lane }) => lane)).toEqual([0, 1]);
  });

  it('draws nothing where there is nothing to compare', () => {
    expect(tenureDrawing([], '2023-10-28', WIDTH)).toBeNull();
    expect(tenureDrawing([post({})], '2023-10-28', WIDTH)).toBeNull();
    expect(tenureDrawing([post({ seen: [{ date: '2023-10-28', source: 'source/a' }] })], '2023-10-28', WIDTH)).toBeNull();
  });

  it('keeps everything within the drawing, whatever the dates', () => {
    fc.assert(
      fc.property(fc.array(membership, { maxLength: 6 }), fc.option(day), (memberships, asOf) => {
        const drawing = tenureDrawing(memberships, asOf, WIDTH);
        if (!drawing) return;
        const xs = [
          ...drawing.bars.flatMap(({ x, width }) => [x, x + width]),
          ...drawing.sights.map(({ x }) => x),
          ...drawing.years.map(({ x }) => x),
          ...(drawing.article === null ? [] : [drawing.article]),
        ];
        for (const x of xs) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(WIDTH + 3);
        }
        expect(drawing.years.filter(({ label }) => label).length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
