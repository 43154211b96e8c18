import * as v from 'valibot';
import { PartialDate } from './dates';
import { AreaId, OrganizationId, ProjectId, SourceId } from './ids';
import { OtherName, SourceIds, Text } from './source';

export const ProjectStatus = v.picklist(['identification', 'preparation', 'implementation', 'completion', 'completed', 'cancelled']);

/** A party may be a body of the index or only a name, as reported. */
const ProjectParty = v.object({
  organization: v.optional(OrganizationId),
  name: v.optional(Text(120)),
  role: Text(40),
  sources: SourceIds,
});

/** An amount as a source reported it (`text`: 总投资30亿元), with its value in yuan where it can be read. */
const ProjectAmount = v.object({ text: Text(80), yuan: v.optional(v.number()), date: PartialDate, source: SourceId });

/** What was reported on `date`; `due` is the date then promised (开工, 竣工). */
export const ProjectMilestone = v.object({ date: PartialDate, title: Text(200), due: v.optional(PartialDate), source: SourceId });

/** OC4IDS' project, reduced to what the press reports. */
export const Project = v.object({
  id: ProjectId,
  name: Text(120),
  other_names: v.optional(v.array(OtherName), []),
  classification: v.picklist(['investment', 'works', 'programme', 'strategy', 'document', 'event', 'other']),
  status: v.optional(ProjectStatus),
  description: v.optional(Text(300)),
  area: v.optional(AreaId),
  location: v.optional(Text(120)),
  parties: v.optional(v.array(ProjectParty), []),
  budget: v.optional(v.array(ProjectAmount), []),
  milestones: v.optional(v.array(ProjectMilestone), []),
  note: v.optional(Text(300)),
  sources: SourceIds,
});
export type Project = v.InferOutput<typeof Project>;
export type ProjectMilestone = v.InferOutput<typeof ProjectMilestone>;
