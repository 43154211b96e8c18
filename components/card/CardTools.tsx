import { ArrowLeft, Check, Copy, NotebookPen, Star, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { type MessageKey, useText } from '../ui/text';
import { copyText } from './copy-text';
import type { CardEvents, CardView } from './view';

type IconNode = Parameters<typeof Icon>[0]['node'];

function ToolButton({ label, icon, onPress }: { label: MessageKey; icon: IconNode; onPress?: () => void }) {
  const t = useText();
  return (
    <button type="button" class="icon-button" data-key={label} aria-label={t(label)} title={t(label)} onClick={onPress}>
      <Icon node={icon} />
    </button>
  );
}

/** The way back to what the card showed before a link in it was followed. */
export function BackButton({ onBack }: { onBack?: () => void }) {
  return (
    <span class="back">
      <ToolButton label="back" icon={ArrowLeft} onPress={onBack} />
    </span>
  );
}

interface CardToolsProps {
  view: CardView;
  events: CardEvents;
  /** Whether the note is being written. */
  writing: boolean;
  onWrite(): void;
}

/** What can be done with the whole card: save, note, copy, close. */
export function CardTools({ view, events, writing, onWrite }: CardToolsProps) {
  const t = useText();
  const { facts } = view;
  return (
    <div class="tools">
      {facts && (
        <button
          type="button"
          class="icon-button"
          aria-pressed={facts.saved}
          aria-label={t('save')}
          title={t(facts.saved ? 'unsave' : 'save')}
          onClick={() => events.onSave(facts.entity.id, !facts.saved)}
        >
          <Icon node={Star} />
        </button>
      )}
      {facts && (
        <button
          type="button"
          class="icon-button"
          data-key="note"
          aria-expanded={writing}
          aria-label={t('card_write_note')}
          title={t('card_write_note')}
          onClick={onWrite}
        >
          <Icon node={NotebookPen} />
        </button>
      )}
      {view.state === 'ready' && <CopyButton text={() => copyText(view, t)} onCopy={events.onCopy} />}
      <ToolButton label="close" icon={X} onPress={events.onClose} />
    </div>
  );
}

const SAID_FOR_MS = 2000;

function CopyButton({ text, onCopy }: { text: () => string; onCopy: CardEvents['onCopy'] }) {
  const t = useText();
  const [outcome, setOutcome] = useState<'copied' | 'copy_failed' | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    onCopy(text()).then(
      () => setOutcome('copied'),
      () => setOutcome('copy_failed'),
    );
  return (
    <>
      <button type="button" class="icon-button" aria-label={t('copy')} title={outcome ? t(outcome) : t('copy')} onClick={copy}>
        <Icon node={outcome === 'copied' ? Check : Copy} />
      </button>
      <span class="said" role="status">
        {outcome && t(outcome)}
      </span>
    </>
  );
}
