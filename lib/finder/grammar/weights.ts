import { PRIOR_WEIGHTS } from './prior-weights';

const weights = new Map<string, number>(Object.entries(PRIOR_WEIGHTS));

/** Weight of a feature; 0 for one that no text has taught. */
export const weightOf = (feature: string): number => weights.get(feature) ?? 0;
