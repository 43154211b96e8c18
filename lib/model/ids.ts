import * as v from 'valibot';

const slug = '[a-z0-9][a-z0-9._-]*';

const idOf = <const Kind extends string>(kind: Kind) => {
  // Compiled once: a long list is checked id by id.
  const form = new RegExp(`^${kind}/${slug}$`);
  return v.custom<`${Kind}/${string}`>(
    (value) => typeof value === 'string' && value.length <= 120 && form.test(value),
    `not an id of the form ${kind}/name`,
  );
};

/** Ids are readable and never reused: `area/wujin`, `org/wujin.water`, `person/chen-jinhu`, `project/taihu-2023`. */
export const AreaId = idOf('area');
export const OrganizationId = idOf('org');
export const PersonId = idOf('person');
export const ProjectId = idOf('project');
export const SourceId = idOf('source');
export const EntityId = v.union([OrganizationId, PersonId, ProjectId]);

export type AreaId = v.InferOutput<typeof AreaId>;
export type OrganizationId = v.InferOutput<typeof OrganizationId>;
export type PersonId = v.InferOutput<typeof PersonId>;
export type ProjectId = v.InferOutput<typeof ProjectId>;
export type SourceId = v.InferOutput<typeof SourceId>;
export type EntityId = v.InferOutput<typeof EntityId>;
