import * as v from 'valibot';
import { Area } from '../model/area';
import { PartialDate } from '../model/dates';
import { Organization } from '../model/organization';
import { Person } from '../model/person';
import { Project } from '../model/project';
import { Source, Text, WebAddress } from '../model/source';

export const PACK_FORMAT = 'longcheng-pack';
export const PACK_FORMAT_VERSION = 1;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A pack file: top-level arrays as Popolo names them. `revision` sorts as text; a higher one replaces a lower one. */
export const Pack = v.object({
  format: v.literal(PACK_FORMAT),
  format_version: v.literal(PACK_FORMAT_VERSION),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,40}$/)),
  title: Text(80),
  revision: v.pipe(v.string(), v.regex(/^\d{4}\.\d{2}\.\d{2}(\.\d+)?$/)),
  licence: Text(80),
  homepage: v.optional(WebAddress),
  changes: v.optional(v.array(v.object({ date: PartialDate, text: Text(500) })), []),
  /** How many of each the file holds: said before they come, so that a file cut short is known. */
  counts: v.optional(v.object({ areas: Count, organizations: Count, persons: Count, projects: Count, sources: Count })),
  areas: v.array(Area),
  organizations: v.array(Organization),
  persons: v.array(Person),
  projects: v.array(Project),
  sources: v.array(Source),
});
export type Pack = v.InferOutput<typeof Pack>;
