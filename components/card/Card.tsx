import { ArrowLeft, Check, Copy, Star, X } from 'lucide';
import { useEffect, useId, useState } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import { CardFooter } from './CardFooter';
import { Choices } from './Choices';
import { copyText } from './copy-text';
import { Discovered } from './Discovered';
import { OfficialBody } from './OfficialBody';
import { OrganizationBody } from './OrganizationBody';
import { ProjectBody } from './ProjectBody';
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
      <div class="top">
        {view.canGoBack && (
          <button type="button" class="icon-button back" aria-label={t('back')} title={t('back')} onClick={events.onBack}>
            <Icon node={ArrowLeft} />
          </button>
        )}
        <div class="head">
          <h2 id={titleId} lang="zh-CN">
            {name}
          </h2>
          {type && <Kind view={view} type={type} />}
        </div>
        <Tools view={view} events={events} />
      </div>
      <div class="body">
        {state === 'pending' && (
          <p class="wait" role="status">
            {t('card_pending')}
          </p>
        )}
        {state === 'failed' && (
          <p class="wait" role="alert">
            {t('card_failed')}
          </p>
        )}
        {state === 'ready' && <Content view={view} events={events} />}
      </div>
      {state === 'ready' && (
        <CardFooter key={name} facts={facts} mention={mention} asOf={view.asOf} onEdit={() => facts && events.onEdit(facts.entity.id)} />
      )}
    </div>
  );
}

/** Type and status in one line, and how the text calls it where that is not its name. */
function Kind({ view, type }: { view: CardView; type: CardFacts['entity']['type'] }) {
  const t = useText();
  const { mention, facts } = view;
  const called = mention && facts && mention.text !== facts.entity.name ? mention.text : null;
  const parts = [
    t(`type_${type}`),
    mention?.status === 'discovered' && !facts && t('card_not_in_index'),
    facts && facts.origin !== 'pack' && t(`origin_${facts.origin}`),
    called && t('card_called', called),
  ];
  return <p class="kind">{parts.filter(Boolean).join(' · ')}</p>;
}

function Tools({ view, events }: { view: CardView; events: CardEvents }) {
  const t = useText();
  const { facts } = view;
  const saveLabel = t(facts?.saved ? 'unsave' : 'save');
  return (
    <div class="tools">
      {facts && (
        <button
          type="button"
          class="icon-button"
          aria-pressed={facts.saved}
          aria-label={t('save')}
          title={saveLabel}
          onClick={() => events.onSave(facts.entity.id, !facts.saved)}
        >
          <Icon node={Star} />
        </button>
      )}
      {view.state === 'ready' && <CopyButton text={() => copyText(view, t)} onCopy={events.onCopy} />}
      <button type="button" class="icon-button" aria-label={t('close')} title={t('close')} onClick={events.onClose}>
        <Icon node={X} />
      </button>
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

function Content({ view, events }: { view: CardView; events: CardEvents }) {
  const t = useText();
  const { facts, mention, choices } = view;
  if (choices && choices.length > 1) return <Choices choices={choices} asOf={view.asOf} onPick={events.onPick} />;
  if (!facts) {
    if (!mention || mention.status === 'indexed') return <p class="wait">{t('card_gone')}</p>;
    return <Discovered mention={mention} sentence={view.sentence} onAdd={events.onAdd} onDismiss={events.onDismiss} />;
  }
  const { entity } = facts;
  const rest = { facts, mention, asOf: view.asOf, today: view.today, onOpenEntity: events.onOpenEntity };
  switch (entity.type) {
    case 'official':
      return <OfficialBody entity={entity} {...rest} />;
    case 'organization':
      return <OrganizationBody entity={entity} {...rest} />;
    case 'project':
      return <ProjectBody entity={entity} {...rest} />;
  }
}
