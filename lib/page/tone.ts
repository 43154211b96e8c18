/**
 * Whether a text is light, and so stands on something dark. The text's own colour is measured rather than what lies behind it: a page
 * has to make its text readable on images, gradients and layers that no walk over backgrounds would see through.
 */
export function isLight(color: string): boolean {
  const lightness = lightnessOf(color);
  // Pure red (0.63) and mid grey (0.62) are written on white; light blue links on dark (0.78) are not.
  return lightness !== undefined && lightness > 0.72;
}

/** A reader of tones that asks each element only once; made anew for each pass, since themes change. */
export function toneReader(): (text: Text) => boolean {
  const known = new Map<Element, boolean>();
  return (text) => {
    const parent = text.parentElement;
    if (!parent) return false;
    let light = known.get(parent);
    if (light === undefined) {
      light = isLight(getComputedStyle(parent).color);
      known.set(parent, light);
    }
    return light;
  };
}

/** Lightness (0 to 1, as in Oklab) of a colour as getComputedStyle writes it; undefined for a form it does not know. */
function lightnessOf(color: string): number | undefined {
  const match = /^(rgba?|oklch|oklab|lch|lab|color)\(\s*(?:srgb\s+)?([\d.e+-]+)(%?)[\s,]+([\d.e+-]+)[\s,]+([\d.e+-]+)/.exec(color);
  if (!match) return undefined;
  const first = Number(match[2]);
  switch (match[1]) {
    case 'oklch':
    case 'oklab':
      return match[3] ? first / 100 : first;
    case 'lch':
    case 'lab':
      return first / 100;
    default: {
      const scale = match[1] === 'color' ? 1 : 255;
      return oklabLightness(first / scale, Number(match[4]) / scale, Number(match[5]) / scale);
    }
  }
}

/** L of Oklab for sRGB components from 0 to 1 (Björn Ottosson, https://bottosson.github.io/posts/oklab/). */
function oklabLightness(red: number, green: number, blue: number): number {
  const [r, g, b] = [red, green, blue].map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return (
    0.2104542553 * Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) +
    0.793617785 * Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) -
    0.0040720468 * Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  );
}
