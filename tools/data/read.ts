import * as v from 'valibot';
import { Area } from '../../lib/model/area';
import { Organization } from '../../lib/model/organization';
import { Person } from '../../lib/model/person';
import { Project } from '../../lib/model/project';
import { Source } from '../../lib/model/source';
import { PACK_FORMAT, PACK_FORMAT_VERSION, Pack } from '../../lib/packs/pack';
import { type Block, type Fault, lineWithin, parseDataFiles } from './yaml-files';

const SCHEMAS = { areas: Area, organizations: Organization, persons: Person, projects: Project, sources: Source } as const;
type List = keyof typeof SCHEMAS;
export const LISTS = Object.keys(SCHEMAS) as List[];

/** What the pack says of itself. */
const HEADER_FILE = 'data/pack.yaml';

/** The data as one pack, with the block every entity was written in. Faulty blocks are left out and reported. */
export interface Data {
  pack: Pack;
  blocks: Map<string, Block>;
  faults: Fault[];
}

/** Reads and merges every data file under `root`/data. Entities come sorted by id, fields in the order of their schema. */
export function readData(root: string): Data {
  const faults: Fault[] = [];
  const blocks = new Map<string, Block>();
  const found: Record<List, { id: string }[]> = { areas: [], organizations: [], persons: [], projects: [], sources: [] };
  let header: Record<string, unknown> = {};
  for (const file of parseDataFiles(root)) {
    faults.push(...file.faults);
    if (file.path === HEADER_FILE) header = file.header;
    else {
      for (const key of Object.keys(file.header)) {
        if (!(isList(key) && file.header[key] === null))
          faults.push({ file: file.path, line: 1, message: `${key}: not a list of entities` });
      }
    }
    for (const block of file.blocks) {
      if (!isList(block.list)) {
        faults.push({ ...place(block), message: `no such list: ${block.list} (there are ${LISTS.join(', ')})` });
        continue;
      }
      const entity = parseBlock(root, block, SCHEMAS[block.list], faults);
      if (!entity) continue;
      const first = blocks.get(entity.id);
      if (first) {
        faults.push({
          ...place(block),
          message: `${entity.id} is already in ${first.file}:${first.line} (join the two blocks, or give a namesake another id)`,
        });
        continue;
      }
      blocks.set(entity.id, block);
      found[block.list].push(entity);
    }
  }
  for (const list of LISTS) found[list].sort((a, b) => (a.id < b.id ? -1 : 1));
  const counts = Object.fromEntries(LISTS.map((list) => [list, found[list].length]));
  const pack = v.safeParse(Pack, { format: PACK_FORMAT, format_version: PACK_FORMAT_VERSION, ...header, counts, ...found });
  if (!pack.success) {
    const reasons = pack.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`).join('; ');
    throw new Error(`data/pack.yaml does not describe a pack: ${reasons}`);
  }
  return { pack: pack.output, blocks, faults: faults.sort(byPlace) };
}

export function byPlace(a: Fault, b: Fault): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}

function place(block: Block): { file: string; line: number } {
  return { file: block.file, line: block.line };
}

function isList(list: string): list is List {
  return list in SCHEMAS;
}

function parseBlock(root: string, block: Block, schema: (typeof SCHEMAS)[List], faults: Fault[]): { id: string } | null {
  const parsed = v.safeParse(schema, block.value);
  if (parsed.success) {
    for (const path of unknownFields(block.value, parsed.output, [])) {
      faults.push({
        file: block.file,
        line: lineWithin(root, block, path),
        message: `no such field: ${path.join('.')} (in { } a text with a comma needs quotes)`,
      });
    }
    return parsed.output;
  }
  const id = (block.value as { id?: unknown } | null)?.id;
  for (const issue of parsed.issues) {
    const path = (issue.path ?? []).map((step) => step.key as string | number);
    const message = `${typeof id === 'string' ? `${id} ` : ''}${path.join('.')}: ${issue.message}`;
    faults.push({ file: block.file, line: lineWithin(root, block, path), message });
  }
  return null;
}

/** Fields as written that the schema does not know: most often a slip of the pen, and silently lost if nobody says so. */
function unknownFields(written: unknown, known: unknown, path: (string | number)[]): (string | number)[][] {
  if (typeof written !== 'object' || written === null) return [];
  const parts = Object.entries(written).map(([key, value]) => [Array.isArray(written) ? Number(key) : key, value] as const);
  return parts.flatMap(([key, value]) => {
    const there = typeof known === 'object' && known !== null && key in known;
    return there ? unknownFields(value, (known as Record<string | number, unknown>)[key], [...path, key]) : [[...path, key]];
  });
}
