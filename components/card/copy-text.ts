import { latestRole } from '../../lib/model/tenure';
import { keyOf, type Translate } from '../ui/text';
import { citations } from './citations';
import { evidence, rolesShown, span } from './role-words';
import type { CardView } from './view';

/** The card as plain text with its sources, to be pasted into notes. */
export function copyText({ facts, mention, asOf, sentence }: CardView, t: Translate): string {
  if (!facts)
    return [mention?.name, mention?.post && `${t('card_text_says')}${t('colon')}${mention.post}`, sentence].filter(Boolean).join('\n');
  const { entity, references } = facts;
  const lines = [`${entity.name}${t('in_brackets', t(`type_${entity.type}`))}`];
  if (entity.type === 'official') {
    const nameOf = (id: string) => references[id]?.name ?? id;
    const { main = [], later } = asOf ? rolesShown(entity.memberships, asOf) : { later: latestRole(entity.memberships) };
    if (asOf && main.length) lines.push(t(main[0]?.kind === 'around' ? 'card_around' : 'card_as_of', asOf));
    for (const role of main)
      lines.push(`${nameOf(role.membership.organization)}${role.membership.role}${t('in_brackets', evidence(role, t))}`);
    if (later) lines.push(`${nameOf(later.organization)}${later.role}${t('in_brackets', span(later, t))}`);
  } else if (entity.type === 'organization') {
    lines.push(t(keyOf('classification', entity.classification)));
  } else {
    for (const { date, title } of entity.milestones) lines.push(`${date} ${title}`);
  }
  for (const { source } of citations(facts))
    lines.push(`${source.date} ${source.publisher}《${source.title}》${source.url ? ` ${source.url}` : ''}`);
  return lines.join('\n');
}
