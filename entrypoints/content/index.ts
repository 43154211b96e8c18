import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { SiteMessages } from '../../lib/messages/contract';
import { serve } from '../../lib/messages/server';
import { SITE_INPUTS } from '../../lib/messages/tab-inputs';
import { NOTICE_TAG } from '../../lib/page/host-tag';
import { NoticeHost } from '../../lib/page/notice-host';
import { type AddedSite, addedSites, appearance, disabledSites, hoverDelay, paused } from '../../lib/settings/settings';
import { isOff, SITE_MATCHES } from '../../lib/settings/sites';
import { isOrphan, reloadOffer, watchOwnEnd } from './own-end';
import { readPage } from './read-page';

export default defineContentScript({
  matches: SITE_MATCHES,
  allFrames: true,
  // Frames that were written rather than loaded have no address of their own.
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  async main(ctx) {
    if (!('highlights' in CSS)) return;
    const { signal } = ctx;
    const isTop = window === window.top;
    // What a session before an update left behind.
    if (isTop) for (const left of document.querySelectorAll(NOTICE_TAG)) left.remove();
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
    }, signal);
    appearance.watch((value) => {
      look = value;
    }, signal);

    const notice = new NoticeHost(document, signal);
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
        notice,
        // After an update of the extension this script has nobody to talk to: it ends without a word.
        onError: (error) => (ctx.isInvalid ? stop() : console.warn(error)),
      });
    };
    const decide = () => {
      if (rest || removed || isOff(off, hostHere())) stop();
      else if (!reading && !signal.aborted) start();
    };

    disabledSites.watch((value) => {
      off = value;
      decide();
    }, signal);
    paused.watch((value) => {
      rest = value;
      decide();
    }, signal);
    addedSites.watch((value) => {
      const before = site;
      site = siteHere(value);
      if (JSON.stringify(site) === JSON.stringify(before)) return;
      removed = before !== undefined && site === undefined;
      stop();
      decide();
    }, signal);
    if (isTop) {
      const said = { on: browser.i18n.getMessage('switched_on'), off: browser.i18n.getMessage('switched_off') };
      serve<SiteMessages>(
        SITE_INPUTS,
        {
          'tab.switched': ({ on }) => {
            notice.say(on ? said.on : said.off);
            return {};
          },
        },
        { signal },
      );
    }
    const offerReload = reloadOffer(notice);
    ctx.onInvalidated(() => {
      const wasReading = reading !== null;
      stop();
      if (isTop && wasReading && isOrphan()) offerReload();
    });
    watchOwnEnd(ctx);
    decide();
  },
});

/** What the reader said of this site; nothing where it is not one of their own choosing. */
const siteHere = (sites: readonly AddedSite[]) => sites.find(({ host }) => host === hostHere());

/** The host this document belongs to; one that was written into a frame belongs to who wrote it. */
const hostHere = () => location.hostname || new URL(document.baseURI).hostname;
