import '../../components/panel/panel.css';
import { CAST, CAST_STEP } from '../../components/fixtures/sample-cast';
import { Panel } from '../../components/panel/Panel';
import type { PanelEvents } from '../../components/panel/view';

const events: PanelEvents = {
  onStep: async () => CAST_STEP,
  onOpenCard: async () => CAST_STEP,
  onSave: () => undefined,
  onSaveAll: async (ids) => ids,
  onUnsaveAll: async () => true,
  onCopy: async () => undefined,
  onDownload: () => undefined,
  onAnnotate: () => undefined,
  onAddSite: () => undefined,
  onTakeBack: () => undefined,
  onRefresh: () => undefined,
  onSwitchOn: () => undefined,
  onResume: () => undefined,
  onReload: () => undefined,
};

export function panelScene() {
  return <Panel state={{ kind: 'ready', cast: CAST }} events={events} />;
}

export function panelGivenUpScene() {
  return <Panel state={{ kind: 'ready', cast: { ...CAST, date: null, givenUp: true } }} events={events} />;
}

export function panelOffScene() {
  return <Panel state={{ kind: 'off', host: 'www.wj.gov.cn' }} events={events} />;
}
