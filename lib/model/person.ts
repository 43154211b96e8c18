import * as v from 'valibot';
import { PartialDate } from './dates';
import { OrganizationId, PersonId, SourceId } from './ids';
import { OtherName, SourceIds, Text } from './source';

/** On that day that source gave this person this post. */
export const Observation = v.object({ date: PartialDate, source: SourceId });
export type Observation = v.InferOutput<typeof Observation>;

/** Popolo's Membership. start_date and end_date only where a source states them; `seen` is what the post rests on. */
export const Membership = v.object({
  organization: OrganizationId,
  role: Text(60),
  start_date: v.optional(PartialDate),
  end_date: v.optional(PartialDate),
  seen: v.optional(v.array(Observation), []),
  sources: v.optional(SourceIds, []),
});
export type Membership = v.InferOutput<typeof Membership>;

/** Popolo's Person: a public office holder. `disambiguation` tells namesakes apart (武进区水利局局长). Nothing private has a field. */
export const Person = v.object({
  id: PersonId,
  name: Text(60),
  other_names: v.optional(v.array(OtherName), []),
  disambiguation: v.optional(Text(120)),
  memberships: v.optional(v.array(Membership), []),
  note: v.optional(Text(300)),
});
export type Person = v.InferOutput<typeof Person>;
