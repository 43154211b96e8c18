import type { Site } from '../server';
import { alliance } from './articles/alliance';
import { broadcast } from './articles/broadcast';
import { city } from './articles/city';
import { education } from './articles/education';
import { network } from './articles/network';
import { taihu } from './articles/taihu';
import { articlePage, listingPage } from './layout';

export const STORIES = [taihu, network, alliance, education, broadcast, city] as const;
export const FRONT_PAGE = 'http://www.wj.gov.cn/';

/** Nothing may run or load: a page that trusts nobody must still be annotated. */
const STRICT_POLICY =
  "default-src 'none'; img-src http:; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The demonstration site: a front page, two columns and the articles, each at an address of the form its paper uses. */
export const demoSite: Site = (url) => {
  const address = `${url.origin}${url.pathname}`;
  if (address === FRONT_PAGE) return { body: listingPage('首页', STORIES) };
  if (address === `${FRONT_PAGE}html/czwj/ZWYW/`) return { body: listingPage('政务要闻', [taihu, network, alliance, education]) };
  if (address === `${FRONT_PAGE}html/czwj/BMDT/`) return { body: listingPage('部门动态', [broadcast, city]) };
  const story = STORIES.find((candidate) => candidate.url === address);
  if (!story) return undefined;
  return { body: articlePage(story), ...(story === city && { headers: { 'content-security-policy': STRICT_POLICY } }) };
};
