/** One post taken apart: whose it is, as the text calls that body (empty when it does not say), and what it is. */
export interface PostPart {
  body: string;
  role: string;
}

const RANK = '(?:第一|常务|代理?)?副?';
const WITHIN = '(?:党委|党组|党工委|党总支|党支部)?';
const HEADS =
  '书记|市长|区长|县长|镇长|乡长|省长|局长|部长|主任|院长|检察长|主席|会长|秘书长|常委|委员|社长|校长|行长|总队长|支队长|大队长|队长|所长|馆长|台长|处长|科长|站长|园长|厅长|司长|理事长|董事长|总经理|政委|总工程师|督学';
const ROLE = new RegExp(`(${WITHIN}${RANK}(?:${HEADS}))$`);

/** What a head of government heads, where the text does not name it. */
const GOVERNMENTS: Record<string, string> = { 市长: '市政府', 区长: '区政府', 县长: '县政府' };
const PARTY_COMMITTEE = /委$/;
const PARTY_OFFICE = /^(?:组织部|宣传部|统战部|政法委|办公室|社会工作部|巡察办)$/;

/**
 * Takes a post as a text gives it apart: 市委副书记、市长 is 副书记 of 市委 and 市长 of 市政府; 区水利局党组书记、局长 is two posts of one
 * bureau. Words for nobody's post in particular (区领导, 负责人) give none.
 */
export function splitPost(post: string): PostPart[] {
  const parts: PostPart[] = [];
  for (const words of post.replace(/\s+/g, '').split(/[、,，;；]|兼任?/)) {
    const role = ROLE.exec(words)?.[1];
    if (!role) continue;
    const before = parts.at(-1)?.body ?? '';
    const own = words.slice(0, -role.length).replace(/^(?:新任|原|时任)/, '');
    const governed = GOVERNMENTS[bareRole(role)];
    const body =
      own === ''
        ? (governed ?? before)
        : PARTY_COMMITTEE.test(before) && PARTY_OFFICE.test(own)
          ? before + own
          : governed
            ? governmentOf(own, governed)
            : own;
    parts.push({ body, role });
  }
  return parts;
}

/** 武进区 + 区政府 is 武进区政府; a body named in full stays as it is. */
function governmentOf(place: string, governed: string): string {
  return /[省市区县]$/.test(place) ? `${place}政府` : /政府$/.test(place) ? place : place + governed;
}

/** A role without its rank, for knowing whom it leads. */
function bareRole(role: string): string {
  return role.replace(new RegExp(`^${RANK}`), '');
}

/** How roles are compared: 常务, 代 and the party group within a body leave the post what it is. */
export function sameRole(a: string, b: string): boolean {
  const tokens = (role: string) => role.split(/[、,，兼]/).map((token) => token.trim().replace(/^(?:常务|代理?|第一)/, ''));
  const wanted = tokens(b);
  return tokens(a).some((token) => token !== '' && wanted.includes(token));
}
