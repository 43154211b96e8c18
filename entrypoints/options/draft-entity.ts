import type { EditedEntity } from '../../components/editor/EntityEditor';
import { newEntity } from '../../components/editor/new-entity';
import { draftEntity } from '../../lib/reading/draft-entity';
import { sentenceAround } from '../../lib/reading/sentence';
import { readDraft } from '../../lib/settings/drafts';

const LONGEST_NOTE = 300;

/** What the reader marked on a page as the form begins with it: the name, its sentence as a note, the page as a source. */
export async function readDraftEntity(id: string): Promise<EditedEntity | null> {
  const draft = await readDraft(id);
  if (!draft) return null;
  const { type, name, text, start, end, url, title, publisher, date } = draft;
  const { entity, sources } = draftEntity({ type, name }, { url, title, date, ...(publisher && { publisher }) });
  const [source] = sources;
  const sentence = sentenceAround(text, start, end);
  const note =
    sentence !== name && source ? `${sentence}（${date}，${source.publisher}《${source.title}》）`.slice(0, LONGEST_NOTE) : undefined;
  return {
    // An id of its own: nothing the index holds may be overwritten by a name that is the same.
    entity: { ...entity, id: newEntity(type).id, ...(note && { note }) } as unknown as EditedEntity['entity'],
    origin: 'new',
    pack: null,
    references: {},
    sources: {},
    brought: sources,
  };
}
