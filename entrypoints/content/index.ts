import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { disabledSites, hoverDelay, paused } from '../../lib/settings/settings';
import { SITE_MATCHES } from '../../lib/settings/sites';
import { readPage } from './read-page';

export default defineContentScript({
  matches: SITE_MATCHES,
  runAt: 'document_idle',
  async main(ctx) {
    if (!('highlights' in CSS)) return;
    let [off, rest, restDelay] = await Promise.all([disabledSites.get(), paused.get(), hoverDelay.get()]);
    hoverDelay.watch((value) => {
      restDelay = value;
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
        // After an update of the extension this script has nobody to talk to: it ends without a word.
        onError: (error) => (ctx.isInvalid ? stop() : console.warn(error)),
      });
    };
    const follow = (isOn: boolean) => {
      if (!isOn) stop();
      else if (!reading && !ctx.signal.aborted) start();
    };

    const decide = () => follow(!rest && !off.includes(location.hostname));
    disabledSites.watch((value) => {
      off = value;
      decide();
    }, ctx.signal);
    paused.watch((value) => {
      rest = value;
      decide();
    }, ctx.signal);
    ctx.onInvalidated(stop);
    decide();
  },
});
