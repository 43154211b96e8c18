import { contrast, luminanceOf, toneOfGround } from '../appearance/ground';
import type { Tone } from '../appearance/highlight-names';

/** A colour as far as it matters here: relative luminance (WCAG) and opacity, both 0 to 1. */
interface Shade {
  luminance: number;
  alpha: number;
}

/** Below this contrast a text would not be readable on what we take for its ground: it stands on something else. */
const BELIEVABLE = 2;
const WHITE = 1;

/**
 * A reader of what texts stand on, that asks each element only once; made anew for each pass, since themes change. The nearest ground
 * that is painted is measured. Where none can be (images, gradients, layers that no walk over ancestors sees) the answer is `middle`:
 * marks are then drawn in the text's own colour, which the page has to make readable anyway.
 */
export function toneReader(): (text: Text) => Tone {
  const grounds = new Map<Element, number | null>();
  const tones = new Map<Element, Tone>();

  /** Luminance of what lies behind an element's text; null where it cannot be known. */
  function groundOf(element: Element): number | null {
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const ground = measure(element);
    grounds.set(element, ground);
    return ground;
  }

  function measure(element: Element): number | null {
    const style = getComputedStyle(element);
    if (style.backgroundImage !== 'none' && style.backgroundImage !== '') return null;
    const own = shadeOf(style.backgroundColor);
    if (!own) return null;
    if (own.alpha > 0.99) return own.luminance;
    const around = parentInLayout(element);
    // The canvas is white unless the page asks for the reader's dark scheme: then only its text knows.
    const behind = around ? groundOf(around) : style.colorScheme.includes('dark') ? null : WHITE;
    return behind === null ? null : own.luminance * own.alpha + behind * (1 - own.alpha);
  }

  return (text) => {
    const parent = text.parentElement ?? parentInLayout(text);
    if (!parent) return 'light';
    let tone = tones.get(parent);
    if (tone === undefined) {
      tone = toneOf(shadeOf(getComputedStyle(parent).color), groundOf(parent));
      tones.set(parent, tone);
    }
    return tone;
  };
}

function toneOf(text: Shade | null, ground: number | null): Tone {
  // Letters cut out of a picture have no colour to draw in.
  const isSeen = text !== null && text.alpha > 0.3;
  if (ground === null) return isSeen ? 'middle' : 'light';
  return isSeen && contrast(text.luminance, ground) < BELIEVABLE ? 'middle' : toneOfGround(ground);
}

/** The element a node is laid out in: its slot, its parent, or the host of its shadow tree. */
function parentInLayout(node: Element | Text): Element | null {
  return node.assignedSlot ?? node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

const COLOR =
  /^(rgba?|oklch|oklab|lch|lab|color)\(\s*(?:srgb(?:-linear)?\s+|display-p3\s+)?([\d.e+-]+)(%?)[\s,]+([\d.e+-]+)%?[\s,]+([\d.e+-]+)%?(?:deg)?(?:\s*[/,]\s*([\d.e+-]+)(%?))?/;

/** A colour as getComputedStyle writes it; null for a form it does not know. */
export function shadeOf(color: string): Shade | null {
  const match = COLOR.exec(color);
  if (!match) return null;
  const [, form, first = '', percent, second, third, opacity, opacityPercent] = match;
  const alpha = opacity === undefined ? 1 : Number(opacity) / (opacityPercent ? 100 : 1);
  const value = Number(first);
  switch (form) {
    case 'oklch':
    case 'oklab':
      return { luminance: (percent ? value / 100 : value) ** 3, alpha };
    case 'lch':
    case 'lab':
      return { luminance: value > 8 ? ((value + 16) / 116) ** 3 : value / 903.3, alpha };
    default: {
      const scale = form === 'color' ? 1 : 255;
      return { luminance: luminanceOf(value / scale, Number(second) / scale, Number(third) / scale), alpha };
    }
  }
}
