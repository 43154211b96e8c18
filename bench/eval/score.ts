import { normaliseName } from '../../lib/finder/normalise/normalise';
import type { Mention } from '../../lib/finder/types';
import { ENTITY_TYPES, type EntityType } from '../../lib/model/entity';
import type { Label, LabelledText } from './labelled';

interface Tally {
  gold: number;
  predicted: number;
  overlap: number;
  exact: number;
  named: number;
  rightName: number;
}

export interface Score {
  by: Record<EntityType | 'all', Tally>;
  falseOfficials: number;
  errors: string[];
}

const emptyTally = (): Tally => ({ gold: 0, predicted: 0, overlap: 0, exact: 0, named: 0, rightName: 0 });

/** Scores findings against labels: found where spans of one type overlap by half, exact where they are equal; optional labels and places count neither way. */
export function score(pairs: readonly { text: LabelledText; mentions: readonly Mention[] }[]): Score {
  const result: Score = {
    by: { official: emptyTally(), organization: emptyTally(), project: emptyTally(), all: emptyTally() },
    falseOfficials: 0,
    errors: [],
  };
  for (const { text, mentions } of pairs) scoreText(text, mentions, result);
  return result;
}

function scoreText(text: LabelledText, mentions: readonly Mention[], result: Score): void {
  const taken = new Set<Mention>();
  const count = (type: EntityType, change: (tally: Tally) => void) => {
    change(result.by[type]);
    change(result.by.all);
  };
  for (const label of text.labels) {
    if (label.optional || !isEntityType(label.type)) continue;
    const { mention, share } = bestMatch(label, mentions, taken);
    count(label.type, (tally) => {
      tally.gold++;
      if (!mention) return;
      tally.overlap++;
      tally.predicted++;
      if (share === 1) tally.exact++;
      tally.named++;
      if (foldName(mention.name) === foldName(label.canonical)) tally.rightName++;
    });
    if (!mention) result.errors.push(`${text.id}\tmissed\t${label.type}\t${label.text}\t${context(text.text, label)}`);
    else {
      taken.add(mention);
      if (foldName(mention.name) !== foldName(label.canonical))
        result.errors.push(`${text.id}\tname\t${label.type}\t${label.text}\tgot ${mention.name}\twant ${label.canonical}`);
      else if (share < 1) result.errors.push(`${text.id}\tspan\t${label.type}\t${label.text}\tgot ${mention.text}`);
    }
  }
  for (const mention of mentions) {
    if (taken.has(mention)) continue;
    const over = text.labels.filter((label) => shareOf(label, mention) > 0);
    const person = over.some((label) => label.type === 'other_person' && !label.optional);
    if (!person && over.some((label) => label.optional || (label.type === 'place' && mention.type === 'organization'))) continue;
    count(mention.type, (tally) => {
      tally.predicted++;
    });
    if (person && mention.type === 'official') result.falseOfficials++;
    result.errors.push(`${text.id}\tfalse\t${mention.type}\t${mention.text}\t${context(text.text, mention)}`);
  }
}

function bestMatch(label: Label, mentions: readonly Mention[], taken: ReadonlySet<Mention>): { mention: Mention | null; share: number } {
  let best: Mention | null = null;
  let share = 0;
  for (const mention of mentions) {
    if (mention.type !== label.type || taken.has(mention)) continue;
    const s = shareOf(label, mention);
    if (s > share) {
      best = mention;
      share = s;
    }
  }
  return share >= 0.5 ? { mention: best, share } : { mention: null, share };
}

/** Intersection over union of two spans. */
function shareOf(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const inner = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return inner <= 0 ? 0 : inner / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

const isEntityType = (type: string): type is EntityType => (ENTITY_TYPES as readonly string[]).includes(type);

/** Forms of one name that count as one: long and short forms of the party's, the conference's and the congress's names, the city's prefix, a town for its government. */
export function foldName(name: string): string {
  return normaliseName(name)
    .replace(/[“”"《》]/g, '')
    .replace(/^(中国共产党|中共)/, '')
    .replace('中国人民政治协商会议', '政协')
    .replace('人民代表大会常务委员会', '人大常委会')
    .replace(/^(政协)?(江苏省)?(常州市?)?/, '$1')
    .replace(/(镇|乡|区|市)人民政府$/, '$1')
    .replace(/街道办事处$/, '街道');
}

function context(text: string, span: { start: number; end: number }): string {
  return `…${text.slice(Math.max(0, span.start - 8), span.end + 8).replace(/\s+/g, ' ')}…`;
}

/** Harmonic mean of precision and recall, in percent. */
export function f1(tally: Tally, hit: 'overlap' | 'exact'): number {
  const precision = tally.predicted ? tally[hit] / tally.predicted : 0;
  const recall = tally.gold ? tally[hit] / tally.gold : 0;
  return precision + recall ? (200 * precision * recall) / (precision + recall) : 0;
}

export function formatScore({ by, falseOfficials }: Score): string {
  const percent = (part: number, whole: number) => (whole ? ((100 * part) / whole).toFixed(1) : '–').padStart(6);
  const rows = Object.entries(by).map(
    ([type, t]) =>
      `${type.padEnd(13)} ${String(t.gold).padStart(5)} ${String(t.predicted).padStart(5)} ${percent(t.overlap, t.predicted)} ${percent(t.overlap, t.gold)}   ${f1(t, 'overlap').toFixed(1).padStart(8)}   ${f1(t, 'exact').toFixed(1).padStart(8)}   ${percent(t.rightName, t.named)}`,
  );
  return ['type           gold  pred     P      R   F1(overlap)  F1(exact)  name right', ...rows, `false officials ${falseOfficials}`].join(
    '\n',
  );
}
