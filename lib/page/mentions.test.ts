import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mention } from '../finder/types';
import { spanAt } from './hit-test';
import { keyOf, pageEntities } from './page-entities';

const mention = (given: Partial<Mention>): Mention => ({
  start: 0,
  end: 1,
  text: '陈金虎',
  type: 'official',
  name: '陈金虎',
  entityId: 'person/chen-jinhu',
  status: 'indexed',
  votes: [],
  ...given,
});

describe('the span at an offset', () => {
  test('is the one a plain search finds', () => {
    const spans = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 5 }))).map((gaps) => {
      let at = 0;
      return gaps.map(([gap, length]) => {
        const start = at + gap;
        at = start + length;
        return { start, end: at };
      });
    });
    fc.assert(
      fc.property(spans, fc.nat(60), (all, offset) => {
        expect(spanAt(all, offset)).toBe(all.find(({ start, end }) => start <= offset && offset < end));
      }),
    );
  });
});

describe('the entities of a page', () => {
  test('are counted once each, in the order they are first named', () => {
    const entities = pageEntities([
      mention({ text: '区水利局', name: '水利局', type: 'organization', entityId: 'org/wujin.water' }),
      mention({}),
      mention({ post: '市委书记' }),
      mention({ type: 'project', entityId: null, name: '某工程', status: 'discovered' }),
      mention({ type: 'organization', entityId: null, name: '某工程', status: 'discovered' }),
    ]);
    expect(entities.map(({ key, count, post }) => ({ key, count, post }))).toEqual([
      { key: 'org/wujin.water', count: 1, post: undefined },
      { key: 'person/chen-jinhu', count: 2, post: '市委书记' },
      { key: 'project:某工程', count: 1, post: undefined },
      { key: 'organization:某工程', count: 1, post: undefined },
    ]);
  });

  test('are namesakes only as long as nothing tells them apart', () => {
    const candidates = ['person/chen-jinhu', 'person/chen-2'] as const;
    const [open] = pageEntities([mention({ candidates: [...candidates] }), mention({ candidates: [...candidates] })]);
    expect(open).toMatchObject({ count: 2, candidates });
    const [decided] = pageEntities([mention({ candidates: [...candidates] }), mention({})]);
    expect(decided).not.toHaveProperty('candidates');
  });

  test('a key fits a message', () => {
    expect(keyOf({ type: 'project', entityId: null, name: '长'.repeat(3000) })).toHaveLength(2000);
  });
});
