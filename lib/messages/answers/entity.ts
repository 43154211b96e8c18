import * as v from 'valibot';
import { PartialDate } from '../../model/dates';
import { Entity, EntityType } from '../../model/entity';
import { EntityId, OrganizationId, PersonId, ProjectId, SourceId } from '../../model/ids';
import { Membership } from '../../model/person';
import { Source } from '../../model/source';
import { Origin } from '../origin';
import { Count } from '../primitives';

/** What the background answers about entities, as cards, lists and the editor show them. */

/** Names of everything an entity refers to by id (bodies, people, areas), for showing without another question. */
const References = v.record(v.string(), v.object({ name: v.string(), type: v.optional(EntityType) }));

const Head = v.object({ personId: PersonId, name: v.string(), membership: Membership });

const Named = v.object({ id: OrganizationId, name: v.string() });

/** All a card shows; which role holds on the article's date is computed from it by lib/model/tenure. */
export const CardFacts = v.object({
  entity: Entity,
  origin: Origin,
  saved: v.boolean(),
  note: v.optional(v.string()),
  references: References,
  sources: v.record(SourceId, Source),
  /** Organization only: who is on record with a leading post, and the projects it is a party of. */
  heads: v.array(Head),
  projects: v.array(v.object({ id: ProjectId, name: v.string() })),
  /** Organization only: the bodies it belongs to, the nearest first, and what it was renamed to or merged into. */
  ladder: v.array(Named),
  successors: v.array(Named),
  /** Official only: who else is on record in a leading post this person holds or held. */
  sharedPosts: v.array(Head),
});
export type CardFacts = v.InferOutput<typeof CardFacts>;

export const PageCast = v.object({
  /** Those of the entities asked for that the index holds. */
  members: v.array(v.object({ entity: Entity, saved: v.boolean() })),
  /** Names of the members, of everything they refer to, and of the bodies above these, each with the body it belongs to. */
  references: v.record(v.string(), v.object({ ...References.value.entries, parent: v.optional(OrganizationId) })),
});

export const EntityRow = v.object({
  id: EntityId,
  type: EntityType,
  name: v.string(),
  /** Latest known post, kind of body, or stage of the project, in one line. */
  summary: v.string(),
  area: v.optional(v.string()),
  origin: Origin,
  updated: v.optional(PartialDate),
});
export type EntityRow = v.InferOutput<typeof EntityRow>;

export const SavedItem = v.object({
  entityId: EntityId,
  name: v.string(),
  type: EntityType,
  summary: v.string(),
  note: v.string(),
  tags: v.array(v.string()),
  /** ISO time. */
  savedAt: v.string(),
});
export type SavedItem = v.InferOutput<typeof SavedItem>;

/** A change in words (lib/packs/say-changes). */
export const Said = v.object({
  field: v.string(),
  item: v.optional(v.string()),
  part: v.optional(v.string()),
  before: v.optional(v.string()),
  after: v.optional(v.string()),
});

/** A field in which the reader's version differs from the pack's. */
export const DifferingField = v.object({ field: v.string(), said: v.array(Said) });
export type DifferingField = v.InferOutput<typeof DifferingField>;

/** Something the finder would confuse with a name: who is called so, whose name holds it, whose name it holds; or a weakness of its own. */
export const NameCollision = v.object({
  kind: v.picklist(['same-name', 'within', 'holds', 'common-word', 'short-name']),
  name: v.string(),
  /** The first few. */
  others: v.array(EntityRow),
  count: Count,
});
export type NameCollision = v.InferOutput<typeof NameCollision>;

export const EntityDetail = v.object({
  entity: Entity,
  origin: Origin,
  /** As the packs have it, without the reader's changes. */
  pack: v.nullable(Entity),
  differs: v.array(DifferingField),
  references: References,
  sources: v.record(SourceId, Source),
});
export type EntityDetail = v.InferOutput<typeof EntityDetail>;
