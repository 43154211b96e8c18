import * as v from 'valibot';
import { Entity } from './entity';
import { Source } from './source';

/** What is wrong with one field, as a form can say it. */
export interface FieldProblem {
  /** Where: keys and positions from the root, joined by dots (memberships.0.start_date). */
  path: string;
  problem: 'required' | 'too-long' | 'not-a-date' | 'not-an-address' | 'not-chosen' | 'not-a-number' | 'invalid' | 'ends-before-start';
}

type Checked<T> = { value: T; problems: [] } | { value: null; problems: FieldProblem[] };

/** The entity as the model has it, or everything that keeps it from being one. */
export function checkEntity(draft: unknown): Checked<Entity> {
  const checked = check(Entity, draft);
  if (!checked.value) return checked;
  const problems = backwardDates(checked.value);
  return problems.length ? { value: null, problems } : checked;
}

export function checkSource(draft: unknown): Checked<Source> {
  return check(Source, draft);
}

function check<T>(schema: v.GenericSchema<unknown, T>, draft: unknown): Checked<T> {
  const result = v.safeParse(schema, draft);
  if (result.success) return { value: result.output, problems: [] };
  const problems = result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', problem: problemOf(issue) }));
  return { value: null, problems };
}

function problemOf(issue: v.BaseIssue<unknown>): FieldProblem['problem'] {
  if (issue.input === '' || issue.input === undefined)
    return issue.type === 'custom' || issue.type === 'picklist' ? 'not-chosen' : 'required';
  if (issue.type === 'max_length') return 'too-long';
  if (issue.type === 'number' || issue.type === 'nan') return 'not-a-number';
  if (issue.type === 'custom' || issue.type === 'picklist') return 'not-chosen';
  if (/^not a date|^no such day/.test(issue.message)) return 'not-a-date';
  if (issue.message === 'not a web address') return 'not-an-address';
  return 'invalid';
}

/** Periods that end before they begin; as text, since a year may end in one of its own months. */
function backwardDates(entity: Entity): FieldProblem[] {
  const periods = [
    ...entity.other_names.map((name, at) => [name, `other_names.${at}.end_date`] as const),
    ...(entity.type === 'official' ? entity.memberships.map((post, at) => [post, `memberships.${at}.end_date`] as const) : []),
  ];
  const backward = periods.filter(([{ start_date: start, end_date: end }]) => start && end && isBefore(end, start));
  const problems: FieldProblem[] = backward.map(([, path]) => ({ path, problem: 'ends-before-start' }));
  if (
    entity.type === 'organization' &&
    entity.founding_date &&
    entity.dissolution_date &&
    isBefore(entity.dissolution_date, entity.founding_date)
  )
    problems.push({ path: 'dissolution_date', problem: 'ends-before-start' });
  return problems;
}

/** Whether `a` lies before `b` however much of both is known. */
function isBefore(a: string, b: string): boolean {
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) < b.slice(0, known);
}
