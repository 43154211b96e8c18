// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Mention } from '../finder/types';
import { collectFlow } from './collect-flow';
import type { Painter } from './painter';
import { Seeker } from './seeker';
import type { AnnotatedPage } from './session';

const NAME = '陈金虎';
const markActive = vi.fn();
let stop: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  markActive.mockClear();
  // Nothing is laid out here: what is drawn is what is not folded away.
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(function (this: Range) {
    const isDrawn = !this.startContainer.parentElement?.closest('.folded');
    return (isDrawn ? [{ width: 9, height: 9, top: 10, bottom: 19 }] : []) as unknown as DOMRectList;
  });
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

function pageOf(html: string): AnnotatedPage {
  document.body.innerHTML = html;
  const flow = collectFlow(document.body);
  const mentions = [...flow.text.matchAll(new RegExp(NAME, 'g'))].map(
    ({ index }): Mention => ({
      start: index,
      end: index + NAME.length,
      text: NAME,
      type: 'official',
      name: NAME,
      entityId: 'person/chen-jinhu',
      status: 'indexed',
      votes: [],
    }),
  );
  return { flow, facts: {}, findings: { scope: '', date: null, mentions, references: [] } } as unknown as AnnotatedPage;
}

describe('seeking a name', () => {
  const seek = () => new Seeker({ markActive } as unknown as Painter, stop.signal);
  const KEY = 'person/chen-jinhu';

  test('goes forward and back, round and round, past what is not drawn', () => {
    const page = pageOf(`<p>${NAME}</p><p class="folded">${NAME}</p><p>${NAME}</p><p>${NAME}</p>`);
    const seeker = seek();
    const places = [false, false, false, false, true, true].map((back) => seeker.step(page, KEY, back));
    expect(places.map((place) => place && `${place.at}/${place.of}`)).toEqual(['1/3', '2/3', '3/3', '1/3', '3/3', '2/3']);
    expect(seek().step(page, KEY, true)?.at).toBe(3);
    expect(seeker.step(page, 'person/nobody')).toBeNull();
  });

  test('marks what it found for a moment', () => {
    const seeker = seek();
    seeker.step(pageOf(`<p>${NAME}</p>`), KEY);
    expect(markActive).toHaveBeenCalledTimes(1);
    vi.runAllTimers();
    expect(markActive).toHaveBeenLastCalledWith(null);
  });

  test('stays where it was for a card, which then marks it', () => {
    const page = pageOf(`<p>${NAME}</p><p>${NAME}</p>`);
    const seeker = seek();
    expect(seeker.stay(page, KEY)?.at).toBe(1);
    seeker.step(page, KEY);
    expect(seeker.stay(page, KEY)?.at).toBe(2);
    markActive.mockClear();
    vi.runAllTimers();
    expect(markActive).not.toHaveBeenCalled();
  });
});
