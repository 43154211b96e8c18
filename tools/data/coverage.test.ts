import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Area } from '../../lib/model/area';
import { Organization } from '../../lib/model/organization';
import { Person } from '../../lib/model/person';
import type { Pack } from '../../lib/packs/pack';
import { coverageOf } from './coverage';

const pack = {
  areas: [v.parse(Area, { id: 'area/qinghu', name: '青湖区', full_name: '江苏省云州市青湖区', kind: 'district', sources: [] })],
  organizations: [
    {
      id: 'org/qinghu.water',
      name: '云州市青湖区水务局',
      offices: ['水务局', '工信局'],
      classification: 'government-department',
      area: 'area/qinghu',
      founding_date: '2019-03',
      sources: [],
    },
    {
      id: 'org/qinghu.publicity',
      name: '青湖宣传部',
      offices: ['宣传部'],
      classification: 'party-office',
      area: 'area/qinghu',
      sources: [],
    },
    {
      id: 'org/qinghu-steel',
      name: '青湖钢铁集团有限公司',
      other_names: [{ name: '青湖钢厂', end_date: '2016' }],
      classification: 'company',
      sources: [],
    },
  ].map((body) => v.parse(Organization, body)),
  persons: [
    {
      id: 'person/gu-shan',
      name: '顾杉',
      memberships: [
        { organization: 'org/qinghu.water', role: '局长', end_date: '2024-03', seen: [{ date: '2020-05-01', source: 'source/x' }] },
      ],
    },
  ].map((person) => v.parse(Person, person)),
} as unknown as Pack;

const text = (date: string, ...labels: [type: string, canonical: string, optional?: boolean][]) => ({
  id: 't',
  date,
  labels: labels.map(([type, canonical, optional = false]) => ({ type, canonical, optional })),
});

describe('coverage of texts', () => {
  it('counts required officials and bodies by mention and by name, and leaves out the rest', () => {
    const { official, organization } = coverageOf(pack, [
      text(
        '2021-01-01',
        ['official', '顾杉'],
        ['official', '顾杉'],
        ['official', '沈未录'],
        ['official', '钱可选', true],
        ['project', '岸线整治'],
      ),
      text('2021-02-01', ['organization', '青湖钢铁集团有限公司'], ['other_person', '李记者']),
    ]);
    expect(official).toEqual({ mentions: 3, resolved: 2, names: 2, resolvedNames: 1, missing: ['沈未录'] });
    expect(organization).toMatchObject({ mentions: 1, resolved: 1 });
  });

  it('knows a body by its full name, by one made of its area and its office, and by another name', () => {
    const named = (name: string, date: string) => coverageOf(pack, [text(date, ['organization', name])]).organization.resolved;
    expect(named('云州市青湖区水务局', '2020-01-01')).toBe(1);
    expect(named('江苏省云州市青湖区水务局', '2020-01-01')).toBe(1);
    expect(named('云州市青湖区工业和信息化局', '2020-01-01')).toBe(1);
    expect(named('中共云州市青湖区委宣传部', '2020-01-01')).toBe(1);
    expect(named('青湖钢厂', '2015-06-01')).toBe(1);
    expect(named('水务局', '2020-01-01')).toBe(0);
  });

  it('asks for the day of the text: no name before its time or after, no official whose posts had ended', () => {
    const resolved = (type: 'official' | 'organization', name: string, date: string) =>
      coverageOf(pack, [text(date, [type, name])])[type].resolved;
    expect(resolved('organization', '云州市青湖区水务局', '2018-12-31')).toBe(0);
    expect(resolved('organization', '青湖钢厂', '2017-01-01')).toBe(0);
    expect(resolved('official', '顾杉', '2024-02-01')).toBe(1);
    expect(resolved('official', '顾杉', '2025-01-01')).toBe(0);
  });

  it('calls a name missing if it failed to resolve in any text', () => {
    const { official } = coverageOf(pack, [text('2021-01-01', ['official', '顾杉']), text('2025-01-01', ['official', '顾杉'])]);
    expect(official).toMatchObject({ mentions: 2, resolved: 1, names: 1, resolvedNames: 0, missing: ['顾杉'] });
  });
});
