import * as v from 'valibot';
import { browser } from 'wxt/browser';

const Line = v.pipe(v.string(), v.maxLength(2000));

/** A name the reader marked on a page and wants to add, with where it stands. */
const DraftName = v.object({
  type: v.picklist(['official', 'organization', 'project']),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  /** The text around it, and where in it the name stands, in UTF-16 units. */
  text: Line,
  start: v.number(),
  end: v.number(),
  url: Line,
  title: Line,
  publisher: v.optional(Line),
  /** The article's, else today's; YYYY-MM-DD. */
  date: v.string(),
});
export type DraftName = v.InferOutput<typeof DraftName>;

const key = (id: string) => `draft.${id}`;

/** Keeps a draft until the browser is closed, in memory alone, and gives the name to find it by. */
export async function keepDraft(draft: DraftName): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [key(id)]: draft });
  return id;
}

/** The draft of that name; null when there is none (any more). */
export async function readDraft(id: string): Promise<DraftName | null> {
  const stored = (await browser.storage.session.get(key(id)))[key(id)];
  const checked = v.safeParse(DraftName, stored);
  return checked.success ? checked.output : null;
}
