import { createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { FieldProblem } from '../../lib/model/check';
import type { EntityType } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';
import type { Source } from '../../lib/model/source';
import { keyOf, useText } from '../ui/text';
import { type Draft, valueAt } from './draft';
import type { Warning } from './use-warnings';

/** What the index offers when an entity is chosen by name. */
export interface Choice {
  id: EntityId;
  type: EntityType;
  name: string;
  summary: string;
}

/** What every field of a form needs: the draft and its problems, and what there is to choose from. */
export interface Form {
  draft: Draft;
  change: (draft: Draft) => void;
  problems: readonly FieldProblem[];
  /** What deserves a look and may stand. */
  warnings: readonly Warning[];
  /** Whether problems of fields the reader has not been to are shown as well. */
  showAll: boolean;
  touched: ReadonlySet<string>;
  touch: (path: string) => void;
  sources: Readonly<Record<string, Source>>;
  areas: readonly { id: string; full_name: string }[];
  nameOf: (id: string) => string | undefined;
  search: (query: string, types: readonly EntityType[]) => Promise<Choice[]>;
  chosen: (choice: Choice) => void;
}

const FormContext = createContext<Form | null>(null);

export const FormProvider = FormContext.Provider;

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field stands outside a form');
  return form;
}

/** What deserves a look at one place of the form. */
export function useWarningsAt(path: string): readonly Warning[] {
  return useForm().warnings.filter((warning) => warning.path === path);
}

/** One field: its value, its ids for label, problem and warnings, and the problem's words. */
export function useField(path: string) {
  const t = useText();
  const id = useId();
  const form = useForm();
  const problem = form.problems.find((found) => found.path === path)?.problem;
  const warnings = useWarningsAt(path);
  const shown = problem && (form.showAll || form.touched.has(path));
  return {
    form,
    value: valueAt(form.draft, path),
    id,
    warnings,
    error: shown ? t(keyOf('problem', problem)) : null,
    /** To be spread on the control. */
    control: {
      id,
      'data-path': path,
      'aria-invalid': shown ? (true as const) : undefined,
      'aria-describedby': [shown && `${id}-problem`, warnings.length > 0 && `${id}-warnings`].filter(Boolean).join(' ') || undefined,
      onBlur: () => form.touch(path),
    },
  };
}
