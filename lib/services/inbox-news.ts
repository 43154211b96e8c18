import type { Article, Findings } from '../finder/types';
import type { ReadPage } from '../messages/background-inputs';
import type { Entity } from '../model/entity';
import type { EntityId, OrganizationId } from '../model/ids';
import { unknownId } from '../model/met-id';
import { isNews } from '../reading/post-news';
import { saidPosts } from '../reading/said-posts';
import { sentenceAround } from '../reading/sentence';
import { splitPost } from '../reading/split-post';
import type { NewInboxRecord } from '../store/inbox';

interface Known {
  /** Officials the page mentions, as the index holds them. */
  held: ReadonlyMap<EntityId, Entity>;
  /** ISO time. */
  at: string;
  annotate(article: Article): Promise<Findings>;
}

/** What a page says that the index does not: names it does not know, and posts it does not know of people it knows. */
export async function findNews(read: ReadPage, { held, at, annotate }: Known): Promise<NewInboxRecord[]> {
  // Without a date there is no day to say anything of a post as of.
  const { date } = read;
  if (!date) return [];
  const bodyOf = bodyFinder(read, annotate);
  const posts = saidPosts(read.text, read.mentions, date);
  const common = { page: read.url, title: read.title ?? '', ...(read.source && { publisher: read.source }), date, at };
  const found: NewInboxRecord[] = [];
  for (const { mention, post, change, on, sentence } of posts) {
    const told = { type: 'official' as const, name: nameOf(mention.name), post, change, ...(on && { on }), sentence, ...common };
    const parts = await Promise.all(
      splitPost(post).map(async ({ body, role }) => ({ body: { name: body, organization: body ? await bodyOf(body) : null }, role })),
    );
    const entity = mention.entityId && held.get(mention.entityId);
    if (!mention.entityId) {
      const part = parts.find(({ body }) => body.organization) ?? parts[0];
      found.push({ ...told, id: unknownId('official', told.name), kind: 'name', entityId: null, ...part });
    } else if (entity?.type === 'official') {
      for (const part of parts) {
        const { organization } = part.body;
        // What cannot be put to a body is news only when it is a decision.
        if (!organization && (change === 'holds' || part.body.name === '')) continue;
        if (organization && !isNews(entity.memberships, { organization, role: part.role, change, date: on ?? date })) continue;
        found.push({
          ...told,
          ...part,
          id: `${entity.id} ${change} ${organization ?? part.body.name} ${part.role}`,
          kind: 'post',
          entityId: entity.id,
        });
      }
    }
  }
  return [...found, ...unknownNames(read, common)];
}

/** Bodies and projects the index does not know, each once. */
function unknownNames(read: ReadPage, common: Pick<NewInboxRecord, 'page' | 'title' | 'publisher' | 'date' | 'at'>): NewInboxRecord[] {
  const found = new Map<string, NewInboxRecord>();
  for (const { type, name, entityId, start, end, votes } of read.mentions) {
    if (type === 'official' || entityId || votes.some(({ kind }) => kind === 'sourceLine')) continue;
    const id = unknownId(type, name);
    if (found.has(id)) continue;
    found.set(id, { id, kind: 'name', type, name, entityId: null, sentence: sentenceAround(read.text, start, end), ...common });
  }
  return [...found.values()];
}

/** Finds the body a page's words mean, as the page itself would be read: 区水利局 is the district's the article speaks from. */
function bodyFinder(
  { url, title, date, source }: ReadPage,
  annotate: Known['annotate'],
): (words: string) => Promise<OrganizationId | null> {
  const known = new Map<string, Promise<OrganizationId | null>>();
  const ask = async (words: string) => {
    const { mentions } = await annotate({ text: words, url, ...(title && { title }), ...(date && { date }), ...(source && { source }) });
    const whole = mentions.find(({ start, end, type }) => type === 'organization' && start === 0 && end === words.length);
    return (whole?.entityId as OrganizationId | null | undefined) ?? null;
  };
  return (words) => {
    const answer = known.get(words) ?? ask(words);
    known.set(words, answer);
    return answer;
  };
}

/** A name padded for its place in a list (杨　凡) is the name all the same. */
function nameOf(name: string): string {
  return /^[\p{Script=Han}\s·]+$/u.test(name) ? name.replace(/\s+/g, '') : name;
}
