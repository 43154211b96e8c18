import type { AreaId } from '../../../lib/model/ids';
import type { Form } from '../../editor/form';
import { useText } from '../../ui/text';

interface AreaSelectProps {
  id: string;
  areas: Form['areas'];
  value: AreaId | undefined;
  label?: string;
  onChange: (area: AreaId | undefined) => void;
}

/** One of the index's areas, or none. An area the index no longer has stays chosen until another is. */
export function AreaSelect({ id, areas, value, label, onChange }: AreaSelectProps) {
  const t = useText();
  return (
    <select
      id={id}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange((event.currentTarget.value || undefined) as AreaId | undefined)}
    >
      <option value="">{t('sites_area_none')}</option>
      {value && !areas.some((area) => area.id === value) && <option value={value}>{value}</option>}
      {areas.map((area) => (
        <option key={area.id} value={area.id} lang="zh-CN">
          {area.full_name}
        </option>
      ))}
    </select>
  );
}
