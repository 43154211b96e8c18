import type { LabelledText } from '../../bench/eval/labelled';
import type { Dictionary } from '../../lib/finder/dictionary/dictionary';
import { Reading } from '../../lib/finder/grammar/reading';
import { tailCandidates } from '../../lib/finder/grammar/tails';
import { toSource } from '../../lib/finder/normalise/normalise';

/** One candidate of one text: its features, what speaks for it beside them, and whether the label says it is a name. */
export interface Example {
  features: string[];
  offset: number;
  positive: boolean;
}

/** Every candidate of a text that a label decides; those that touch only optional labels or places say nothing and are left out. */
export function examplesOf(text: LabelledText, dictionary: Dictionary): Example[] {
  const reading = new Reading(text.text, dictionary);
  const examples: Example[] = [];
  for (const span of tailCandidates(reading)) {
    const [start, end] = toSource(reading.normal, span.start, span.end);
    const over = text.labels.filter((label) => label.start < end && start < label.end);
    const own = over.filter((label) => label.type === span.kind && !label.optional);
    const positive = own.some((label) => isSame(text.text, label.start, label.end, start, end));
    if (!positive && !own.length && over.some((label) => label.optional || label.type === 'place')) continue;
    examples.push({ features: span.features, offset: 0, positive });
  }
  return examples;
}

/** Quotation marks around a name are settled after the choice, so a candidate may lack them. */
function isSame(text: string, labelStart: number, labelEnd: number, start: number, end: number): boolean {
  if (labelStart === start && labelEnd === end) return true;
  return labelStart === start - 1 && labelEnd === end + 1 && '“"'.includes(text[labelStart]!);
}
