import { isLeadingRole } from '../../model/leading-role';
import type { Organization } from '../../model/organization';

/** A post that one person holds at a time, and whether it is held by an acting one. */
export interface Seat {
  key: string;
  acting: boolean;
}

/** Titles that several people of such a body hold at once: heads of its wards, chairs, branches and sections. */
const MANY: Record<string, RegExp> = {
  hospital: /主任$|部长$/,
  school: /主任$|院长$|部长$|所长$/,
  research: /主任$|部长$|所长$/,
  company: /^(?!董事长)/,
  'state-firm': /主任$|部长$|局长$/,
  media: /主任$|部长$/,
};

/** Party posts that are one seat however the committee is called. */
const PARTY_SECRETARY = /^(?:[市区县镇]委|党委|党工委|工委)?书记$/;

/** The single seats a role of a body stands for (党组书记、局长 is two); none when several can hold it at once (副局长, 常委). */
export function seatsOf(organization: Organization, role: string): Seat[] {
  return role.split(/[、,，兼]/).flatMap((part) => {
    const post = part.trim().replace(/^常委会(?=主任$)/, '');
    if (!isLeadingRole(post) || MANY[organization.classification]?.test(post)) return [];
    const bare = post.replace(/^代理?/, '');
    const title = organization.classification === 'party-committee' && PARTY_SECRETARY.test(bare) ? '书记' : bare;
    return [{ key: `${organization.id} ${title}`, acting: bare !== post }];
  });
}
