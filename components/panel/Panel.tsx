import { CastView } from './CastView';
import { NotRead } from './NotRead';
import type { PanelEvents, PanelState } from './view';

export interface PanelProps {
  state: PanelState;
  /** A failure to tell the reader of, in words. */
  failure?: string;
  events: PanelEvents;
}

/** The cast of the page the panel stands beside. */
export function Panel({ state, failure, events }: PanelProps) {
  return (
    <main class="side">
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {/* Another page is another view: what was stepped to and said there is forgotten. */}
      {state.kind === 'ready' ? (
        <CastView key={state.cast.url} cast={state.cast} events={events} />
      ) : (
        <NotRead state={state} events={events} />
      )}
    </main>
  );
}
