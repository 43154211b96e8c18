import * as v from 'valibot';

/** What a tab's content script checks at its door. Apart from the rest of the contract, which would weigh on every page. */
export const TAB_INPUTS = {
  'tab.mentions': { input: v.object({}) },
  'tab.scrollTo': { input: v.object({ key: v.pipe(v.string(), v.maxLength(2000)) }) },
} as const;
