import { isRecord, mergeThreeWay, type Plain } from '../three-way';

const NOTES = ['note', 'f:note'];

/**
 * What two machines said of one field apart, as one value: both notes, one below the other; the items of both lists; of plain
 * values the latest.
 */
export function settleWords(field: string, values: Plain[]): Plain {
  const texts = values.filter((value) => typeof value === 'string');
  if (NOTES.includes(field) && texts.length === values.length)
    return [...new Set(texts.flatMap((text) => text.split('\n')))].filter(Boolean).join('\n');
  const name = field.replace(/^f:/, '');
  return values.reduceRight((mine, theirs) => {
    const mergeable = (Array.isArray(mine) && Array.isArray(theirs)) || (isRecord(mine) && isRecord(theirs));
    return mergeable ? mergeThreeWay(undefined, mine, theirs, name, (conflict) => conflict.mine) : mine;
  });
}
