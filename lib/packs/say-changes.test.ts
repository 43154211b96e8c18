import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes';
import { sayChange } from './say-changes';

const NAMES: Record<string, string> = { 'org/a': '水利局', 'org/b': '财政局', 'source/s': '武进日报《治水》' };
const said = (before: object, after: object) =>
  changesBetween(before as never, after as never).map((change) => sayChange(change, (id) => NAMES[id]));
const post = (more: object) => ({ memberships: [{ organization: 'org/a', role: '局长', seen: [], sources: ['source/s'], ...more }] });

describe('a change', () => {
  it.each([
    ['of a plain field', { note: '旧' }, { note: '新' }, [{ field: 'note', before: '旧', after: '新' }]],
    ['of where it belongs', { parent: 'org/a' }, { parent: 'org/b' }, [{ field: 'parent', before: '水利局', after: '财政局' }]],
    ['that adds a post', { memberships: [] }, post({ start_date: '2024-05' }), [{ field: 'memberships', after: '水利局 局长 2024-05–' }]],
    ['that takes one out', post({}), { memberships: [] }, [{ field: 'memberships', before: '水利局 局长' }]],
    [
      'within a post',
      post({}),
      post({ end_date: '2024-05' }),
      [{ field: 'memberships', item: '水利局 局长', part: 'end_date', after: '2024-05' }],
    ],
    [
      'that adds a sighting',
      post({}),
      post({ seen: [{ date: '2024-05', source: 'source/s' }] }),
      [{ field: 'memberships', item: '水利局 局长', part: 'seen', after: '武进日报《治水》 2024-05' }],
    ],
    ['of other names', { other_names: [] }, { other_names: [{ name: '江大河' }] }, [{ field: 'other_names', after: '江大河' }]],
    ['of text with brackets', { offices: ['a]b'] }, { offices: [] }, [{ field: 'offices', before: 'a]b' }]],
  ])('%s is said in words', (_, before, after, expected) => {
    expect(said(before, after)).toEqual(expected);
  });

  it('however long is said shortly', () => {
    expect(sayChange({ path: 'note', after: '长'.repeat(5000) }, () => undefined).after).toHaveLength(300);
  });
});
