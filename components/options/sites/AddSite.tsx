import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import type { AreaId } from '../../../lib/model/ids';
import type { Form } from '../../editor/form';
import { Icon } from '../../ui/Icon';
import { useText } from '../../ui/text';
import { AreaSelect } from './AreaSelect';
import type { SitesService, SitesState } from './view';

interface AddSiteProps {
  service: SitesService;
  state: SitesState;
  areas: Form['areas'];
  typed: string;
  explain: (error: unknown) => string;
  onAdded: () => void;
}

/** A form for one more site. The browser is asked for it with the click that adds it, and for that host alone. */
export function AddSite({ service, state, areas, typed, explain, onAdded }: AddSiteProps) {
  const t = useText();
  const [address, setAddress] = useState(typed);
  const [area, setArea] = useState<AreaId>();
  const [paper, setPaper] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const add = async (event: Event) => {
    event.preventDefault();
    const host = service.hostOf(address);
    if (!host) return setProblem(t('sites_no_host'));
    const known =
      state.builtIn.some(({ site }) => host === site || host.endsWith(`.${site}`)) || state.own.some((own) => own.host === host);
    if (known) return setProblem(t('sites_known', host));
    try {
      if (!(await service.allow([host]))) return setProblem(t('sites_declined', host));
      await service.put({ host, ...(area && { area }), ...(paper.trim() && { paper: paper.trim() }) });
      setAddress('');
      setArea(undefined);
      setPaper('');
      setProblem(null);
      onAdded();
    } catch (error) {
      setProblem(explain(error));
    }
  };
  return (
    <form class="add-site" onSubmit={add} noValidate>
      <div class="field">
        <label for="site-address">{t('sites_address')}</label>
        <input
          id="site-address"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="news.example.cn"
          value={address}
          aria-invalid={problem !== null}
          aria-describedby={problem ? 'site-problem' : undefined}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        {problem && (
          <p class="problem" id="site-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div class="field">
        <label for="site-area">{t('sites_area')}</label>
        <AreaSelect id="site-area" areas={areas} value={area} onChange={setArea} />
      </div>
      <div class="field">
        <label for="site-paper">{t('sites_paper')}</label>
        <input
          id="site-paper"
          type="text"
          autocomplete="off"
          maxLength={60}
          placeholder={t('sites_paper_hint')}
          value={paper}
          onInput={(event) => setPaper(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button primary">
        <Icon node={Plus} />
        {t('sites_add')}
      </button>
    </form>
  );
}
