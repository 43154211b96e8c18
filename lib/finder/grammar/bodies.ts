import type { Dictionary } from '../dictionary/dictionary';
import { AFTER_NAME, AREA, FOREIGN, LEADERS, LEFT_EDGE, OFFICE, ORGANIZATION, PARTY, TITLE, VISIT } from '../lexicon/classes';
import { MARK, STOP } from '../normalise/characters';
import { GAP_LINE } from '../normalise/normalise';
import type { Vote } from '../types';
import { GENERIC_OFFICE, TERM, UNIT, UNLISTED, WORDS_ENDING_IN_LEVEL } from './body-patterns';
import { fromPlace, type Level, Levels } from './levels';
import { rightEvidence } from './name-shape';
import { officeIn } from './office-names';
import { placeTo } from './places';
import type { Reading } from './reading';
import type { Scope } from './scope';
import type { SpanCandidate } from './span';

/** Public bodies by level and office: 区水利局, 市委宣传部, 雪堰镇党委, and the bare office in a list that said the level once. */
export function findBodies(reading: Reading, scope: Scope): SpanCandidate[] {
  const finder = new BodyFinder(reading, scope);
  finder.run();
  return finder.found;
}

class BodyFinder {
  readonly found: SpanCandidate[] = [];
  readonly #reading: Reading;
  readonly #scope: Scope;
  readonly #dictionary: Dictionary;
  /** The level each body found so far was read with, by its end: a list says it once. */
  readonly #levelAt = new Map<number, Level>();
  readonly #levels: Levels;

  constructor(reading: Reading, scope: Scope) {
    this.#reading = reading;
    this.#scope = scope;
    this.#dictionary = reading.dictionary;
    this.#levels = new Levels(reading, scope);
  }

  run(): void {
    let last = -1;
    for (const hit of this.#reading.hitsOf(OFFICE | PARTY)) {
      if (hit.classes & PARTY) this.#party(hit.start, hit.end);
      if (!(hit.classes & OFFICE)) continue;
      const longest = this.#reading.longestFrom(hit.start, OFFICE)!;
      if (hit.end !== longest.end && hit.start === last) continue;
      last = hit.start;
      this.#office(longest.start, longest.end, longest.at);
    }
    this.#unlisted();
    this.#leagues();
  }

  /** 团市委, 团区委: the level stands within. */
  #leagues(): void {
    for (const match of this.#reading.normal.text.matchAll(/团([市区县省])委/g)) {
      const start = match.index;
      if (!this.#hasLeftEdge(start)) continue;
      const level = this.#levels.byCharacter(match[1]!, start);
      const name = `共青团${level.name}委员会`;
      this.#add(
        {
          start,
          end: start + 3,
          entity: this.#dictionary.entityNamed(name, 'organization'),
          name,
          score: 3,
          votes: [{ kind: 'composed', detail: name }, level.vote],
        },
        level,
      );
    }
  }

  /** 市老龄办, 市社会福利院: a level and an ending, of a body that no list knows. */
  #unlisted(): void {
    const reading = this.#reading;
    for (const match of reading.normal.text.matchAll(UNLISTED)) {
      const start = match.index;
      const word = match[0];
      if (
        !this.#hasLeftEdge(start) ||
        reading.isCrossed(start, AREA | FOREIGN) ||
        GENERIC_OFFICE.test(word) ||
        crossesLine(reading, start, start + word.length)
      )
        continue;
      const end = start + word.length;
      if (rightEvidence(reading, end) < 0.5) continue;
      const level = this.#levels.byCharacter(word[0]!, start);
      if (!level.name) continue;
      const name = level.name + word.slice(1);
      this.#add(
        {
          start,
          end,
          entity: this.#dictionary.entityNamed(name, 'organization'),
          name,
          score: 1.7,
          votes: [{ kind: 'composed', detail: name }, level.vote],
        },
        level,
      );
    }
  }

  #office(start: number, end: number, at: number): void {
    const { dictionary } = this.#reading;
    const { office, bound } = dictionary.officeAt(at);
    const branch = dictionary.officeBranch(office);
    const level = this.#levelBefore(start, end - start) ?? this.#inherited(start);
    if (!level && (bound || !this.#hasLeftEdge(start))) return;
    // 人大代表, 政协委员 are people.
    if (branch === 'congress' && this.#reading.is(end, '代表') && !this.#reading.is(end, '代表团')) return;
    if (branch === 'cppcc' && this.#reading.is(end, '委员') && !this.#reading.is(end, '委员会')) return;
    const resolved = level ?? this.#levels.spoken(start);
    const from = level && level.start >= 0 ? level.start : start;
    const form = this.#reading.text(start, end);
    const { entity, name } = officeIn(this.#dictionary, office, resolved, this.#cityOf(resolved), form);
    const votes: Vote[] = [{ kind: 'composed', detail: name }];
    if (resolved.vote.detail) votes.push(resolved.vote);
    const explicit = level !== null && level.start >= 0;
    const edge = this.#hasLeftEdge(from) ? 0.5 : 0;
    const score = (explicit ? 3 : 1.6) + edge + (end - from) * 0.2 - (this.#reading.isCrossed(from, AREA | ORGANIZATION) ? 1 : 0);
    this.#add({ start: from, end, entity, name, score, votes }, resolved);
    this.#unit(from, end, name, score, votes);
  }

  /** A unit of the body, named right behind it: 常州市体育局办公室, …人民代表大会社会建设委员会. */
  #unit(from: number, end: number, body: string, score: number, votes: Vote[]): void {
    const reading = this.#reading;
    const unit = UNIT.exec(reading.text(end, end + 14))?.[0];
    if (!unit || (unit.endsWith('委员会') && !/代表大会|人大(常委会)?$|常务委员会$/.test(reading.text(from, end)))) return;
    const stop = end + unit.length;
    if (crossesLine(reading, end - 1, stop)) return;
    const name = body + unit;
    this.#add({ start: from, end: stop, entity: this.#dictionary.entityNamed(name, 'organization'), name, score: score + 4, votes }, null);
  }

  #party(start: number, end: number): void {
    const reading = this.#reading;
    const word = reading.text(start, end);
    // 市委会 is a democratic party's committee, named elsewhere.
    if (/^会(?![议见同商谈])/.test(reading.text(end, end + 2))) return;
    // 武进区|委: the level is the area's own last character.
    const place = placeTo(reading, start + 1) ?? placeTo(reading, start);
    const level = place && place.end >= start ? fromPlace(place) : this.#levels.byCharacter(word[0]!, start);
    let from = place ? place.start : start;
    if (reading.is(from - 3, '共青团')) {
      const name = `共青团${level.name}委员会`;
      this.#add(
        {
          start: from - 3,
          end,
          entity: this.#dictionary.entityNamed(name, 'organization'),
          name,
          score: 3.5,
          votes: [{ kind: 'composed', detail: name }],
        },
        level,
      );
      return;
    }
    if (reading.is(from - 2, '中共')) from -= 2;
    const committee = level.area >= 0 ? this.#dictionary.committeeOf(level.area) : -1;
    const workingCommittee = word.endsWith('党工委');
    const name =
      committee >= 0 && !workingCommittee
        ? this.#dictionary.entityName(committee)
        : level.name
          ? `中共${level.name}${workingCommittee ? '工作委员会' : '委员会'}`
          : word;
    if (!place && !this.#hasLeftEdge(start)) return;
    this.#add(
      {
        start: from,
        end,
        entity: workingCommittee ? -1 : committee,
        name,
        score: 1.5 + (end - from) * 0.12,
        votes: [{ kind: 'composed', detail: name }, level.vote],
      },
      level,
    );
  }

  /** The level that stands right before an office: a party committee, a place, or one character. */
  #levelBefore(start: number, officeLength = 0): Level | null {
    const reading = this.#reading;
    if (reading.isApart(start)) return null;
    const party = reading.longestTo(start, PARTY);
    if (party) {
      const place = placeTo(reading, party.start + 1) ?? placeTo(reading, party.start);
      if (place) return fromPlace(reading.is(place.start - 2, '中共') ? { ...place, start: place.start - 2 } : place);
      return { ...this.#levels.byCharacter(reading.text(party.start, party.start + 1), party.start), start: party.start };
    }
    const place = placeTo(reading, start);
    if (place) return fromPlace(place);
    const term = TERM.exec(reading.text(start - 7, start))?.[0];
    if (term) {
      const before = this.#levelBefore(start - term.length);
      return before && { ...before, name: `${before.name}第${term.replace('第', '')}` };
    }
    const char = reading.text(start - 1, start);
    if (!'省市区县镇乡'.includes(char) || reading.isCrossed(start - 1, AREA | FOREIGN)) return null;
    // A full office makes its level plain without an edge (建议市教育局), save where 市 and 区 end a word.
    const plain = officeLength >= 3 && !WORDS_ENDING_IN_LEVEL.includes(reading.text(start - 2, start - 1));
    if (char === '镇' || char === '乡' || char === '县' || plain || this.#hasLeftEdge(start - 1))
      return { ...this.#levels.byCharacter(char, start - 1), start: start - 1 };
    return null;
  }

  /** 市发改委、工信局、财政局: the level said with the first body of a list goes for all. */
  #inherited(start: number): Level | null {
    const reading = this.#reading;
    for (const link of ['、', '和', '及', '与']) {
      if (!reading.is(start - 1, link)) continue;
      const level = this.#levelAt.get(start - 1);
      if (level) return { ...level, start: -1, vote: { kind: 'listMember', detail: level.name } };
    }
    return this.#ofCommittee(start);
  }

  /** 市委副书记、政法委书记: a committee's office within the same posts is that committee's. */
  #ofCommittee(start: number): Level | null {
    const reading = this.#reading;
    if (!reading.is(start - 1, '、') || !(reading.ends[start - 1]! & TITLE)) return null;
    // 宣传部长 is a post in one word, not a body and its head.
    if (reading.starts[start]! & TITLE) return null;
    for (let end = start - 1; end > Math.max(1, start - 24) && !reading.is(end - 1, ',') && !reading.is(end - 1, '。'); end--) {
      const level = reading.longestTo(end, PARTY) ? this.#levelAt.get(end) : undefined;
      if (level) return { ...level, start: -1, vote: { kind: 'antecedent', detail: level.name } };
    }
    return null;
  }

  #cityOf(level: Level): number {
    return level.area >= 0 ? this.#dictionary.enclosing(level.area, ['city']) : this.#scope.city;
  }

  #add(candidate: Omit<SpanCandidate, 'type'>, level: Level | null): void {
    if (this.#reading.gap[candidate.start] === undefined || crossesLine(this.#reading, candidate.start, candidate.end)) return;
    const { start, end, entity, name, score, votes } = candidate;
    this.found.push({ start, end, type: 'organization', name, entity, score, votes });
    // A shorter body with the same end (文史委 in 市政协文史委) does not know the level.
    if (level && !this.#levelAt.has(candidate.end)) this.#levelAt.set(candidate.end, level);
  }

  #hasLeftEdge(start: number): boolean {
    const reading = this.#reading;
    if (reading.isApart(start) || reading.kind(start - 1) & (STOP | MARK)) return true;
    if (reading.ends[start]! & (LEFT_EDGE | AFTER_NAME | VISIT | TITLE | LEADERS | OFFICE | PARTY) || reading.is(start - 1, '有'))
      return true;
    return (reading.single(start - 1) & (LEFT_EDGE | AFTER_NAME)) !== 0;
  }
}

function crossesLine(reading: Reading, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (reading.gap[i] === GAP_LINE) return true;
  return false;
}
