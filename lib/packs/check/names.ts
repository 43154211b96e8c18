import type { AreaId } from '../../model/ids';
import { groupBy } from '../group-by';
import type { Finding, Lookup } from './finding';

/** Words of everyday prose that are also names of people or short names of bodies: as a name they need the finder's full attention. */
const COMMON_WORDS = new Set([
  ...[
    '安全',
    '安宁',
    '安康',
    '白云',
    '常见',
    '常务',
    '成功',
    '成立',
    '成长',
    '陈列',
    '陈述',
    '程序',
    '丁香',
    '方便',
    '方案',
    '方法',
    '方向',
    '高峰',
    '高级',
    '高考',
  ],
  ...[
    '高兴',
    '关心',
    '关注',
    '光明',
    '和平',
    '和谐',
    '黄河',
    '黄金',
    '何时',
    '江河',
    '江南',
    '金融',
    '金属',
    '康复',
    '乐园',
    '连续',
    '林业',
    '龙城',
    '满意',
    '毛病',
  ],
  ...[
    '明白',
    '平安',
    '钱江',
    '强大',
    '全部',
    '任务',
    '时代',
    '时间',
    '水平',
    '田野',
    '万一',
    '王国',
    '文化',
    '文明',
    '温暖',
    '向上',
    '项目',
    '许可',
    '严格',
    '杨柳',
  ],
  ...[
    '阳光',
    '应用',
    '应急',
    '于是',
    '余地',
    '元旦',
    '张扬',
    '张力',
    '郑重',
    '支持',
    '钟声',
    '周边',
    '周年',
    '周期',
    '朱红',
    '诸多',
    '祝福',
    '庄严',
    '宗教',
    '左右',
  ],
]);

interface Name {
  id: string;
  path: Finding['path'];
  name: string;
  kind: 'person' | 'organization' | 'project';
  area: AreaId | undefined;
  own: boolean;
  ended: boolean;
}

/** Names the finder cannot tell apart or is likely to find where they are not meant. */
export function checkNames(lookup: Lookup): Finding[] {
  const names = namesOf(lookup);
  return [...sharedNames(names, lookup), ...sharedOffices(lookup), ...namesakes(lookup), ...weakNames(names), ...namesWithin(names)];
}

function namesOf({ pack }: Lookup): Name[] {
  const collect = (
    kind: Name['kind'],
    entity: { id: string; name: string; other_names: { name: string }[] },
    area?: AreaId,
    ended = false,
  ) => [
    { id: entity.id, path: ['name'], name: entity.name, kind, area, own: true, ended },
    ...entity.other_names.map((other, i) => ({ id: entity.id, path: ['other_names', i], name: other.name, kind, area, own: false, ended })),
  ];
  return [
    ...pack.persons.flatMap((person) => collect('person', person)),
    ...pack.organizations.flatMap((body) => collect('organization', body, body.area, body.dissolution_date !== undefined)),
    ...pack.projects.flatMap((project) => collect('project', project, project.area)),
  ];
}

/** One name for two bodies or projects of one area; names of people have their own rule. */
function sharedNames(names: Name[], { areas }: Lookup): Finding[] {
  const groups = groupBy(
    names.filter((name) => name.kind !== 'person'),
    (name) => name.name,
  );
  return [...groups.values()].flatMap((same) =>
    same.slice(1).flatMap((name, i): Finding[] => {
      const clash = same.slice(0, i + 1).find((other) => other.area === name.area || !other.area || !name.area || (other.own && name.own));
      if (!clash) return [];
      if (clash.id === name.id) return [finding('warning', 'repeated-name', name, `${name.name} is given twice`)];
      const where = name.area ? (areas.get(name.area)?.name ?? name.area) : 'no area';
      return [finding(clash.ended || name.ended ? 'warning' : 'error', 'shared-name', name, `${name.name} is also ${clash.id} (${where})`)];
    }),
  );
}

/** One short form for two bodies of one area: 区水利局 would be either. */
function sharedOffices({ pack }: Lookup): Finding[] {
  const offices = pack.organizations.flatMap((body) => body.offices.map((office, i) => ({ body, office, i })));
  const groups = groupBy(offices, ({ body, office }) => `${body.area ?? ''} ${office}`);
  return [...groups.values()].flatMap((same) =>
    same.slice(1).map(({ body, office, i }): Finding => {
      const first = same[0]!.body;
      const ended = first.dissolution_date !== undefined || body.dissolution_date !== undefined;
      const message = `${office} is also ${first.id}, in the same area`;
      return {
        severity: ended ? 'warning' : 'error',
        rule: 'shared-office',
        id: body.id,
        path: ['offices', i],
        message,
        values: [office, first.name],
        other: first.id,
      };
    }),
  );
}

/** Two people of one name need something that tells them apart; two in one body are most often one. */
function namesakes({ pack }: Lookup): Finding[] {
  return [...groupBy(pack.persons, (person) => person.name).values()].flatMap((same) =>
    same.slice(1).flatMap((person): Finding[] => {
      const others = same.slice(0, same.indexOf(person));
      const bodies = new Set(person.memberships.map((membership) => membership.organization));
      const twin = others.find((other) => other.memberships.some((membership) => bodies.has(membership.organization)));
      if (twin) {
        const message = `${person.name} is also ${twin.id}, in the same body: one person under two ids?`;
        return [
          { severity: 'error', rule: 'duplicate-person', id: person.id, path: ['name'], message, values: [twin.name], other: twin.id },
        ];
      }
      if (person.disambiguation && others.every((other) => other.disambiguation)) return [];
      const message = `${person.name} is also ${others.map((other) => other.id).join(', ')}: both need a disambiguation`;
      return [{ severity: 'warning', rule: 'namesakes', id: person.id, path: ['disambiguation'], message }];
    }),
  );
}

function weakNames(names: Name[]): Finding[] {
  return names.flatMap(({ id, path, name, kind }): Finding[] => {
    const rule = weaknessOf(name, kind);
    if (!rule) return [];
    const message = rule === 'common-word' ? `${name} is also a word` : `${name} is very short for a name`;
    return [{ severity: 'warning', rule, id, path, message }];
  });
}

/** Why a name by itself is likely to be found where it is not meant; null: it is not. */
export function weaknessOf(name: string, kind: Name['kind']): 'common-word' | 'short-name' | null {
  if (COMMON_WORDS.has(name)) return 'common-word';
  return [...name].length > (kind === 'person' ? 1 : 2) ? null : 'short-name';
}

/** People's names, and short names of bodies and projects, that lie within another entity's name. */
function namesWithin(names: Name[]): Finding[] {
  const inner = new Map<string, Name>();
  for (const name of names) {
    if ((name.kind === 'person' || name.name.length <= 3) && !inner.has(name.name)) inner.set(name.name, name);
  }
  const reported = new Set<Name>();
  return names.flatMap((outer): Finding[] => {
    const found: Finding[] = [];
    for (let start = 0; start < outer.name.length; start++) {
      for (let end = start + 2; end <= Math.min(outer.name.length, start + 4); end++) {
        const name = inner.get(outer.name.slice(start, end));
        if (!name || name.id === outer.id || name.name.length === outer.name.length || reported.has(name)) continue;
        // A body's short name within a longer name of a body is the rule, not the exception: the longer one is found there.
        if (name.kind !== 'person' && outer.kind !== 'person') continue;
        reported.add(name);
        found.push(finding('warning', 'name-within', name, `${name.name} lies within ${outer.name} (${outer.id})`));
      }
    }
    return found;
  });
}

function finding(severity: Finding['severity'], rule: string, { id, path }: Name, message: string): Finding {
  return { severity, rule, id, path, message };
}
