import type { Membership } from '../../lib/model/person';
import { lastKnown, latestRole, type RoleAtDate } from '../../lib/model/tenure';
import { useText } from '../ui/text';
import { Cite } from './Cite';
import { EntityLink } from './EntityLink';
import { evidence, rolesShown, sourcesOf, span } from './role-words';
import type { CardFacts } from './view';

interface RolesProps {
  memberships: readonly Membership[];
  references: CardFacts['references'];
  asOf: string | null;
  onOpenEntity: (id: Membership['organization']) => void;
}

type PostProps = Pick<RolesProps, 'references' | 'onOpenEntity'> & { membership: Membership };

function Post({ membership, references, onOpenEntity }: PostProps) {
  return (
    <span lang="zh-CN">
      <EntityLink id={membership.organization} references={references} onOpen={onOpenEntity} />
      {` ${membership.role}`}
    </span>
  );
}

/** The post as of the article's date in a box of its own, and below it what has changed since. */
export function Roles({ memberships, asOf, ...rest }: RolesProps) {
  const t = useText();
  if (!memberships.length) return <p class="asof unknown">{t('card_no_posts')}</p>;
  if (!asOf) return <LatestOnly memberships={memberships} {...rest} />;

  const { main, aside, later } = rolesShown(memberships, asOf);
  return (
    <>
      <div class={main[0] && main[0].kind !== 'around' ? 'asof' : 'asof unknown'}>
        <p class="asof-when">{main[0]?.kind === 'around' ? t('card_around', asOf) : t('card_as_of', asOf)}</p>
        {!main.length && <p>{t('card_no_post_then')}</p>}
        {main.map((role) => (
          <RoleLine key={role.membership} role={role} {...rest} />
        ))}
        {aside.length > 0 && (
          <ul class="asof-aside">
            {aside.map((role) => (
              <li key={role.membership}>
                {evidence(role, t)}
                {t('colon')}
                <Post membership={role.membership} {...rest} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {later && (
        <p class="later">
          <b class="changed">
            <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
              <path d="M5 0 10 5 5 10 0 5z" />
            </svg>
            {t('card_changed_since')}
          </b>
          <span>
            {t('card_later', lastKnown(later) ?? '')}
            <Post membership={later} {...rest} />
            <Cite sources={sourcesOf(later)} />
          </span>
        </p>
      )}
    </>
  );
}

function RoleLine({ role, ...rest }: { role: RoleAtDate } & Omit<PostProps, 'membership'>) {
  const t = useText();
  return (
    <>
      <p class="post">
        <Post membership={role.membership} {...rest} />
      </p>
      <p class="evidence">
        {evidence(role, t)}
        <Cite sources={sourcesOf(role.membership, role.kind === 'seen' ? role.observation.date : undefined)} />
      </p>
    </>
  );
}

function LatestOnly({ memberships, ...rest }: Omit<RolesProps, 'asOf'>) {
  const t = useText();
  const latest = latestRole(memberships);
  if (!latest) return null;
  return (
    <div class="asof unknown">
      <p class="asof-when">{t('card_no_date')}</p>
      <p class="post">
        <Post membership={latest} {...rest} />
      </p>
      <p class="evidence">
        {span(latest, t)}
        <Cite sources={sourcesOf(latest)} />
      </p>
    </div>
  );
}
