import { useCallback, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/panel/Panel';
import type { PanelEvents } from '../../components/panel/view';
import { keyOf, TextProvider, type Translate } from '../../components/ui/text';
import { createClient, sendToBackground } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES } from '../../lib/messages/contract';
import { MessageError } from '../../lib/messages/message-error';
import { writeCsv } from '../../lib/packs/csv';
import { firstOf, framesOf } from '../../lib/services/page-frames';
import { disabledSites, paused } from '../../lib/settings/settings';
import { withSwitch } from '../../lib/settings/sites';
import { downloadText } from './download-text';
import { useTabState } from './use-tab-state';

const background = createClient(BACKGROUND_MESSAGES, sendToBackground);

interface PanelAppProps {
  t: Translate;
  /** Keeps to this tab, whichever is active. */
  onlyTab: number | null;
}

/** Wires the panel to the tab it stands beside, the background and the settings. */
export function PanelApp({ t, onlyTab }: PanelAppProps) {
  const [failure, setFailure] = useState<string>();
  const tell = useCallback(
    (error: unknown) => setFailure(t(keyOf('error', error instanceof MessageError ? error.code : 'unexpected'))),
    [t],
  );
  const { state, tabId, markSaved, showClosed } = useTabState(onlyTab, background, tell);

  const events = useMemo<PanelEvents>(() => {
    const frames = async () => {
      if (tabId === null) return [];
      return framesOf(tabId, background).catch((error) => {
        tell(error);
        return [];
      });
    };
    const refresh = async () => void (await Promise.allSettled((await frames()).map((frame) => frame.call('tab.refresh', {}))));
    return {
      onStep: async (key, back) => firstOf(await frames(), (frame) => frame.call('tab.scrollTo', { key, back })),
      onOpenCard: async (key) => firstOf(await frames(), (frame) => frame.call('tab.openCard', { key })),
      onSave: (entityId, save) =>
        void background
          .call(save ? 'saved.put' : 'saved.remove', { entityId })
          .then(() => markSaved([entityId], save))
          .catch(tell),
      onSaveAll: async (entityIds) => {
        try {
          const saved = await background.call('saved.putAll', { entityIds });
          markSaved(entityIds, true);
          return saved.entityIds;
        } catch (error) {
          tell(error);
          return [];
        }
      },
      onUnsaveAll: async (entityIds) => {
        try {
          for (const entityId of entityIds) await background.call('saved.remove', { entityId });
          markSaved(entityIds, false);
          return true;
        } catch (error) {
          tell(error);
          return false;
        }
      },
      onCopy: (text) => navigator.clipboard.writeText(text),
      onDownload: ({ name, ...content }) =>
        'records' in content
          ? downloadText(name, writeCsv(content.records), 'text/csv')
          : downloadText(name, content.text, 'text/markdown'),
      onTakeBack: (name) => void background.call('verdict.forget', name).then(refresh).catch(tell),
      onRefresh: () => void refresh().catch(tell),
      onAnnotate: () => {
        if (tabId === null) return;
        void background
          .call('page.start', { tabId })
          .then(({ outcome }) => outcome !== 'started' && showClosed(outcome))
          .catch(tell);
      },
      onAddSite: (host) =>
        void browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#/sites/add/${encodeURIComponent(host)}` }),
      onSwitchOn: (host) => void disabledSites.update((hosts) => withSwitch(hosts, host, true)).catch(tell),
      onResume: () => void paused.set(false).catch(tell),
      onReload: () => tabId !== null && void browser.tabs.reload(tabId).catch(tell),
    };
  }, [tabId, markSaved, showClosed, tell]);
  return (
    <TextProvider value={t}>
      <Panel state={state} failure={failure} events={events} />
    </TextProvider>
  );
}
