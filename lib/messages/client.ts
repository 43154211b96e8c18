import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Contract, InputOf, OutputOf, Reply } from './contract';
import { MessageError } from './message-error';

/** Takes a request to the other side and brings back what it answered. */
type Send = (request: { name: string; input: unknown }) => Promise<unknown>;

export interface Client<C extends Contract> {
  /** Asks and waits for the answer. Throws a MessageError: `unavailable` when nobody answers, else the code the other side gave. */
  call<K extends keyof C & string>(name: K, input: InputOf<C, K>): Promise<OutputOf<C, K>>;
}

export const sendToBackground: Send = (request) => browser.runtime.sendMessage(request);

/** Sends to the content script of a tab's frame, the top one unless another is named. */
export const sendToTab =
  (tabId: number, frameId = 0): Send =>
  (request) =>
    browser.tabs.sendMessage(tabId, request, { frameId });

/** A client that checks each answer against the contract: for extension pages, which outlive updates and show what they get. */
export function createClient<C extends Contract>(contract: C, send: Send): Client<C> {
  return {
    async call(name, input) {
      const checked = v.safeParse(contract[name]!.output, await ask(send, name, input));
      if (!checked.success) throw new MessageError('invalid', `${name}: ${checked.issues[0].message}`);
      return checked.output as never;
    },
  };
}

/**
 * A client that takes the answer's form on trust, and so carries no schema: for content scripts, where every kilobyte is paid on
 * every page and the only one who can answer is our own background.
 */
export function createLightClient<C extends Contract>(send: Send): Client<C> {
  return { call: async (name, input) => (await ask(send, name, input)) as never };
}

async function ask(send: Send, name: string, input: unknown): Promise<unknown> {
  let reply: Reply<unknown> | undefined;
  try {
    reply = (await send({ name, input })) as Reply<unknown> | undefined;
  } catch (cause) {
    throw new MessageError('unavailable', `${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  if (typeof reply !== 'object' || reply === null) throw new MessageError('unavailable', `${name}: no answer`);
  if (!reply.ok) throw new MessageError(reply.code, reply.detail);
  return reply.value;
}
