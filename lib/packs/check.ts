import { checkDates } from './check/dates';
import { type Finding, lookupOf } from './check/finding';
import { checkNames } from './check/names';
import { checkPosts } from './check/posts';
import { checkPrivacy } from './check/privacy';
import { checkReferences } from './check/references';
import { checkSources } from './check/sources';
import type { Pack } from './pack';

/** All that can be said against a pack whose shape is right. An error is a contradiction; a warning deserves a look and may stand. */
export function checkPack(pack: Pack): Finding[] {
  const lookup = lookupOf(pack);
  const findings = [checkReferences, checkDates, checkPosts, checkNames, checkPrivacy].flatMap((check) => check(lookup));
  return [...findings, ...checkSources(pack)];
}
