import type { Vote } from '../types';
import { bestNameFrom, type NameShape, namesFrom } from './name-shape';
import type { Keep } from './person-mention';
import type { Reading } from './reading';

const APPOINTING = /(任命|免去|接受|选举|补选|提名|推选)(了)?[::]?/g;
/** What a decision says right behind the name. */
const DECIDED = /^(为|的|任|辞去|担任|兼任)/;

/** 任命X为…,Y为…;免去X的…: decisions name people before their posts. */
export function findAppointed(reading: Reading, keep: Keep): void {
  const { text } = reading.normal;
  for (const match of text.matchAll(APPOINTING)) {
    let at = match.index + match[0].length;
    for (let clause = 0; clause < 40; clause++) {
      const names = appointedNames(reading, at);
      const last = names.at(-1);
      if (!last) break;
      const votes: Vote[] = [{ kind: 'titleAfter', detail: match[0] }];
      for (const { start, end, score } of names)
        keep({ start, end, name: reading.text(start, end), standing: 'official', score: score + 1.5, votes });
      const next = nextClause(reading, last.end);
      if (next < 0) break;
      at = next;
    }
  }
}

/** A、B为…: the names before the post, or none when no post follows. */
function appointedNames(reading: Reading, from: number): NameShape[] {
  const names: NameShape[] = [];
  let at = from;
  for (;;) {
    const decided = namesFrom(reading, at).find((name) => DECIDED.test(reading.text(afterCourtesy(reading, name.end), name.end + 6)));
    const name = decided && decided.score > -0.5 ? decided : bestNameFrom(reading, at, 0.2);
    if (!name) return [];
    names.push(name);
    const end = afterCourtesy(reading, name.end);
    if (DECIDED.test(reading.text(end, end + 2))) return names;
    if (!reading.is(end, '、')) return [];
    at = end + 1;
  }
}

function afterCourtesy(reading: Reading, end: number): number {
  let at = end;
  if (reading.is(at, '(女)')) at += 3;
  if (reading.is(at, '同志')) at += 2;
  return at;
}

/** Where the next name of the same sentence begins, behind a mark and with a post after it; -1 when there is none. */
function nextClause(reading: Reading, from: number): number {
  for (let i = from; i < Math.min(reading.length, from + 70); i++) {
    const mark = reading.text(i, i + 1);
    if (mark === '。' || mark === ':') return -1;
    if ((mark === ',' || mark === ';' || mark === '、') && appointedNames(reading, i + 1).length > 0) return i + 1;
  }
  return -1;
}
