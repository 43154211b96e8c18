import { expect, it } from 'vitest';
import type { Draft } from './draft';
import { soundPartOf } from './sound-part';

const seen = (date: string) => ({ date, source: 'source/a' });
const post = (role: string, ...dates: string[]) => ({ organization: 'org/a', role, seen: dates.map(seen), sources: [] });
const draft = (...memberships: unknown[]): Draft => ({ type: 'official', id: 'person/a', name: '甲', memberships });

it('is the whole of what is in order', () => {
  const part = soundPartOf(draft(post('局长', '2023')))!;
  expect(part.entity).toMatchObject({ memberships: [{ role: '局长' }] });
  expect(part.pathInDraft('memberships.0.seen.0.date')).toBe('memberships.0.seen.0.date');
});

it('leaves out the innermost item that is not yet what it will be, and knows where the others were', () => {
  const part = soundPartOf(draft(post(''), post('局长', '20', '2023-05', '', '2024')))!;
  expect(part.entity).toMatchObject({ memberships: [{ role: '局长', seen: [{ date: '2023-05' }, { date: '2024' }] }] });
  expect(part.pathInDraft('memberships.0.role')).toBe('memberships.1.role');
  expect(part.pathInDraft('memberships.0.seen.1.date')).toBe('memberships.1.seen.3.date');
  expect(part.pathInDraft('note')).toBe('note');
});

it('leaves out a field, and is nothing without a name', () => {
  expect(soundPartOf({ ...draft(), note: '长'.repeat(400) })?.entity).not.toHaveProperty('note');
  expect(soundPartOf({ ...draft(post('局长')), name: '' })).toBeNull();
});
