import { useText } from '../ui/text';
import { whyLine } from '../ui/why-line';
import { FactList } from './FactList';
import type { CardEvents, CardMention } from './view';

interface DiscoveredProps {
  mention: CardMention;
  sentence?: string;
  onAdd: CardEvents['onAdd'];
  /** It is not what it was taken for. */
  onDismiss(): void;
}

/** A name the index does not know: only what the page itself says. */
export function Discovered({ mention, sentence, onAdd, onDismiss }: DiscoveredProps) {
  const t = useText();
  const at = sentence?.indexOf(mention.text) ?? -1;
  return (
    <>
      {sentence && (
        <blockquote lang="zh-CN">
          {at < 0 ? (
            sentence
          ) : (
            <>
              {sentence.slice(0, at)}
              <b>{mention.text}</b>
              {sentence.slice(at + mention.text.length)}
            </>
          )}
        </blockquote>
      )}
      <FactList
        facts={[
          mention.post ? { label: t('card_text_says'), value: <span lang="zh-CN">{mention.post}</span> } : null,
          mention.votes.length > 0 && {
            label: t('card_evidence'),
            value: whyLine(mention.votes, (key, detail) => t(key, detail), t('list_semicolon')),
          },
        ]}
      />
      <div class="actions">
        <button type="button" class="button primary" onClick={() => onAdd(mention)}>
          {t('card_add')}
        </button>
        <button type="button" class="button" onClick={onDismiss}>
          {t(`card_not_${mention.type}`)}
        </button>
      </div>
    </>
  );
}
