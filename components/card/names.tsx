import type { OtherName } from '../../lib/model/source';
import type { Translate } from '../ui/text';

/** Other names with the time or the use they belong to, or null when there are none. */
export function otherNames(names: readonly OtherName[], t: Translate) {
  if (!names.length) return null;
  return (
    <span lang="zh-CN">
      {names.map((other, index) => {
        const dates = other.start_date || other.end_date ? `${other.start_date ?? ''}–${other.end_date ?? ''}` : '';
        const aside = [dates, other.note].filter(Boolean).join(' ');
        return `${index ? t('list_comma') : ''}${other.name}${aside ? t('in_brackets', aside) : ''}`;
      })}
    </span>
  );
}
