import * as v from 'valibot';

const Key = v.pipe(v.string(), v.maxLength(2000));

/** What a tab's content script checks at its door. Apart from the rest of the contract, which would weigh on every page. */
export const TAB_INPUTS = {
  'tab.mentions': { input: v.object({}) },
  'tab.scrollTo': { input: v.object({ key: Key, back: v.optional(v.boolean()) }) },
  'tab.openCard': { input: v.object({ key: Key }) },
  'tab.refresh': { input: v.object({}) },
  /** Moves the keyboard's mark to the next mention that is shown, or to the one before. */
  'tab.step': { input: v.object({ back: v.boolean(), fromEdge: v.boolean() }) },
  /** Opens the card at the keyboard's mark. */
  'tab.open': { input: v.object({}) },
  /** Asks for `page.found` once more. */
  'tab.report': { input: v.object({}) },
} as const;

/** What is heard as long as the page is there, also where it is not annotated. */
export const SITE_INPUTS = {
  /** The reader switched this site on or off by key. */
  'tab.switched': { input: v.object({ on: v.boolean() }) },
} as const;
