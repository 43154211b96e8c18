import type { EntityId } from '../../lib/model/ids';
import { lastKnown, latestRole } from '../../lib/model/tenure';
import { useText } from '../ui/text';
import { rolesShown, span } from './role-words';
import type { CardFacts } from './view';

interface ChoicesProps {
  choices: CardFacts[];
  asOf: string | null;
  onPick(id: EntityId): void;
}

/** Namesakes that nothing in the article tells apart: each with what distinguishes it, and the reader decides. */
export function Choices({ choices, asOf, onPick }: ChoicesProps) {
  const t = useText();
  return (
    <div class="choices">
      <p>{t('card_undecided', choices.length)}</p>
      <ul>
        {choices.map((facts) => (
          <li key={facts.entity.id}>
            <button type="button" class="choice" onClick={() => onPick(facts.entity.id)}>
              <b lang="zh-CN">{facts.entity.name}</b>
              <small>{distinction(facts)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );

  function distinction({ entity, references }: CardFacts): string {
    if (entity.type !== 'official') return (entity.area && references[entity.area]?.name) || entity.note || entity.id;
    const then = asOf ? rolesShown(entity.memberships, asOf).main[0]?.membership : undefined;
    const post = then ?? latestRole(entity.memberships);
    const line =
      post && lastKnown(post) ? `${references[post.organization]?.name ?? ''}${post.role}${t('in_brackets', span(post, t))}` : '';
    return [entity.disambiguation, line].filter(Boolean).join(t('list_semicolon')) || entity.id;
  }
}
