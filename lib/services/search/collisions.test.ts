import { describe, expect, it } from 'vitest';
import table from '../../../public/pinyin/syllables.json';
import type { EntityType } from '../../model/entity';
import type { AreaId, EntityId } from '../../model/ids';
import { collisionsOf, type Named } from './collisions';
import type { Listed } from './listed';
import { Listing } from './listing';
import { Pinyin } from './pinyin';
import { searchForm } from './search-keys';

const pinyin = new Pinyin(table);
const item = (id: EntityId, type: EntityType, name: string, more: Partial<Listed> = {}): Listed => ({
  id,
  type,
  name,
  origin: 'pack',
  keys: [searchForm(name), ...(more.keys ?? [])],
  sortKey: pinyin.sortKey(name, type === 'official'),
  said: '',
  body: undefined,
  area: undefined,
  updated: undefined,
  ...(({ keys: _, ...rest }) => rest)(more),
});

const listing = new Listing(
  [
    item('person/jiang-he', 'official', '江河'),
    item('person/hidden', 'official', '林水', { origin: 'hidden' }),
    item('org/wujin.water', 'organization', '常州市武进区水利局', { area: 'area/wujin', keys: ['武进区水利局'] }),
    item('org/zone', 'organization', '开发区', { area: 'area/wujin' }),
    item('project/bridge', 'project', '江河大桥', { area: 'area/wujin' }),
  ],
  pinyin,
);

const found = (type: EntityType, names: string[], area?: AreaId, id: EntityId = 'person/new') =>
  collisionsOf(listing, { id, type, names, area } satisfies Named, ({ id, type, name, origin }) => ({
    id,
    type,
    name,
    origin,
    summary: '',
  })).map(({ kind, name, others }) => [kind, name, ...others.map((other) => other.name)]);

describe('a name is confused', () => {
  it('with a namesake, itself left out', () => {
    expect(found('official', ['江河'])).toContainEqual(['same-name', '江河', '江河']);
    expect(found('official', ['江河'], undefined, 'person/jiang-he').map(([kind]) => kind)).not.toContain('same-name');
    expect(found('official', ['林水'])).toEqual([]);
  });

  it('with a body called so, or by a short form of it, in the same place', () => {
    expect(found('organization', ['水务局', '武进区水利局'], 'area/wujin')).toEqual([['same-name', '武进区水利局', '常州市武进区水利局']]);
    expect(found('organization', ['水务局', '武进区水利局'], 'area/xinbei')).toEqual([]);
    expect(found('organization', ['开发区'], 'area/xinbei')).toContainEqual(['same-name', '开发区', '开发区']);
  });

  it('with what it is a part of, where one of the two is a person', () => {
    expect(found('official', ['江河'], undefined, 'person/jiang-he')).toContainEqual(['within', '江河', '江河大桥']);
    expect(found('project', ['大桥'], 'area/wujin').map(([kind]) => kind)).not.toContain('within');
  });

  it('with people whose names it holds', () => {
    expect(found('project', ['新江河水闸工程'])).toEqual([['holds', '新江河水闸工程', '江河']]);
  });

  it('with everyday words, and when it is very short', () => {
    expect(found('official', ['高峰'])).toEqual([['common-word', '高峰']]);
    expect(found('organization', ['四院'])).toEqual([['short-name', '四院']]);
  });

  it('with nothing when it is its own', () => {
    expect(found('official', ['陈金虎'])).toEqual([]);
    expect(found('official', [''])).toEqual([]);
  });
});
