import * as v from 'valibot';
import { PartialDate } from './dates';
import { SourceId } from './ids';

export const Text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));

/** Only http and https: an address is shown as a link, so no other scheme may ever reach one. */
export const WebAddress = v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\/[^\s<>"]+$/i, 'not a web address'));

/** Where a fact was read: who published it, under what title, when, and at what address. */
export const Source = v.object({
  id: SourceId,
  publisher: Text(120),
  title: Text(300),
  date: PartialDate,
  url: v.optional(WebAddress),
});
export type Source = v.InferOutput<typeof Source>;

export const SourceIds = v.array(SourceId);

/** Another name of an entity; dated and sourced where it was only used for a time. */
export const OtherName = v.object({
  name: Text(120),
  note: v.optional(Text(200)),
  start_date: v.optional(PartialDate),
  end_date: v.optional(PartialDate),
});
export type OtherName = v.InferOutput<typeof OtherName>;
