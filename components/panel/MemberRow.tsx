import { ChevronDown, ChevronUp, IdCard, Star } from 'lucide';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import type { Stepped } from './CastView';
import { memberLines } from './cast-lines';
import { entityOf } from './entity-of';
import type { Cast, Member, PanelEvents } from './view';

interface MemberRowProps {
  member: Member;
  cast: Cast;
  events: PanelEvents;
  /** Tab stops here. */
  isCurrent: boolean;
  /** It stands below what it belongs to, which therefore need not be said. */
  isUnderParent: boolean;
  stepped: Stepped | null;
  onStepped(stepped: Stepped): void;
}

/** One member: its name leads to the next mention, and once there to the others, and to the card. */
export function MemberRow({ member, cast, events, isCurrent, isUnderParent, stepped, onStepped }: MemberRowProps) {
  const t = useText();
  const { key, entityId, type, name, status, candidates } = member;
  const entity = entityOf(member, cast.facts);
  const lines = memberLines(member, entity, { facts: cast.facts, asOf: cast.date, t });
  // What the page says stands in a line of its own only below a post, which is long.
  const beside = type === 'official' && entity ? undefined : lines.said;
  const tabIndex = isCurrent ? 0 : -1;
  const go = async (back: boolean) => onStepped({ key, step: await events.onStep(key, back) });
  const saved = entityId && cast.facts?.members.get(entityId);
  return (
    <div class="member" data-type={type} data-row>
      <button type="button" class="main" data-main={key} tabIndex={tabIndex} onClick={() => go(false)}>
        <span class={status === 'discovered' ? 'dot hollow' : candidates ? 'dot open' : 'dot'} />
        <span class="text">
          <b lang="zh-CN">{name}</b>
          <span class="line">
            {lines.main && <span lang={type === 'official' && entity ? 'zh-CN' : undefined}>{lines.main}</span>}
            {beside && <span>{beside}</span>}
          </span>
          {lines.evidence && !lines.isCertain && <small>{lines.evidence}</small>}
          {lines.parent && !isUnderParent && (
            <small>
              {t('panel_belongs_to')}
              <span lang="zh-CN">{lines.parent}</span>
            </small>
          )}
          {lines.amounts && <small lang="zh-CN">{lines.amounts}</small>}
          {lines.dates && <small lang="zh-CN">{lines.dates}</small>}
          {lines.said && !beside && <small>{lines.said}</small>}
          {lines.later && (
            <small class="later">
              {t('card_changed_since')} {lines.later}
            </small>
          )}
        </span>
        <span class="count">{t('popup_count', member.count)}</span>
      </button>
      {saved && entityId && !candidates && (
        <button
          type="button"
          class="icon-button"
          tabIndex={tabIndex}
          aria-pressed={saved.saved}
          aria-label={t('save_named', name)}
          title={t(saved.saved ? 'unsave' : 'save')}
          onClick={() => events.onSave(entityId, !saved.saved)}
        >
          <Icon node={Star} />
        </button>
      )}
      {stepped && (
        <div class="steps">
          {stepped.step ? (
            <>
              <blockquote lang="zh-CN">{stepped.step.sentence}</blockquote>
              <button
                type="button"
                class="icon-button"
                tabIndex={tabIndex}
                aria-label={t('panel_previous', name)}
                title={t('panel_previous', name)}
                onClick={() => go(true)}
              >
                <Icon node={ChevronUp} />
              </button>
              <span class="place">{`${stepped.step.at} / ${stepped.step.of}`}</span>
              <button
                type="button"
                class="icon-button"
                tabIndex={tabIndex}
                aria-label={t('panel_next', name)}
                title={t('panel_next', name)}
                onClick={() => go(false)}
              >
                <Icon node={ChevronDown} />
              </button>
              <button
                type="button"
                class="link"
                tabIndex={tabIndex}
                aria-label={t('panel_open_card_of', name)}
                onClick={async () => onStepped({ key, step: await events.onOpenCard(key) })}
              >
                <Icon node={IdCard} />
                {t('panel_open_card')}
              </button>
            </>
          ) : (
            <p class="lost" role="status">
              {t('popup_mention_lost', name)}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
