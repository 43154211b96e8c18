import type { Change } from './changes';
import { isRecord, type Plain } from './three-way';

/** A change in words: which field, of a list which item and what within it, and what it was and is. */
export interface Said {
  field: string;
  item?: string;
  part?: string;
  before?: string;
  after?: string;
}

/** What a change says to a reader; `nameOf` names whatever an id stands for. */
export function sayChange({ path, before, after }: Change, nameOf: (id: string) => string | undefined): Said {
  const [, field = path, item, part] = /^([a-z_]+)(?:\[([\s\S]*?)\](?:\.([a-z_]+))?)?/.exec(path) ?? [];
  const whole = item === undefined || part !== undefined;
  return {
    field,
    ...(item !== undefined && part !== undefined && { item: namesIn(item, nameOf) }),
    ...(part !== undefined && { part }),
    ...(before !== undefined && { before: say(before, whole ? (part ?? field) : field, nameOf) }),
    ...(after !== undefined && { after: say(after, whole ? (part ?? field) : field, nameOf) }),
  };
}

const MOST = 300;

function say(value: Plain, field: string, nameOf: (id: string) => string | undefined): string {
  return [...words(value, field, nameOf)].slice(0, MOST).join('');
}

function words(value: Plain, field: string, nameOf: (id: string) => string | undefined): string {
  if (Array.isArray(value)) return value.map((item) => words(item, field, nameOf)).join('、');
  if (!isRecord(value)) return namesIn(String(value ?? ''), nameOf);
  const { organization, name, role, title, text, start_date, end_date, date, due, source } = value;
  const who = organization === undefined ? name : nameOf(String(organization));
  const span = start_date || end_date ? `${start_date ?? ''}–${end_date ?? ''}` : (date ?? '');
  const what = [who, role, title, text, due].filter(Boolean).join(' ');
  return [what || (source === undefined ? '' : namesIn(String(source), nameOf)), span].filter(Boolean).join(' ');
}

/** Ids within a text, by name where they have one. */
function namesIn(text: string, nameOf: (id: string) => string | undefined): string {
  return text.replace(/\b(?:org|person|project|area|source)\/[a-z0-9][a-z0-9._-]*/g, (id) => nameOf(id) ?? id);
}
