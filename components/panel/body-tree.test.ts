import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BodyNode, bodyTree } from './body-tree';
import type { CastFacts, Member } from './view';

const body = (id: string, change: Partial<Member> = {}): Member => ({
  key: id,
  entityId: id as `org/${string}`,
  type: 'organization',
  name: id,
  text: id,
  status: 'indexed',
  count: 1,
  ...change,
});

/** `a<b` is: a belongs to b. */
const belonging = (...pairs: string[]): CastFacts['references'] => {
  const references: CastFacts['references'] = {};
  for (const pair of pairs) {
    const [id, parent] = pair.split('<').map((name) => `org/${name}` as const) as [`org/${string}`, `org/${string}`];
    references[id] = { name: id, parent };
    references[parent] ??= { name: parent };
  }
  return references;
};

const drawn = (nodes: BodyNode[]): string =>
  nodes
    .map(({ id, member, below }) => `${member ? id : `(${id})`}${below.length ? `[${drawn(below)}]` : ''}`)
    .join(' ')
    .replaceAll('org/', '');

it.each([
  ['a parent that is mentioned holds its parts', ['a', 'b'], ['a<b'], 'b[a]'],
  ['a parent that is not mentioned joins two', ['a', 'b'], ['a<p', 'b<p'], '(p)[a b]'],
  ['and is left out above one', ['a'], ['a<p'], 'a'],
  ['what joins may lie further up', ['a', 'b'], ['a<p', 'p<q', 'b<q'], '(q)[a b]'],
  ['a mentioned body far above holds what is below', ['a', 'q'], ['a<p', 'p<q'], 'q[a]'],
  ['branches come in the order of the page', ['x', 'a', 'y'], ['x<p', 'y<p', 'a<q'], '(p)[x y] a'],
  ['bodies that belong to each other in a circle are all there', ['a', 'b'], ['a<b', 'b<a'], 'b[a]'],
])('%s', (_, mentioned, pairs, expected) => {
  expect(
    drawn(
      bodyTree(
        mentioned.map((id) => body(`org/${id}`)),
        belonging(...pairs),
      ),
    ),
  ).toBe(expected);
});

it('says nothing of where namesakes and unknown bodies belong', () => {
  const members = [body('org/a', { candidates: ['org/a', 'org/c'] }), body('organization:新', { entityId: null }), body('org/b')];
  expect(drawn(bodyTree(members, belonging('a<b')))).toBe('a organization:新 b');
});

it('holds every mentioned body once, and others only where they join two', () => {
  const id = fc.integer({ min: 0, max: 9 }).map((number) => `org/${number}` as const);
  fc.assert(
    fc.property(fc.uniqueArray(id), fc.dictionary(id, id), (ids, parents) => {
      const references: CastFacts['references'] = {};
      for (let number = 0; number < 10; number++) references[`org/${number}`] = { name: `${number}` };
      for (const [child, parent] of Object.entries(parents)) references[child] = { name: child, parent };
      const seen: string[] = [];
      const walk = (node: BodyNode): void => {
        if (node.member) seen.push(node.id);
        else expect(node.below.length).toBeGreaterThan(1);
        node.below.forEach(walk);
      };
      bodyTree(
        ids.map((one) => body(one)),
        references,
      ).forEach(walk);
      expect(seen.toSorted()).toEqual(ids.toSorted());
    }),
  );
});
