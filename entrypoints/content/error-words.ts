import { browser } from 'wxt/browser';
import { MessageError } from '../../lib/messages/message-error';

/** A failure in the reader's words. */
export function errorWords(error: unknown): string {
  const code = error instanceof MessageError ? error.code : 'unexpected';
  return browser.i18n.getMessage(`error_${code.replaceAll('-', '_')}` as Parameters<typeof browser.i18n.getMessage>[0]);
}
