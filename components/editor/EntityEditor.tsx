import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { checkEntity } from '../../lib/model/check';
import type { Entity, EntityType } from '../../lib/model/entity';
import type { Source } from '../../lib/model/source';
import { useText } from '../ui/text';
import { Compare, type DifferingField } from './Compare';
import type { Draft } from './draft';
import { EntityFields } from './EntityFields';
import { type Choice, type Form, FormProvider } from './form';
import { NewSource } from './NewSource';
import { newSourceId } from './new-entity';
import { type Checks, useWarnings } from './use-warnings';

/** What the index holds of the entity that is edited; the answer to `entities.get` has this form. */
export interface EditedEntity {
  entity: Draft & { type: EntityType; name: string };
  origin: 'pack' | 'reader' | 'changed' | 'hidden' | 'new';
  pack: Entity | null;
  /** Where the reader's version differs from the pack's. */
  differs?: readonly DifferingField[];
  references: Readonly<Record<string, { name: string }>>;
  sources: Readonly<Record<string, Source>>;
  /** Sources that come with it and are to be stored with it. */
  brought?: readonly Source[];
}

export interface EntityEditorProps {
  edited: EditedEntity;
  areas: Form['areas'];
  search: Form['search'];
  /** Rejects when it was not saved. */
  onSave: (entity: Entity, sources: Source[]) => Promise<void>;
  onRemove: () => void;
  checks: Checks;
  /** Takes back one field; rejects when it could not. */
  onTakeBack?: (field: string) => Promise<void>;
  /** Takes back the reader's changes; rejects when it could not. */
  onRestore: () => Promise<void>;
  onClose: () => void;
  /** Whether there is anything to lose. */
  onDirty: (dirty: boolean) => void;
  /** A failure in the reader's words. */
  explain: (error: unknown) => string;
}

type Outcome = { kind: 'saved' } | { kind: 'failed'; text: string } | null;

/** One entity, every field of it, checked while it is written. */
export function EntityEditor(props: EntityEditorProps) {
  const { edited, areas, search, checks, onSave, onRemove, onRestore, onTakeBack, onClose, onDirty, explain } = props;
  const t = useText();
  const root = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(edited.entity);
  const [kept, setKept] = useState<Draft>(edited.entity);
  const [added, setAdded] = useState<Source[]>([...(edited.brought ?? [])]);
  const [names, setNames] = useState<Record<string, string>>({});
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [showAll, setShowAll] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const { type } = edited.entity;
  const checked = useMemo(() => checkEntity(draft), [draft]);
  const dirty = draft !== kept;
  const sources = useMemo(
    () => ({ ...edited.sources, ...Object.fromEntries(added.map((source) => [source.id, source])) }),
    [edited.sources, added],
  );
  const warnings = useWarnings(checks, draft, sources);

  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  // What was stored meanwhile (an undo, another tab) shows at once, unless something would be lost by it.
  const read = useRef(edited.entity);
  useEffect(() => {
    if (read.current === edited.entity) return;
    read.current = edited.entity;
    if (dirty) return;
    setDraft(edited.entity);
    setKept(edited.entity);
  }, [edited.entity, dirty]);

  const change = useCallback((next: Draft) => {
    setDraft(next);
    setOutcome(null);
  }, []);
  const form: Form = {
    draft,
    change,
    problems: checked.problems,
    warnings,
    showAll,
    touched,
    touch: (path) => setTouched((before) => new Set(before).add(path)),
    sources,
    areas,
    nameOf: (id) => names[id] ?? edited.references[id]?.name,
    search,
    chosen: (choice: Choice) => setNames((before) => ({ ...before, [choice.id]: choice.name })),
  };

  const save = async (event: Event) => {
    event.preventDefault();
    if (!checked.value) {
      setShowAll(true);
      const first = checked.problems[0]?.path;
      root.current?.querySelector<HTMLElement>(`[data-path="${first}"]`)?.focus();
      return;
    }
    try {
      await onSave(checked.value, added);
      setKept(draft);
      setOutcome({ kind: 'saved' });
    } catch (error) {
      setOutcome({ kind: 'failed', text: explain(error) });
    }
  };
  const restore = () => onRestore().catch((error) => setOutcome({ kind: 'failed', text: explain(error) }));
  const takeBack = (field: string) => onTakeBack?.(field).catch((error) => setOutcome({ kind: 'failed', text: explain(error) }));
  return (
    <form class="editor" data-type={type} ref={root} onSubmit={save} noValidate>
      <header>
        <h2 lang="zh-CN">{edited.entity.name || t(`new_${type}`)}</h2>
        <p class="kind">
          {t(`type_${type}`)}
          {edited.origin !== 'new' && ` · ${t(`origin_${edited.origin}`)}`}
        </p>
      </header>
      {edited.origin === 'hidden' ? (
        <p class="notice">{t('editor_hidden')}</p>
      ) : (
        <FormProvider value={form}>
          {!dirty && <Compare differs={edited.differs ?? []} onTakeBack={takeBack} />}
          <EntityFields type={type} />
          <NewSource newId={newSourceId} onAdd={(source) => setAdded((before) => [...before, source])} />
        </FormProvider>
      )}
      <footer>
        <p role="status" class={outcome?.kind === 'failed' ? 'failure' : 'outcome'}>
          {outcome?.kind === 'failed' && outcome.text}
          {outcome?.kind === 'saved' && t('editor_saved')}
          {!outcome && showAll && checked.problems.length > 0 && t('editor_problems', checked.problems.length)}
          {!outcome && !(showAll && checked.problems.length > 0) && warnings.length > 0 && t('editor_warnings', warnings.length)}
        </p>
        {edited.origin !== 'hidden' && (
          <button type="submit" class="button primary">
            {t('editor_save')}
          </button>
        )}
        {(edited.origin === 'changed' || edited.origin === 'hidden') && (
          <button type="button" class="button" onClick={restore}>
            {t(edited.origin === 'hidden' ? 'editor_unhide' : 'editor_restore')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {t('close')}
        </button>
        {edited.origin !== 'new' && edited.origin !== 'hidden' && (
          <button type="button" class="button danger" onClick={onRemove}>
            {t('editor_delete')}
          </button>
        )}
      </footer>
    </form>
  );
}
