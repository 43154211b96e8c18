// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Painter, type Painting } from './painter';

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

const text = (data: string) => document.createTextNode(data);
const painting = (
  node: Text,
  start: number,
  end: number,
  mention: Painting['mention'] = { type: 'official', status: 'indexed' },
): Painting => ({
  mention,
  range: { startNode: node, startOffset: start, endNode: node, endOffset: end },
});

function painter() {
  const registry = new Map<string, FakeHighlight>();
  return { registry, painter: new Painter(registry as unknown as HighlightRegistry) };
}

/** The browser's reckoning of what is in view, told by hand. */
function fakeView() {
  const watched = new Set<Element>();
  let heard: (entries: Partial<IntersectionObserverEntry>[]) => void = () => undefined;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof heard) {
        heard = callback;
      }
      observe = (element: Element) => watched.add(element);
      unobserve = (element: Element) => watched.delete(element);
      disconnect = () => watched.clear();
    },
  );
  const box = { width: 100, height: 20 } as DOMRectReadOnly;
  return {
    watched,
    tell: (...seen: [Text, boolean][]) =>
      heard(seen.map(([node, isIntersecting]) => ({ target: node.parentElement!, isIntersecting, boundingClientRect: box }))),
  };
}

beforeEach(() => {
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('StaticRange', FakeRange);
});

describe('the painter', () => {
  test.each([
    ['official', 'indexed', 'longcheng-official'],
    ['organization', 'indexed', 'longcheng-organization'],
    ['project', 'indexed', 'longcheng-project'],
    ['official', 'discovered', 'longcheng-official-discovered'],
    ['organization', 'discovered', 'longcheng-organization-discovered'],
    ['project', 'discovered', 'longcheng-project-discovered'],
  ] as const)('paints %s %s as %s', (type, status, name) => {
    const { registry, painter: it } = painter();
    it.paint([painting(text('陈金虎'), 0, 3, { type, status })]);
    expect([...registry.keys()]).toEqual([name]);
  });

  test('keeps what stays, takes off what goes, adds what comes', () => {
    const { registry, painter: it } = painter();
    const [a, b] = [text('陈金虎盛蕾'), text('水利局')];
    it.paint([painting(a, 0, 3), painting(b, 0, 3)]);
    const [kept, gone] = registry.get('longcheng-official')!;
    it.paint([painting(a, 0, 3), painting(a, 3, 5)]);
    const now = [...registry.get('longcheng-official')!];
    expect(now).toContain(kept);
    expect(now).not.toContain(gone);
    expect(now).toHaveLength(2);
  });

  test('a mention whose type changed is painted anew', () => {
    const { registry, painter: it } = painter();
    const node = text('陈金虎');
    it.paint([painting(node, 0, 3, { type: 'official', status: 'discovered' })]);
    it.paint([painting(node, 0, 3)]);
    expect(registry.get('longcheng-official-discovered')!.size).toBe(0);
    expect(registry.get('longcheng-official')!.size).toBe(1);
  });

  test('goes over to the hues of what a mention stands on, and takes them off with it', () => {
    const { registry, painter: it } = painter();
    const [dark, light] = [text('陈金虎'), text('盛蕾')];
    const at = (name: string) => [...(registry.get(name) ?? [])].map((range) => range.startContainer);
    it.paint([painting(dark, 0, 3), painting(light, 0, 2)]);
    it.tone((node) => (node === dark ? 'dark' : 'light'));
    expect(at('on-dark-longcheng-official')).toEqual([dark]);
    expect(at('longcheng-official')).toEqual([light]);
    it.tone(() => 'middle');
    expect(at('on-dark-longcheng-official')).toEqual([]);
    expect(at('on-middle-longcheng-official')).toEqual([dark, light]);
    it.paint([painting(light, 0, 2)]);
    expect(at('on-middle-longcheng-official')).toEqual([light]);
  });

  test('keeps only what is near the view while a page does not rest, and everything again when it does', () => {
    const view = fakeView();
    const { registry, painter: it } = painter();
    const [near, far, late] = ['陈金虎', '水利局', '盛蕾'].map((name) => document.createElement('p').appendChild(text(name)));
    const at = (name: string) => [...(registry.get(name) ?? [])].map((range) => range.startContainer);
    it.paint([painting(near!, 0, 3), painting(far!, 0, 3)]);
    it.thinOut(true);
    expect(at('longcheng-official')).toEqual([near, far]);
    view.tell([near!, true], [far!, false]);
    expect(at('longcheng-official')).toEqual([near]);
    // What is far changes its hues unseen, and what comes is painted when it is known to be near.
    it.tone((node) => (node === far ? 'dark' : 'light'));
    it.paint([painting(near!, 0, 3), painting(far!, 0, 3), painting(late!, 0, 2)]);
    expect(at('on-dark-longcheng-official')).toEqual([]);
    expect(at('longcheng-official')).toEqual([near]);
    view.tell([late!, true], [near!, false]);
    expect(at('longcheng-official')).toEqual([late]);
    it.thinOut(false);
    expect(at('longcheng-official')).toEqual(expect.arrayContaining([near, late]));
    expect(at('on-dark-longcheng-official')).toEqual([far]);
    expect(view.watched).toEqual(new Set());
  });

  test('marks where the keyboard is over everything else, once', () => {
    const { registry, painter: it } = painter();
    it.markActive(painting(text('陈金虎'), 0, 3).range);
    it.markFocus(painting(text('陈金虎'), 0, 3).range);
    it.markFocus(painting(text('盛蕾'), 0, 2).range, true);
    expect(registry.get('longcheng-focus')!.size).toBe(0);
    expect(registry.get('on-dark-longcheng-focus')!.size).toBe(1);
    expect(registry.get('on-dark-longcheng-focus')!.priority).toBeGreaterThan(registry.get('longcheng-active')!.priority);
    it.markFocus(null);
    expect(registry.get('on-dark-longcheng-focus')!.size).toBe(0);
  });

  test('marks one mention at a time', () => {
    const { registry, painter: it } = painter();
    it.markActive(painting(text('陈金虎'), 0, 3).range);
    it.markActive(painting(text('盛蕾'), 0, 2).range);
    expect(registry.get('longcheng-active')!.size).toBe(1);
    it.markActive(null);
    expect(registry.get('longcheng-active')!.size).toBe(0);
  });

  test('leaves the registry as it was, but for what others put there', () => {
    const { registry, painter: it } = painter();
    it.paint([painting(text('陈金虎'), 0, 3), painting(text('水利局'), 0, 3, { type: 'organization', status: 'indexed' })]);
    it.markActive(painting(text('盛蕾'), 0, 2).range);
    const newer = new FakeHighlight();
    registry.set('longcheng-official', newer);
    it.unpaint();
    it.markActive(null);
    expect([...registry]).toEqual([['longcheng-official', newer]]);
  });
});
