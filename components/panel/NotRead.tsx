import { type Translate, useText } from '../ui/text';
import type { PanelEvents, PanelState } from './view';

interface NotReadProps {
  state: Exclude<PanelState, { kind: 'ready' }>;
  events: PanelEvents;
}

/** Why there is nothing to list, and what can be done about it. */
export function NotRead({ state, events }: NotReadProps) {
  const t = useText();
  const button = (text: string, act: () => void) => (
    <p>
      <button type="button" class="button" onClick={act}>
        {text}
      </button>
    </p>
  );
  return (
    <div class="not-read">
      <h1>{t('panel_title')}</h1>
      <p role="status">{words(state, t)}</p>
      {state.kind === 'foreign' && state.host && (
        <>
          {button(t('popup_annotate'), events.onAnnotate)}
          {button(t('popup_add_site', state.host), () => events.onAddSite(state.host ?? ''))}
        </>
      )}
      {state.kind === 'off' && button(t('panel_switch_on', state.host), () => events.onSwitchOn(state.host))}
      {state.kind === 'paused' && button(t('panel_resume'), events.onResume)}
      {state.kind === 'unreached' && button(t('panel_reload'), events.onReload)}
    </div>
  );
}

function words(state: NotReadProps['state'], t: Translate): string {
  switch (state.kind) {
    case 'closed':
      return t(`popup_closed_${state.why}`);
    case 'foreign':
      return t(state.host ? 'popup_page_foreign' : 'panel_foreign');
    case 'off':
      return t('panel_off', state.host);
    default:
      return t(`panel_${state.kind}`);
  }
}
