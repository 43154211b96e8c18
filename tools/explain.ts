import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMessage } from '../components/ui/format-message';
import { whyLine } from '../components/ui/why-line';
import type { Mention } from '../lib/finder/types';
import { ROOT } from './setup.mjs';

type Catalogue = Parameters<typeof formatMessage>[0];

/** The reader's own wording, taken from the extension's catalogue. */
export function loadCatalogue(): Catalogue {
  return JSON.parse(readFileSync(join(ROOT, 'public/_locales/zh_CN/messages.json'), 'utf8')) as Catalogue;
}

/** One mention as a line: what stands in the text, its type, the full name it resolves to, and why. */
export function explain(catalogue: Catalogue, mention: Mention): string {
  const type = formatMessage(catalogue, `type_${mention.type}`);
  const known = mention.entityId ?? formatMessage(catalogue, 'card_not_in_index');
  const why = whyLine(mention.votes, (key, detail) => formatMessage(catalogue, key, [detail]));
  return [mention.text.replace(/\s+/g, '⏎'), type, mention.post ? `${mention.name}(${mention.post})` : mention.name, known, why].join('\t');
}

/** One entity of a page as a line: as the page writes it, its type, its full name, how often. */
export function explainEntity(
  catalogue: Catalogue,
  entity: { text: string; type: string; name: string; post?: string; status: string; count: number },
) {
  const type = formatMessage(catalogue, `type_${entity.type}`);
  const name = entity.post ? `${entity.name}(${entity.post})` : entity.name;
  return [entity.text.replace(/\s+/g, ''), type, name, `×${entity.count}`, entity.status].join('\t');
}
