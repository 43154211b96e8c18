import { describe, expect, it } from 'vitest';
import type { Membership } from './person';
import { latestRole } from './tenure';

const post = (role: string, date: string, rest: Partial<Membership> = {}): Membership => ({
  organization: 'org/qinghu.party',
  role,
  seen: [{ date, source: 'source/qinghu' }],
  sources: [],
  ...rest,
});

describe('the post a person is last known in', () => {
  it('is the one observed latest', () => {
    expect(latestRole([post('副区长', '2019-05'), post('局长', '2023-01-04')])?.role).toBe('局长');
  });

  it.each(['区领导', '市、区领导', '区政协领导', '领导班子成员'])('stays the named post when a later report only says %s', (vague) => {
    expect(latestRole([post('宣传部部长', '2022-03-01'), post(vague, '2024-12-30')])?.role).toBe('宣传部部长');
  });

  it('is the vague one when the named post was last spoken of more than three years before', () => {
    expect(latestRole([post('副区长', '2018-03-01'), post('区领导', '2024-12-30')])?.role).toBe('区领导');
  });

  it('is the vague one when the named post is known to have ended', () => {
    expect(latestRole([post('副区长', '2023-03-01', { end_date: '2024-01' }), post('区领导', '2024-12-30')])?.role).toBe('区领导');
  });

  it('is the latest of the named posts, and a vague one without any', () => {
    expect(latestRole([post('常委', '2023-05'), post('副书记', '2024-02'), post('市领导', '2024-06')])?.role).toBe('副书记');
    expect(latestRole([post('市领导', '2024-06'), post('区领导', '2021-06')])?.role).toBe('市领导');
    expect(latestRole([])).toBeUndefined();
  });

  it('reaches back from a vague report without a day', () => {
    expect(latestRole([post('区长', '2021-05'), post('区领导', '2024')])?.role).toBe('区长');
    expect(latestRole([post('区长', '2020'), post('区领导', '2024')])?.role).toBe('区领导');
  });
});
