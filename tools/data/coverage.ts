import { foldName } from '../../bench/eval/score';
import { BRANCHES } from '../../lib/finder/dictionary/compile';
import { buildLexicon } from '../../lib/finder/lexicon/lexicon';
import { earliestDay, latestDay } from '../../lib/model/calendar';
import type { PartialDate } from '../../lib/model/dates';
import { rolesAtDate } from '../../lib/model/tenure';
import type { Pack } from '../../lib/packs/pack';

/** A text with what it names: for each label its type and the full name of whom or what is meant. */
export interface NamingText {
  id: string;
  date: PartialDate;
  labels: readonly { type: string; canonical: string; optional?: boolean }[];
}

interface Share {
  /** Required mentions, and those whose full name resolves to an entity of the pack at the text's date. */
  mentions: number;
  resolved: number;
  /** The same by name: how many different ones, and how many of these resolve wherever they stand. */
  names: number;
  resolvedNames: number;
  missing: string[];
}

export type CoveredType = 'official' | 'organization';
export const COVERED_TYPES: readonly CoveredType[] = ['official', 'organization'];

/** Which share of the officials and bodies that texts require the pack knows by their full names, at the dates of the texts. */
export function coverageOf(pack: Pack, texts: readonly NamingText[]): Record<CoveredType, Share> {
  const indexes: Record<CoveredType, NameIndex> = { official: officialsOf(pack), organization: bodiesOf(pack) };
  const share = (type: CoveredType): Share => {
    const asked = new Map<string, boolean>();
    let mentions = 0;
    let resolved = 0;
    for (const { date, labels } of texts) {
      for (const label of labels) {
        if (label.type !== type || label.optional) continue;
        const name = foldName(label.canonical);
        const known = indexes[type].get(name)?.some((isSoAt) => isSoAt(date)) ?? false;
        mentions++;
        if (known) resolved++;
        asked.set(name, (asked.get(name) ?? true) && known);
      }
    }
    const missing = [...asked].flatMap(([name, known]) => (known ? [] : [name]));
    return { mentions, resolved, names: asked.size, resolvedNames: asked.size - missing.length, missing: missing.sort() };
  };
  return { official: share('official'), organization: share('organization') };
}

/** Folded name → whether an entity bore it, and could be spoken of, on a day. */
type NameIndex = Map<string, ((date: PartialDate) => boolean)[]>;

/** An official resolves where a post of theirs can be related to the day. */
function officialsOf({ persons }: Pack): NameIndex {
  const index: NameIndex = new Map();
  for (const person of persons) addNames(index, person, (date) => rolesAtDate(person.memberships, date).length > 0);
  return index;
}

/**
 * A body resolves while it stood. As for the finder, its offices make names of it as well: 武进区工业和信息化局 of 工信局 and the district,
 * 武进区委宣传部 of 宣传部.
 */
function bodiesOf({ organizations, areas }: Pack): NameIndex {
  const index: NameIndex = new Map();
  const areaNames = new Map<string, string>(areas.map((area) => [area.id, area.full_name]));
  for (const body of organizations) {
    const standsAt = (date: PartialDate) => covers(date, body.founding_date, body.dissolution_date);
    addNames(index, body, standsAt);
    const area = areaNames.get(body.area ?? '');
    if (area) for (const name of body.offices.flatMap(fullForms)) addName(index, area + name, standsAt);
  }
  return index;
}

const OFFICES = new Map(buildLexicon().offices.map(([form, full, branch]) => [form, { full, branch: BRANCHES[branch] }]));

/** An office as it may stand after the area in the full name of a body. */
function fullForms(office: string): string[] {
  const known = OFFICES.get(office);
  if (known?.branch === 'party') return [office, `委${known.full}`];
  return known ? [office, known.full] : [office];
}

function addNames(
  index: NameIndex,
  { name, other_names }: Pack['persons'][number] | Pack['organizations'][number],
  standsAt: (date: PartialDate) => boolean,
): void {
  addName(index, name, standsAt);
  for (const { name: form, start_date, end_date } of other_names) {
    addName(index, form, (date) => covers(date, start_date, end_date) && standsAt(date));
  }
}

function addName(index: NameIndex, name: string, isSoAt: (date: PartialDate) => boolean): void {
  const key = foldName(name);
  const tests = index.get(key);
  if (tests) tests.push(isSoAt);
  else index.set(key, [isSoAt]);
}

/** Whether a day can lie between a start and an end, either of which may be unknown. */
function covers(date: PartialDate, start: PartialDate | undefined, end: PartialDate | undefined): boolean {
  return !(start && earliestDay(start) > latestDay(date)) && !(end && latestDay(end) < earliestDay(date));
}
