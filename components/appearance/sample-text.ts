import type { MarkedType } from '../../lib/appearance/appearance';
import type { Status } from '../../lib/appearance/highlight-names';

export interface SampleWord {
  text: string;
  type: MarkedType;
  status: Status;
  /** Named before, in this paragraph or in an earlier one. */
  again?: 'paragraph' | 'page';
}

const named = (type: MarkedType, text: string, more: Partial<SampleWord> = {}): SampleWord => ({ type, text, status: 'indexed', ...more });

/** News that never was: all names are made up. */
export const SAMPLE: readonly (readonly (string | SampleWord)[])[] = [
  [
    '昨天上午，区委副书记',
    named('official', '周予安'),
    '带领',
    named('organization', '区水利局'),
    '督查',
    named('project', '柳塘浜整治工程'),
    '，镇长',
    named('official', '王若溪', { status: 'discovered' }),
    '、',
    named('organization', '清禾花卉合作社', { status: 'discovered' }),
    '负责人参加。',
    named('official', '周予安', { again: 'paragraph' }),
    '指出，要早开工、早见效。',
  ],
  [
    '会上，',
    named('organization', '区水利局', { again: 'page' }),
    '汇报了',
    named('project', '清水河道行动', { status: 'discovered' }),
    '进展。',
  ],
];
