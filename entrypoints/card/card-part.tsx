import { render } from 'preact';
import { Card } from '../../components/card/Card';
import css from '../../components/card/card.css?inline';
import { TextProvider, type Translate } from '../../components/ui/text';
import type { CardPart } from '../content/card-part';
import { placeCard } from './place-card';

/** What draws a card, in the reader's language. */
export const createCardPart = (t: Translate): CardPart => ({
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
});
