import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Entity } from '../model/entity';
import type { Membership } from '../model/person';
import { entityOf, sourceOf } from './fixtures/arbitraries';
import { applyEdit, makeEdit, ReaderEdit } from './reader-edit';

const person = (memberships: Membership[], more: object = {}): Entity => ({
  type: 'official',
  id: 'person/gu-shan',
  name: '顾杉',
  other_names: [],
  memberships,
  ...more,
});
const post = (role: string, more: Partial<Membership> = {}): Membership => ({
  organization: 'org/a',
  role,
  seen: [],
  sources: ['source/s1'],
  ...more,
});
const hidden: ReaderEdit = { v: 1, kind: 'hidden', id: 'person/gu-shan' };

describe('makeEdit and applyEdit', () => {
  it('give back what the reader wrote, on the entity it was made on, through the stored form', () => {
    fc.assert(
      fc.property(entityOf('e'), ([pack, edited]) => {
        const edit = makeEdit(pack, edited);
        if (!edit) return expect(edited).toEqual(pack);
        const stored = v.parse(ReaderEdit, JSON.parse(JSON.stringify(edit)));
        expect(applyEdit(pack, stored)).toEqual({ entity: edited, conflicts: [] });
        expect(applyEdit(null, stored).entity).toEqual(edited);
      }),
    );
  });

  it('let untouched fields follow a newer pack, and leave an entity that its schema takes', () => {
    fc.assert(
      fc.property(entityOf('e'), ([pack, edited, newer]) => {
        const edit = makeEdit(pack, edited);
        if (!edit) return;
        const { entity } = applyEdit(newer, edit);
        expect(v.parse(Entity, entity)).toEqual(entity);
        if (edit.kind !== 'changed') throw new Error('a difference of two entities is a change');
        const fields = (value: Entity | null) => value as unknown as Record<string, unknown>;
        for (const key of Object.keys(newer)) {
          if (!(key in edit.fields)) expect(fields(entity)[key]).toEqual(fields(newer)[key]);
        }
        const scalars = Object.keys(edit.fields).filter((key) => !Array.isArray(fields(edited)[key]));
        for (const key of scalars) expect(fields(entity)[key]).toEqual(fields(edited)[key]);
      }),
    );
  });

  it('make nothing of no difference, and take no wrong pair', () => {
    const entity = person([post('局长')]);
    expect(makeEdit(entity, structuredClone(entity))).toBeNull();
    expect(() => makeEdit(entity, { ...entity, id: 'person/other' } as Entity)).toThrow('is not');
    expect(() => makeEdit(null, null)).toThrow();
  });

  it('hide, and create', () => {
    const entity = person([]);
    expect(makeEdit(entity, null)).toEqual(hidden);
    expect(applyEdit(entity, hidden).entity).toBeNull();
    const created = makeEdit(null, entity, { at: '2024-01-02T03:04:05.000Z', sources: [sourceOf('mine')] })!;
    expect(v.parse(ReaderEdit, created)).toEqual(created);
    expect(applyEdit(null, created)).toEqual({ entity, conflicts: [] });
  });
});

describe('an edit over a newer pack', () => {
  const base = person([post('局长', { seen: [{ date: '2021-02-05', source: 'source/s1' }] })]);

  it("keeps a post the reader added beside one the pack added, and both sides' observations of one post", () => {
    const mine = person([
      post('局长', {
        seen: [
          { date: '2021-02-05', source: 'source/s1' },
          { date: '2022', source: 'source/s2' },
        ],
      }),
      post('书记'),
    ]);
    const newer = person([
      post('党组书记'),
      post('局长', {
        end_date: '2023',
        seen: [
          { date: '2021-02-05', source: 'source/s1' },
          { date: '2022-03', source: 'source/s3' },
        ],
      }),
    ]);
    const { entity, conflicts } = applyEdit(newer, makeEdit(base, mine)!);
    expect(conflicts).toEqual([]);
    const posts = (entity as Extract<Entity, { type: 'official' }>).memberships;
    expect(posts.map((m) => m.role)).toEqual(['党组书记', '局长', '书记']);
    expect(posts[1]).toMatchObject({ end_date: '2023', seen: [{ date: '2021-02-05' }, { date: '2022-03' }, { date: '2022' }] });
  });

  it("lists what both changed, and keeps the reader's", () => {
    const edit = makeEdit(
      base,
      person([post('局长', { seen: base.type === 'official' ? base.memberships[0]!.seen : [], end_date: '2022' })], { note: '我记的' }),
    )!;
    const newer = person([post('局长', { seen: [{ date: '2021-02-05', source: 'source/s1' }], end_date: '2023' })], { note: '包里的' });
    const { entity, conflicts } = applyEdit(newer, edit);
    expect(entity).toMatchObject({ note: '我记的', memberships: [{ end_date: '2022' }] });
    expect(conflicts.map((c) => [c.path, c.mine, c.theirs])).toEqual([
      ['memberships[org/a 局长].end_date', '2022', '2023'],
      ['note', '我记的', '包里的'],
    ]);
  });

  it('keeps an item the reader took out away, and says so when the pack changed it since', () => {
    const edit = makeEdit(base, person([]))!;
    expect(applyEdit(base, edit)).toEqual({ entity: person([]), conflicts: [] });
    const newer = person([post('局长', { end_date: '2023' })]);
    expect(applyEdit(newer, edit)).toMatchObject({ entity: { memberships: [] }, conflicts: [{ path: 'memberships[org/a 局长]' }] });
  });

  it('keeps the entity when the pack dropped it, as one conflict', () => {
    const edit = makeEdit(base, { ...base, note: '我记的' })!;
    expect(applyEdit(null, edit)).toMatchObject({ entity: { name: '顾杉', note: '我记的' }, conflicts: [{ path: '' }] });
  });

  it("keeps the reader's own entity when a pack brings one of the same id", () => {
    const edit = makeEdit(null, base)!;
    const { entity, conflicts } = applyEdit({ ...base, name: '顾衫' }, edit);
    expect(entity).toEqual(base);
    expect(conflicts.map((c) => c.path)).toEqual(['name']);
  });
});

describe('ReaderEdit', () => {
  const entity = person([post('局长')]);
  const changed = makeEdit(entity, { ...entity, note: '我记的' })!;

  it.each([
    ['another version', { ...changed, v: 2 }],
    ['another entity', { ...changed, id: 'person/other' }],
    ['a field of a wrong kind', { ...changed, fields: { note: 5 } }],
    ['a required field cleared', { ...changed, fields: { name: null } }],
    ['an unknown kind', { ...hidden, kind: 'gone' }],
    ['no entity', { v: 1, kind: 'created', id: 'person/gu-shan' }],
  ])('refuses %s', (_, edit) => {
    expect(v.safeParse(ReaderEdit, edit).success).toBe(false);
  });

  it('drops fields it does not know, also deep within', () => {
    const hostile = JSON.parse(
      `{"note":"我记的","id":"person/other","extra":1,"__proto__":{"x":1},"memberships":[{"organization":"org/a","role":"局长","extra":1}]}`,
    );
    const edit = v.parse(ReaderEdit, { ...changed, fields: hostile });
    expect(edit).toMatchObject({
      kind: 'changed',
      fields: { note: '我记的', memberships: [{ organization: 'org/a', role: '局长', seen: [], sources: [] }] },
    });
    expect(Object.keys(edit.kind === 'changed' ? edit.fields : {})).toEqual(['note', 'memberships']);
  });
});
