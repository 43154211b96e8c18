import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Entity, EntityOf } from '../../lib/model/entity';
import type { EntityId, SourceId } from '../../lib/model/ids';
import { claimsIn } from '../../lib/reading/claims';
import { postRecord } from '../../lib/reading/post-record';
import { sayingsOf, tellProject } from '../../lib/reading/project-record';
import type { EditedEntity } from '../editor/EntityEditor';
import { routeHash } from '../options/route';
import { Confirm } from '../ui/Confirm';
import { useText } from '../ui/text';
import { Companions } from './Companions';
import { MetPages } from './MetPages';
import { PostTimeline } from './PostTimeline';
import { ProjectSaid, type Report } from './ProjectSaid';
import type { HistoryService, Met, MetPage } from './view';

interface EntityPageProps {
  id: EntityId;
  /** Changes whenever the index may have. */
  revision: number;
  get: (id: EntityId) => Promise<EditedEntity | null>;
  service: HistoryService;
  /** YYYY-MM-DD. */
  today: string;
}

const PAGES = 500;
const COMPANIONS = 30;
const SHOWN_AT_ONCE = 20;

/** What is known of an entity in time: from the index, and from what the reader read. */
export function EntityPage({ id, revision, get, service, today }: EntityPageProps) {
  const t = useText();
  const [edited, setEdited] = useState<EditedEntity | null>();
  const [met, setMet] = useState<Met | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [wiped, setWiped] = useState(false);
  const failed = useCallback((failure: unknown) => setError(service.explain(failure)), [service]);
  const readMet = useCallback(() => service.met(id, { pages: PAGES, companions: COMPANIONS }).then(setMet, failed), [service, id, failed]);
  // Read again at each revision: the index may have changed.
  useEffect(() => void get(id).then(setEdited, failed), [get, id, revision, failed]);
  useEffect(() => {
    setWiped(false);
    void readMet();
  }, [readMet]);

  if (edited === null) return <p class="page empty">{t('card_gone')}</p>;
  const failure = error && (
    <p class="failure" role="alert">
      {error}
    </p>
  );
  if (!edited || !met) return <div class="page">{failure}</div>;
  const entity = edited.entity as unknown as Entity;
  const byDate = met.latest.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  return (
    <div class="page history">
      <header>
        <h1 lang="zh-CN">{entity.name}</h1>
        <p class="aside">
          {t(`type_${entity.type}`)}
          <a href={routeHash({ page: 'index', entity: id })}>{t('history_edit')}</a>
        </p>
      </header>
      {failure}
      {entity.type === 'official' && <Posts entity={entity} edited={edited} pages={byDate} />}
      {entity.type === 'project' && <Said entity={entity} edited={edited} pages={byDate} today={today} />}
      {met.companions.length > 0 && (
        <section>
          <h2>{t('history_together')}</h2>
          <Companions companions={met.companions} />
        </section>
      )}
      <section>
        <h2>{t('history_met_on', met.pages)}</h2>
        {!met.on && (
          <p class="aside">
            {t('history_is_off')} <a href={routeHash({ page: 'history' })}>{t('history_turn_on')}</a>
          </p>
        )}
        {met.pages === 0 ? <p class="empty">{t(wiped ? 'history_wiped' : 'history_not_met')}</p> : <Pages pages={byDate} />}
        {met.pages > 0 && (
          <Confirm
            label={t('history_wipe_entity')}
            question={t('history_wipe_entity_sure', entity.name, met.pages)}
            action={t('history_wipe')}
            onConfirm={() =>
              void service
                .forget({ entityId: id })
                .then(() => setWiped(true))
                .then(readMet)
                .catch(failed)
            }
          />
        )}
      </section>
    </div>
  );
}

function Pages({ pages }: { pages: MetPage[] }) {
  const t = useText();
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const left = pages.length - shown;
  return (
    <>
      <MetPages pages={pages.slice(0, shown)} />
      {left > 0 && (
        <button type="button" class="button" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
          {t('history_more', Math.min(left, SHOWN_AT_ONCE))}
        </button>
      )}
    </>
  );
}

interface PartProps<T extends Entity['type']> {
  entity: EntityOf<T>;
  edited: EditedEntity;
  pages: MetPage[];
}

function Posts({ entity, edited, pages }: PartProps<'official'>) {
  const t = useText();
  const events = useMemo(() => {
    const said = pages.flatMap((where) => (where.post && where.date ? [{ post: where.post, date: where.date, where }] : []));
    return postRecord(entity.memberships, said);
  }, [entity, pages]);
  return (
    <section>
      <h2>{t('history_posts')}</h2>
      <PostTimeline events={events} nameOf={(id) => edited.references[id]?.name} sources={edited.sources} />
    </section>
  );
}

function Said({ entity, edited, pages, today }: PartProps<'project'> & { today: string }) {
  const t = useText();
  const told = useMemo(() => {
    const known = sayingsOf(entity).map(({ where, ...saying }) => ({
      ...saying,
      where: edited.sources[where.source as SourceId] as Report | undefined,
    }));
    const read = pages.flatMap(({ passages = [], date, publisher, host, title, page }) => {
      const where: Report = { publisher: publisher ?? host, title, url: page };
      return passages.flatMap((passage) => claimsIn(passage, date).map((claim) => ({ claim, reported: date, where })));
    });
    return tellProject<Report | undefined>([...known, ...read], today, entity.status === 'completed');
  }, [entity, edited, pages, today]);
  return (
    <section>
      <h2>{t('history_said')}</h2>
      <ProjectSaid told={told} />
    </section>
  );
}
