import { type AmountClaim, amountsIn } from './amounts';
import { type DateClaim, datesIn } from './promised-dates';

/** Something an article says of a project's money or its dates, in the article's words (without spaces) and as far as it can be read. */
export type Claim = AmountClaim | DateClaim;

/**
 * What a passage says of amounts and dates, in its order.
 * @param reported the article's date, which 今年 and 年底 count from; null leaves those out
 */
export function claimsIn(passage: string, reported: string | null): Claim[] {
  // Pages pad numbers with spaces as they like.
  const text = passage.replace(/\s+/g, '').replace(/[０-９．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return [...amountsIn(text), ...datesIn(text, reported)].sort((a, b) => a.at - b.at);
}
