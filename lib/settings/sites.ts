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

export const SITE_MATCHES = SITES.map((site) => `*://*.${site}/*`);
