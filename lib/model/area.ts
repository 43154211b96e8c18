import * as v from 'valibot';
import { PartialDate } from './dates';
import { AreaId } from './ids';
import { SourceIds, Text } from './source';

/** Popolo's Area. `code` is GB/T 2260 (districts) or the statistical code (towns), where the area has one. */
const AreaKind = v.picklist(['province', 'city', 'district', 'county-level-city', 'functional-zone', 'town', 'street', 'village']);

export const Area = v.object({
  id: AreaId,
  name: Text(60),
  full_name: Text(80),
  short_names: v.optional(v.array(Text(30)), []),
  kind: AreaKind,
  code: v.optional(v.pipe(v.string(), v.regex(/^\d{6}(\d{3}(\d{3})?)?$/))),
  parent: v.optional(AreaId),
  founding_date: v.optional(PartialDate),
  dissolution_date: v.optional(PartialDate),
  note: v.optional(Text(300)),
  sources: SourceIds,
});
export type Area = v.InferOutput<typeof Area>;
