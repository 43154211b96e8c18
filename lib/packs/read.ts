import * as v from 'valibot';
import { Area } from '../model/area';
import type { FileFault, FileProblem } from '../model/file-problem';
import { Organization } from '../model/organization';
import { Person } from '../model/person';
import { Project } from '../model/project';
import { Source } from '../model/source';
import { fileProblem, jsonProblem, valueProblem } from './file-fault';
import { PACK_FORMAT, PACK_FORMAT_VERSION, Pack } from './pack';

/** Largest pack read, in UTF-16 units of its text: some twenty times what a city needs. */
export const MAX_PACK_TEXT = 64_000_000;
/** Most entities and sources one pack may hold. */
const MAX_ITEMS = 1_000_000;
const MAX_PROBLEMS = 20;

export type PackReading = { ok: true; pack: Pack } | { ok: false; problems: FileProblem[] };

const LISTS = { areas: Area, organizations: Organization, persons: Person, projects: Project, sources: Source } as const;
type List = keyof typeof LISTS;
const Header = v.omit(Pack, ['areas', 'organizations', 'persons', 'projects', 'sources']);

/**
 * Reads a pack from a stranger: its JSON text, or what became of it. Refused ones come with the first twenty problems, one an
 * entity. Fields nobody knows are dropped, ids may not repeat; whether references resolve is the check's question, not the door's.
 */
export function readPack(input: unknown): PackReading {
  const problems: FileProblem[] = [];
  const refuse: Refuse = (fault, place, found) => {
    problems.push(fileProblem(place, fault, { ...(found && { found }) }));
  };
  const value = typeof input === 'string' ? parseText(input, problems) : input;
  if (problems.length > 0) return { ok: false, problems };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse('not-a-pack', '');
    return { ok: false, problems };
  }
  const raw = value as Record<string, unknown>;
  if (raw.format !== PACK_FORMAT) refuse('not-a-pack', 'format', String(raw.format ?? ''));
  else if (typeof raw.format_version === 'number' && raw.format_version > PACK_FORMAT_VERSION) {
    refuse('newer-format', 'format_version', `${raw.format_version} > ${PACK_FORMAT_VERSION}`);
  }
  if (problems.length > 0) return { ok: false, problems };

  const header = v.safeParse(Header, raw);
  if (!header.success) for (const issue of header.issues.slice(0, MAX_PROBLEMS)) problems.push(valueProblem('', issue));
  const ids = new Set<string>();
  const lists = {
    areas: readList(raw, 'areas', ids, problems),
    organizations: readList(raw, 'organizations', ids, problems),
    persons: readList(raw, 'persons', ids, problems),
    projects: readList(raw, 'projects', ids, problems),
    sources: readList(raw, 'sources', ids, problems),
  };
  if (problems.length === 0 && header.success && header.output.counts) {
    for (const list of Object.keys(LISTS) as List[]) {
      const said = header.output.counts[list];
      if (said !== lists[list].length) refuse('cut-short', list, `${lists[list].length} / ${said}`);
    }
  }
  if (problems.length > 0 || !header.success) return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
  return { ok: true, pack: { ...header.output, ...lists } };
}

type Refuse = (fault: FileFault, place: string, found?: string) => void;

function parseText(text: string, problems: FileProblem[]): unknown {
  if (text.length > MAX_PACK_TEXT) {
    problems.push(fileProblem('', 'too-large', { found: `${text.length} > ${MAX_PACK_TEXT}` }));
    return null;
  }
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    problems.push(jsonProblem(text, error));
    return null;
  }
}

/** One list of the pack. Reads on after a faulty entity until there are problems enough to show. */
function readList<L extends List>(raw: Record<string, unknown>, list: L, ids: Set<string>, problems: FileProblem[]): Pack[L] {
  const items = raw[list];
  const read: { id: string }[] = [];
  if (!Array.isArray(items)) problems.push(fileProblem(list, 'not-a-list'));
  else if (items.length > MAX_ITEMS) problems.push(fileProblem(list, 'too-large', { found: `${items.length} > ${MAX_ITEMS}` }));
  else {
    for (let i = 0; i < items.length && problems.length < MAX_PROBLEMS; i++) {
      const parsed = v.safeParse(LISTS[list], items[i], { abortEarly: true });
      if (!parsed.success) {
        problems.push(valueProblem(placeOf(list, i, items[i]), parsed.issues[0]));
      } else if (ids.has(parsed.output.id)) {
        problems.push(fileProblem(`${list}[${i}]`, 'duplicate-id', { found: parsed.output.id }));
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
