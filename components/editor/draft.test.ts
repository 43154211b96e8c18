import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listAt, valueAt, withItem, withoutItem, withValue } from './draft';

const draft = { name: '甲', memberships: [{ role: '书记', seen: [{ date: '2023' }] }, { role: '主任' }] };

it('changes one field and shares the rest', () => {
  const next = withValue(draft, 'memberships.0.seen.0.date', '2024');
  expect(valueAt(next, 'memberships.0.seen.0.date')).toBe('2024');
  expect(valueAt(draft, 'memberships.0.seen.0.date')).toBe('2023');
  expect(listAt(next, 'memberships')[1]).toBe(draft.memberships[1]);
});

it('takes a field away by undefined', () => {
  expect(withValue(draft, 'memberships.1.role', undefined)).toEqual({ ...draft, memberships: [draft.memberships[0], {}] });
});

it('begins a list where there was none, and ends it again', () => {
  const begun = withItem({ name: '甲' }, 'other_names', { name: '乙' });
  expect(begun).toEqual({ name: '甲', other_names: [{ name: '乙' }] });
  expect(withoutItem(begun, 'other_names', 0)).toEqual({ name: '甲', other_names: [] });
});

it('gives back what was written, wherever', () => {
  const paths = fc.constantFrom('name', 'note', 'memberships.0.role', 'memberships.1.start_date', 'memberships.0.seen.0.source');
  fc.assert(fc.property(paths, fc.string(), (path, value) => valueAt(withValue(draft, path, value), path) === value));
});
