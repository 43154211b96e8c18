import { SIMPLIFIED, TRADITIONAL } from './traditional';

/** What a normalised character is to the grammar; bits, so that one table look-up answers any question. */
export const IDEOGRAPH = 1;
export const DIGIT = 2;
export const LETTER = 4;
/** Ends a clause: 。！？；and their like. */
export const STOP = 8;
/** Any other mark: comma, colon, brackets, quotes, dashes. */
export const MARK = 16;
export const SPACE = 32;
/** Dropped altogether: zero-width and soft hyphen. */
export const INVISIBLE = 64;
export const LINE_BREAK = 128;

const FOLD = new Uint16Array(0x10000);
const KIND = new Uint8Array(0x10000);

for (let code = 0; code < 0x10000; code++) FOLD[code] = code;
for (let code = 0xff01; code <= 0xff5e; code++) FOLD[code] = code - 0xfee0;
for (let i = 0; i < TRADITIONAL.length; i++) FOLD[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
const foldEach = (from: string, to: string) => {
  for (const char of from) FOLD[char.charCodeAt(0)] = to.charCodeAt(0);
};
foldEach('•・‧∙⋅･', '·');
foldEach('「『〝＂', '“');
foldEach('」』〞', '”');
foldEach('—―–‒－', '-');
foldEach('｡', '。');
foldEach('､﹑', '、');

const mark = (from: number, to: number, kind: number) => {
  for (let code = from; code <= to; code++) KIND[code] = kind;
};
mark(0x3400, 0x9fff, IDEOGRAPH);
mark(0xf900, 0xfaff, IDEOGRAPH);
// Surrogates: what a local paper writes beyond the BMP are rare ideographs in names.
mark(0xd800, 0xdfff, IDEOGRAPH);
mark(0x3005, 0x3007, IDEOGRAPH);
mark(0x30, 0x39, DIGIT);
mark(0x41, 0x5a, LETTER);
mark(0x61, 0x7a, LETTER);
mark(0xc0, 0x24f, LETTER);
mark(0x2160, 0x217b, LETTER);
for (const char of '。!?;…') KIND[char.charCodeAt(0)] = STOP;
for (const char of ',:、()[]{}<>《》〈〉“”‘’"\'|/\\-·~【】〖〗□■◆●▲★☆→_*#&+=%@^`') KIND[char.charCodeAt(0)] = MARK;
for (const code of [0x20, 0x09, 0x0b, 0x0c, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) KIND[code] = SPACE;
mark(0x2000, 0x200a, SPACE);
KIND[0x0a] = LINE_BREAK;
KIND[0x0d] = LINE_BREAK;
for (const code of [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xad]) KIND[code] = INVISIBLE;

/** Each UTF-16 unit folded: full width to half, traditional to simplified, variants of marks to one form. */
export const FOLD_TABLE: Readonly<Uint16Array> = FOLD;
/** Kind bits of a folded unit; 0 for what no rule speaks of. */
export const KIND_TABLE: Readonly<Uint8Array> = KIND;
