import type { OrganizationId, SourceId } from '../../lib/model/ids';
import type { Source } from '../../lib/model/source';
import type { PostEvent } from '../../lib/reading/post-record';
import { useText } from '../ui/text';
import type { MetPage } from './view';

interface PostTimelineProps {
  events: PostEvent<MetPage>[];
  nameOf: (id: OrganizationId) => string | undefined;
  sources: Readonly<Record<SourceId, Source>>;
}

/** Somebody's posts by date, each with what it rests on. */
export function PostTimeline({ events, nameOf, sources }: PostTimelineProps) {
  const t = useText();
  if (!events.length) return <p class="empty">{t('history_no_posts')}</p>;
  return (
    <ol class="timeline" data-type="official">
      {events.map(({ date, kind, role, organization, sources: cited, where }, at) => (
        <li key={at} data-kind={kind}>
          <time>{date}</time>
          <div>
            <p lang="zh-CN">
              {organization && nameOf(organization)}
              {role}
              <span class="tag" lang={t('ui_language')}>
                {t(`history_post_${kind}`)}
              </span>
            </p>
            {cited.map((id) => sources[id] && <SourceLine key={id} source={sources[id]} />)}
            {where && <SourceLine source={{ publisher: where.publisher ?? where.host, title: where.title, url: where.page }} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** One report, opened where it has an address. */
export function SourceLine({ source: { publisher, title, url } }: { source: Pick<Source, 'publisher' | 'title' | 'url'> }) {
  const t = useText();
  const words = `${publisher}《${title}》`;
  return (
    <p class="source" lang="zh-CN">
      {url ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {words}
          <span class="said" lang={t('ui_language')}>
            {t('opens_new_tab')}
          </span>
        </a>
      ) : (
        words
      )}
    </p>
  );
}
