import { SaidLine } from '../../editor/said';
import { useText } from '../../ui/text';
import type { EditOutcome } from './view';

interface EditOutcomesProps {
  /** Those with something to decide. */
  outcomes: readonly EditOutcome[];
  standing: number;
  theirs: ReadonlyMap<string, ReadonlySet<string>>;
  onChoose: (id: string, path: string, theirs: boolean) => void;
}

/** How the reader's edits fare, and what of each conflict shall stand: the reader's unless decided otherwise. */
export function EditOutcomes({ outcomes, standing, theirs, onChoose }: EditOutcomesProps) {
  const t = useText();
  return (
    <section class="outcomes" aria-labelledby="outcomes">
      <h2 id="outcomes">{t('edits_title')}</h2>
      <p class="aside">
        {standing > 0 && t('edits_standing', standing)} {outcomes.length > 0 && t('edits_conflicts', outcomes.length)}
      </p>
      <ul>
        {outcomes.map(({ id, name, state, conflicts }) => (
          <li key={id}>
            <h3 lang="zh-CN">{name}</h3>
            {state === 'gone' && (
              <Choice
                name={`${id} gone`}
                label={t('edits_gone')}
                mine={t('edits_keep_whole')}
                theirs={t('edits_drop_whole')}
                chosen={theirs.get(id)?.has('') ?? false}
                onChoose={(stands) => onChoose(id, '', stands)}
              />
            )}
            {conflicts.map(({ path, said, mine, theirs: offered }) => (
              <Choice
                key={path}
                name={`${id} ${path}`}
                label={
                  <SaidLine said={{ field: said.field, ...(said.item && { item: said.item }), ...(said.part && { part: said.part }) }} />
                }
                mine={t('edits_mine', mine || t('edits_nothing'))}
                theirs={t('edits_theirs', offered || t('edits_nothing'))}
                chosen={theirs.get(id)?.has(path) ?? false}
                onChoose={(stands) => onChoose(id, path, stands)}
              />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChoiceProps {
  name: string;
  label: preact.ComponentChildren;
  mine: string;
  theirs: string;
  /** Theirs. */
  chosen: boolean;
  onChoose: (theirs: boolean) => void;
}

function Choice({ name, label, mine, theirs, chosen, onChoose }: ChoiceProps) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {[false, true].map((isTheirs) => (
        <label key={String(isTheirs)}>
          <input type="radio" name={name} checked={chosen === isTheirs} onChange={() => onChoose(isTheirs)} />
          <span>{isTheirs ? theirs : mine}</span>
        </label>
      ))}
    </fieldset>
  );
}
