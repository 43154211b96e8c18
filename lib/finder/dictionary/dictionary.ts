import { ENTITY_TYPES, type EntityType } from '../../model/entity';
import type { AreaId, EntityId } from '../../model/ids';
import { AREA as AREA_CLASS, OFFICE as OFFICE_CLASS, ORGANIZATION, PERSON, PROJECT } from '../lexicon/classes';
import { FOLD_TABLE, KIND_TABLE, SPACE } from '../normalise/characters';
import { AREA_KINDS, BRANCHES, type CompiledDictionary } from './compile';
import { stringAt } from './strings';
import { childOf, LAST, readValues } from './trie';
import { ALIAS, AREA_VALUE, CLASS_VALUE, ENTITY, indexOfValue, kindOfValue, OFFICE_VALUE } from './values';

export interface Post {
  organization: number;
  role: string;
  start: string;
  end: string;
  firstSeen: string;
  lastSeen: string;
}

const CLASS_OF_TYPE: Readonly<Record<EntityType, number>> = { official: PERSON, organization: ORGANIZATION, project: PROJECT };

/** A compiled dictionary with the questions the grammar asks of it. Reads; holds nothing that grows with the index but two small maps. */
export class Dictionary {
  readonly compiled: CompiledDictionary;
  /** Class bits of the values that begin at each place of trie.values. */
  readonly classes: Uint32Array;
  /** Class bits of single characters, by unit: the trie begins at two. */
  readonly singles = new Uint32Array(0x10000);
  readonly #areasAt = new Map<number, readonly number[]>();
  readonly #officesAt = new Map<number, { office: number; bound: boolean }>();
  readonly #holders = new Map<number, number>();
  readonly #committees = new Map<number, number>();
  readonly #areaById = new Map<string, number>();
  readonly #areaByFullName = new Map<string, number>();

  constructor(compiled: CompiledDictionary) {
    this.compiled = compiled;
    this.classes = classesOf(compiled);
    const { officeHolders, committees, areaIds, areaFullNames, areaKinds } = compiled;
    for (let i = 0; i < officeHolders.length; i += 3) {
      const key = holderKey(officeHolders[i]!, officeHolders[i + 1]!);
      if (!this.#holders.has(key)) this.#holders.set(key, officeHolders[i + 2]!);
    }
    for (let i = 0; i < committees.length; i += 2) this.#committees.set(committees[i]!, committees[i + 1]!);
    const { singles } = compiled;
    for (let i = 0; i < singles.length; i += 2) this.singles[singles[i]!] = singles[i + 1]!;
    for (let i = 0; i < areaKinds.length; i++) {
      this.#areaById.set(stringAt(areaIds, i), i);
      this.#areaByFullName.set(stringAt(areaFullNames, i), i);
    }
  }

  /** Features of names with a tail that the genre or a text has taught, by name, with their weights. */
  *weights(): Generator<[feature: string, weight: number]> {
    const { features, weights } = this.compiled;
    for (let i = 0; i < weights.length; i++) yield [stringAt(features, i), weights[i]!];
  }

  entityId = (entity: number): EntityId => stringAt(this.compiled.ids, entity) as EntityId;
  entityName = (entity: number): string => stringAt(this.compiled.names, entity);
  entityType = (entity: number): EntityType => ENTITY_TYPES[this.compiled.types[entity]!]!;
  entityArea = (entity: number): number => this.compiled.areaOf[entity]!;

  /** Values at a hit, as (kind, index) pairs decoded by the callers they matter to. */
  values = (at: number): number[] => readValues(this.compiled.trie, at);

  /** Entities of a type among the values at a hit, those under their own name first. */
  entitiesAt(at: number, type: EntityType): number[] {
    const found: number[] = [];
    this.#collect(at, ENTITY, type, found);
    this.#collect(at, ALIAS, type, found);
    return found;
  }

  #collect(at: number, kind: number, type: EntityType, found: number[]): void {
    if (at === 0) return;
    const { values } = this.compiled.trie;
    for (let i = at - 1; ; i++) {
      const raw = values[i]!;
      const value = (raw & ~LAST) >>> 0;
      if (kindOfValue(value) === kind) {
        const entity = indexOfValue(value);
        if (this.entityType(entity) === type && !found.includes(entity)) found.push(entity);
      }
      if (raw & LAST) return;
    }
  }

  isAliasAt(at: number, entity: number): boolean {
    return !this.values(at).some((value) => kindOfValue(value) === ENTITY && indexOfValue(value) === entity);
  }

  /** The office at a hit, and whether the form used needs a level before it. Kept like the areas. */
  officeAt(at: number): { office: number; bound: boolean } {
    let known = this.#officesAt.get(at);
    if (!known) {
      const index = indexOfValue(this.values(at).find((v) => kindOfValue(v) === OFFICE_VALUE)!);
      known = { office: index >> 1, bound: (index & 1) === 1 };
      this.#officesAt.set(at, known);
    }
    return known;
  }

  /** Areas at a hit; kept once read, since a page names the same few again and again. */
  areasAt(at: number): readonly number[] {
    let areas = this.#areasAt.get(at);
    if (!areas) {
      areas = this.values(at).flatMap((value) => (kindOfValue(value) === AREA_VALUE ? [indexOfValue(value)] : []));
      this.#areasAt.set(at, areas);
    }
    return areas;
  }

  /** Where the values of a name begin, 0 for a name that is not in the index: the name is folded as it is walked, and nothing is made of it. */
  find(name: string): number {
    const { trie } = this.compiled;
    let node = 0;
    let depth = 0;
    for (let i = 0; i < name.length; i++) {
      const unit = FOLD_TABLE[name.charCodeAt(i)]!;
      if (KIND_TABLE[unit]! >= SPACE) continue;
      node = depth++ === 0 ? trie.root[unit]! : childOf(trie, node, unit);
      if (node === 0) return 0;
    }
    return trie.valueAt[node]!;
  }

  /** Every entity of a type with this name, those under their own name first. */
  entitiesNamed = (name: string, type: EntityType): number[] => this.entitiesAt(this.find(name), type);

  /** The first of them, or -1. */
  entityNamed(name: string, type: EntityType): number {
    const at = this.find(name);
    if (at === 0 || !(this.classes[at - 1]! & CLASS_OF_TYPE[type])) return -1;
    return this.entitiesAt(at, type)[0] ?? -1;
  }

  officeName = (office: number): string => stringAt(this.compiled.officeNames, office);
  officeBranch = (office: number): (typeof BRANCHES)[number] => BRANCHES[this.compiled.officeBranches[office]!]!;
  /** The body an office is in an area, or -1. */
  officeHolder = (office: number, area: number): number => this.#holders.get(holderKey(office, area)) ?? -1;
  committeeOf = (area: number): number => this.#committees.get(area) ?? -1;

  areaId = (area: number): AreaId => stringAt(this.compiled.areaIds, area) as AreaId;
  areaName = (area: number): string => stringAt(this.compiled.areaNames, area);
  areaFullName = (area: number): string => stringAt(this.compiled.areaFullNames, area);
  areaKind = (area: number): (typeof AREA_KINDS)[number] => AREA_KINDS[this.compiled.areaKinds[area]!]!;
  areaParent = (area: number): number => this.compiled.areaParents[area]!;
  areaById = (id: string): number => this.#areaById.get(id) ?? -1;
  areaByFullName = (name: string): number => this.#areaByFullName.get(name) ?? -1;
  get areaCount(): number {
    return this.compiled.areaKinds.length;
  }

  /** The area itself or one it lies in, of one of these kinds; -1 when there is none. */
  enclosing(area: number, kinds: readonly (typeof AREA_KINDS)[number][]): number {
    for (let at = area, steps = 0; at >= 0 && steps < 8; at = this.areaParent(at), steps++)
      if (kinds.includes(this.areaKind(at))) return at;
    return -1;
  }

  isWithin(area: number, outer: number): boolean {
    for (let at = area, steps = 0; at >= 0 && steps < 8; at = this.areaParent(at), steps++) if (at === outer) return true;
    return false;
  }

  postsOf(person: number): Post[] {
    const lines = stringAt(this.compiled.posts, person);
    if (!lines) return [];
    return lines.split('\n').map((line) => {
      const [organization = '-1', role = '', start = '', end = '', firstSeen = '', lastSeen = ''] = line.split('|');
      return { organization: Number(organization), role, start, end, firstSeen, lastSeen };
    });
  }
}

const holderKey = (office: number, area: number): number => office * 0x100000 + area;

function classesOf({ trie, types }: CompiledDictionary): Uint32Array {
  const classes = new Uint32Array(trie.values.length);
  let bits = 0;
  for (let i = trie.values.length - 1; i >= 0; i--) {
    const raw = trie.values[i]!;
    if (raw & LAST) bits = 0;
    bits |= classOfValue((raw & ~LAST) >>> 0, types);
    classes[i] = bits;
  }
  return classes;
}

function classOfValue(value: number, types: Uint8Array): number {
  switch (kindOfValue(value)) {
    case CLASS_VALUE:
      return indexOfValue(value);
    case OFFICE_VALUE:
      return OFFICE_CLASS;
    case AREA_VALUE:
      return AREA_CLASS;
    default:
      return CLASS_OF_TYPE[ENTITY_TYPES[types[indexOfValue(value)]!]!];
  }
}
