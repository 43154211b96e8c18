import type { PersonId } from '../../lib/model/ids';
import type { Membership } from '../../lib/model/person';
import { isSamePost, neighboursInPost } from '../../lib/model/succession';
import { latestRole } from '../../lib/model/tenure';
import { useText } from '../ui/text';
import { Cite } from './Cite';
import { rolesShown, sourcesOf, span } from './role-words';
import type { Head } from './view';

interface PostLineProps {
  memberships: readonly Membership[];
  /** Who else is on record in the same leading posts. */
  others: readonly Head[];
  asOf: string | null;
  onOpenEntity(id: PersonId): void;
}

/** Who held the shown leading post before and after, as far as the index knows. */
export function PostLine({ memberships, others, asOf, onOpenEntity }: PostLineProps) {
  const t = useText();
  const shown = asOf ? rolesShown(memberships, asOf).main.map(({ membership }) => membership) : [latestRole(memberships)];
  const post = shown.find((own) => own && others.some(({ membership }) => isSamePost(own, membership)));
  if (!post) return null;
  const { before, after } = neighboursInPost(
    post,
    others.filter(({ membership }) => isSamePost(post, membership)),
  );
  const holder = (label: 'card_post_before' | 'card_post_after', head: Head | undefined) =>
    head && (
      <div>
        <dt>{t(label)}</dt>
        <dd>
          <button type="button" class="link" lang="zh-CN" onClick={() => onOpenEntity(head.personId)}>
            {head.name}
          </button>{' '}
          <small>{span(head.membership, t)}</small>
          <Cite sources={sourcesOf(head.membership)} />
        </dd>
      </div>
    );
  if (!before && !after) return null;
  return (
    <dl class="facts" aria-label={t('card_post_line')}>
      {holder('card_post_before', before)}
      {holder('card_post_after', after)}
    </dl>
  );
}
