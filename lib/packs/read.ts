import * as v from 'valibot';
import { Area } from '../model/area';
import { Organization } from '../model/organization';
import { Person } from '../model/person';
import { Project } from '../model/project';
import { Source } from '../model/source';
import type { FileFault } from './file-fault';
import { PACK_FORMAT, PACK_FORMAT_VERSION, Pack } from './pack';

/** Largest pack read, in UTF-16 units of its text: some twenty times what a city needs. */
export const MAX_PACK_TEXT = 64_000_000;
/** Most entities and sources one pack may hold. */
const MAX_ITEMS = 1_000_000;
const MAX_PROBLEMS = 20;
/** Reasons quote what they found; a hostile file may not make them endless. */
const MAX_REASON = 200;

type PackFault = Extract<FileFault, 'too-large' | 'not-json' | 'not-a-pack' | 'newer-format' | 'invalid' | 'duplicate-id' | 'cut-short'>;

/** Why a pack was refused. `path` reads like `persons[3] (person/gu-shan) memberships.0.role`; empty for the file as a whole. */
interface PackProblem {
  fault: PackFault;
  path: string;
  reason: string;
}

export type PackReading = { ok: true; pack: Pack } | { ok: false; problems: PackProblem[] };

const LISTS = { areas: Area, organizations: Organization, persons: Person, projects: Project, sources: Source } as const;
type List = keyof typeof LISTS;
const Header = v.omit(Pack, ['areas', 'organizations', 'persons', 'projects', 'sources']);

/**
 * Reads a pack from a stranger: its JSON text, or what became of it. Refused ones come with the first twenty problems, one an
 * entity. Fields nobody knows are dropped, ids may not repeat; whether references resolve is the check's question, not the door's.
 */
export function readPack(input: unknown): PackReading {
  const problems: PackProblem[] = [];
  const refuse = (fault: PackFault, path: string, reason: string) => {
    problems.push({ fault, path, reason: [...reason].slice(0, MAX_REASON).join('') });
  };
  const value = typeof input === 'string' ? parseText(input, refuse) : input;
  if (problems.length > 0) return { ok: false, problems };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse('not-a-pack', '', 'not an object');
    return { ok: false, problems };
  }
  const raw = value as Record<string, unknown>;
  if (raw.format !== PACK_FORMAT) refuse('not-a-pack', 'format', `not ${PACK_FORMAT}`);
  else if (typeof raw.format_version === 'number' && raw.format_version > PACK_FORMAT_VERSION) {
    refuse('newer-format', 'format_version', `made for a newer version: ${raw.format_version}, known is ${PACK_FORMAT_VERSION}`);
  }
  if (problems.length > 0) return { ok: false, problems };

  const header = v.safeParse(Header, raw);
  if (!header.success)
    for (const issue of header.issues.slice(0, MAX_PROBLEMS)) refuse('invalid', v.getDotPath(issue) ?? '', issue.message);
  const ids = new Set<string>();
  const lists = {
    areas: readList(raw, 'areas', ids, problems, refuse),
    organizations: readList(raw, 'organizations', ids, problems, refuse),
    persons: readList(raw, 'persons', ids, problems, refuse),
    projects: readList(raw, 'projects', ids, problems, refuse),
    sources: readList(raw, 'sources', ids, problems, refuse),
  };
  if (problems.length === 0 && header.success && header.output.counts) {
    for (const list of Object.keys(LISTS) as List[]) {
      const said = header.output.counts[list];
      if (said !== lists[list].length) refuse('cut-short', list, `${lists[list].length} of the ${said} the file speaks of`);
    }
  }
  if (problems.length > 0 || !header.success) return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
  return { ok: true, pack: { ...header.output, ...lists } };
}

type Refuse = (fault: PackFault, path: string, reason: string) => void;

function parseText(text: string, refuse: Refuse): unknown {
  if (text.length > MAX_PACK_TEXT) {
    refuse('too-large', '', `${text.length} characters, at most ${MAX_PACK_TEXT} are read`);
    return null;
  }
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    refuse('not-json', '', error instanceof Error ? error.message : 'not JSON');
    return null;
  }
}

/** One list of the pack. Reads on after a faulty entity until there are problems enough to show. */
function readList<L extends List>(
  raw: Record<string, unknown>,
  list: L,
  ids: Set<string>,
  problems: PackProblem[],
  refuse: Refuse,
): Pack[L] {
  const items = raw[list];
  const read: { id: string }[] = [];
  if (!Array.isArray(items)) refuse('invalid', list, 'not a list');
  else if (items.length > MAX_ITEMS) refuse('too-large', list, `${items.length} entries, at most ${MAX_ITEMS} are read`);
  else {
    for (let i = 0; i < items.length && problems.length < MAX_PROBLEMS; i++) {
      const parsed = v.safeParse(LISTS[list], items[i], { abortEarly: true });
      if (!parsed.success) {
        refuse('invalid', `${placeOf(list, i, items[i])} ${v.getDotPath(parsed.issues[0]) ?? ''}`.trim(), parsed.issues[0].message);
      } else if (ids.has(parsed.output.id)) {
        refuse('duplicate-id', `${list}[${i}]`, `${parsed.output.id} is there already`);
      } else {
        ids.add(parsed.output.id);
        read.push(parsed.output);
      }
    }
  }
  return read as Pack[L];
}

function placeOf(list: string, index: number, item: unknown): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' && id.length <= 120 ? `${list}[${index}] (${id})` : `${list}[${index}]`;
}
