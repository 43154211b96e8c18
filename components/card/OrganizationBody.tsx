import type { EntityOf } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';
import { rolesAtDate } from '../../lib/model/tenure';
import { keyOf, useText } from '../ui/text';
import { Cite } from './Cite';
import { EntityLink } from './EntityLink';
import { FactList } from './FactList';
import { otherNames } from './names';
import { evidence, sourcesOf } from './role-words';
import type { BodyProps, CardFacts } from './view';

const MAX_HEADS = 3;
const MAX_PROJECTS = 5;

export function OrganizationBody({ entity, facts, asOf, onOpenEntity }: BodyProps<EntityOf<'organization'>>) {
  const t = useText();
  const link = (id: EntityId) => <EntityLink id={id} references={facts.references} onOpen={onOpenEntity} />;
  const aliases = otherNames(entity.other_names, t);
  const area = entity.area && facts.references[entity.area];
  const { projects } = facts;
  return (
    <>
      {asOf && <Heads heads={facts.heads} asOf={asOf} onOpenEntity={onOpenEntity} />}
      <FactList
        facts={[
          { label: t('card_kind_of_body'), value: t(keyOf('classification', entity.classification)) },
          area ? { label: t('card_area'), value: <span lang="zh-CN">{area.name}</span> } : null,
          facts.ladder.length > 0 && { label: t('card_parent'), value: <Ladder rungs={facts.ladder} onOpenEntity={onOpenEntity} /> },
          entity.guided_by ? { label: t('card_guided_by'), value: link(entity.guided_by) } : null,
          aliases ? { label: t('card_other_names'), value: aliases } : null,
          entity.predecessors.length > 0 && {
            label: t('card_predecessors'),
            value: entity.predecessors.map((id) => <div key={id}>{link(id)}</div>),
          },
          facts.successors.length > 0 && {
            label: t('card_renamed_to'),
            value: facts.successors.map(({ id, name }) => (
              <div key={id}>
                <button type="button" class="link" lang="zh-CN" onClick={() => onOpenEntity(id)}>
                  {name}
                </button>
              </div>
            )),
          },
          entity.founding_date ? { label: t('card_founded'), value: entity.founding_date } : null,
          entity.dissolution_date ? { label: t('card_dissolved'), value: entity.dissolution_date } : null,
          projects.length > 0 && {
            label: t('card_projects'),
            value: (
              <>
                {projects.slice(0, MAX_PROJECTS).map(({ id, name }) => (
                  <div key={id}>
                    <button type="button" class="link" lang="zh-CN" onClick={() => onOpenEntity(id)}>
                      {name}
                    </button>
                  </div>
                ))}
                {projects.length > MAX_PROJECTS && <div class="more">{t('card_and_more', projects.length - MAX_PROJECTS)}</div>}
              </>
            ),
          },
          entity.note ? { label: t('card_note'), value: <span lang="zh-CN">{entity.note}</span> } : null,
          facts.note ? { label: t('card_my_note'), value: facts.note } : null,
        ]}
      />
    </>
  );
}

type LadderProps = { rungs: CardFacts['ladder']; onOpenEntity: (id: EntityId) => void };

/** The bodies it belongs to, one upon the other, the nearest at the foot as on a ladder climbed from below. */
function Ladder({ rungs, onOpenEntity }: LadderProps) {
  return (
    <ol class="ladder">
      {rungs.toReversed().map(({ id, name }, rung) => (
        <li key={id} style={{ paddingInlineStart: `${Math.max(0, rung - 1)}em` }}>
          <button type="button" class="link" lang="zh-CN" onClick={() => onOpenEntity(id)}>
            {name}
          </button>
        </li>
      ))}
    </ol>
  );
}

type HeadsProps = { heads: CardFacts['heads']; asOf: string; onOpenEntity: (id: EntityId) => void };

/** Who led the body on the article's day, where the index has evidence for that day or around it. */
function Heads({ heads, asOf, onOpenEntity }: HeadsProps) {
  const t = useText();
  const found = heads.flatMap(({ personId, name, membership }) => {
    const role = rolesAtDate([membership], asOf)[0];
    return role ? [{ personId, name, role }] : [];
  });
  const held = found.filter(({ role }) => role.kind !== 'around');
  const shown = (held.length ? held : found).slice(0, MAX_HEADS);
  if (!shown.length) return null;
  return (
    <div class={held.length ? 'asof' : 'asof unknown'}>
      <p class="asof-when">{held.length ? t('card_heads_as_of', asOf) : t('card_around', asOf)}</p>
      {shown.map(({ personId, name, role }) => (
        <div key={`${personId} ${role.membership.role}`} class="held-by">
          <p class="post" lang="zh-CN">
            {role.membership.role}{' '}
            <button type="button" class="link" onClick={() => onOpenEntity(personId)}>
              {name}
            </button>
          </p>
          <p class="evidence">
            {evidence(role, t)}
            <Cite sources={sourcesOf(role.membership, role.kind === 'seen' ? role.observation.date : undefined)} />
          </p>
        </div>
      ))}
    </div>
  );
}
