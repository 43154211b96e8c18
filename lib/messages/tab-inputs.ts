import * as v from 'valibot';

const Key = v.pipe(v.string(), v.maxLength(2000));

/** What a tab's content script checks at its door. Apart from the rest of the contract, which would weigh on every page. */
export const TAB_INPUTS = {
  'tab.mentions': { input: v.object({}) },
  'tab.scrollTo': { input: v.object({ key: Key, back: v.optional(v.boolean()) }) },
  'tab.openCard': { input: v.object({ key: Key }) },
  'tab.refresh': { input: v.object({}) },
} as const;
