import { latestDay } from '../../lib/model/calendar';
import type { EntityOf } from '../../lib/model/entity';
import type { ProjectMilestone } from '../../lib/model/project';
import { keyOf, useText } from '../ui/text';
import { Cite } from './Cite';
import { EntityLink } from './EntityLink';
import { FactList } from './FactList';
import { otherNames } from './names';
import type { BodyProps } from './view';

const byDate = (a: { date: string }, b: { date: string }) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

export function ProjectBody({ entity, facts, asOf, today, onOpenEntity }: BodyProps<EntityOf<'project'>>) {
  const t = useText();
  const milestones = [...entity.milestones].sort(byDate);
  const then = asOf ? milestones.filter(({ date }) => date <= asOf).at(-1) : undefined;
  const area = entity.area && facts.references[entity.area];
  const place = [area?.name, entity.location].filter(Boolean).join(' ');
  const aliases = otherNames(entity.other_names, t);
  return (
    <>
      {asOf && then && (
        <div class="asof">
          <p class="asof-when">{t('card_as_of', asOf)}</p>
          <p class="post" lang="zh-CN">
            {then.title}
          </p>
          <p class="evidence">
            {t('project_reported', then.date)}
            <Cite sources={[then.source]} />
          </p>
        </div>
      )}
      <Milestones milestones={milestones} asOf={asOf} today={today} />
      <FactList
        facts={[
          { label: t('card_kind_of_project'), value: t(keyOf('project_kind', entity.classification)) },
          entity.status ? { label: t('card_status'), value: t(keyOf('project_status', entity.status)) } : null,
          entity.budget.length > 0 && {
            label: t('card_amounts'),
            value: [...entity.budget].sort(byDate).map(({ text, date, source }) => (
              <div key={`${text} ${date}`}>
                <span lang="zh-CN">{text}</span> <small>{t('project_reported', date)}</small>
                <Cite sources={[source]} />
              </div>
            )),
          },
          place ? { label: t('card_place'), value: <span lang="zh-CN">{place}</span> } : null,
          entity.description ? { label: t('card_description'), value: <span lang="zh-CN">{entity.description}</span> } : null,
          entity.parties.length > 0 && {
            label: t('card_parties'),
            value: entity.parties.map(({ organization, name, role, sources }) => (
              <div key={`${organization} ${name} ${role}`}>
                {organization ? (
                  <EntityLink id={organization} references={facts.references} onOpen={onOpenEntity} />
                ) : (
                  <span lang="zh-CN">{name}</span>
                )}{' '}
                <small lang="zh-CN">{role}</small>
                <Cite sources={sources} />
              </div>
            )),
          },
          aliases ? { label: t('card_other_names'), value: aliases } : null,
          entity.note ? { label: t('card_note'), value: <span lang="zh-CN">{entity.note}</span> } : null,
          facts.note ? { label: t('card_my_note'), value: facts.note } : null,
        ]}
      />
    </>
  );
}

type MilestonesProps = { milestones: ProjectMilestone[]; asOf: string | null; today: string };

/** What was reported when. A promised date that has passed with nothing reported since is said, and nothing is concluded from it. */
function Milestones({ milestones, asOf, today }: MilestonesProps) {
  const t = useText();
  if (!milestones.length) return null;
  return (
    <ol class="milestones">
      {milestones.map(({ date, title, due, source }) => {
        const silent = due && latestDay(due) < today && !milestones.some((other) => other.date > date);
        return (
          <li key={`${date} ${title}`}>
            <time dateTime={date}>{date}</time>
            <span>
              <span lang="zh-CN">{title}</span>
              <Cite sources={[source]} />
              {date === asOf && <span class="tag">{t('tenure_this_article')}</span>}
              {due && <small class={silent ? 'late' : undefined}>{silent ? t('project_due_passed', due) : t('project_due', due)}</small>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
