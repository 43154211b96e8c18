import type { Article } from '../finder/types';
import { addressDate, dateIn, shownDate } from './page-date';

/** Everything a page says about its article but the text itself. */
export type ArticleFacts = Omit<Article, 'text'>;

/** What is known of a site beforehand: who publishes there, and the area they speak from. */
export interface SiteFacts {
  siteArea?: ArticleFacts['siteArea'];
  paper?: string;
}

/** What is read from a page before anything is made of it. */
export interface PageHead {
  url: string;
  title: string;
  /** Contents of the page's <meta> by name or property, in lower case. */
  meta: ReadonlyMap<string, string>;
  heading?: string;
  /** The page's flow: its first lines hold the breadcrumb and the date row. */
  text: string;
}

// What the site builders of the government family, papers and portals write, most telling first.
const DATE_METAS = ['pubdate', 'publishdate', 'article:published_time', 'og:release_date', 'publish_time', 'apub:time', 'date'];
const TITLE_METAS = ['articletitle', 'og:title'];
const SOURCE_METAS = ['contentsource', 'mediaid', 'source'];

/** Longest line the message contract carries. */
const LINE = 2000;

const HEAD = 3000;
// The row's other labels: where the source is left empty they come next, and some pages put nothing between.
const ROW_LABELS = '(?:浏览次数|发布时间|发布日期|字号|作者|编辑|责编|点击|时间)';
const SOURCE = new RegExp(String.raw`(?:来源|发布机构)\s*[:：|]\s*(?!${ROW_LABELS})([^\s|:：]{2,40})`);
const NEXT_LABEL = new RegExp(`${ROW_LABELS}.*$`);

export function readPageHead(document: Document, url: string, text: string): PageHead {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[name][content],meta[property][content]')) {
    const name = (element.getAttribute('name') ?? element.getAttribute('property') ?? '').toLowerCase();
    const content = element.getAttribute('content')!.trim();
    if (content && !meta.has(name)) meta.set(name, content);
  }
  const headings = document.querySelectorAll('h1');
  const heading = headings.length === 1 ? headings[0]!.textContent?.replace(/\s+/g, ' ').trim() : undefined;
  return { url, title: document.title, meta, text, ...(heading && { heading }) };
}

/**
 * The article's address, title, day and publisher, as far as the page gives them. The day it shows comes before what it says to
 * machines, and both before its address; “yesterday” is the finder's matter. The site's paper is the publisher where the page names none.
 */
export function articleFacts(head: PageHead, { siteArea, paper }: SiteFacts = {}): ArticleFacts {
  const of = (names: readonly string[]) => names.map((name) => head.meta.get(name)).find(Boolean);
  const declared = of(DATE_METAS);
  const date = shownDate(head.text) ?? (declared && dateIn(declared)) ?? addressDate(head.url);
  const title = of(TITLE_METAS) || head.heading || bareTitle(head.title);
  const source = of(SOURCE_METAS) ?? SOURCE.exec(head.text.slice(0, HEAD))?.[1]?.replace(NEXT_LABEL, '') ?? paper;
  return {
    url: head.url.replace(/#.*$/s, '').slice(0, LINE),
    ...(title && { title: title.slice(0, LINE) }),
    ...(date && { date }),
    ...(source && { source: source.slice(0, LINE) }),
    ...(siteArea && { siteArea }),
  };
}

/** A document's title without the name of the site after it. */
function bareTitle(title: string): string {
  const trimmed = title.replace(/\s+/g, ' ').trim();
  const cut = trimmed.search(/\s*(?:[_|｜]|\s[-–—]\s|-(?=[^-]{2,14}(?:网|政府|日报|时报|晚报|新闻)$))/);
  return cut > 3 ? trimmed.slice(0, cut) : trimmed;
}
