import * as v from 'valibot';
import { PartialDate } from './dates';
import { AreaId, OrganizationId } from './ids';
import { OtherName, SourceIds, Text } from './source';

/** Kinds of bodies, in the order a reader of local news meets them. */
export const Classification = v.picklist([
  'party-committee',
  'party-office',
  'government',
  'government-department',
  'congress',
  'cppcc',
  'discipline',
  'court',
  'procuratorate',
  'joint-body',
  'township',
  'development-zone',
  'public-institution',
  'school',
  'hospital',
  'research',
  'state-firm',
  'company',
  'association',
  'democratic-party',
  'mass-organization',
  'media',
  'village',
  'other',
]);
export type Classification = v.InferOutput<typeof Classification>;

/**
 * Popolo's Organization.
 *
 * `offices` are the body's short forms without the level (水利局; 委 for a party committee): 区水利局, 武进区水利局 and 武进水利局 follow
 * from them and from `area`, so they are never listed as other names. `other_names` holds names that do not follow (市七院, 今创集团).
 */
export const Organization = v.object({
  id: OrganizationId,
  name: Text(120),
  other_names: v.optional(v.array(OtherName), []),
  offices: v.optional(v.array(Text(30)), []),
  classification: Classification,
  area: v.optional(AreaId),
  parent: v.optional(OrganizationId),
  /** The body one level up that guides it in its field (市水利局 for 区水利局). */
  guided_by: v.optional(OrganizationId),
  founding_date: v.optional(PartialDate),
  dissolution_date: v.optional(PartialDate),
  predecessors: v.optional(v.array(OrganizationId), []),
  note: v.optional(Text(300)),
  sources: SourceIds,
});
export type Organization = v.InferOutput<typeof Organization>;
