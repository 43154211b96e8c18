import type { EntityRow } from '../messages/answers/entity';
import type { EntityId } from '../model/ids';

interface Suggestion {
  content: string;
  description: string;
}

interface Parts {
  search(query: string, limit: number): Promise<EntityRow[]>;
  /** Opens the index at an entity; null: at the list. */
  open(id: EntityId | null): void;
  /** Whether descriptions are read as XML, as Chromium does, or as text. */
  xml: boolean;
}

/** Browsers show no more. */
const MOST = 6;
const ENTITY = /^(?:org|person|project)\/[a-z0-9][a-z0-9._-]*$/;

/** What the address bar suggests after our keyword, and where it leads. */
export function createOmnibox({ search, open, xml }: Parts) {
  let latest = 0;
  return {
    /** Suggestions for what is typed so far; an answer overtaken by more typing is dropped. */
    async changed(text: string, suggest: (suggestions: Suggestion[]) => void): Promise<void> {
      const asked = ++latest;
      const rows = text.trim() ? await search(text.trim(), MOST) : [];
      if (asked !== latest) return;
      suggest(
        rows.map(({ id, name, summary }) => {
          const words = [name, summary].filter(Boolean).join(' — ');
          return { content: id, description: xml ? escapeXml(words) : words };
        }),
      );
    },

    /** Goes to the chosen suggestion, or to the nearest entity for what was typed. */
    async entered(content: string): Promise<void> {
      if (ENTITY.test(content)) return open(content as EntityId);
      const [nearest] = content.trim() ? await search(content.trim(), 1) : [];
      open(nearest?.id ?? null);
    },
  };
}

const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** A suggestion that is not well-formed XML is dropped by Chromium, and with it all the others. */
function escapeXml(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/gu, '').replace(/[&<>"']/g, (char) => XML[char]!);
}
