import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createTranslate } from '../../components/ui/text';
import { PART } from '../content/card-part';
import { createCardPart } from './card-part';

/** The card's looks, brought into a page when its first card is about to open. */
export default defineUnlistedScript(() => {
  const t = createTranslate((key, substitutions) =>
    browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions),
  );
  Object.assign(globalThis, { [PART]: createCardPart(t) });
});
