import { FOLD_TABLE, IDEOGRAPH, INVISIBLE, KIND_TABLE, LINE_BREAK, SPACE, STOP } from './characters';

/** What stood between a normalised unit and the one before it. */
export const GAP_NONE = 0;
/** A break in mid-sentence: names run on over it. */
export const GAP_JOINED = 1;
export const GAP_SPACE = 2;
export const GAP_LINE = 3;

/**
 * A text without its white space, each unit folded, with a way back.
 * Every index below is a UTF-16 unit of `text`; `source[i]` is the offset of that unit in the text as given.
 */
export interface NormalText {
  text: string;
  units: Uint16Array;
  length: number;
  source: Uint32Array;
  /** GAP_* before unit i; gap[length] is GAP_LINE, so that the end is a boundary like any other. */
  gap: Uint8Array;
}

/** A block longer than this, with a comma in it, that ends without a full stop was cut in mid-sentence. */
const CUT_BLOCK_LENGTH = 36;
const CUT_LINE_LENGTH = 24;
const COMMA = 0x2c;
const FULL_STOP = 0x3002;
/** How the paragraph after a headline begins; a headline never runs on into one. */
const OPENINGS = [
  '本报讯',
  '发布日期',
  '发布时间',
  '来源',
  '时间',
  '信息来源',
  '日期',
  '作者',
  '记者',
  '通讯员',
  '常报',
  '图为',
  '相关',
  '退出',
  '您当前',
  '当前位置',
  '您的位置',
  '您现在',
  '主办',
  '责编',
  '编辑',
  '声明',
];

/** Folds a text and takes out its white space. Linear in the length; any string is allowed. */
export function normalise(given: string): NormalText {
  const size = given.length;
  const units = new Uint16Array(size + 1);
  const source = new Uint32Array(size + 1);
  const gap = new Uint8Array(size + 1);
  const breaks: number[] = [];
  let length = 0;
  let pending = GAP_LINE;
  let lineBreaks = 0;
  for (let i = 0; i < size; i++) {
    const raw = given.charCodeAt(i);
    const unit = raw >= 0xd800 && raw < 0xe000 && !isPaired(given, i) ? REPLACEMENT : FOLD_TABLE[raw]!;
    const kind = KIND_TABLE[unit]!;
    if (kind >= SPACE) {
      if (kind === LINE_BREAK) {
        pending = GAP_LINE;
        lineBreaks++;
      } else if (kind === SPACE && pending === GAP_NONE) pending = GAP_SPACE;
      else if (kind === INVISIBLE) continue;
      continue;
    }
    if (pending !== GAP_NONE) {
      gap[length] = pending;
      if (pending === GAP_LINE && length > 0) breaks.push(length, lineBreaks);
      pending = GAP_NONE;
      lineBreaks = 0;
    }
    units[length] = unit;
    source[length++] = i;
  }
  source[length] = size;
  gap[length] = GAP_LINE;
  const text = decode(units, length);
  joinCutSentences(text, units, gap, breaks);
  return { text, units: units.subarray(0, length), length, source, gap };
}

/** What stands for half of a character: no name holds it. */
const REPLACEMENT = 0xfffd;

/** Whether a surrogate has its other half beside it. */
function isPaired(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  const other = text.charCodeAt(code < 0xdc00 ? i + 1 : i - 1);
  return code < 0xdc00 ? other >= 0xdc00 && other < 0xe000 : other >= 0xd800 && other < 0xdc00;
}

function decode(units: Uint16Array, length: number): string {
  const CHUNK = 8192;
  if (length <= CHUNK) return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
  let text = '';
  for (let i = 0; i < length; i += CHUNK)
    text += String.fromCharCode.apply(null, units.subarray(i, Math.min(i + CHUNK, length)) as unknown as number[]);
  return text;
}

/** Papers' systems cut paragraphs in mid-sentence (智能制造龙城⏎⏎实验室): such breaks are marked as run over. */
function joinCutSentences(text: string, units: Uint16Array, gap: Uint8Array, breaks: readonly number[]): void {
  let blockStart = 0;
  let joinedBefore = false;
  for (let b = 0; b < breaks.length; b += 2) {
    const at = breaks[b]!;
    const single = breaks[b + 1] === 1;
    const before = KIND_TABLE[units[at - 1]!]!;
    const after = KIND_TABLE[units[at]!]!;
    let joined = false;
    if (before === IDEOGRAPH && after === IDEOGRAPH) {
      const length = at - blockStart;
      joined =
        length >= (single ? CUT_LINE_LENGTH : CUT_BLOCK_LENGTH) &&
        isProse(units, blockStart, at, joinedBefore) &&
        !OPENINGS.some((o) => text.startsWith(o, at));
    }
    if (joined) gap[at] = GAP_JOINED;
    joinedBefore = joined;
    blockStart = at;
  }
}

function isProse(units: Uint16Array, start: number, end: number, continued: boolean): boolean {
  if (continued) return true;
  for (let i = start; i < end; i++) if (units[i] === COMMA || units[i] === FULL_STOP || KIND_TABLE[units[i]!] === STOP) return true;
  return false;
}

/** The span of the text as given that a normalised span [start, end) stands for, without white space at its ends. */
export function toSource(normal: NormalText, start: number, end: number): [number, number] {
  return [normal.source[start]!, normal.source[end - 1]! + 1];
}

/** Normalises a name for the dictionary, so that names and texts meet in one form. */
export function normaliseName(name: string): string {
  return normalise(name).text;
}
