const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** 三十五 → 35, 两 → 2, 一千二百 → 1200. NaN for what is no number below ten thousand. */
export function chineseNumber(text: string): number {
  let sum = 0;
  let digit = -1;
  for (const char of text) {
    const unit = UNITS[char];
    const value = char === '两' ? 2 : DIGITS.indexOf(char);
    if (unit !== undefined) {
      sum += Math.max(digit, 1) * unit;
      digit = -1;
    } else if (value >= 0 && digit <= 0) digit = value;
    else return Number.NaN;
  }
  return text === '' ? Number.NaN : sum + Math.max(digit, 0);
}
