import { browser } from 'wxt/browser';
import { type AddedSite, addedSites } from '../settings/settings';
import { matchOfHost } from '../settings/sites';

const PREFIX = 'site:';

/** The script that annotates, with its style, as the manifest declares it for the built-in sites. */
function declaredScript() {
  const [declared] = browser.runtime.getManifest().content_scripts ?? [];
  if (!declared?.js) throw new Error('the manifest declares no content script');
  // Firefox gives whole addresses here, and takes none where scripts are registered.
  const pathOf = (file: string) => new URL(file, location.origin).pathname as '/content-scripts/content.js';
  return {
    js: declared.js.map(pathOf),
    css: (declared.css ?? []).map(pathOf),
    runAt: declared.run_at ?? ('document_idle' as const),
    allFrames: declared.all_frames ?? false,
  };
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
  const wanted = new Set(permitted.map(({ host }) => PREFIX + host));
  const surplus = ours.filter((id) => !wanted.has(id));
  if (surplus.length) await browser.scripting.unregisterContentScripts({ ids: surplus });
  const fresh = permitted.filter(({ host }) => !ours.includes(PREFIX + host));
  if (!fresh.length) return;
  await browser.scripting.registerContentScripts(fresh.map(registration));
  // Pages of the site that are open already need not be loaded again to be read.
  for (const { host } of fresh) await runInOpenTabs(host);
}

function isPermitted({ host }: AddedSite): Promise<boolean> {
  return browser.permissions.contains({ origins: [matchOfHost(host)] });
}

function registration({ host }: AddedSite) {
  return { ...declaredScript(), id: PREFIX + host, matches: [matchOfHost(host)], persistAcrossSessions: true };
}

async function runInOpenTabs(host: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: matchOfHost(host) });
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [injectScript(id)])));
}

/** Runs the script that annotates in a tab the extension may read. Rejects where the browser allows no script. */
export async function injectScript(tabId: number): Promise<void> {
  const { js, css, allFrames } = declaredScript();
  const target = { tabId, allFrames };
  if (css.length) await browser.scripting.insertCSS({ target, files: css });
  await browser.scripting.executeScript({ target, files: js });
}
