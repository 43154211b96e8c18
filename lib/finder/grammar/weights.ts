import learned from './learned-weights.json' with { type: 'json' };
import { PRIOR_WEIGHTS } from './prior-weights';

const weights = new Map<string, number>(Object.entries(PRIOR_WEIGHTS));
for (const [feature, change] of Object.entries(learned as Record<string, number>))
  weights.set(feature, (weights.get(feature) ?? 0) + change);

/** Weight of a feature: what is known of the genre, moved by what the labelled texts taught; 0 for one that no text has. */
export const weightOf = (feature: string): number => weights.get(feature) ?? 0;
