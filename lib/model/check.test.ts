import { describe, expect, it } from 'vitest';
import { checkEntity, checkSource } from './check';

const person = { type: 'official', id: 'person/a', name: '周予安', memberships: [{ organization: 'org/a', role: '副书记' }] };
const problemsOf = (draft: unknown) => checkEntity(draft).problems;

describe('checkEntity', () => {
  it('gives the entity with its defaults when nothing is wrong', () => {
    expect(checkEntity(person)).toEqual({
      value: { ...person, other_names: [], memberships: [{ organization: 'org/a', role: '副书记', seen: [], sources: [] }] },
      problems: [],
    });
  });

  it('says of each field what is wrong with it', () => {
    const membership = { organization: '', role: '', start_date: '2023-13', seen: [{ date: '2023-02-31', source: '' }] };
    expect(problemsOf({ ...person, name: '', note: 'x'.repeat(301), memberships: [membership] })).toEqual(
      expect.arrayContaining([
        { path: 'name', problem: 'required' },
        { path: 'note', problem: 'too-long' },
        { path: 'memberships.0.organization', problem: 'not-chosen' },
        { path: 'memberships.0.role', problem: 'required' },
        { path: 'memberships.0.start_date', problem: 'not-a-date' },
        { path: 'memberships.0.seen.0.date', problem: 'not-a-date' },
        { path: 'memberships.0.seen.0.source', problem: 'not-chosen' },
      ]),
    );
  });

  it('refuses a post that ends before it begins, but not one that ends in the year it began', () => {
    const post = (start_date: string, end_date: string) => ({
      ...person,
      memberships: [{ organization: 'org/a', role: '副书记', start_date, end_date }],
    });
    expect(problemsOf(post('2023-05', '2022'))).toEqual([{ path: 'memberships.0.end_date', problem: 'ends-before-start' }]);
    expect(problemsOf(post('2023-05', '2023'))).toEqual([]);
    expect(problemsOf(post('2023', '2023-02'))).toEqual([]);
  });

  it('takes an amount in yuan as a number only', () => {
    const budget = [{ text: '30亿元', yuan: 'thirty', date: '2023', source: 'source/a' }];
    expect(problemsOf({ type: 'project', id: 'project/a', name: '工程', classification: 'works', budget, sources: [] })).toEqual([
      { path: 'budget.0.yuan', problem: 'not-a-number' },
    ]);
  });
});

describe('checkSource', () => {
  it('lets no scheme but http and https become a link', () => {
    const source = { id: 'source/a', publisher: '武进日报', title: '标题', date: '2023-10-28' };
    expect(checkSource({ ...source, url: 'javascript:alert(1)' }).problems).toEqual([{ path: 'url', problem: 'not-an-address' }]);
    expect(checkSource({ ...source, url: 'http://www.wj.gov.cn/a.html' }).value).toMatchObject(source);
  });
});
