import { Plus } from 'lucide';
import { ENTITY_TYPES, type EntityType } from '../../lib/model/entity';
import type { AreaId } from '../../lib/model/ids';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { useText } from '../ui/text';
import { type Criteria, ORIGINS, type Origin } from './view';

interface FiltersProps {
  criteria: Criteria;
  areas: readonly { id: string; full_name: string }[];
  total: number | null;
  onChange: (criteria: Criteria) => void;
  onCreate: (type: EntityType) => void;
}

export function Filters({ criteria, areas, total, onChange, onCreate }: FiltersProps) {
  const t = useText();
  return (
    <div class="filters">
      <SearchField
        value={criteria.query}
        label={t('index_search')}
        placeholder={t('popup_search_hint')}
        onInput={(query) => onChange({ ...criteria, query })}
      />
      <select
        aria-label={t('filter_type')}
        value={criteria.types?.[0] ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ ...criteria, types: value ? [value as EntityType] : undefined })}
      >
        <option value="">{t('filter_all_types')}</option>
        {ENTITY_TYPES.map((type) => (
          <option key={type} value={type}>
            {t(`type_${type}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('filter_origin')}
        value={criteria.origins?.[0] ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ ...criteria, origins: value ? [value as Origin] : undefined })}
      >
        <option value="">{t('filter_all_origins')}</option>
        {ORIGINS.map((origin) => (
          <option key={origin} value={origin}>
            {t(`origin_${origin}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('filter_area')}
        class="area-filter"
        lang="zh-CN"
        value={criteria.area ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ ...criteria, area: (value || undefined) as AreaId | undefined })}
      >
        <option value="">{t('filter_all_areas')}</option>
        {areas.map(({ id, full_name }) => (
          <option key={id} value={id}>
            {full_name}
          </option>
        ))}
      </select>
      <details class="create">
        <summary class="button">
          <Icon node={Plus} />
          {t('index_add')}
        </summary>
        <div>
          {ENTITY_TYPES.map((type) => (
            <button key={type} type="button" data-type={type} onClick={(event) => create(event, type)}>
              <span class="dot" />
              {t(`type_${type}`)}
            </button>
          ))}
        </div>
      </details>
      <p class="total" role="status">
        {total !== null && t('index_total', total.toLocaleString())}
      </p>
    </div>
  );

  function create(event: { currentTarget: HTMLElement }, type: EntityType) {
    event.currentTarget.closest('details')?.removeAttribute('open');
    onCreate(type);
  }
}
