import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mention, Vote } from '../lib/finder/types';
import { ROOT } from './setup.mjs';

type Catalogue = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

/** The reader's own wording, taken from the extension's catalogue. */
export function loadCatalogue(): Catalogue {
  return JSON.parse(readFileSync(join(ROOT, 'public/_locales/zh_CN/messages.json'), 'utf8')) as Catalogue;
}

/** A message of the catalogue with its substitutions, as browser.i18n.getMessage gives it; empty when there is none. */
function translate(catalogue: Catalogue, key: string, ...substitutions: string[]): string {
  const entry = catalogue[key];
  if (!entry) return '';
  const placeholders = new Map(Object.entries(entry.placeholders ?? {}).map(([name, { content }]) => [name.toLowerCase(), content]));
  const positional = entry.message.replace(/\$([A-Za-z0-9_@]+)\$/g, (_, name: string) => placeholders.get(name.toLowerCase()) ?? '');
  return positional.replace(/\$(\$+|[1-9])/g, (_, what: string) => (what.startsWith('$') ? what : (substitutions[Number(what) - 1] ?? '')));
}

const reason = (catalogue: Catalogue, { kind, detail }: Vote) => translate(catalogue, `why_${kind}`, detail ?? '') || kind;

/** One mention as a line: what stands in the text, its type, the full name it resolves to, and why. */
export function explain(catalogue: Catalogue, mention: Mention): string {
  const type = translate(catalogue, `type_${mention.type}`) || mention.type;
  const known = mention.entityId ?? (translate(catalogue, 'card_not_in_index') || mention.status);
  const why = mention.votes.map((vote) => reason(catalogue, vote)).join(';');
  return [mention.text.replace(/\s+/g, '⏎'), type, mention.post ? `${mention.name}(${mention.post})` : mention.name, known, why].join('\t');
}

/** One entity of a page as a line: as the page writes it, its type, its full name, how often. */
export function explainEntity(
  catalogue: Catalogue,
  entity: { text: string; type: string; name: string; post?: string; status: string; count: number },
) {
  const type = translate(catalogue, `type_${entity.type}`) || entity.type;
  const name = entity.post ? `${entity.name}(${entity.post})` : entity.name;
  return [entity.text.replace(/\s+/g, ''), type, name, `×${entity.count}`, entity.status].join('\t');
}
