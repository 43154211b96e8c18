import { browser } from 'wxt/browser';
import type { SitesService } from '../../components/options/sites/view';
import { addedSites, disabledSites } from '../../lib/settings/settings';
import { hostTyped, isOff, matchOfHost, matchOfSite, SITES, siteOf, withSwitch } from '../../lib/settings/sites';

const matchOf = (host: string) => ((SITES as readonly string[]).includes(host) ? matchOfSite(host) : matchOfHost(host));
const isPermitted = (host: string) => browser.permissions.contains({ origins: [matchOf(host)] });

/** The page of sites, put to the settings and to the browser's permissions. The background registers what follows from them. */
export const sitesService: SitesService = {
  async read() {
    const [off, added] = await Promise.all([disabledSites.get(), addedSites.get()]);
    const builtIn = SITES.map(async (site) => ({
      site,
      on: !isOff(off, site),
      permitted: await isPermitted(site),
      offHosts: off.filter((host) => host !== site && siteOf(host) === site),
    }));
    const own = added.map(async (site) => ({ ...site, on: !isOff(off, site.host), permitted: await isPermitted(site.host) }));
    return { builtIn: await Promise.all(builtIn), own: await Promise.all(own) };
  },
  watch(listener, signal) {
    disabledSites.watch(listener, signal);
    addedSites.watch(listener, signal);
    for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
      event.addListener(listener);
      signal.addEventListener('abort', () => event.removeListener(listener), { once: true });
    }
  },
  hostOf: hostTyped,
  allow: (hosts) => browser.permissions.request({ origins: hosts.map(matchOf) }),
  put: (site) =>
    addedSites.update((sites) => {
      const isKnown = sites.some(({ host }) => host === site.host);
      return isKnown ? sites.map((known) => (known.host === site.host ? site : known)) : [...sites, site];
    }),
  async remove(host) {
    await addedSites.update((sites) => sites.filter((site) => site.host !== host));
    await disabledSites.update((off) => withSwitch(off, host, true));
    await browser.permissions.remove({ origins: [matchOfHost(host)] });
  },
  setOn: (host, on) => disabledSites.update((off) => withSwitch(off, host, on)),
};
