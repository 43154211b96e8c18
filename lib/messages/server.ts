import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import type { CheckedInputOf, Contract, OutputOf, Reply } from './contract';
import { ERROR_CODES, type ErrorCode } from './error-codes';

export type Sender = Runtime.MessageSender;

export type Handlers<C extends Contract> = {
  [K in keyof C]: (input: CheckedInputOf<C, K>, sender: Sender) => OutputOf<C, K> | Promise<OutputOf<C, K>>;
};

type Inputs<C extends Contract> = { readonly [K in keyof C]: Pick<C[K], 'input'> };

/**
 * Answers the messages of a contract until the signal aborts. Must be called in the first turn of a background's life, or the
 * message that woke it is lost. Messages of other extensions and names not of this contract are left to others; an input that
 * does not fit is answered with `invalid`, a handler's failure with its code.
 */
export function serve<C extends Contract>(inputs: Inputs<C>, handlers: Handlers<C>, { signal }: { signal: AbortSignal }): void {
  // Answered by callback, as every browser understands without help.
  const listener = (message: unknown, sender: Sender, reply: (answer: Reply<unknown>) => void): true | undefined => {
    if (sender.id !== browser.runtime.id || !isRequest(message) || !Object.hasOwn(inputs, message.name)) return undefined;
    void answer(inputs[message.name]!.input, handlers[message.name]!, message.input, sender).then(reply);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener(
    'abort',
    () => {
      try {
        browser.runtime.onMessage.removeListener(listener);
      } catch {
        // The extension was loaded anew, and its events are gone with it.
      }
    },
    { once: true },
  );
}

async function answer(
  schema: v.GenericSchema,
  handler: (input: never, sender: Sender) => unknown,
  input: unknown,
  sender: Sender,
): Promise<Reply<unknown>> {
  const checked = v.safeParse(schema, input);
  if (!checked.success) return { ok: false, code: 'invalid', detail: checked.issues[0].message };
  try {
    return { ok: true, value: await handler(checked.output as never, sender) };
  } catch (error) {
    return { ok: false, code: codeOf(error), detail: detailOf(error) };
  }
}

function isRequest(message: unknown): message is { name: string; input: unknown } {
  return typeof message === 'object' && message !== null && 'name' in message && typeof message.name === 'string' && 'input' in message;
}

/** The code a failure travels under: its own, where it carries one of ours; a full disk is told from everything else. */
export function codeOf(error: unknown): ErrorCode {
  if (typeof error !== 'object' || error === null) return 'unexpected';
  if ('code' in error && ERROR_CODES.includes(error.code as ErrorCode)) return error.code as ErrorCode;
  return 'name' in error && error.name === 'QuotaExceededError' ? 'quota' : 'unexpected';
}

function detailOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
