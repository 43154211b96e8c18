/** What a dictionary hit is to the grammar; bits, so that one look answers any question. */
export const PERSON = 1 << 0;
export const ORGANIZATION = 1 << 1;
export const PROJECT = 1 << 2;
/** A body's name without its level: 水利局, 组织部. */
export const OFFICE = 1 << 3;
/** An area of the index. */
export const AREA = 1 << 4;
/** A province or city elsewhere. */
export const FOREIGN = 1 << 5;
/** A public post: 副区长, 党组书记. */
export const TITLE = 1 << 6;
/** A post in business: its holder is no official. */
export const EXECUTIVE = 1 << 7;
/** What introduces a person who is no official: 记者, 村民, 教师. */
export const LAYMAN = 1 << 8;
/** What introduces a list of officials: 市领导, 区领导. */
export const LEADERS = 1 << 9;
/** What follows a name: 出席, 指出, 一行. */
export const AFTER_NAME = 1 << 10;
/** What no body's or project's name begins with or runs over: 督查, 位于, 推进. */
export const LEFT_EDGE = 1 << 11;
/** A party committee by level: 市委, 区委, 党工委. */
export const PARTY = 1 << 12;
/** What bodies' names end in: 有限公司, 小学. */
export const ORGANIZATION_TAIL = 1 << 13;
/** What projects' names end in: 项目, 整治工程. */
export const PROJECT_TAIL = 1 << 14;
/** Boilerplate that looks like a name: 重点项目, 党委政府. */
export const GENERIC = 1 << 15;
export const COMPOUND_SURNAME = 1 << 16;
/** What a person's name is hardly part of: 工作, 建设. */
export const WORD = 1 << 17;
/** Where a page's furniture begins: 责编, 当前位置. */
export const FURNITURE = 1 << 18;
/** The party's doctrine names people whom the article does not report on: …思想, …讲话精神. */
export const DOCTRINE = 1 << 19;
/** Introduces a list of sites seen: 察看了, 走访. */
export const VISIT = 1 << 20;
/** What firms' short names end in: 科技, 能源. */
export const FIRM = 1 << 21;
/** What works are called that no 项目 or 工程 names: 扩产, 迁建. */
export const WORKS = 1 << 22;
/** Buildings and grounds, which may be a place, a body's seat or a project: 公园, 综合楼. */
export const PREMISES = 1 << 23;
/** What units of a body are called: 检察部, 管理处. */
export const UNIT = 1 << 24;
/** What is done with works: 新建, 投用. */
export const BUILDS = 1 << 25;
/** What bodies and firms do: 承办, 入选. */
export const ACTS = 1 << 26;
/** Firms known by a short name everywhere: 比亚迪, 上汽大众. */
export const KNOWN_FIRM = 1 << 27;
