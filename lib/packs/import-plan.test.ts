import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../model/entity';
import { entityOf, sourceOf } from './fixtures/arbitraries';
import { type Present, planEdit, planEntity } from './import-plan';
import { applyEdit, makeEdit, type ReaderEdit } from './reader-edit';

const AT = '2026-01-02T03:04:05.000Z';
const listed = (...ids: string[]) => new Map(ids.map((id) => [`source/${id}`, sourceOf(id)]));
const context = { at: AT, sourceOf: () => undefined };
const head: Entity = {
  type: 'official',
  id: 'person/gu-shan',
  name: '顾杉',
  other_names: [],
  memberships: [{ organization: 'org/a', role: '局长', seen: [], sources: ['source/s1'] }],
  note: '原注',
};
const base = { pack: 'sample', revision: '2026.01.01' };
const inPack: Present = { entity: head, pack: head, base, edit: null };
const withEdit = (edit: ReaderEdit): Present => ({
  entity: applyEdit(head, edit).entity ?? head,
  pack: head,
  base,
  edit,
});

describe('an entity of a file', () => {
  it('is new where the index has none of its id, with the sources it cites', () => {
    const planned = planEntity({ entity: head, sources: listed('s1', 's2') }, null, context);
    expect(planned).toMatchObject({ state: 'new', before: null, edit: { kind: 'created', at: AT, sources: [{ id: 'source/s1' }] } });
  });

  it('brings no source the packs have already', () => {
    const planned = planEntity({ entity: head, sources: listed('s1') }, null, { at: AT, sourceOf: () => sourceOf('s1') });
    expect(planned.edit).toMatchObject({ sources: [] });
  });

  it('changes what it speaks of and leaves everything else', () => {
    const spoken = { type: 'official', id: head.id, name: '顾山', other_names: [], memberships: [] } as Entity;
    const planned = planEntity({ entity: spoken, sources: listed(), fields: ['type', 'id', 'name'] }, inPack, context);
    expect(planned).toMatchObject({ state: 'changed', after: { ...head, name: '顾山' }, edit: { fields: { name: '顾山' }, base } });
    const cleared = planEntity({ entity: spoken, sources: listed(), fields: ['type', 'id', 'name', 'note'] }, inPack, context);
    expect(cleared.after).not.toHaveProperty('note');
    expect(cleared.edit).toMatchObject({ fields: { note: null } });
  });

  it('that says what is there already is nothing', () => {
    expect(planEntity({ entity: structuredClone(head), sources: listed() }, inPack, context).state).toBe('same');
  });

  it('against a change of the reader’s is a conflict, and so is one the reader deleted', () => {
    const mine = withEdit(makeEdit(head, { ...head, note: '我的' })!);
    expect(planEntity({ entity: { ...head, note: '表格' }, sources: listed() }, mine, context)).toMatchObject({ state: 'conflict' });
    const hidden = withEdit(makeEdit(head, null)!);
    expect(planEntity({ entity: head, sources: listed() }, hidden, context)).toMatchObject({ state: 'conflict', before: null, edit: null });
  });

  it('taken, is there as the file has it', () => {
    fc.assert(
      fc.property(entityOf('e'), fc.boolean(), ([pack, mine, filed], edited) => {
        const edit = edited ? makeEdit(pack, mine) : null;
        const present: Present = { entity: edit ? mine : pack, pack, base, edit };
        const planned = planEntity({ entity: filed, sources: listed() }, present, context);
        const stands = planned.edit ? applyEdit(pack, planned.edit).entity : pack;
        expect(stands).toEqual(planned.after);
        expect(planEntity({ entity: filed, sources: listed() }, { ...present, entity: stands!, edit: planned.edit }, context).state).toBe(
          'same',
        );
      }),
    );
  });
});

describe('an edit of a backup', () => {
  const edit = makeEdit(head, { ...head, note: '我的' }, { at: AT })!;
  it.each([
    ['new', null, makeEdit(null, head)!],
    ['changed', inPack, edit],
    ['same', withEdit(edit), structuredClone(edit)],
    ['conflict', withEdit(makeEdit(head, null)!), edit],
  ] as const)('can be %s', (state, present, given) => {
    expect(planEdit(given, present)).toMatchObject({ state, edit: given });
  });
});
