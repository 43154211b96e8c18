import type { Translate } from '../ui/text';
import { memberLines } from './cast-lines';
import { entityOf } from './entity-of';
import type { Cast } from './view';

/**
 * The cast as a table: a head, and one record a member in the order of the page. The article stands in each record, so that the tables of
 * many articles can be laid under one another.
 */
export function castTable({ entities, facts, date, title, url }: Cast, t: Translate): string[][] {
  const head = [
    t('filter_type'),
    t('field_name'),
    t('panel_column_called'),
    t('card_text_says'),
    t('panel_column_as_of'),
    t('panel_column_rests_on'),
    t('card_changed_since'),
    t('card_parent'),
    t('card_amounts'),
    t('field_milestones'),
    t('panel_column_count'),
    t('panel_column_index'),
    t('panel_column_article'),
    t('field_date'),
    t('source_url'),
  ];
  const records = entities.map((member) => {
    const entity = entityOf(member, facts);
    const {
      main,
      evidence = '',
      later = '',
      parent = '',
      amounts = '',
      dates = '',
    } = memberLines(member, entity, { facts, asOf: date, t });
    return [
      t(`type_${member.type}`),
      member.name,
      member.text.replace(/\s+/g, ' '),
      member.post ?? '',
      entity ? main : '',
      evidence,
      later,
      parent,
      amounts,
      dates,
      String(member.count),
      t(member.candidates ? 'panel_namesakes' : member.entityId ? 'panel_in_index' : 'card_not_in_index'),
      title,
      date ?? '',
      url,
    ];
  });
  return [head, ...records];
}

/** The columns that say the same of every member: they stand above a table that is read by itself. */
const ARTICLE_COLUMNS = 3;

/** The cast as Markdown: the article, and below it the table without columns that are empty throughout. */
export function castMarkdown(cast: Cast, t: Translate): string {
  const table = castTable(cast, t).map((record) => record.slice(0, -ARTICLE_COLUMNS));
  const [head = [], ...records] = table;
  const kept = head.map((_, column) => records.some((record) => record[column] !== ''));
  const row = (cells: string[]) => `| ${cells.filter((_, column) => kept[column]).join(' | ')} |`;
  const lines = [row(head.map(plain)), row(head.map(() => '---')), ...records.map((record) => row(record.map(plain)))];
  const address = `<${cast.url.replace(/[<>\s]/g, encodeURIComponent)}>`;
  const about = [plain(cast.date ?? ''), plain(cast.scope), address].filter(Boolean);
  return `# ${plain(cast.title)}\n\n${about.join(' · ')}\n\n${lines.join('\n')}\n`;
}

/** Text that Markdown takes for nothing but text, on one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}
