import type { Area } from '../../model/area';
import { ENTITY_TYPES, type Entity } from '../../model/entity';
import type { Organization } from '../../model/organization';
import type { Person } from '../../model/person';
import { normaliseName } from '../normalise/normalise';
import type { Lexicon } from './lexicon';
import { LEXICON_VERSION } from './lexicon-version';
import { type SequenceWeights, unpackSequenceWeights } from './sequence-weights';
import { packStrings, type StringTable } from './strings';
import { buildTrie, type Trie } from './trie';
import { ALIAS, AREA_VALUE, CLASS_VALUE, ENTITY, makeValue, OFFICE_VALUE } from './values';

/** Raised by hand when the layout below changes; the lexicon's own hash follows every change of the words. */
const LAYOUT = 5;
/** A stored dictionary of another version is compiled anew. */
export const DICTIONARY_VERSION = LAYOUT * 0x1000000 + LEXICON_VERSION;

export interface IndexContent {
  areas: readonly Area[];
  entities: Iterable<Entity>;
}

export const AREA_KINDS = ['province', 'city', 'district', 'county-level-city', 'functional-zone', 'town', 'street', 'village'] as const;
export const BRANCHES = [
  'government',
  'party',
  'congress',
  'cppcc',
  'discipline',
  'league',
  'congress-committee',
  'customs',
  'house',
  'tax',
] as const;

/** The index and the lexicon as the finder reads them: typed arrays and a few long strings, structured-cloneable. -1 stands for none. */
export interface CompiledDictionary {
  version: number;
  trie: Trie;
  ids: StringTable;
  names: StringTable;
  /** Index into ENTITY_TYPES. */
  types: Uint8Array;
  /** The entity's area, as an index into the areas below. */
  areaOf: Int32Array;
  /** Posts of officials: `organization index|role|start|end|first seen|last seen`, one a line. */
  posts: StringTable;
  areaIds: StringTable;
  areaNames: StringTable;
  areaFullNames: StringTable;
  /** Index into AREA_KINDS. */
  areaKinds: Uint8Array;
  areaParents: Int32Array;
  /** Full forms of offices and their branch. */
  officeNames: StringTable;
  officeBranches: Uint8Array;
  /** Which body an office is in an area: office, area, entity; threes in a row. */
  officeHolders: Int32Array;
  /** Party committees: area, entity; twos in a row. */
  committees: Int32Array;
  /** Class bits of single characters: unit, bits; twos in a row. */
  singles: Uint32Array;
  /** Features of names with a tail, and their weights. */
  features: StringTable;
  weights: Float32Array;
  sequence: SequenceWeights;
}

/** Compiles the index once; the finder only reads what comes out. Names of one character are left out. */
export function compileDictionary({ areas, entities }: IndexContent, lexicon: Lexicon): CompiledDictionary {
  const entries = new Map<string, number[]>();
  const add = (name: string, value: number) => {
    const key = normaliseName(name);
    if (key.length < 2) return;
    const values = entries.get(key);
    if (!values) entries.set(key, [value]);
    else if (!values.includes(value)) values.push(value);
  };
  for (const [word, classes] of lexicon.words) add(word, makeValue(CLASS_VALUE, classes));

  const areaIndex = new Map(areas.map((area, i) => [area.id, i]));
  areas.forEach((area, i) => {
    for (const name of [area.name, area.full_name, ...area.short_names]) add(name, makeValue(AREA_VALUE, i));
  });

  const offices = new OfficeTable(add, lexicon);
  const list = [...entities];
  const entityIndex = new Map(list.map((entity, i) => [entity.id as string, i]));
  const areaOf = new Int32Array(list.length).fill(-1);
  const posts: string[] = [];
  const officeHolders: number[] = [];
  const committees: number[] = [];
  list.forEach((entity, i) => {
    add(entity.name, makeValue(ENTITY, i));
    for (const other of entity.other_names) add(other.name, makeValue(ALIAS, i));
    const area = entity.type === 'official' ? undefined : entity.area;
    const areaAt = area === undefined ? -1 : (areaIndex.get(area) ?? -1);
    areaOf[i] = areaAt;
    posts.push(entity.type === 'official' ? postLines(entity, entityIndex) : '');
    if (entity.type !== 'organization' || areaAt < 0) return;
    for (const office of entity.offices) {
      if (office === '委') committees.push(areaAt, i);
      else officeHolders.push(offices.indexOf(office, entity), areaAt, i);
    }
  });

  return {
    version: DICTIONARY_VERSION,
    trie: buildTrie(entries),
    ids: packStrings(list.map((entity) => entity.id)),
    names: packStrings(list.map((entity) => entity.name)),
    types: Uint8Array.from(list, (entity) => ENTITY_TYPES.indexOf(entity.type)),
    areaOf,
    posts: packStrings(posts),
    areaIds: packStrings(areas.map((area) => area.id)),
    areaNames: packStrings(areas.map((area) => area.name)),
    areaFullNames: packStrings(areas.map((area) => withoutProvince(area, areas))),
    areaKinds: Uint8Array.from(areas, (area) => AREA_KINDS.indexOf(area.kind)),
    areaParents: Int32Array.from(areas, (area) => (area.parent ? (areaIndex.get(area.parent) ?? -1) : -1)),
    ...offices.columns(),
    officeHolders: Int32Array.from(officeHolders),
    committees: Int32Array.from(committees),
    singles: Uint32Array.from(lexicon.singles.flatMap(([char, classes]) => [char.charCodeAt(0), classes])),
    features: packStrings(lexicon.weights.map(([feature]) => feature)),
    weights: Float32Array.from(lexicon.weights, ([, weight]) => weight),
    sequence: unpackSequenceWeights(lexicon.sequence),
  };
}

/** Bodies' full names begin with the city (常州市武进区水利局; 溧阳市水利局 where the county level is a city itself), never with the province. */
function withoutProvince(area: Area, areas: readonly Area[]): string {
  if (area.kind === 'county-level-city') return area.name;
  const city = areas.find((other) => other.kind === 'county-level-city' && other !== area && area.full_name.includes(other.name));
  if (city) return area.full_name.slice(area.full_name.indexOf(city.name));
  const province = areas.find((other) => other.kind === 'province' && other !== area && area.full_name.startsWith(other.name));
  return province ? area.full_name.slice(province.name.length) : area.full_name;
}

/** An office as a value of the trie: its row, and whether this form of it needs a level before it. */
const officeValue = (row: number, bound: boolean): number => makeValue(OFFICE_VALUE, row * 2 + Number(bound));

/** Offices by their full form, so that 住建局 and 住房和城乡建设局 are one; those only the index has are added as they come. */
class OfficeTable {
  readonly #indexByFull = new Map<string, number>();
  readonly #rows: { full: string; branch: number }[] = [];
  readonly #add: (name: string, value: number) => void;

  readonly #rowOfForm = new Map<string, number>();

  constructor(add: (name: string, value: number) => void, { offices }: Lexicon) {
    this.#add = add;
    for (const [form, full, branch, bound] of offices) {
      const row = this.#row(full, branch);
      this.#rowOfForm.set(form, row);
      add(form, officeValue(row, bound));
    }
  }

  #row(full: string, branch: number): number {
    const key = `${branch} ${full}`;
    let index = this.#indexByFull.get(key);
    if (index === undefined) {
      index = this.#rows.push({ full, branch }) - 1;
      this.#indexByFull.set(key, index);
    }
    return index;
  }

  indexOf(form: string, holder: Organization): number {
    const known = this.#rowOfForm.get(form);
    if (known !== undefined) return known;
    const index = this.#row(form, BRANCHES.indexOf(holder.classification === 'party-office' ? 'party' : 'government'));
    this.#add(form, officeValue(index, form.length < 3));
    return index;
  }

  columns(): Pick<CompiledDictionary, 'officeNames' | 'officeBranches'> {
    return {
      officeNames: packStrings(this.#rows.map((row) => row.full)),
      officeBranches: Uint8Array.from(this.#rows, (row) => row.branch),
    };
  }
}

function postLines(person: Person, entityIndex: ReadonlyMap<string, number>): string {
  return person.memberships
    .map((post) => {
      const seen = post.seen.map((o) => o.date).sort();
      return [
        entityIndex.get(post.organization) ?? -1,
        post.role,
        post.start_date ?? '',
        post.end_date ?? '',
        seen[0] ?? '',
        seen.at(-1) ?? '',
      ].join('|');
    })
    .join('\n');
}
