import { useCallback, useEffect, useState } from 'preact/hooks';
import { keyOf, useText } from '../../ui/text';
import { type Route, routeHash } from '../route';
import type { ImportSummary } from '../transfer/view';
import { AddPack } from './AddPack';
import { countsLine, PackItem } from './PackItem';
import { PackPreview } from './PackPreview';
import type { InstalledPack, PackService, PackVersion } from './view';

interface PacksPageProps {
  route: Route & { page: 'packs' };
  /** Changes whenever the index may have. */
  revision: number;
  service: PackService;
  onFile: (file: File) => Promise<ImportSummary>;
  onNavigate: (route: Route) => void;
}

/** The packs the index is made of, the topmost first, or one of them looked through. */
export function PacksPage({ route, revision, service, onFile, onNavigate }: PacksPageProps) {
  const t = useText();
  const [packs, setPacks] = useState<{ installed: InstalledPack[]; waiting: PackVersion[] } | null>(null);
  const [said, setSaid] = useState<{ text: string; failed?: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const read = useCallback(
    () => service.list().then(setPacks, (error) => setSaid({ text: service.explain(error), failed: true })),
    [service],
  );
  useEffect(() => void read(), [read, revision, route]);

  const attempt = async (action: () => Promise<unknown>, done?: string) => {
    setBusy(true);
    setSaid(null);
    try {
      await action();
      if (done) setSaid({ text: done });
    } catch (error) {
      setSaid({ text: service.explain(error), failed: true });
    }
    await read();
    setBusy(false);
  };
  const look = (url: string, title: string) =>
    attempt(async () => {
      const looked = await service.check(url);
      if (looked.state === 'same') setSaid({ text: t('pack_same', title) });
      if (looked.state === 'failed') setSaid({ text: `${t(keyOf('fetch', looked.fault), looked.detail)} ${t('pack_kept')}`, failed: true });
    });
  const status = (
    <p class={said?.failed ? 'failure' : 'aside'} role="status">
      {said?.text}
    </p>
  );

  if (route.pack && route.role) {
    const { pack: id, role } = route;
    const installed = packs?.installed.find((pack) => pack.id === id);
    const version = role === 'pending' ? (installed?.pending ?? packs?.waiting.find((pack) => pack.pack === id)) : installed?.previous;
    const close = (text: string) => {
      setSaid({ text });
      onNavigate({ page: 'packs' });
    };
    return (
      <div class="page wide">
        <p>
          <a class="link" href={routeHash({ page: 'packs' })}>
            {t('nav_packs')}
          </a>
        </p>
        {packs && (
          <PackPreview
            key={`${id} ${role} ${version?.digest}`}
            pack={id}
            role={role}
            version={version}
            service={service}
            onDone={(title, done) => close(t(keyOf('pack', done), title))}
          />
        )}
      </div>
    );
  }
  const ordered = packs?.installed.toReversed() ?? [];
  return (
    <div class="page wide">
      <h1>{t('nav_packs')}</h1>
      <p class="aside">{t('packs_about')}</p>
      {status}
      <ol class="packs">
        {packs?.waiting.map((version) => (
          <li key={version.pack} class="pack">
            <div class="pack-head">
              <h2 lang="zh-CN">{version.title}</h2>
              <span class="tag">{t('pack_not_installed')}</span>
            </div>
            <p class="aside">
              {t('storage_revision', version.revision)} · {version.licence} · {countsLine(t, version.counts)}
            </p>
            <p class="pack-actions">
              <a class="button" href={routeHash({ page: 'packs', pack: version.pack, role: 'pending' })}>
                {t('pack_show')}
              </a>
            </p>
          </li>
        ))}
        {ordered.map((pack, at) => (
          <PackItem
            key={pack.id}
            pack={pack}
            first={at === 0}
            last={at === ordered.length - 1}
            busy={busy}
            onEnable={(enabled) => attempt(() => service.enable(pack.id, enabled))}
            onMove={(by) => attempt(() => service.move(pack.id, by))}
            onLook={() => pack.subscription && look(pack.subscription.url, pack.title)}
            onBack={() =>
              pack.previous && attempt(() => service.back(pack.id, pack.previous!.digest), t('pack_went_back', pack.previous.revision))
            }
            onRemove={() => attempt(() => service.remove(pack.id), t('pack_removed', pack.title))}
          />
        ))}
      </ol>
      <AddPack
        busy={busy}
        onFile={onFile}
        onLook={service.look}
        onWaiting={(pack) => onNavigate({ page: 'packs', pack, role: 'pending' })}
        explain={service.explain}
      />
    </div>
  );
}
