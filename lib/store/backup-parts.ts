import * as v from 'valibot';
import { EntityType } from '../model/entity';
import { EntityId, OrganizationId } from '../model/ids';
import { MetId } from '../model/met-id';
import { ReaderEdit } from '../packs/reader-edit';
import type { InboxRecord, MeetingRecord, VerdictRecord, VisitRecord } from './reading-records';
import type { SavedRecord } from './schema';

const Line = v.pipe(v.string(), v.maxLength(4000));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Time = v.pipe(v.string(), v.isoTimestamp());

/** A schema that gives a stored record, each of its fields: one forgotten here would be lost on the way through a backup. */
const schemaOf =
  <T>() =>
  <S extends v.GenericSchema<unknown, T>>(schema: keyof T extends keyof v.InferOutput<S> ? S : never): S =>
    schema;

const Saved = schemaOf<SavedRecord>()(
  v.object({
    entityId: EntityId,
    name: Line,
    type: EntityType,
    note: Line,
    tags: v.pipe(v.array(Line), v.maxLength(1000)),
    savedAt: Time,
  }),
);

const Visit = schemaOf<VisitRecord>()(
  v.object({
    page: Line,
    host: Line,
    title: Line,
    publisher: v.optional(Line),
    date: v.nullable(Line),
    readAt: Time,
    times: Count,
  }),
);

const Meeting = schemaOf<MeetingRecord>()(
  v.object({
    entityId: MetId,
    page: Line,
    at: Time,
    text: Line,
    post: v.optional(Line),
    sentence: Line,
    mentions: Count,
    passages: v.optional(v.pipe(v.array(Line), v.maxLength(1000))),
  }),
);

const Inbox = schemaOf<InboxRecord>()(
  v.object({
    id: Line,
    kind: v.picklist(['name', 'post']),
    state: v.picklist(['open', 'dismissed']),
    type: EntityType,
    name: Line,
    post: v.optional(Line),
    body: v.optional(v.object({ name: Line, organization: v.nullable(OrganizationId) })),
    role: v.optional(Line),
    change: v.optional(v.picklist(['holds', 'begins', 'ends'])),
    on: v.optional(Line),
    entityId: v.nullable(EntityId),
    page: Line,
    title: Line,
    publisher: v.optional(Line),
    date: Line,
    sentence: Line,
    pages: Count,
    at: Time,
  }),
);

const Verdict = schemaOf<VerdictRecord>()(v.object({ key: Line, entityId: v.nullable(EntityId), at: Time }));

/**
 * What a backup holds of each store, and what tells two records of it apart. Whatever a reader's machine keeps and no pack brings
 * belongs here; not the journal (it takes back what was done on this machine), nor what is made anew.
 */
export const BACKUP_PARTS = {
  edits: { record: ReaderEdit, keyOf: (edit: ReaderEdit) => edit.id },
  saved: { record: Saved, keyOf: (saved: SavedRecord) => saved.entityId },
  visits: { record: Visit, keyOf: (visit: VisitRecord) => visit.page },
  meetings: { record: Meeting, keyOf: (meeting: MeetingRecord) => `${meeting.entityId} ${meeting.page}` },
  inbox: { record: Inbox, keyOf: (item: InboxRecord) => item.id },
  verdicts: { record: Verdict, keyOf: (verdict: VerdictRecord) => verdict.key },
} as const;

export type BackupPart = keyof typeof BACKUP_PARTS;
export type PartRecord<P extends BackupPart> = v.InferOutput<(typeof BACKUP_PARTS)[P]['record']>;

/** Parts that are only added to what is there: what reading left behind. Edits and what was saved go through the journal. */
export const READING_PARTS = ['visits', 'meetings', 'inbox', 'verdicts'] as const;
export type ReadingPart = (typeof READING_PARTS)[number];
