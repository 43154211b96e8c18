import { describe, expect, it } from 'vitest';
import type { Membership } from '../../lib/model/person';
import { rolesAtDate } from '../../lib/model/tenure';
import { chinese } from '../fixtures/mount';
import { evidence, rolesShown, span } from './role-words';

const seen = (...dates: string[]) => dates.map((date) => ({ date, source: 'source/a' as const }));
const post = (role: string, change: Partial<Membership> = {}): Membership => ({
  organization: 'org/a',
  role,
  seen: [],
  sources: [],
  ...change,
});
const said = (membership: Membership, asOf: string) => rolesAtDate([membership], asOf).map((role) => evidence(role, chinese));

describe('evidence', () => {
  it.each<[string, Membership, string, string]>([
    ['a stated tenure', post('区长', { start_date: '2021-06', end_date: '2024-04' }), '2023-10-28', '2021-06 至 2024-04 任职'],
    [
      'a stated start and a later sight',
      post('区长', { start_date: '2021-06', seen: seen('2024-01') }),
      '2023-10-28',
      '2021-06 起任；2024-01 仍见报',
    ],
    ['a sight and a stated end', post('区长', { end_date: '2024-04', seen: seen('2022') }), '2023-10-28', '2022 见报；任至 2024-04'],
    ['a sight on the day', post('区长', { seen: seen('2023-10-28') }), '2023-10-28', '2023-10-28 见报时任此职'],
    ['a sight in the month', post('区长', { seen: seen('2023-10') }), '2023-10-28', '2023-10 见报时任此职'],
    ['a sight before', post('区长', { seen: seen('2023-07') }), '2023-10-28', '此前 2023-07 见报'],
    ['sights around', post('区长', { seen: seen('2023-07', '2024-02-19') }), '2023-10-28', '此前 2023-07 见报；此后 2024-02-19 见报'],
    ['only a stated start', post('区长', { start_date: '2021' }), '2023-10-28', '2021 起任'],
  ])('words %s as such', (_, membership, asOf, words) => {
    expect(said(membership, asOf)).toEqual([words]);
  });
});

describe('span', () => {
  it.each<[Membership, string]>([
    [post('区长', { start_date: '2021', end_date: '2024' }), '2021 至 2024 任职'],
    [post('区长', { start_date: '2021', seen: seen('2023') }), '2021 起任；2023 仍见报'],
    [post('区长', { end_date: '2024', seen: seen('2023') }), '2023 见报；任至 2024'],
    [post('区长', { seen: seen('2023-05', '2022') }), '2022 至 2023-05 见报'],
    [post('区长'), '日期不详'],
  ])('says what the index has of a post', (membership, words) => {
    expect(span(membership, chinese)).toBe(words);
  });
});

describe('rolesShown', () => {
  const deputy = post('副书记', { start_date: '2021-06', end_date: '2024-04' });
  const earlier = post('副区长', { seen: seen('2020-05-11') });
  const mayor = post('区长', { seen: seen('2025-03-07') });
  const all = [mayor, earlier, deputy];

  it('puts the post held on the day first, and the later one apart', () => {
    const { main, aside, later } = rolesShown(all, '2023-10-28');
    expect(main.map(({ membership }) => membership)).toEqual([deputy]);
    expect(aside.map(({ membership }) => membership)).toEqual([earlier]);
    expect(later).toBe(mayor);
  });

  it('shows the nearest sight when nothing covers the day, and does not claim a change', () => {
    const { main, later } = rolesShown(all, '2024-11-02');
    expect(main.map(({ kind, membership }) => [kind, membership])).toEqual([['around', mayor]]);
    expect(later).toBeNull();
  });

  it('claims no change while a post of the day is known to last as long', () => {
    const secretary = post('书记', { seen: seen('2023-10-28', '2025-03-07') });
    expect(rolesShown([secretary, mayor], '2023-10-28').later).toBeNull();
  });

  it('shows all posts held together', () => {
    const both = [post('书记', { seen: seen('2023-10-28') }), post('主任', { seen: seen('2023-10') })];
    expect(rolesShown(both, '2023-10-28').main).toHaveLength(2);
  });

  it('puts a post by its name before a mere 区领导', () => {
    const vague: Membership = {
      organization: 'org/party',
      role: '区领导',
      seen: [{ date: '2023-10-28', source: 'source/a' }],
      sources: [],
    };
    const named: Membership = { ...vague, role: '副书记' };
    expect(rolesShown([vague, named], '2023-10-28').main.map(({ membership }) => membership.role)).toEqual(['副书记', '区领导']);
  });
});
