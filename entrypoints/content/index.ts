import { defineContentScript } from 'wxt/utils/define-content-script';
import { type AddedSite, addedSites, appearance, disabledSites, hoverDelay, paused } from '../../lib/settings/settings';
import { isOff, SITE_MATCHES } from '../../lib/settings/sites';
import { readPage } from './read-page';

export default defineContentScript({
  matches: SITE_MATCHES,
  runAt: 'document_idle',
  async main(ctx) {
    if (!('highlights' in CSS)) return;
    let [off, rest, restDelay, look, site] = await Promise.all([
      disabledSites.get(),
      paused.get(),
      hoverDelay.get(),
      appearance.get(),
      addedSites.get().then(siteHere),
    ]);
    let removed = false;
    hoverDelay.watch((value) => {
      restDelay = value;
    }, ctx.signal);
    appearance.watch((value) => {
      look = value;
    }, ctx.signal);

    let reading: AbortController | null = null;
    const stop = () => {
      reading?.abort();
      reading = null;
    };
    const start = () => {
      reading ??= new AbortController();
      readPage({
        signal: reading.signal,
        restDelay: () => restDelay,
        appearance: look,
        site: { siteArea: site?.area, paper: site?.paper },
        // After an update of the extension this script has nobody to talk to: it ends without a word.
        onError: (error) => (ctx.isInvalid ? stop() : console.warn(error)),
      });
    };
    const follow = (isOn: boolean) => {
      if (!isOn) stop();
      else if (!reading && !ctx.signal.aborted) start();
    };

    const decide = () => follow(!rest && !removed && !isOff(off, location.hostname));
    disabledSites.watch((value) => {
      off = value;
      decide();
    }, ctx.signal);
    paused.watch((value) => {
      rest = value;
      decide();
    }, ctx.signal);
    addedSites.watch((value) => {
      const before = site;
      site = siteHere(value);
      if (JSON.stringify(site) === JSON.stringify(before)) return;
      removed = before !== undefined && site === undefined;
      stop();
      decide();
    }, ctx.signal);
    ctx.onInvalidated(stop);
    decide();
  },
});

/** What the reader said of this site; nothing where it is not one of their own choosing. */
const siteHere = (sites: readonly AddedSite[]) => sites.find(({ host }) => host === location.hostname);
