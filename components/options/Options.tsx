import { ArrowLeftRight, BookOpen, Database, Globe, History, Inbox, Info, Layers, List, Palette, RefreshCw } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { AppearancePage } from '../appearance/AppearancePage';
import type { AppearanceService } from '../appearance/view';
import { EntityPage } from '../history/EntityPage';
import { HistoryPage } from '../history/HistoryPage';
import type { HistoryService } from '../history/view';
import { InboxPage } from '../inbox/InboxPage';
import type { InboxService } from '../inbox/view';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import { ChangeNotice } from './ChangeNotice';
import { ChangesPage } from './ChangesPage';
import { IndexPage } from './IndexPage';
import { PacksPage } from './packs/PacksPage';
import type { PackService } from './packs/view';
import { type Route, routeHash } from './route';
import { StoragePage } from './StoragePage';
import { SitesPage } from './sites/SitesPage';
import type { SitesService } from './sites/view';
import { SyncPage } from './sync/SyncPage';
import type { SyncService } from './sync/view';
import { TransferPage } from './transfer/TransferPage';
import type { TransferService } from './transfer/view';
import { useAreas } from './use-areas';
import { useChanges } from './use-changes';
import { useInboxCount } from './use-inbox-count';
import type { IndexService } from './view';

export interface OptionsProps {
  route: Route;
  revision: number;
  version: string;
  service: IndexService;
  history: HistoryService;
  inbox: InboxService;
  /** YYYY-MM-DD, in the reader's place. */
  today: string;
  appearance: AppearanceService;
  sites: SitesService;
  sync: SyncService;
  packs: PackService;
  transfer: TransferService;
  /** `replace`: without a step of its own to go back to. */
  onNavigate: (route: Route, how?: { replace?: boolean }) => void;
  onDirty: (dirty: boolean) => void;
}

const SECTIONS = [
  { route: { page: 'index' }, label: 'nav_index', icon: List },
  { route: { page: 'inbox' }, label: 'nav_inbox', icon: Inbox },
  { route: { page: 'changes' }, label: 'nav_changes', icon: History },
  { route: { page: 'history' }, label: 'nav_history', icon: BookOpen },
  { route: { page: 'packs' }, label: 'nav_packs', icon: Layers },
  { route: { page: 'transfer' }, label: 'nav_transfer', icon: ArrowLeftRight },
  { route: { page: 'appearance' }, label: 'nav_appearance', icon: Palette, RefreshCw },
  { route: { page: 'sites' }, label: 'nav_sites', icon: Globe },
  { route: { page: 'sync' }, label: 'nav_sync', icon: RefreshCw },
  { route: { page: 'storage' }, label: 'nav_storage', icon: Database },
  { route: { page: 'about' }, label: 'nav_about', icon: Info },
] as const;

export function Options({
  route,
  revision,
  version,
  service,
  history,
  inbox,
  today,
  sites,
  sync,
  packs,
  transfer,
  appearance,
  onNavigate,
  onDirty,
}: OptionsProps) {
  const t = useText();
  const changes = useChanges(service, t);
  const areas = useAreas(service);
  const [waiting, setWaiting] = useInboxCount(inbox, revision + changes.count);
  const nav = useRef<HTMLElement>(null);
  // Where the entries lie in one row, the current one may be out of sight.
  useEffect(() => nav.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest', inline: 'center' }), [route.page]);
  return (
    <div class="options">
      <nav ref={nav} aria-label={t('nav_label')}>
        <p class="brand">{t('extension_name')}</p>
        <ul>
          {SECTIONS.map(({ route: section, label, icon }) => (
            <li key={label}>
              <a href={routeHash(section)} aria-current={route.page === section.page ? 'page' : undefined}>
                <Icon node={icon} />
                {t(label)}
                {section.page === 'inbox' && waiting > 0 && (
                  <span class="waiting" title={t('inbox_waiting', waiting)}>
                    {waiting.toLocaleString()}
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {route.page === 'index' && (
          <IndexPage
            route={route}
            revision={revision}
            service={service}
            areas={areas}
            changes={changes}
            onNavigate={onNavigate}
            onDirty={onDirty}
          />
        )}
        {route.page === 'changes' && <ChangesPage revision={revision} service={service} changes={changes} />}
        {route.page === 'met' && (
          <EntityPage key={route.entity} id={route.entity} revision={revision} get={service.get} service={history} today={today} />
        )}
        {route.page === 'inbox' && (
          <InboxPage revision={revision} service={inbox} index={service} changes={changes} onDirty={onDirty} onCount={setWaiting} />
        )}
        {route.page === 'history' && <HistoryPage service={history} />}
        {route.page === 'packs' && (
          <PacksPage route={route} revision={revision} service={packs} onFile={transfer.open} onNavigate={onNavigate} />
        )}
        {route.page === 'transfer' && <TransferPage service={transfer} onNavigate={onNavigate} onChanged={changes.changed} />}
        {route.page === 'appearance' && <AppearancePage service={appearance} />}
        {route.page === 'sites' && <SitesPage service={sites} areas={areas} adding={route.adding} explain={service.explain} />}
        {route.page === 'sync' && <SyncPage service={sync} explain={service.explain} />}
        {route.page === 'storage' && <StoragePage service={service} saveBackup={transfer.saveBackup} />}
        {route.page === 'about' && (
          <div class="page">
            <h1>{t('extension_name')}</h1>
            <p>{t('extension_description')}</p>
            <p>{t('about_privacy')}</p>
            <p>{t('about_evidence')}</p>
            <p>
              <a href="welcome.html">{t('about_welcome')}</a>
            </p>
            <p class="aside">{t('about_version', version)}</p>
          </div>
        )}
        <ChangeNotice changes={changes} />
      </main>
    </div>
  );
}
