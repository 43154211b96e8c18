import { Trash2 } from 'lucide';
import type { Form } from '../../editor/form';
import { Icon } from '../../ui/Icon';
import { Switch } from '../../ui/Switch';
import { useText } from '../../ui/text';
import { AreaSelect } from './AreaSelect';
import type { OwnSite } from './view';

interface OwnSiteRowProps {
  site: OwnSite;
  areas: Form['areas'];
  onAllow: () => void;
  onChange: (site: Pick<OwnSite, 'host' | 'area' | 'paper'>) => void;
  onSwitch: (on: boolean) => void;
  onRemove: () => void;
}

export function OwnSiteRow({ site, areas, onAllow, onChange, onSwitch, onRemove }: OwnSiteRowProps) {
  const t = useText();
  const { host, area, paper, on, permitted } = site;
  return (
    <li class="own-site">
      <div class="site-name">
        <b class="host">{host}</b>
      </div>
      <Switch checked={on} label={t('popup_site_switch', host)} onChange={onSwitch} />
      <button type="button" class="icon-button" aria-label={t('sites_remove', host)} title={t('sites_remove', host)} onClick={onRemove}>
        <Icon node={Trash2} />
      </button>
      <div class="site-facts">
        <AreaSelect
          id={`area-${host}`}
          label={t('sites_area_of', host)}
          areas={areas}
          value={area}
          onChange={(chosen) => onChange({ host, ...(chosen && { area: chosen }), ...(paper && { paper }) })}
        />
        <input
          type="text"
          autocomplete="off"
          maxLength={60}
          aria-label={t('sites_paper_of', host)}
          placeholder={t('sites_paper')}
          value={paper ?? ''}
          onChange={(event) => {
            const written = event.currentTarget.value.trim();
            onChange({ host, ...(area && { area }), ...(written && { paper: written }) });
          }}
        />
      </div>
      {!permitted && (
        <p class="barred">
          {t('sites_revoked')}
          <button type="button" class="button" onClick={onAllow}>
            {t('sites_allow')}
          </button>
        </p>
      )}
    </li>
  );
}
