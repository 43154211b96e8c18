import { computePosition, flip, offset, shift, size } from '@floating-ui/dom';

const GAP = 8;
const MARGIN = 8;
/** Below this height a card is no use: it rather covers the line than shrinks further. */
const LEAST_HEIGHT = 120;

/** Below this size, as on a telephone or in a small frame, there is no room beside a line: the card lies along the foot of the view. */
const SMALL = matchMedia('(max-width: 480px), (max-height: 260px)');

/** Puts the card under the line it speaks of, or above it where there is more room, within the viewport. */
export async function placeCard(place: HTMLElement, line: DOMRect, anchor: Element): Promise<void> {
  place.classList.toggle('sheet', SMALL.matches);
  if (SMALL.matches) {
    place.style.translate = 'none';
    place.style.maxBlockSize = '';
    return;
  }
  const { x, y } = await computePosition({ getBoundingClientRect: () => line, contextElement: anchor }, place, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(GAP),
      flip({ padding: MARGIN, rootBoundary: 'viewport', fallbackStrategy: 'bestFit' }),
      shift({ padding: MARGIN }),
      size({
        padding: MARGIN,
        apply: ({ availableHeight }) => {
          place.style.maxBlockSize = `${Math.max(LEAST_HEIGHT, availableHeight)}px`;
        },
      }),
    ],
  });
  place.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
}
