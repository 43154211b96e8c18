import { type Appearance, MARKED_TYPES, type MarkedType } from './appearance';
import { ACTIVE, FOCUS, highlightName, onTone, type Status, TONES, type Tone } from './highlight-names';
import { PALETTE } from './palette';

/** The type is told by the line's shape first, then by its hue. */
const SHAPES = { official: 'solid', organization: 'dotted', project: 'dashed' } as const;

/** In CSS pixels. Dots look lighter than lines of their width. */
const WIDTHS = {
  thin: { official: 1.5, organization: 2, project: 1.5 },
  medium: { official: 2, organization: 2.5, project: 2 },
  thick: { official: 3, organization: 3.5, project: 3 },
} as const;
/** What the index does not know is drawn hollow: a hair line, never a filled ground. */
const HOLLOW = 1;

/** How far below the letters a line lies, in CSS pixels. */
const OFFSET = 5;
/** Chromium fills every highlight with the system's own pair where colours are forced: a line is seen only within that ground. */
const FORCED_OFFSET = 1;

const STATUSES = ['indexed', 'discovered'] as const;

/**
 * The style sheet of our highlights. Printed pages show none of it; with forced colours only shapes are left.
 * @param select the selector for a highlight's name; a sample that is not painted by highlights gives its own
 */
export function highlightCss(appearance: Appearance, select = (name: string) => `::highlight(${name})`): string {
  const rules: string[] = [];
  const forced: string[] = [];
  for (const type of MARKED_TYPES) {
    for (const status of STATUSES) {
      const line = lineOf(appearance, type, status);
      const names = TONES.map((tone) => select(onTone(highlightName(type, status), tone)));
      for (const [at, tone] of TONES.entries()) rules.push(`${names[at]} { ${markOf(appearance, type, status, line, tone)} }`);
      forced.push(`${names.join(', ')} { background-color: transparent; ${underline(line, 'CanvasText', FORCED_OFFSET)} }`);
    }
  }
  // Both readable on light and on dark alike.
  rules.push(`${select(ACTIVE)} { background-color: #c980383d; }`);
  rules.push(`${select(FOCUS)} { color: #fff; background-color: #1463c7; }`);
  rules.push(`${select(onTone(FOCUS, 'dark'))} { color: #0d1b2e; background-color: #8ab8ff; }`);
  const focused = [ACTIVE, FOCUS, onTone(FOCUS, 'dark')].map(select).join(', ');
  forced.push(`${focused} { color: HighlightText; background-color: Highlight; text-decoration: overline solid 3px HighlightText; }`);
  return `@media screen {\n${rules.join('\n')}\n}\n@media screen and (forced-colors: active) {\n${forced.join('\n')}\n}\n`;
}

const lineOf = ({ weight }: Appearance, type: MarkedType, status: Status) =>
  `${SHAPES[type]} ${status === 'discovered' ? HOLLOW : WIDTHS[weight][type]}px`;

function markOf(appearance: Appearance, type: MarkedType, status: Status, line: string, tone: Tone): string {
  const { mark, hue } = appearance[type];
  const color = tone === 'middle' ? 'currentcolor' : PALETTE[hue][tone === 'light' ? 'onLight' : 'onDark'];
  if (mark === 'background' && status === 'indexed') return `background-color: color-mix(in srgb, ${color} 20%, transparent);`;
  return underline(line, color);
}

const underline = (line: string, color: string, offset = OFFSET) =>
  `text-decoration: underline ${line} ${color}; text-decoration-skip-ink: none; text-underline-offset: ${offset}px;`;
