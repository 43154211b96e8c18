import { useId, useRef, useState } from 'preact/hooks';
import type { EntityId } from '../../lib/model/ids';
import { useText } from '../ui/text';
import { BackButton, CardTools } from './CardTools';
import { Told } from './Told';
import type { CardEvents, CardFacts, CardView, Scheme } from './view';

export interface CardProps {
  view: CardView;
  events: CardEvents;
  /** The brightness of what the card lies on. */
  scheme: Scheme;
}

/** Who or what a name on the page is. Its root carries our tokens, so it can stand alone in a shadow root. */
export function Card({ view, events, scheme }: CardProps) {
  const t = useText();
  const titleId = useId();
  const { mention, facts, state } = view;
  const name = facts?.entity.name ?? mention?.name ?? '';
  const type = facts?.entity.type ?? mention?.type;
  const [writing, setWriting] = useState<EntityId | null>(null);
  const isWriting = facts !== null && writing === facts.entity.id;
  const drag = useDrag(events.onDrag);
  return (
    <div
      class="margins card"
      data-scheme={scheme}
      data-type={type}
      lang={t('ui_language')}
      role="dialog"
      aria-labelledby={titleId}
      tabindex={-1}
    >
      <div class="top" {...drag}>
        {view.canGoBack && <BackButton onBack={events.onBack} />}
        <div class="head">
          <h2 id={titleId} lang="zh-CN">
            {name}
          </h2>
          {type && <Kind view={view} type={type} />}
        </div>
        <CardTools
          view={view}
          events={events}
          writing={isWriting}
          onWrite={() => setWriting(isWriting ? null : (facts?.entity.id ?? null))}
        />
      </div>
      {view.notice && (
        <p class="notice" role="alert">
          {view.notice}
        </p>
      )}
      {state === 'ready' ? (
        <Told key={facts?.entity.id ?? name} view={view} events={events} writing={isWriting} onWritten={() => setWriting(null)} />
      ) : (
        <div class="body">
          <p class="wait" role={state === 'failed' ? 'alert' : 'status'}>
            {t(state === 'failed' ? 'card_failed' : 'card_pending')}
          </p>
        </div>
      )}
    </div>
  );
}

/** Type and status in one line, and how the text calls it where that is not its name. */
function Kind({ view, type }: { view: CardView; type: CardFacts['entity']['type'] }) {
  const t = useText();
  const { mention, facts } = view;
  const said = view.called ?? mention?.text;
  const called = mention && facts && said !== facts.entity.name ? said : null;
  const parts = [
    t(`type_${type}`),
    mention?.status === 'discovered' && !facts && t('card_not_in_index'),
    facts && facts.origin !== 'pack' && t(`origin_${facts.origin}`),
    called && t('card_called', called),
  ];
  return <p class="kind">{parts.filter(Boolean).join(' · ')}</p>;
}

/** Moves the card by its head. A press on a button there is a press on the button. */
function useDrag(onDrag: CardEvents['onDrag']) {
  const last = useRef<{ x: number; y: number } | null>(null);
  const end = () => {
    last.current = null;
  };
  return {
    onPointerDown(event: PointerEvent & { currentTarget: HTMLElement }) {
      if (event.button !== 0 || (event.target as Element).closest('button')) return;
      last.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      if (!last.current) return;
      onDrag(event.clientX - last.current.x, event.clientY - last.current.y);
      last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
