import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EntityType } from '../../lib/model/entity';

type LabelType = EntityType | 'other_person' | 'place';

export interface Label {
  start: number;
  end: number;
  text: string;
  type: LabelType;
  canonical: string;
  optional: boolean;
}

/** A text of the genre, written for the project, with its labels; offsets are UTF-16 units of `text`. */
export interface LabelledText {
  id: string;
  url?: string;
  date: string;
  source?: string;
  title?: string;
  scope: string;
  part: 'learn' | 'measure';
  text: string;
  labels: Label[];
}

const TYPES: Readonly<Record<string, LabelType>> = { O: 'official', G: 'organization', P: 'project', x: 'other_person', L: 'place' };
const LABEL = /【([OGPxL])(\?)?:([^【】=]+)(?:=([^【】]+))?】/g;

/** Reads one text: header lines, a line of three hyphens, then the text with its labels inline (see the README beside this file). */
export function parseLabelled(id: string, content: string): LabelledText {
  const cut = content.indexOf('\n---\n');
  if (cut < 0) throw new Error(`${id}: no line of three hyphens after the header`);
  const header = new Map(
    content
      .slice(0, cut)
      .split('\n')
      .map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
      }),
  );
  const part = header.get('part');
  if (part !== 'learn' && part !== 'measure') throw new Error(`${id}: part is neither learn nor measure`);
  const marked = content.slice(cut + 5);
  const labels: Label[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(LABEL)) {
    text += marked.slice(from, match.index);
    const [whole, type, optional, surface, canonical] = match as unknown as [
      string,
      string,
      string | undefined,
      string,
      string | undefined,
    ];
    labels.push({
      start: text.length,
      end: text.length + surface.length,
      text: surface,
      type: TYPES[type]!,
      canonical: canonical ?? surface,
      optional: Boolean(optional),
    });
    text += surface;
    from = match.index + whole.length;
  }
  text += marked.slice(from);
  const optionalHeader = (key: 'url' | 'source' | 'title') => (header.get(key) ? { [key]: header.get(key) } : {});
  return {
    id,
    date: header.get('date') ?? '',
    scope: header.get('scope') ?? '',
    part,
    text,
    labels,
    ...optionalHeader('url'),
    ...optionalHeader('source'),
    ...optionalHeader('title'),
  };
}

/** Every labelled text of a folder, by name; without one, of the project's own texts. */
export function readLabelled(folder: string = fileURLToPath(new URL('./texts', import.meta.url))): LabelledText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseLabelled(name.slice(0, -4), readFileSync(join(folder, name), 'utf8')));
}
