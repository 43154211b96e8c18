import type { Reading } from './reading';
import type { TailFeatures } from './tail-features';

/** What the features of names with a tail are called, in the weights and in the training; where they are counted with, by their index. */
export const KIND_NAMES = ['o', 'p'] as const;
export const LEFT_NAMES = [
  ...['visit', 'edge', 'after', 'title', 'area', 'body', 'word', 'line', 'space', 'open', 'list', 'dot', 'sentence', 'latin'],
  ...['comma', 'mark', 'particle', 'ideograph'],
] as const;
export const FIRST_NAMES = [
  ...['organization', 'area', 'foreign', 'office', 'person', 'edge', 'word', 'digit', 'letter', 'quote', 'mark', 'particle', 'plain'],
] as const;
export const RIGHT_NAMES = [
  ...['project', 'organization', 'executive', 'title', 'verb', 'apart', 'mark', 'particle', 'ideograph'],
] as const;
export const STEM_NAMES = ['0', '1', '2', '3', '4', '5', '6', '7-9', '10-14', '15-20', '21+'] as const;
export const FLAG_NAMES = [
  ...['rough-place', 'joint', 'bracketed', '的', 'broken', 'year', 'ordinal', 'count', 'count', 'unspecific', 'generic', 'generic-tail'],
] as const;

/** What `inner` tells of: a character that ends no name's word, a word that is an edge, a word for leaders. */
export const INNER_CHARACTER = 0;
export const INNER_EDGE = 1;
export const INNER_LEADERS = 2;

/** The names the weights of these features are kept under, for the training. */
export function featureNames(reading: Reading, features: TailFeatures): string[] {
  const { start, tail, end, inner } = features;
  const k = KIND_NAMES[features.kind]!;
  const text = reading.text(tail, end);
  const right = RIGHT_NAMES[features.right]!;
  const first = FIRST_NAMES[features.first]!;
  const names = [k, `${k}:tail=${text}`, `${k}:tail=${text}&right=${right}`, `${k}:right=${right}`];
  for (let i = 0; i < inner.length; i += 2) {
    if (inner[i] === INNER_CHARACTER) names.push(`${k}:in=${String.fromCharCode(inner[i + 1]!)}`);
    else names.push(inner[i] === INNER_EDGE ? `${k}:over=${wordWithin(reading, start, tail, inner[i + 1]!)}` : `${k}:leaders`);
  }
  names.push(
    `${k}:left=${LEFT_NAMES[features.left]}`,
    `${k}:first=${first}`,
    `${k}:tail=${text}&first=${first}`,
    `${k}:stem=${STEM_NAMES[features.stem]}`,
    `${k}:lead=${reading.text(start, start + 2)}`,
  );
  if (features.before) names.push(`${k}:char=${String.fromCharCode(features.before)}`);
  if (features.verbs) names.push(`${k}:verbs=${Math.min(features.verbs, 3)}`);
  if (features.edges) names.push(`${k}:edges=${Math.min(features.edges, 4)}`);
  FLAG_NAMES.forEach((name, i) => {
    if (features.flags & (1 << i)) names.push(`${k}:${name}`);
  });
  return names;
}

function wordWithin(reading: Reading, from: number, to: number, word: number): string {
  for (let hit = reading.firstHit(from); hit < reading.firstHit(to); hit++)
    if (reading.hitAt(hit) === word) return reading.text(reading.hitStart(hit), reading.hitEnd(hit));
  throw new Error('a word within a stem has left it');
}
