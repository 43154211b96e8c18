// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Appearance, DEFAULT_APPEARANCE } from '../appearance/appearance';
import type { Article, Findings, Mention } from '../finder/types';
import { pageBody } from './fixtures/arbitraries';
import { Painter } from './painter';
import { type AnnotatedPage, startSession } from './session';

// What happy-dom lacks, as far as a session uses it.
class FakeHighlight extends Set<StaticRange> {
  priority = 0;
  constructor(...ranges: StaticRange[]) {
    super(ranges);
  }
}
class FakeRange {
  constructor(init: StaticRangeInit) {
    Object.assign(this, init);
  }
}

function findings(text: string): Findings {
  const mentions: Mention[] = [];
  for (const match of text.matchAll(/陈\s*金\s*虎|水利局/g)) {
    const start = match.index;
    const [type, status] = match[0] === '水利局' ? (['organization', 'discovered'] as const) : (['official', 'indexed'] as const);
    mentions.push({ start, end: start + match[0].length, text: match[0], type, name: match[0], entityId: null, status, votes: [] });
  }
  return { scope: '', date: null, mentions, references: [] };
}

/** A session over a page whose background answers at once, or when `release` is called. */
function reading(html: string, { held = false } = {}) {
  document.body.innerHTML = html;
  const registry = new Map<string, FakeHighlight>();
  const asked: Article[] = [];
  const answers: (() => void)[] = [];
  const pages: AnnotatedPage[] = [];
  const look: { appearance: Appearance } = { appearance: DEFAULT_APPEARANCE };
  const stopper = new AbortController();
  const onError = vi.fn();
  const onGiveUp = vi.fn();
  const before = document.documentElement.outerHTML;
  const session = startSession({
    document,
    signal: stopper.signal,
    painter: new Painter(registry as unknown as HighlightRegistry),
    appearance: () => look.appearance,
    annotate: (article) => {
      asked.push(article);
      return new Promise((resolve) => {
        const answer = () => resolve(findings(article.text));
        if (held) answers.push(answer);
        else answer();
      });
    },
    onAnnotated: (page) => pages.push(page),
    onError,
    onGiveUp,
  });
  const painted = () =>
    Object.fromEntries(
      [...registry].map(([name, ranges]) => [
        name,
        [...ranges].map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset)),
      ]),
    );
  return { session, look, asked, answers, pages, registry, painted, before, stopper, onError, onGiveUp };
}

const settle = () => vi.advanceTimersByTimeAsync(20_000);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('StaticRange', FakeRange);
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 1));
  vi.stubGlobal('cancelIdleCallback', (id: number) => clearTimeout(id));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a session', () => {
  test('asks once for the whole page and paints what comes back', async () => {
    const page = reading('<p>市委书记陈金虎</p><p>区水利局</p>');
    await settle();
    expect(page.asked.map(({ text }) => text)).toEqual(['市委书记陈金虎\n\n区水利局']);
    expect(page.painted()).toEqual({ 'longcheng-official': ['陈金虎'], 'longcheng-organization-discovered': ['水利局'] });
    page.stopper.abort();
    expect(page.registry.size).toBe(0);
  });

  test('asks again when the text has changed, once for a storm of changes', async () => {
    const page = reading('<p>甲</p>');
    await settle();
    for (let n = 0; n < 50; n++) {
      document.body.append(`陈金虎${n}`);
      await Promise.resolve();
    }
    await settle();
    expect(page.asked).toHaveLength(2);
    expect(page.painted()['longcheng-official']).toHaveLength(50);
    page.stopper.abort();
  });

  test('has less painted while the page does not rest, and everything once it does', async () => {
    const thinOut = vi.spyOn(Painter.prototype, 'thinOut').mockImplementation(() => undefined);
    const page = reading('<p>书记陈金虎</p>');
    await settle();
    document.body.append('一次');
    await settle();
    expect(thinOut.mock.calls.filter(([restless]) => restless)).toEqual([]);
    for (let n = 0; n < 200; n++) {
      document.body.append('又一次');
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(thinOut).toHaveBeenLastCalledWith(true);
    await settle();
    expect(thinOut).toHaveBeenLastCalledWith(false);
    page.stopper.abort();
    thinOut.mockRestore();
  });

  test('does not ask about the same text, and follows it into new nodes', async () => {
    const page = reading('<p>书记陈金虎</p>');
    await settle();
    const [first] = page.registry.get('longcheng-official')!;
    document.querySelector('p')!.replaceWith(document.createRange().createContextualFragment('<p>书记<b>陈金虎</b></p>'));
    await settle();
    expect(page.asked).toHaveLength(1);
    const [second] = page.registry.get('longcheng-official')!;
    expect(second).not.toBe(first);
    expect((second!.startContainer as Text).parentElement?.localName).toBe('b');
    page.stopper.abort();
  });

  test('leaves painted what has not changed', async () => {
    const page = reading('<p>陈金虎</p>');
    await settle();
    const [first] = page.registry.get('longcheng-official')!;
    document.body.prepend(document.createRange().createContextualFragment('<p>陈金虎等</p>'));
    await settle();
    expect(page.registry.get('longcheng-official')!.size).toBe(2);
    expect(page.registry.get('longcheng-official')!.has(first!)).toBe(true);
    page.stopper.abort();
  });

  test('drops an answer the page has outrun', async () => {
    const page = reading('<p>陈金虎</p>', { held: true });
    document.body.innerHTML = '<p>水利局</p>';
    await settle();
    expect(page.asked).toHaveLength(2);
    page.answers[1]!();
    await settle();
    page.answers[0]!();
    await settle();
    expect(page.painted()).toEqual({ 'longcheng-organization-discovered': ['水利局'] });
    page.stopper.abort();
  });

  test('paints nothing once it has been stopped', async () => {
    const page = reading('<p>陈金虎</p>', { held: true });
    page.stopper.abort();
    page.answers[0]!();
    document.body.append('水利局');
    await settle();
    expect(page.registry.size).toBe(0);
    expect(page.asked).toHaveLength(1);
  });

  test('refresh asks for the same text anew', async () => {
    const page = reading('<p>陈金虎</p>');
    await settle();
    page.session.refresh();
    await settle();
    expect(page.asked).toHaveLength(2);
    page.stopper.abort();
  });

  test('redraws what the reader wants to see, without asking', async () => {
    const page = reading('<p>陈金虎与陈金虎</p><p>水利局</p>');
    await settle();
    page.look.appearance = { ...DEFAULT_APPEARANCE, density: 'page', discovered: false };
    page.session.redraw();
    expect(page.painted()).toEqual({ 'longcheng-official': ['陈金虎'], 'longcheng-organization-discovered': [] });
    expect(page.session.page()!.drawn.map(({ start }) => start)).toEqual([0]);
    expect(page.asked).toHaveLength(1);
    page.stopper.abort();
  });

  test('rests while the tab is hidden', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const page = reading('<p>陈金虎</p>');
    await settle();
    expect(page.asked).toHaveLength(0);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(page.asked).toHaveLength(1);
    page.stopper.abort();
  });

  test('waits longer and longer on a page that never rests, and gives up when its budget is spent', async () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    // Each look at this page takes 200 ms of the main thread.
    vi.spyOn(document.body, 'querySelectorAll').mockImplementation(() => {
      clock += 200;
      return [] as unknown as NodeListOf<Element>;
    });
    const page = reading('<p>甲</p>');
    for (let n = 0; n < 100; n++) {
      document.body.append('乙');
      await settle();
      clock += 1;
    }
    expect(page.onGiveUp).toHaveBeenCalledTimes(1);
    expect(page.asked.length).toBeLessThan(10);
    expect(page.session.isFollowing()).toBe(false);
    const before = page.asked.length;
    history.pushState(null, '', '#/another');
    await settle();
    expect(page.session.isFollowing()).toBe(true);
    expect(page.asked.length).toBeGreaterThan(before);
    page.stopper.abort();
  });

  test('is soon there again on a page at rest, however long its first look took', async () => {
    let clock = 0;
    const now = vi.spyOn(performance, 'now').mockImplementation(() => clock);
    let cost = 400;
    vi.spyOn(document.body, 'querySelectorAll').mockImplementation(() => {
      clock += cost;
      return [] as unknown as NodeListOf<Element>;
    });
    const pass = async (ms: number) => {
      clock += ms;
      await vi.advanceTimersByTimeAsync(ms);
    };
    const page = reading('<p>甲</p>');
    cost = 15;
    for (let part = 1; part <= 5; part++) {
      await pass(2500);
      document.body.append('陈金虎');
      await pass(1000);
      expect(page.asked, `part ${part}`).toHaveLength(part + 1);
    }
    // A look that costs much time and again is not had so soon.
    cost = 90;
    for (let part = 1; part <= 2; part++) {
      await pass(2500);
      document.body.append('水利局');
      await pass(5000);
    }
    const before = page.asked.length;
    await pass(100);
    document.body.append('乙');
    await pass(1000);
    expect(page.asked).toHaveLength(before);
    now.mockRestore();
    page.stopper.abort();
  });

  test('looks seldom in a storm from its first second on', async () => {
    let clock = 0;
    const now = vi.spyOn(performance, 'now').mockImplementation(() => clock);
    const page = reading('<p>甲</p>');
    await settle();
    clock += 20_000;
    for (let n = 0; n < 600; n++) {
      document.body.append('又一次');
      clock += 10;
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(page.asked.length).toBeLessThanOrEqual(4);
    now.mockRestore();
    page.stopper.abort();
  });

  test('reads shadow trees, follows what changes in them, and sees those that come late', async () => {
    document.body.innerHTML = '';
    const page = reading('<x-early></x-early><x-late></x-late>');
    const early = document.querySelector('x-early')!.attachShadow({ mode: 'open' });
    early.innerHTML = '<p>陈金虎</p>';
    await settle();
    expect(page.painted()['longcheng-official']).toEqual(['陈金虎']);
    early.append('水利局');
    await settle();
    expect(page.painted()['longcheng-organization-discovered']).toEqual(['水利局']);
    document.body.append('甲');
    await vi.advanceTimersByTimeAsync(500);
    document.querySelector('x-late')!.attachShadow({ mode: 'open' }).innerHTML = '陈金虎';
    await settle();
    expect(page.painted()['longcheng-official']).toEqual(['陈金虎', '陈金虎']);
    page.stopper.abort();
  });

  test('looks again where something else than the tree shows or hides text', async () => {
    const page = reading('<p>甲</p>');
    await settle();
    const looks = vi.spyOn(document.body, 'querySelectorAll');
    for (const type of ['toggle', 'change', 'hashchange', 'resize']) {
      looks.mockClear();
      window.dispatchEvent(new Event(type));
      await settle();
      expect(looks, type).toHaveBeenCalled();
    }
    page.stopper.abort();
  });

  test('does not take its own card that opens for a change of the page', async () => {
    const page = reading('<p>甲</p>');
    const card = document.createElement('longcheng-card');
    document.body.append(card);
    await settle();
    const looks = vi.spyOn(document.body, 'querySelectorAll');
    card.dispatchEvent(new Event('toggle'));
    await settle();
    expect(looks).not.toHaveBeenCalled();
    page.stopper.abort();
  });

  test('what an answer costs the page counts as well', async () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    const page = reading('<p>甲</p>');
    // Painting what is found takes 300 ms of the main thread.
    vi.spyOn(Painter.prototype, 'paint').mockImplementation(() => {
      clock += 300;
    });
    for (let n = 0; n < 20; n++) {
      document.body.append('乙');
      await settle();
    }
    expect(page.onGiveUp).toHaveBeenCalledTimes(1);
    expect(page.asked.length).toBeLessThan(8);
    page.stopper.abort();
  });

  test('our own element on the page is no change', async () => {
    const page = reading('<p>甲</p>');
    await settle();
    const looks = vi.spyOn(document.body, 'querySelectorAll');
    document.documentElement.append(document.createElement('longcheng-card'));
    await settle();
    expect(looks).not.toHaveBeenCalled();
    document.querySelector('longcheng-card')!.remove();
    page.stopper.abort();
  });

  test('an error of the background is told, and the page left as it is', async () => {
    document.body.innerHTML = '<p>甲</p>';
    const onError = vi.fn();
    const stopper = new AbortController();
    const failure = new Error('unavailable');
    startSession({
      document,
      signal: stopper.signal,
      painter: new Painter(new Map() as unknown as HighlightRegistry),
      appearance: () => DEFAULT_APPEARANCE,
      annotate: () => Promise.reject(failure),
      onError,
    });
    await settle();
    expect(onError).toHaveBeenCalledExactlyOnceWith(failure);
    stopper.abort();
  });

  test('start and stop leave any page exactly as it was', async () => {
    await fc.assert(
      fc.asyncProperty(pageBody, async (html) => {
        const page = reading(`${html}<p>陈金虎</p>`);
        await settle();
        expect(page.painted()['longcheng-official']?.length).toBeGreaterThan(0);
        page.stopper.abort();
        expect(document.documentElement.outerHTML).toBe(page.before);
        expect(page.registry.size).toBe(0);
      }),
    );
  });
});
