import { chineseNumber } from './chinese-number';

/** Money said of a project. `at` orders the claims of a passage. */
export interface AmountClaim {
  kind: 'amount';
  at: number;
  text: string;
  /** All that it shall cost, what has been spent of it, what one year shall spend, or any other sum. */
  of: 'total' | 'spent' | 'year' | 'other';
  /** In yuan; missing for other currencies. */
  yuan?: number;
}

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?|[零一二两三四五六七八九十百千]+`;
const LABEL =
  '(?:计划|预计|概算|估算|批复)?(?:总投资额?|投资总额|总概算|总造价)|累计完成投资|已完成投资|完成投资|年度计划投资|年度投资|今年计划投资|当年计划投资|概算投资|估算投资|计划投资|工程造价|合同金额|中标价|预算|投资额?|耗资|造价';
const AMOUNT = new RegExp(
  `(${LABEL})(?:约为?|近|超过?|逾|达到?|为|共|共计|合计|:|：|人民币){0,3}(${NUMBER})(?:余|多)?(万亿|千亿|百亿|亿|千万|百万|万)?(?:余|多)?(元|人民币|美元|欧元|港元)`,
  'g',
);
const SCALE: Record<string, number> = { 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 百亿: 1e10, 千亿: 1e11, 万亿: 1e12 };

export function amountsIn(text: string): AmountClaim[] {
  const claims: AmountClaim[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const [words, label = '', digits = '', scale, currency] = match;
    const number = /\d/.test(digits) ? Number(digits.replaceAll(',', '')) : chineseNumber(digits);
    const yuan = Math.round(number * (scale ? SCALE[scale]! : 1));
    const isYuan = currency === '元' || currency === '人民币';
    claims.push({ kind: 'amount', at: match.index, text: words, of: kindOf(label), ...(isYuan && Number.isSafeInteger(yuan) && { yuan }) });
  }
  return claims;
}

function kindOf(label: string): AmountClaim['of'] {
  if (/完成/.test(label)) return 'spent';
  if (/年/.test(label)) return 'year';
  return /总|概算|估算/.test(label) ? 'total' : 'other';
}
