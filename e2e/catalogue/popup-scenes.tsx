import '../../components/popup/popup.css';
import { FOUND, ON_PAGE, SAVED } from '../../components/fixtures/sample-lists';
import { Popup } from '../../components/popup/Popup';
import type { PopupEvents } from '../../components/popup/view';

const events: PopupEvents = {
  onOpen: () => undefined,
  onSave: () => undefined,
  onChange: () => undefined,
  onLastMet: async () => [{ entityId: 'person/zhou-yuan', pages: 6, readAt: '2026-11-23T08:00:00.000Z' }],
  onPause: () => undefined,
  onOpenHistory: () => undefined,
  onScrollTo: async () => true,
  onSwitchSite: () => undefined,
  onOpenIndex: () => undefined,
  onAnnotate: () => undefined,
  onAddSite: () => undefined,
  onOpenPanel: () => undefined,
  onSearch: async () => FOUND,
};

/** As the toolbar shows it, which has no frame of its own. */
export function popupScene() {
  return (
    <Popup
      paused={false}
      history
      saved={SAVED}
      page={{ kind: 'ready', host: 'www.wj.gov.cn', entities: ON_PAGE, following: true }}
      events={events}
    />
  );
}

export function popupOffScene() {
  return <Popup paused history={false} saved={[]} page={{ kind: 'off', host: 'www.wj.gov.cn' }} events={events} />;
}

export function popupForeignScene() {
  return <Popup paused history={false} saved={[]} page={{ kind: 'foreign', host: 'news.example.cn' }} events={events} />;
}
