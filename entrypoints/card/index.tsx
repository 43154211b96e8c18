import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../../components/card/Card';
import css from '../../components/card/card.css?inline';
import { createTranslate, TextProvider } from '../../components/ui/text';
import { type CardPart, PART } from '../content/card-part';
import { placeCard } from './place-card';

/** The card's looks, brought into a page when its first card is about to open. */
export default defineUnlistedScript(() => {
  const t = createTranslate((key, substitutions) =>
    browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions),
  );
  const part: CardPart = {
    css,
    render: (place, view, events, scheme) =>
      render(
        <TextProvider value={t}>
          <Card view={view} events={events} scheme={scheme} />
        </TextProvider>,
        place,
      ),
    clear: (place) => render(null, place),
    placeBeside: placeCard,
  };
  Object.assign(globalThis, { [PART]: part });
});
