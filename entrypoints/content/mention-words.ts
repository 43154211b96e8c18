import { browser } from 'wxt/browser';
import type { Mention } from '../../lib/finder/types';

/** What a screen reader says of a mention the keyboard comes to. */
export function mentionWords({ text, post, type, status }: Mention, place: number, total: number): string {
  const what = [post ?? browser.i18n.getMessage(`type_${type}`), status === 'discovered' && browser.i18n.getMessage('card_not_in_index')];
  const known = what.filter(Boolean).join(browser.i18n.getMessage('comma'));
  return browser.i18n.getMessage('mention_said', [text.replace(/\s+/g, ''), known, String(place), String(total)]);
}
