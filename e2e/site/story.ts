/** An article of the demonstration site, with what the extension is to find in it. */
export interface Story {
  url: string;
  title: string;
  /** As shown, YYYY-MM-DD. */
  date: string;
  /** The row below the title, as HTML. */
  dateRow: string;
  masthead: string;
  breadcrumb: readonly string[];
  /** Whose site it is, for the footer. */
  owner?: string;
  body: string;
  /** Officials, bodies and projects of the index that must be found, by their full names. */
  names: readonly string[];
  /** People who are no officials here, and so must not be marked as such. */
  bystanders: readonly string[];
}

/** The date row as the sites' common content system writes it. */
export const dateRow = (date: string, source: string) =>
  `发布日期:${date}&nbsp;&nbsp;&nbsp;来源:${source}&nbsp;&nbsp;浏览次数:<span id="hits">112</span>&nbsp;&nbsp;字号:〖<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>〗`;
