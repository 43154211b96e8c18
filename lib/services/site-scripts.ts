import { browser } from 'wxt/browser';
import { type AddedSite, addedSites } from '../settings/settings';
import { matchOfHost } from '../settings/sites';

const PREFIX = 'site:';

/** What is read of a content script in the manifest. */
interface Declared {
  js?: string[] | null;
  css?: string[] | null;
  run_at?: 'document_start' | 'document_end' | 'document_idle' | null;
  all_frames?: boolean | null;
  match_origin_as_fallback?: boolean | null;
}

/** The scripts that annotate, with their style, as the manifest declares them for the built-in sites. */
function declaredScripts() {
  // Firefox gives whole addresses here, and takes none where scripts are registered.
  const pathOf = (file: string) => new URL(file, location.origin).pathname as '/card.js';
  const declared: Declared[] = browser.runtime.getManifest().content_scripts ?? [];
  // What is not declared is left out in one browser, and null in the other.
  return declared.map(({ js, css, run_at, all_frames, match_origin_as_fallback }) => ({
    js: (js ?? []).map(pathOf),
    css: (css ?? []).map(pathOf),
    runAt: run_at ?? ('document_idle' as const),
    allFrames: all_frames ?? false,
    ...(match_origin_as_fallback && { matchOriginAsFallback: true }),
  }));
}

/**
 * Keeps the scripts of the reader's own sites registered with the browser: those the browser permits, and no others. The browser
 * forgets them with each update of the extension, and the reader may take a permission back at any time, so this is called
 * whenever either may have happened. Calls follow one another; the last one decides.
 */
export function createSiteScripts(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(reconcile, reconcile);
    return last;
  };
}

async function reconcile(): Promise<void> {
  const [sites, registered] = await Promise.all([addedSites.get(), browser.scripting.getRegisteredContentScripts()]);
  const ours = registered.map(({ id }) => id).filter((id) => id.startsWith(PREFIX));
  const permitted = (await Promise.all(sites.map(async (site) => ((await isPermitted(site)) ? [site] : [])))).flat();
  const wanted = new Map(permitted.flatMap((site) => registrations(site).map((script) => [script.id, script] as const)));
  const surplus = ours.filter((id) => !wanted.has(id));
  if (surplus.length) await browser.scripting.unregisterContentScripts({ ids: surplus });
  const fresh = [...wanted.values()].filter(({ id }) => !ours.includes(id));
  if (!fresh.length) return;
  await browser.scripting.registerContentScripts(fresh);
  // Pages of the site that are open already need not be loaded again to be read.
  for (const match of new Set(fresh.flatMap(({ matches }) => matches))) await runInOpenTabs(match);
}

function isPermitted({ host }: AddedSite): Promise<boolean> {
  return browser.permissions.contains({ origins: [matchOfHost(host)] });
}

function registrations({ host }: AddedSite) {
  const matches = [matchOfHost(host)];
  return declaredScripts().map((script, at) => ({ ...script, id: `${PREFIX}${host}#${at}`, matches, persistAcrossSessions: true }));
}

async function runInOpenTabs(match: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: match });
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [injectScripts(id)])));
}

/** Runs the scripts that annotate in a tab the extension may read. Rejects where the browser allows no script. */
export async function injectScripts(tabId: number): Promise<void> {
  for (const { js, css, allFrames } of declaredScripts()) {
    const target = { tabId, allFrames };
    if (css.length) await browser.scripting.insertCSS({ target, files: css });
    await browser.scripting.executeScript({ target, files: js });
  }
}
