export const HUES = ['vermilion', 'ochre', 'bamboo', 'teal', 'indigo', 'plum', 'ink'] as const;
export type Hue = (typeof HUES)[number];

/**
 * Each hue for what stands on light and for what stands on dark. palette.test.ts holds each to 3:1 (WCAG 1.4.11) on every ground that
 * tone.ts takes for light or dark; between the two lines are drawn in the text's own colour, which the page had to make readable.
 */
export const PALETTE: Record<Hue, { onLight: string; onDark: string }> = {
  vermilion: { onLight: '#b84a35', onDark: '#f0907c' },
  ochre: { onLight: '#9a6a12', onDark: '#e0b35c' },
  bamboo: { onLight: '#4c7d4a', onDark: '#9ccb94' },
  teal: { onLight: '#2b7a7a', onDark: '#7cc7c4' },
  indigo: { onLight: '#3a6c9e', onDark: '#8fbdec' },
  plum: { onLight: '#8a4f93', onDark: '#d3a3dc' },
  ink: { onLight: '#6a655c', onDark: '#c9c2b6' },
};
