import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Entity, EntityOf } from '../model/entity';
import { checkEntityAmong } from './check-entity';
import { entitiesOf } from './entities';
import { post, seen, someone } from './fixtures/sample-check';
import { Pack } from './pack';

const pack = v.parse(Pack, JSON.parse(readFileSync(new URL('fixtures/pack-v1.json', import.meta.url), 'utf8')));
const entities = [...entitiesOf(pack)];
const around = { areas: pack.areas, entities, sources: pack.sources };
const said = (entity: Entity) =>
  checkEntityAmong(entity, around).map(({ rule, path, values, other }) => [rule, path.join('.'), ...values, ...(other ? [other] : [])]);
const written = (...posts: EntityOf<'official'>['memberships']): Entity => ({
  type: 'official',
  ...someone('person/mine.x', '闻人樾', ...posts),
});
const stored = <T extends Entity['type']>(id: string) => structuredClone(entities.find((entity) => entity.id === id)) as EntityOf<T>;

describe('one entity among its surroundings', () => {
  it('is in order as the pack has it', () => {
    for (const entity of entities) expect(said(entity)).toEqual([]);
  });

  it('takes a seat that somebody holds', () => {
    expect(said(written(post('org/qinghu.water', '局长', { seen: seen('2021-05-06') })))).toEqual([
      ['one-seat', 'memberships.0.role', '顾杉', '云州市青湖区水务局', '局长', '2020-04-30 – 2022-06-30', 'person/gu-shan'],
    ]);
  });

  it('is named also when it comes first in the pack', () => {
    const holder = stored<'official'>('person/gu-shan');
    const rival: Entity = written(post('org/qinghu.water', '局长', { seen: seen('2021-05-06') }));
    const found = checkEntityAmong(holder, { ...around, entities: [holder, ...entities.slice(1), rival] });
    expect(found).toMatchObject([{ rule: 'one-seat', other: 'person/mine.x' }]);
  });

  it('is in two places at once', () => {
    const posts = [
      post('org/heling.gov', '副区长', { seen: seen('2021-01-01') }),
      post('org/qinghu.gov', '副区长', { seen: seen('2021-01-01') }),
    ];
    expect(said(written(...posts))).toEqual([['two-places', 'memberships.1.role', '云州市鹤岭区人民政府', '副区长', '2021-01-01']]);
  });

  it('has dates that cannot be', () => {
    expect(said(written(post('org/qinghu.gov', '副区长', { end_date: '2020', seen: seen('2024-01-01') })))).toEqual([
      ['seen-after-end', 'memberships.0.seen.0.date', '2024-01-01', '2020'],
      ['later-than-source', 'memberships.0.seen.0.date', '2024-01-01', '2023-11-02'],
    ]);
  });

  it('refers to what there is not, and to itself from above', () => {
    const body = stored<'organization'>('org/qinghu.gov');
    expect(said({ ...body, area: 'area/none', parent: 'org/qinghu.water' })).toEqual([
      ['reference', 'area', 'area/none'],
      ['loop', 'parent'],
    ]);
  });

  it('is called as another body of its area, or as a person of its body', () => {
    const body = stored<'organization'>('org/qinghu.gov');
    expect(said({ ...body, offices: ['政府', '水务局'] })).toEqual([
      ['shared-office', 'offices.1', '水务局', '云州市青湖区水务局', 'org/qinghu.water'],
    ]);
    const twin = { ...written(post('org/qinghu.water', '副局长', {})), name: '顾杉' };
    expect(said(twin)).toEqual([['duplicate-person', 'name', '顾杉', 'person/gu-shan']]);
  });

  it('rests on nothing, or says what is private', () => {
    expect(said(written())).toEqual([['postless', 'memberships']]);
    expect(said({ ...stored<'official'>('person/gu-shan'), note: '1970年出生' })).toEqual([['private', 'note', '出生']]);
  });
});
