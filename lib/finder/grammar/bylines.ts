import { GAP_LINE, GAP_SPACE } from '../normalise/normalise';
import { bestNameTo } from './name-shape';
import type { Keep } from './person-mention';
import type { Reading } from './reading';

const PHOTO = 0x6444; // 摄
const CLOSING = 0x29;
const SLASH = 0x2f;

/** X 摄, (X) alone at the end of a paragraph, a bare name at the very end: whoever wrote or took it. */
export function findBylines(reading: Reading, keep: Keep): void {
  const layman = (start: number, end: number, detail: string) =>
    keep({ start, end, name: reading.text(start, end), standing: 'layman', score: 9, votes: [{ kind: 'titleAfter', detail }] });
  for (let i = 2; i < reading.length; i++) {
    const unit = reading.units[i]!;
    if (unit === PHOTO && (reading.isApart(i + 1) || reading.kind(i + 1) !== 1)) {
      const name = bestNameTo(reading, i, 0);
      if (name) layman(name.start, name.end, '摄');
    } else if (unit === SLASH && /^[文图摄]/.test(reading.text(i + 1, i + 2))) {
      const name = bestNameTo(reading, i, 0);
      if (name) layman(name.start, name.end, reading.text(i, i + 2));
    } else if (unit === CLOSING && (reading.isApart(i + 1) || reading.isLineStart(i + 1))) {
      const from = Math.max(0, i - 12);
      const open = reading.text(from, i).lastIndexOf('(');
      if (open >= 0) readBracket(reading, from + open + 1, i, layman);
    }
  }
  for (let i = 1; i <= reading.length; i++) {
    if (i < reading.length && reading.gap[i] !== GAP_LINE) continue;
    const name = bestNameTo(reading, i, 1);
    if (name && reading.isLineStart(name.start) && name.start > reading.length * 0.5)
      layman(name.start, name.end, reading.text(name.start, name.end));
  }
}

/** (A B), (A/文 B/摄): every part of a bracket that closes a paragraph and reads as a name is its writer's. */
function readBracket(reading: Reading, from: number, to: number, layman: (start: number, end: number, detail: string) => void): void {
  const parts: [number, number][] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    const apart = i > from && i < to && reading.gap[i] === GAP_SPACE;
    const slash = i < to && (reading.is(i, '/') || reading.is(i, '、'));
    if (i === to || apart || slash) {
      parts.push([start, i]);
      start = slash ? i + 1 : i;
    }
  }
  for (const [a, b] of parts) {
    const name = bestNameTo(reading, b, 0.6);
    if (name && name.start === a) layman(a, b, `(${reading.text(from, to)})`);
  }
}
