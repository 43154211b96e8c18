import { AFTER_NAME, LEFT_EDGE } from '../lexicon/classes';
import { DIGIT, KIND_TABLE, LETTER, MARK, STOP } from '../normalise/characters';
import { GAP_LINE, GAP_SPACE } from '../normalise/normalise';
import type { Reading } from './reading';
import { BEGIN, CODES, MEMBER_KINDS, PERSON_CODE, POSITIONS, ROWS, SILENT_CODE } from './sequence-layout';
import type { SpanCandidate } from './span';

/** Characters as the sequence model knows them: all digits are one, all Latin letters are one, and what lies before and behind the text. */
export const BEFORE_TEXT = 1;
export const BEHIND_TEXT = 2;
const ANY_DIGIT = 3;
const ANY_LETTER = 4;
const CHARACTER = new Uint16Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) {
  const kind = KIND_TABLE[unit]!;
  CHARACTER[unit] = kind & DIGIT ? ANY_DIGIT : kind & LETTER ? ANY_LETTER : Math.max(unit, 5);
}

/** Marks that a name may hold, and those that end a clause. */
const DIVIDES = 1;
const ENDS_CLAUSE = 2;
const MARKS = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++)
  if (KIND_TABLE[unit]! & (STOP | MARK) && !'·“”()-+/&'.includes(String.fromCharCode(unit))) MARKS[unit] = DIVIDES;
for (const mark of ',。;:!?') MARKS[mark.charCodeAt(0)] = DIVIDES | ENDS_CLAUSE;
const LIST_COMMA = 0x3001;

/** 等12个项目, 3项应急工程, 等工地: what the last member of a list says of all. */
const OF_PROJECTS =
  /(?:\d|[一二两三四五六七八九十百几多])(?:余|多)?(?:个|项|处|大)[^,。;、]{0,8}?(?:项目|工程)|等(?:一批|一系列)?[^,。;、]{0,6}(?:项目|工程|工地)/;
const OF_BODIES =
  /等(?:\d+|[一二两三四五六七八九十百几多]+)?(?:余|多)?(?:家|所|个)?[^,。;、]{0,6}(?:企业|公司|单位|部门|学校|医院|高校|院校|机构|板块|街道|镇)/;
const LIST = { plain: 1, projects: 2, bodies: 3, likeProjects: 4, likeBodies: 5 } as const;

/** What is told of each character of a text by a small number: rows of the tables in sequence-layout. */
export interface SequenceFeatures {
  length: number;
  /** The characters as the model knows them. */
  characters: Uint16Array;
  gap: Uint8Array;
  starts: Uint32Array;
  ends: Uint32Array;
  particles: Uint8Array;
  codes: Uint8Array;
  list: Uint16Array;
  neighbours: Uint16Array;
}

/** Gathers what the model weighs, in one pass over the text and one over its lists. `chosen` is what the grammar alone would choose. */
export function sequenceFeatures(reading: Reading, chosen: readonly SpanCandidate[]): SequenceFeatures {
  const { length, units, gap, starts, ends } = reading;
  const characters = new Uint16Array(length);
  const particles = new Uint8Array(length);
  for (let i = 0; i < length; i++) characters[i] = CHARACTER[units[i]!]!;
  let before = 0;
  let here = reading.single(0);
  for (let i = 0; i < length; i++) {
    const behind = reading.single(i + 1);
    particles[i] =
      (before & LEFT_EDGE ? 1 : 0) | (before & AFTER_NAME ? 2 : 0) | (behind & LEFT_EDGE ? 4 : 0) | (behind & AFTER_NAME ? 8 : 0);
    before = here;
    here = behind;
  }
  const codes = codesOf(length, chosen);
  const list = placesInStretches(reading);
  const neighbours = list.slice();
  readLists(reading, codes, list, neighbours);
  return { length, characters, gap, starts, ends, particles, codes, list, neighbours };
}

/** What the grammar chose, by character. */
function codesOf(length: number, chosen: readonly SpanCandidate[]): Uint8Array {
  const codes = new Uint8Array(length + 1);
  for (const { start, end, type, silent } of chosen) {
    if (silent || type === 'official') {
      codes.fill(silent ? SILENT_CODE : PERSON_CODE, start, end);
      continue;
    }
    codes.fill(BEGIN[type] + 1, start, end);
    codes[start] = BEGIN[type];
    codes[end - 1] = BEGIN[type] + 2;
  }
  return codes;
}

/** How near each character stands to the two ends of its stretch between marks or spaces: first, second or further in. */
function placesInStretches({ length, units, gap }: Reading): Uint16Array {
  const places = new Uint16Array(length);
  for (let i = 0, from = 0; i < length; i++) {
    if (MARKS[units[i]!] || gap[i]! >= GAP_SPACE) from = i;
    places[i] = 3 * Math.min(i - from, 2);
    if (MARKS[units[i]!]) from = i + 1;
  }
  for (let i = length - 1, to = length - 1; i >= 0; i--) {
    if (MARKS[units[i]!] || gap[i + 1]! >= GAP_SPACE) to = i;
    places[i]! += Math.min(to - i, 2);
    if (MARKS[units[i]!]) to = i - 1;
  }
  return places;
}

/** Adds to the places what kind of list each clause is, and what the members beside each one are. */
function readLists(reading: Reading, codes: Uint8Array, list: Uint16Array, neighbours: Uint16Array): void {
  const { length, units, gap } = reading;
  let from = 0;
  const commas: number[] = [];
  for (let i = 0; i <= length; i++) {
    const closes = i === length || (MARKS[units[i]!]! & ENDS_CLAUSE) !== 0;
    if (closes || (gap[i] === GAP_LINE && i > from)) {
      if (commas.length > 0) readList(reading, from, i, commas, codes, list, neighbours);
      commas.length = 0;
      from = closes ? i + 1 : i;
    }
    if (!closes && units[i] === LIST_COMMA) commas.push(i);
  }
}

function readList(
  reading: Reading,
  from: number,
  to: number,
  commas: readonly number[],
  codes: Uint8Array,
  list: Uint16Array,
  neighbours: Uint16Array,
): void {
  const ends = [...commas, to];
  const types = ends.map((end, m) => memberType(codes, m === 0 ? from : ends[m - 1]! + 1, end));
  const last = reading.text(commas.at(-1)! + 1, to);
  const projects = types.filter((type) => type === 2).length;
  const bodies = types.filter((type) => type === 1).length;
  const kind = OF_PROJECTS.test(last)
    ? LIST.projects
    : OF_BODIES.test(last)
      ? LIST.bodies
      : projects > bodies
        ? LIST.likeProjects
        : bodies > projects
          ? LIST.likeBodies
          : LIST.plain;
  ends.forEach((end, m) => {
    const beside = (m > 0 ? types[m - 1]! + 1 : 0) * MEMBER_KINDS + (m + 1 < ends.length ? types[m + 1]! + 1 : 0);
    for (let i = m === 0 ? from : ends[m - 1]! + 1; i < end; i++) {
      list[i]! += kind * POSITIONS;
      neighbours[i]! += beside * POSITIONS;
    }
  });
}

/** What the last name of a member is: 0 nothing, 1 a body, 2 a project, 3 a person. */
function memberType(codes: Uint8Array, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const code = codes[i]!;
    if (code) return code < BEGIN.project ? 1 : code < PERSON_CODE ? 2 : code === PERSON_CODE ? 3 : 0;
  }
  return 0;
}

/** The row of the grammar's choice around a character. */
export const codeRow = (codes: Uint8Array, i: number): number =>
  ROWS.codes + ((i > 0 ? codes[i - 1]! : 0) * CODES + codes[i]!) * CODES + codes[i + 1]!;

export const gapRow = (gap: Uint8Array, i: number): number => ROWS.gap + gap[i]! * 4 + gap[i + 1]!;
