/** The sites annotated from the start, each with its subdomains. The host permissions asked at install are exactly these. */
export const SITES = [
  'wj.gov.cn',
  'wjyanghu.com',
  'cz001.com.cn',
  'changzhou.gov.cn',
  'cznd.gov.cn',
  'cztn.gov.cn',
  'zhonglou.gov.cn',
  'jintan.gov.cn',
  'liyang.gov.cn',
  'jtrd.gov.cn',
] as const;

export const SITE_MATCHES = SITES.map(matchOfSite);

/** What the browser calls a built-in site with its subdomains. */
export function matchOfSite(site: string): string {
  return `*://*.${site}/*`;
}

/** What the browser calls one host, by whatever port, and nothing beside it. */
export function matchOfHost(host: string): string {
  return `*://${host}/*`;
}

/** The built-in site a host belongs to. */
export function siteOf(host: string): string | undefined {
  return SITES.find((site) => covers(site, host));
}

/** Whether the reader switched the extension off on a host: the host itself, or a site it belongs to. */
export function isOff(off: readonly string[], host: string): boolean {
  return off.some((site) => covers(site, host));
}

/** The list of what is switched off, once a host is switched; on again, it is no more off by a site it belongs to. */
export function withSwitch(off: readonly string[], host: string, on: boolean): string[] {
  const others = off.filter((site) => !covers(site, host));
  return on ? others : [...others, host];
}

function covers(site: string, host: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

/**
 * The host somebody meant who typed an address or a host, as addresses have it (Punycode, lower case); null when it is none that
 * a news site could have.
 */
export function hostTyped(text: string): string | null {
  const trimmed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/]+:\d+(?:\/|$)/.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, username } = new URL(address);
  if (!/^https?:$/.test(protocol) || username) return null;
  return /^(?=.{4,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(hostname) ? hostname : null;
}
