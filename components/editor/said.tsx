import { type MessageKey, type Translate, useText } from '../ui/text';

/** A change in words: which field, of a list which item and what within it, and what it was and is. */
export interface Said {
  field: string;
  item?: string;
  part?: string;
  before?: string;
  after?: string;
}

/** How the fields of an entity are called. */
const FIELDS: Record<string, MessageKey> = {
  name: 'field_name',
  other_names: 'field_other_names',
  disambiguation: 'field_disambiguation',
  classification: 'field_classification',
  area: 'field_area',
  parent: 'field_parent',
  guided_by: 'field_guided_by',
  offices: 'field_offices',
  memberships: 'field_posts',
  status: 'field_status',
  description: 'field_description',
  location: 'field_location',
  parties: 'field_parties',
  budget: 'field_amounts',
  milestones: 'field_milestones',
  founding_date: 'field_founded',
  dissolution_date: 'field_dissolved',
  predecessors: 'field_predecessors',
  note: 'field_note',
  sources: 'field_sources',
  start_date: 'field_from',
  end_date: 'field_to',
  seen: 'field_seen',
  role: 'field_role',
  organization: 'field_body',
  date: 'field_date',
  due: 'field_due',
  yuan: 'field_yuan',
  title: 'source_title',
  publisher: 'source_publisher',
  url: 'source_url',
  source: 'field_source',
  revision: 'said_revision',
  tags: 'said_tags',
  hidden: 'said_hidden',
};

const wordFor = (name: string, t: Translate) => (FIELDS[name] ? t(FIELDS[name]) : name);

/** A field in words: `memberships.0.role` is 职务 1 · 职务名称. What has no words stays as it is. */
export const fieldWords = (path: string, t: Translate) =>
  path
    .split('.')
    .map((key, at) => (/^\d+$/.test(key) ? ` ${Number(key) + 1}` : `${at > 0 ? ' · ' : ''}${wordFor(key, t)}`))
    .join('');

/** One change in a line: the field, what it was (struck out) and what it is. */
export function SaidLine({ said: { field, item, part, before, after } }: { said: Said }) {
  const t = useText();
  return (
    <span class="said-line">
      <span class="said-field">
        {wordFor(field, t)}
        {item && <span lang="zh-CN"> {item}</span>}
        {part && ` ${wordFor(part, t)}`}
      </span>{' '}
      {before !== undefined && <del lang="zh-CN">{before}</del>} {after !== undefined && <ins lang="zh-CN">{after}</ins>}
    </span>
  );
}

/** Several changes in one line, as far as it reaches. */
export function SaidSummary({ said }: { said: readonly Said[] }) {
  return (
    <>
      {said.slice(0, 4).map((change, at) => (
        <SaidLine key={at} said={change} />
      ))}
    </>
  );
}
