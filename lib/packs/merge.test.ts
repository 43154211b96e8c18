import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Entity } from '../model/entity';
import { changesBetween } from './changes';
import { diffPacks } from './diff';
import { entitiesOf } from './entities';
import { entityOf } from './fixtures/arbitraries';
import { editsOver, mergeLayers, settleEdit } from './merge';
import { Pack } from './pack';
import { applyEdit, makeEdit, ReaderEdit } from './reader-edit';
import type { Plain } from './three-way';

const read = (file: string) => JSON.parse(readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8'));
const first = v.parse(Pack, read('pack-v1.json'));
/** The sample's next version: one post ended, a note changed, a body gone, an official new. */
const next = v.parse(Pack, {
  ...structuredClone(first),
  revision: '2024.06.01',
  counts: undefined,
  organizations: first.organizations.filter((body) => body.id !== 'org/heling.gov'),
  persons: [
    ...first.persons.map((person) =>
      person.id === 'person/lu-an.qinghu'
        ? { ...person, note: '已离任。', memberships: person.memberships.map((post) => ({ ...post, end_date: '2024-05' })) }
        : person,
    ),
    {
      id: 'person/new',
      name: '闻人樾',
      memberships: [{ organization: 'org/qinghu.water', role: '局长', start_date: '2024-05', sources: ['source/codes'] }],
    },
  ],
});
const edits = v.parse(v.array(ReaderEdit), read('reader-edits-v1.json'));
const inFirst = new Map([...entitiesOf(first)].map((entity) => [entity.id, entity]));
const inNext = new Map([...entitiesOf(next)].map((entity) => [entity.id, entity]));

describe('the frozen edits of version 1', () => {
  it("read in today's code and lie above the pack", () => {
    const merged = mergeLayers([first], edits);
    expect(
      [...merged.values()].filter(({ origin }) => origin !== 'pack').map(({ entity, origin, conflicts }) => [entity.id, origin, conflicts]),
    ).toEqual([
      ['org/heling.gov', 'hidden', []],
      ['person/lu-an.qinghu', 'changed', []],
      ['project/qinghu-shore', 'changed', []],
      ['person/mine', 'reader', []],
    ]);
    expect(merged.get('person/lu-an.qinghu')!.entity).toMatchObject({
      note: '我在现场见过。',
      memberships: [{ role: '局长' }, { role: '河长' }],
    });
    expect(merged.get('project/qinghu-shore')!.entity).not.toHaveProperty('location');
  });

  it('stand over the next version, each conflict shown', () => {
    const outcomes = editsOver(
      (id) => inNext.get(id) ?? null,
      (id) => inFirst.has(id),
      edits,
    );
    expect(outcomes.map(({ edit, state, conflicts }) => [edit.id, state, conflicts.map((conflict) => conflict.path)])).toEqual([
      ['person/lu-an.qinghu', 'conflict', ['note']],
      ['project/qinghu-shore', 'stands', []],
      ['org/heling.gov', 'gone', []],
    ]);
    expect(mergeLayers([next], edits).get('person/lu-an.qinghu')!.entity).toMatchObject({
      note: '我在现场见过。',
      memberships: [{ role: '局长', end_date: '2024-05' }, { role: '河长' }],
    });
  });
});

describe('settling an edit', () => {
  const id = 'person/lu-an.qinghu';
  const edit = edits.find((known) => known.id === id)!;

  it('keeps mine: the conflict is gone and nothing of the reader’s is', () => {
    const settled = settleEdit(inNext.get(id)!, edit, new Set(), { pack: 'sample', revision: '2024.06.01' })!;
    expect(settled).toMatchObject({ base: { revision: '2024.06.01' }, at: edit.at });
    expect(applyEdit(inNext.get(id)!, settled)).toEqual({ entity: applyEdit(inNext.get(id)!, edit).entity, conflicts: [] });
  });

  it('takes theirs, of that path alone', () => {
    const settled = settleEdit(inNext.get(id)!, edit, new Set(['note']))!;
    const { entity, conflicts } = applyEdit(inNext.get(id)!, settled);
    expect(conflicts).toEqual([]);
    expect(entity).toMatchObject({ note: '已离任。', memberships: [{ role: '局长', end_date: '2024-05' }, { role: '河长' }] });
  });

  it('brings back a post the reader took out and the pack changed', () => {
    const before = inFirst.get(id) as Extract<Entity, { type: 'official' }>;
    const without = makeEdit(before, { ...before, memberships: [] })!;
    const [conflict] = editsOver(
      () => inNext.get(id)!,
      () => true,
      [without],
    )[0]!.conflicts;
    expect(applyEdit(inNext.get(id)!, without).entity).toMatchObject({ memberships: [] });
    expect(settleEdit(inNext.get(id)!, without, new Set([conflict!.path]))).toBeNull();
  });

  it('of what the pack dropped keeps the whole, or takes it back', () => {
    expect(settleEdit(null, edit, new Set())).toBe(edit);
    expect(settleEdit(null, edit, new Set(['']))).toBeNull();
  });

  it('leaves no conflict whatever is chosen', () => {
    fc.assert(
      fc.property(entityOf('e'), fc.func(fc.boolean()), ([pack, edited, newer], isTheirs) => {
        const made = makeEdit(pack, edited);
        if (!made) return;
        const { conflicts } = applyEdit(newer, made);
        const theirs = new Set(conflicts.map(({ path }) => path).filter(isTheirs));
        const settled = settleEdit(newer, made, theirs);
        const { entity, conflicts: left } = settled ? applyEdit(newer, settled) : { entity: newer, conflicts: [] };
        expect(left).toEqual([]);
        expect(v.parse(Entity, entity)).toEqual(entity);
        if (theirs.size === 0) expect(entity).toEqual(applyEdit(newer, made).entity);
      }),
    );
  });
});

describe('layers', () => {
  it('take an entity from the topmost pack that holds it', () => {
    const merged = mergeLayers([first, next], []);
    expect(merged.get('person/lu-an.qinghu')!.entity).toMatchObject({ note: '已离任。' });
    expect(merged.get('org/heling.gov')!.origin).toBe('pack');
  });

  it('know an edit that the pack has caught up with', () => {
    const id = 'person/lu-an.qinghu';
    const known = inNext.get(id)!;
    const edit = makeEdit(inFirst.get(id)!, known)!;
    expect(
      editsOver(
        () => known,
        () => false,
        [edit],
      ),
    ).toMatchObject([{ state: 'settled' }]);
  });
});

describe('diffPacks', () => {
  it('says what a new version brings, field by field', () => {
    expect(diffPacks(first, next)).toEqual({
      about: [{ path: 'revision', before: '2024.03.01', after: '2024.06.01' }],
      added: [{ id: 'person/new', type: 'official', name: '闻人樾' }],
      removed: [{ id: 'org/heling.gov', type: 'organization', name: '云州市鹤岭区人民政府' }],
      changed: [
        {
          id: 'person/lu-an.qinghu',
          type: 'official',
          name: '陆桉',
          changes: [
            { path: 'memberships[org/qinghu.water 局长].end_date', after: '2024-05' },
            { path: 'note', before: '与鹤岭区区长同名。', after: '已离任。' },
          ],
        },
      ],
      sources: { added: 0, removed: 0 },
    });
  });

  it('finds nothing where nothing changed, nor where only lists were reordered', () => {
    const turned = {
      ...first,
      persons: first.persons.map((person) => ({ ...person, memberships: [...person.memberships].reverse() })).reverse(),
    };
    expect(diffPacks(first, turned)).toMatchObject({ added: [], removed: [], changed: [] });
  });

  it('gives paths that are each told once, and a change wherever there is an edit of more than order', () => {
    fc.assert(
      fc.property(entityOf('e'), ([before, after]) => {
        const changes = changesBetween(before as unknown as Plain, after as unknown as Plain);
        expect(new Set(changes.map((change) => change.path)).size).toBe(changes.length);
        expect(changes.every((change) => 'before' in change || 'after' in change)).toBe(true);
        if (before.name !== after.name) expect(changes).toContainEqual({ path: 'name', before: before.name, after: after.name });
        if (!makeEdit(before, after)) expect(changes).toEqual([]);
      }),
    );
  });
});
