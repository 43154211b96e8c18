import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Form } from '../../editor/form';
import { Switch } from '../../ui/Switch';
import { keyOf, useText } from '../../ui/text';
import { AddSite } from './AddSite';
import { OwnSiteRow } from './OwnSiteRow';
import type { SitesService, SitesState } from './view';

interface SitesPageProps {
  service: SitesService;
  areas: Form['areas'];
  /** A host to begin adding, as it came from the popup. */
  adding?: string;
  explain: (error: unknown) => string;
}

/** Where the extension annotates: the sites it came with, and the reader's own. */
export function SitesPage({ service, areas, adding, explain }: SitesPageProps) {
  const t = useText();
  const [state, setState] = useState<SitesState | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const attempt = useCallback(
    async (action: () => Promise<unknown>) => {
      try {
        await action();
        setFailure(null);
        setState(await service.read());
      } catch (error) {
        setFailure(explain(error));
      }
    },
    [service, explain],
  );
  useEffect(() => {
    const ended = new AbortController();
    const read = () => void attempt(async () => undefined);
    service.watch(read, ended.signal);
    read();
    return () => ended.abort();
  }, [service, attempt]);

  const barred = state ? [...state.builtIn.flatMap(({ site, permitted }) => (permitted ? [] : [site]))] : [];
  return (
    <div class="page sites">
      <h1>{t('nav_sites')}</h1>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {barred.length > 0 && (
        <div class="notice" role="status">
          <p>{t('sites_barred', barred.join('、'))}</p>
          <button type="button" class="button" onClick={() => attempt(() => service.allow(barred))}>
            {t('sites_allow')}
          </button>
        </div>
      )}
      {state && (
        <>
          <section aria-labelledby="sites-own">
            <h2 id="sites-own">{t('sites_own')}</h2>
            <p class="aside">{t('sites_own_about')}</p>
            {state.own.length > 0 && (
              <ul class="site-list">
                {state.own.map((site) => (
                  <OwnSiteRow
                    key={site.host}
                    site={site}
                    areas={areas}
                    onAllow={() => attempt(() => service.allow([site.host]))}
                    onChange={(changed) => attempt(() => service.put(changed))}
                    onSwitch={(on) => attempt(() => service.setOn(site.host, on))}
                    onRemove={() => attempt(() => service.remove(site.host))}
                  />
                ))}
              </ul>
            )}
            <AddSite
              key={adding}
              service={service}
              state={state}
              areas={areas}
              typed={adding ?? ''}
              explain={explain}
              onAdded={() => attempt(async () => undefined)}
            />
          </section>
          <section aria-labelledby="sites-built-in">
            <h2 id="sites-built-in">{t('sites_built_in')}</h2>
            <ul class="site-list">
              {state.builtIn.map(({ site, on, permitted, offHosts }) => (
                <li key={site}>
                  <div class="site-name">
                    <b>{t(keyOf('site', site.replaceAll('.', '-') as BuiltInKey))}</b>
                    <span class="host">{site}</span>
                    {!permitted && <span class="tag warn">{t('sites_not_permitted')}</span>}
                    {on && offHosts.length > 0 && <span class="aside">{t('sites_off_hosts', offHosts.join('、'))}</span>}
                  </div>
                  <Switch
                    checked={on}
                    label={t('popup_site_switch', site)}
                    onChange={(wanted) => attempt(() => service.setOn(site, wanted))}
                  />
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  );
}

/** The built-in sites as their messages name them. */
type BuiltInKey =
  | 'wj-gov-cn'
  | 'wjyanghu-com'
  | 'cz001-com-cn'
  | 'changzhou-gov-cn'
  | 'cznd-gov-cn'
  | 'cztn-gov-cn'
  | 'zhonglou-gov-cn'
  | 'jintan-gov-cn'
  | 'liyang-gov-cn'
  | 'jtrd-gov-cn';
