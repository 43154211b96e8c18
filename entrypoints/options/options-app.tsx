import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Options } from '../../components/options/Options';
import { parseRoute, routeHash } from '../../components/options/route';
import { TextProvider, type Translate } from '../../components/ui/text';
import { watchIndexRevision } from '../../lib/settings/index-revision';
import { today } from '../content/card-facts';
import { createAppearanceService } from './appearance-service';
import { Desk } from './desk';
import { createHistoryService } from './history-service';
import { createInboxService } from './inbox-service';
import { createIndexService } from './index-service';
import { createPackService } from './pack-service';
import { sitesService } from './sites-service';
import { syncService } from './sync-service';
import { createTransferService } from './transfer-service';

/** Two pages and one worker for both. */
function createDeskServices(explain: (error: unknown) => string) {
  const desk = new Desk();
  return { packs: createPackService(desk, explain), transfer: createTransferService(desk, explain) };
}

/** Wires the options page to its address, the background, and the news that the index changed. */
export function OptionsApp({ t }: { t: Translate }) {
  const service = useMemo(() => createIndexService(t, new Desk()), [t]);
  const inbox = useMemo(createInboxService, []);
  const past = useMemo(() => createHistoryService(service.explain), [service]);
  const appearance = useMemo(() => createAppearanceService(t), [t]);
  const { packs, transfer } = useMemo(() => createDeskServices(service.explain), [service]);
  const [hash, setHash] = useState(location.hash);
  const [revision, setRevision] = useState(0);
  const dirty = useRef(false);
  const shown = useRef(hash);

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    watchIndexRevision(() => setRevision((count) => count + 1), signal);
    addEventListener('beforeunload', (event) => dirty.current && event.preventDefault(), { signal });
    addEventListener(
      'hashchange',
      () => {
        if (location.hash === shown.current) return;
        if (dirty.current && !confirm(t('editor_discard'))) return location.replace(shown.current || '#/');
        dirty.current = false;
        shown.current = location.hash;
        setHash(location.hash);
      },
      { signal },
    );
    return () => ended.abort();
  }, [t]);

  const onDirty = useCallback((is: boolean) => {
    dirty.current = is;
  }, []);

  return (
    <TextProvider value={t}>
      <Options
        route={parseRoute(hash)}
        revision={revision}
        version={browser.runtime.getManifest().version}
        service={service}
        history={past}
        inbox={inbox}
        today={today()}
        appearance={appearance}
        sites={sitesService}
        sync={syncService}
        packs={packs}
        transfer={transfer}
        onNavigate={(route, { replace = false } = {}) => {
          const next = routeHash(route);
          if (!replace) {
            location.hash = next;
            return;
          }
          history.replaceState(null, '', next);
          shown.current = next;
          setHash(next);
        }}
        onDirty={onDirty}
      />
    </TextProvider>
  );
}
