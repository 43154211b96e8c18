import { describe, expect, it } from 'vitest';
import { CITY, find, type Page, WUJIN } from '../finder/fixtures/index';
import { sentenceSpan } from '../reading/sentence';
import { calledIn } from './called';
import { pageReferences } from './page-entities';
import type { AnnotatedPage } from './session';

/** What the card of each mention says of its sentence. */
function said(text: string, page: Page = WUJIN): [name: string, called: string, refers: string][] {
  const findings = find(text, page);
  const annotated = { flow: { text }, findings } as AnnotatedPage;
  return findings.mentions.map((mention) => {
    const refers = pageReferences(annotated, sentenceSpan(text, mention.start, mention.end));
    return [mention.name, calledIn(text, mention), refers.map(({ text, name }) => `${text}=${name}`).join()];
  });
}

const DISTRICT = '常州市武进区';

describe('the card says of the sentence', () => {
  it('which bureau and which town it goes on about', () => {
    const text = '区财政局召开会议。该局与区水利局商定,雪堰镇参加。该镇与区财政局签约,我区各镇参加。';
    expect(said(text).map(([name, , refers]) => [name, refers])).toEqual([
      [`${DISTRICT}财政局`, ''],
      [`${DISTRICT}水利局`, `该局=${DISTRICT}财政局`],
      [`${DISTRICT}财政局`, `该镇=${DISTRICT}雪堰镇,我区=${DISTRICT}`],
    ]);
  });

  it('each of two bureaus that it calls alike', () => {
    const text = '区财政局召开会议,该局与区水利局商定,该局参加。';
    expect(said(text).at(-1)![2]).toBe(`该局=${DISTRICT}财政局,该局=${DISTRICT}水利局`);
  });

  it('who is meant by a surname and a post, title and all', () => {
    const text = '常州市市长陈瞻10月28日到溧阳调研。陈市长说,要把好质量关。';
    expect(said(text, CITY).map(([name, called]) => [name, called])).toEqual([
      ['陈瞻', '陈瞻'],
      ['陈瞻', '陈市长'],
    ]);
    expect(calledIn('沈书记到场', { text: '沈', end: 1, post: '区长', votes: [{ kind: 'surnameTitle' }] })).toBe('沈');
  });
});
