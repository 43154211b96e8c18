import type { Hits } from './hits';
import { NO_SYLLABLE, type Pinyin } from './pinyin';
import { Places } from './places';
import { LETTERS, readQuery, type Step, type SyllableQuery } from './syllable-query';

/** Between names. */
const END = 0;

/**
 * Finds names by any part of them, and by the pinyin of any part: whole syllables, first letters (cjh), or both mixed. Built once:
 * all names lie in one array, and beside it by character, by syllable and by initials the places where each stands.
 */
export class TextIndex {
  readonly #text: Uint16Array;
  readonly #owner: Uint32Array;
  readonly #first: Uint16Array;
  readonly #second: Uint16Array;
  readonly #letterOf: Uint8Array;
  readonly #units: Places;
  /** By syllable and the initial of the next: all of one syllable, or of several in a row, are one run. */
  readonly #syllables: Places;
  /** By three initials in a row. */
  readonly #triples: Places;

  /** @param names of each owner, in the form queries have (searchForm) */
  constructor(
    names: readonly (readonly string[])[],
    private readonly pinyin: Pinyin,
  ) {
    const length = names.reduce((sum, own) => sum + own.reduce((all, name) => all + name.length + 1, 0), 1);
    const text = new Uint16Array(length + 2);
    const owner = new Uint32Array(length);
    const first = new Uint16Array(length + 2);
    const second = new Uint16Array(length + 2);
    let at = 1;
    for (let slot = 0; slot < names.length; slot++) {
      for (const name of names[slot]!) {
        for (let i = 0; i < name.length; i++, at++) {
          const unit = name.charCodeAt(i);
          text[at] = unit;
          owner[at] = slot;
          first[at] = pinyin.first(unit);
          second[at] = pinyin.second(unit);
        }
        at++;
      }
    }
    this.#text = text;
    this.#owner = owner;
    this.#first = first;
    this.#second = second;
    this.#letterOf = Uint8Array.from(pinyin.syllables, (syllable) => (syllable ? syllable.charCodeAt(0) - 96 : 0));
    this.#units = new Places(0x10000, text);
    [this.#syllables, this.#triples] = this.#gather(length);
  }

  #gather(length: number): [Places, Places] {
    const [first, second, letterOf] = [this.#first, this.#second, this.#letterOf];
    const syllables = new Uint16Array(length);
    const triples = new Uint16Array(length);
    const [moreSyllables, moreTriples]: number[][] = [[], []];
    for (let at = 1; at < length; at++) {
      if (first[at] === NO_SYLLABLE) continue;
      const [next, after] = [letterOf[first[at + 1]!]!, letterOf[first[at + 2]!]!];
      syllables[at] = first[at]! * LETTERS + next;
      if (next && after) triples[at] = triple(letterOf[first[at]!]!, next, after);
      if (!(second[at]! | second[at + 1]! | second[at + 2]!)) continue;
      for (const a of readings(first[at]!, second[at]!)) {
        for (const b of readings(first[at + 1]!, second[at + 1]!)) {
          const kind = a * LETTERS + letterOf[b]!;
          if (kind !== syllables[at]) moreSyllables!.push(kind, at);
          for (const c of readings(first[at + 2]!, second[at + 2]!)) {
            const three = triple(letterOf[a]!, letterOf[b]!, letterOf[c]!);
            if (letterOf[b] && letterOf[c] && three !== triples[at]) moreTriples!.push(three, at);
          }
        }
      }
    }
    return [
      new Places(this.pinyin.syllables.length * LETTERS, syllables, moreSyllables),
      new Places(LETTERS * LETTERS * LETTERS, triples, moreTriples),
    ];
  }

  /** Adds every owner one of whose names holds what is wanted (in search form, not empty). */
  find(wanted: string, hits: Hits): void {
    this.#findText(wanted, hits);
    if (/^[a-zü]+$/.test(wanted)) this.#findPinyin(wanted.replaceAll('ü', 'v'), hits);
  }

  /** Characters, and pairs of them, that stand in at least so many places. */
  frequent(least: number): string[] {
    const [text, units] = [this.#text, this.#units];
    const found: string[] = [];
    for (let unit = 1; unit < 0x10000; unit++) {
      if (units.count(unit) < least) continue;
      found.push(String.fromCharCode(unit));
      const followers = new Map<number, number>();
      for (const place of units.of(unit)) followers.set(text[place + 1]!, (followers.get(text[place + 1]!) ?? 0) + 1);
      for (const [next, count] of followers) if (next !== END && count >= least) found.push(String.fromCharCode(unit, next));
    }
    return found;
  }

  /** In how many places letters begin a syllable or, if they are two, begin two in a row. */
  letterCount(letters: string): number {
    const [from, to] = this.pinyin.rangeOf(letters);
    const alone = this.#syllables.between(from * LETTERS, to * LETTERS).length;
    if (letters.length !== 2) return alone;
    const [low, high] = this.pinyin.rangeOf(letters.slice(0, 1));
    const second = letters.charCodeAt(1) - 96;
    let pairs = 0;
    for (let syllable = low; syllable < high; syllable++) pairs += this.#syllables.count(syllable * LETTERS + second);
    return alone + pairs;
  }

  #findText(wanted: string, hits: Hits): void {
    const text = this.#text;
    const length = wanted.length;
    let rarest = 0;
    for (let i = 1; i < length; i++) {
      if (this.#units.count(wanted.charCodeAt(i)) < this.#units.count(wanted.charCodeAt(rarest))) rarest = i;
    }
    const units = Uint16Array.from({ length }, (_, i) => wanted.charCodeAt(i));
    const places = this.#units.of(units[rarest]!);
    next: for (let k = 0; k < places.length; k++) {
      const start = places[k]! - rarest;
      for (let i = 0; i < length; i++) if (text[start + i] !== units[i]) continue next;
      this.#hit(start, start + length, hits);
    }
  }

  #findPinyin(letters: string, hits: Hits): void {
    const query = readQuery(letters, this.pinyin);
    const alone = this.#syllables.between(query.lastFrom[0]! * LETTERS, query.lastTo[0]! * LETTERS);
    for (let k = 0; k < alone.length; k++) this.#hit(alone[k]!, alone[k]! + 1, hits);
    for (const step of query.steps[0] ?? []) {
      if (step.length === 1 && query.length > 2) this.#followInitials(query, hits);
      for (let syllable = step.from; syllable < step.to; syllable++) this.#follow(query, step, syllable, hits);
    }
  }

  /** One syllable taken whole (or by its beginning), and on. */
  #follow(query: SyllableQuery, step: Step, syllable: number, hits: Hits): void {
    const places = this.#syllables.of(syllable * LETTERS + query.letters[step.length]!);
    const isEnd = step.length === query.length - 1;
    // Of single initials in a row, those of three are at hand.
    const onlyLonger = step.length === 1 && !isEnd;
    const [from, to] = onlyLonger ? query.secondOfTwo : [0, 0];
    for (let k = 0; k < places.length; k++) {
      const place = places[k]!;
      if (onlyLonger && !within(this.#first[place + 1]!, from, to) && !within(this.#second[place + 1]!, from, to)) continue;
      const end = isEnd ? place + 2 : this.#match(query, step.length, place + 1, onlyLonger);
      if (end > 0) this.#hit(place, end, hits);
    }
  }

  #followInitials(query: SyllableQuery, hits: Hits): void {
    const { letters, length } = query;
    const places = this.#triples.of(triple(letters[0]!, letters[1]!, letters[2]!));
    for (let k = 0; k < places.length; k++) {
      const end = length === 3 ? places[k]! + 3 : this.#match(query, 2, places[k]! + 2, false);
      if (end > 0) this.#hit(places[k]!, end, hits);
    }
  }

  /**
   * Where the syllables that the letters from `at` on spell end, when they begin at `place`; 0 when they do not.
   * @param longer the first syllable is to take more than its initial, unless it is the last
   */
  #match(query: SyllableQuery, at: number, place: number, longer: boolean): number {
    return (
      this.#matchReading(query, at, place, this.#first[place]!, longer) ||
      this.#matchReading(query, at, place, this.#second[place]!, longer)
    );
  }

  #matchReading(query: SyllableQuery, at: number, place: number, syllable: number, longer: boolean): number {
    if (syllable === NO_SYLLABLE || this.#letterOf[syllable] !== query.letters[at]) return 0;
    if (syllable >= query.lastFrom[at]! && syllable < query.lastTo[at]!) return place + 1;
    const steps = query.steps[at]!;
    for (let i = longer ? 1 : 0; i < steps.length; i++) {
      const step = steps[i]!;
      if (syllable < step.from || syllable >= step.to) continue;
      const end = this.#match(query, at + step.length, place + 1, false);
      if (end > 0) return end;
    }
    return 0;
  }

  #hit(start: number, end: number, hits: Hits): void {
    const begins = this.#text[start - 1] === END;
    hits.add(this.#owner[start]!, begins ? (this.#text[end] === END ? 0 : 1) : 2);
  }
}

const within = (syllable: number, from: number, to: number) => syllable >= from && syllable < to;

const triple = (a: number, b: number, c: number) => (a * LETTERS + b) * LETTERS + c;

const readings = (first: number, second: number) => (second === NO_SYLLABLE ? [first] : [first, second]);
