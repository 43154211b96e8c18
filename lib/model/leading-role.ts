const PREFIX = '(?:党组|党委|党工委|党总支|党支部|总支|支部)?';
const HEAD =
  '(?:书记|第一书记|市长|区长|县长|镇长|乡长|局长|部长|院长|校长|园长|馆长|台长|所长|社长|行长|站长|总队长|支队长|大队长|检察长|会长|理事长|主席|主任|董事长|总经理|总裁|总编辑)';
const LEADING = new RegExp(`^${PREFIX}(?:代|代理)?${HEAD}$`);

/** Whether a post as written (党组书记、局长) is that of the body's head; deputies and heads of its parts are not. */
export function isLeadingRole(role: string): boolean {
  return role.split(/[、,,兼]/).some((post) => LEADING.test(post.trim()));
}
