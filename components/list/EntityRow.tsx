import type { ComponentChildren } from 'preact';
import type { EntityType } from '../../lib/model/entity';
import { useText } from '../ui/text';
import type { RowPlace } from './VirtualRows';

interface EntityRowProps {
  place: RowPlace;
  tabIndex: 0 | -1;
  type: EntityType;
  name: string;
  detail: string;
  /** Not in the index. */
  hollow?: boolean;
  count?: string;
  action?: ComponentChildren;
  onOpen: () => void;
}

/** A name with its type and one line about it; what a click does is the list's to say. */
export function EntityRow({ place, tabIndex, type, name, detail, hollow = false, count, action, onOpen }: EntityRowProps) {
  const t = useText();
  return (
    <li {...place} class="entity-row" data-type={type}>
      <button type="button" class="main" data-main tabIndex={tabIndex} onClick={onOpen}>
        <span class={hollow ? 'dot hollow' : 'dot'} />
        <span class="text">
          <b lang="zh-CN">
            {name}
            <span class="said">{t('in_brackets', t(`type_${type}`))}</span>
          </b>
          <small>{detail}</small>
        </span>
        {count && <span class="count">{count}</span>}
      </button>
      {action}
    </li>
  );
}
