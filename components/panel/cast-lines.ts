import type { Entity, EntityOf } from '../../lib/model/entity';
import { lastKnown, latestRole } from '../../lib/model/tenure';
import { evidence, rolesShown, span } from '../card/role-words';
import { keyOf, type Translate } from '../ui/text';
import type { CastFacts, Member } from './view';

/** What is said of one member, in the reader's words. */
export interface MemberLines {
  /** What it is as of the article: posts, kind of body, stage of a project. */
  main: string;
  /** What a post rests on. */
  evidence?: string;
  /** Sources speak of the very day: what they are can be left to the card. */
  isCertain?: boolean;
  /** What the page itself says or writes, where that says more. */
  said?: string;
  /** What changed since the article. */
  later?: string;
  /** Of a body: what it belongs to. */
  parent?: string;
  /** Of a project: amounts and dates, as reported. */
  amounts?: string;
  dates?: string;
}

interface Context {
  facts: CastFacts | null;
  asOf: string | null;
  t: Translate;
}

/** The lines of one member; `entity` is what the index has of it, if it may be said at all. */
export function memberLines(member: Member, entity: Entity | undefined, context: Context): MemberLines {
  const { t } = context;
  const { post, text, name, candidates } = member;
  const called = text.replace(/\s/g, '') === name ? undefined : t('card_called', text.replace(/\s+/g, ' '));
  const said = post ? t('popup_in_text', post) : called;
  if (candidates) return { main: t('panel_undecided', candidates.length), ...(said && { said }) };
  if (!entity) return { main: member.entityId ? (said ?? '') : t('card_not_in_index'), ...(said && !member.entityId && { said }) };
  switch (entity.type) {
    case 'official':
      return { ...postLines(entity, context), ...(said && { said }) };
    case 'organization':
      return bodyLines(entity, called, context);
    case 'project':
      return { ...projectLines(entity, context), ...(called && { said: called }) };
  }
}

function postLines({ memberships }: EntityOf<'official'>, { facts, asOf, t }: Context): MemberLines {
  const postOf = (membership: (typeof memberships)[number]) =>
    `${facts?.references[membership.organization]?.name ?? ''}${membership.role}`;
  if (memberships.length === 0) return { main: t('card_no_posts') };
  if (!asOf) {
    const latest = latestRole(memberships);
    return latest ? { main: postOf(latest), evidence: span(latest, t) } : { main: t('card_no_posts') };
  }
  const { main, later } = rolesShown(memberships, asOf);
  const [first] = main;
  return {
    main: first ? main.map(({ membership }) => postOf(membership)).join('、') : t('card_no_post_then'),
    ...(first && { evidence: [...new Set(main.map((role) => evidence(role, t)))].join(t('list_semicolon')) }),
    ...(first && first.kind !== 'around' && { isCertain: true }),
    ...(later && { later: `${t('card_later', lastKnown(later) ?? '')}${postOf(later)}` }),
  };
}

function bodyLines(body: EntityOf<'organization'>, called: string | undefined, { facts, t }: Context): MemberLines {
  const parent = body.parent && facts?.references[body.parent]?.name;
  return { main: t(keyOf('classification', body.classification)), ...(called && { said: called }), ...(parent && { parent }) };
}

const byDate = (a: { date: string }, b: { date: string }) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

function projectLines({ classification, status, budget, milestones }: EntityOf<'project'>, { asOf, t }: Context): MemberLines {
  const kind = t(keyOf('project_kind', classification));
  const known = [...milestones].sort(byDate);
  const then = (asOf ? known.filter(({ date }) => date <= asOf).at(-1) : undefined) ?? known[0];
  const amounts = [...budget].sort(byDate).map(({ text, date }) => `${text}${t('in_brackets', t('project_reported', date))}`);
  return {
    main: status ? `${kind} · ${t(keyOf('project_status', status))}` : kind,
    ...(amounts.length && { amounts: [...new Set(amounts)].join(t('list_semicolon')) }),
    ...(then && { dates: `${then.date} ${then.title}${then.due ? t('in_brackets', t('project_due', then.due)) : ''}` }),
  };
}
