import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, createLightClient } from './client';
import { MessageError } from './message-error';
import { type Handlers, type Sender, serve } from './server';

const runtime = vi.hoisted(() => {
  type Listener = (message: unknown, sender: unknown, reply: (answer: unknown) => void) => true | undefined;
  const listeners = new Set<Listener>();
  const onMessage = {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  };
  return { id: 'ours', onMessage, listeners };
});
vi.mock('wxt/browser', () => ({ browser: { runtime } }));

const CONTRACT = {
  'thing.double': { input: v.object({ n: v.number() }), output: v.object({ n: v.number() }) },
  'thing.fail': { input: v.object({ how: v.string() }), output: v.object({}) },
} as const;

const failures: Record<string, unknown> = {
  quota: new DOMException('disk', 'QuotaExceededError'),
  ours: new MessageError('conflict', 'somebody was faster'),
  store: Object.assign(new Error('held'), { code: 'unavailable' }),
  numeric: new DOMException('no such thing', 'NotFoundError'),
  text: 'as wasm throws',
};
const handlers: Handlers<typeof CONTRACT> = {
  'thing.double': ({ n }) => ({ n: n * 2 }),
  'thing.fail': ({ how }) => {
    throw failures[how];
  },
};

/** What the first listener that cares answers. */
const deliver = (message: unknown, sender: Partial<Sender> = { id: 'ours' }): Promise<unknown> | undefined => {
  for (const listener of runtime.listeners) {
    const { promise, resolve } = withResolvers();
    if (listener(message, sender, resolve)) return promise;
  }
  return undefined;
};
const send = async (request: unknown) => structuredClone(await deliver(request));

let stop: AbortController;
beforeEach(() => {
  runtime.listeners.clear();
  stop = new AbortController();
  serve(CONTRACT, handlers, { signal: stop.signal });
});

describe('a question', () => {
  it.each([createClient(CONTRACT, send), createLightClient<typeof CONTRACT>(send)])('is answered', async (client) => {
    expect(await client.call('thing.double', { n: 21 })).toEqual({ n: 42 });
  });

  it.each([
    ['quota', 'quota', 'disk'],
    ['ours', 'conflict', 'somebody was faster'],
    ['store', 'unavailable', 'held'],
    ['numeric', 'unexpected', 'no such thing'],
    ['text', 'unexpected', 'as wasm throws'],
  ])('that fails by %s has the code %s', async (how, code, message) => {
    const call = createClient(CONTRACT, send).call('thing.fail', { how });
    await expect(call).rejects.toMatchObject({ name: 'MessageError', code, message });
  });

  it('that does not fit is refused before anybody handles it', async () => {
    const handled = vi.spyOn(handlers, 'thing.double');
    expect(await deliver({ name: 'thing.double', input: { n: '21' } })).toMatchObject({ ok: false, code: 'invalid' });
    expect(handled).not.toHaveBeenCalled();
  });

  it.each([
    ['another extension', { name: 'thing.double', input: { n: 1 } }, { id: 'theirs' }],
    ['a name of nobody', { name: 'thing.none', input: {} }, { id: 'ours' }],
    ['a name every object has', { name: 'toString', input: {} }, { id: 'ours' }],
    ['no question', 'hello', { id: 'ours' }],
    ['nothing', null, { id: 'ours' }],
  ])('from %s is left to others', (_whose, message, sender) => {
    expect(deliver(message, sender)).toBeUndefined();
  });

  it('after the end is left to others', () => {
    stop.abort();
    expect(deliver({ name: 'thing.double', input: { n: 1 } })).toBeUndefined();
  });
});

describe('an answer', () => {
  it('that does not fit is refused where it is checked', async () => {
    const lying = async () => ({ ok: true, value: { n: 'many' } });
    await expect(createClient(CONTRACT, lying).call('thing.double', { n: 1 })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('that never comes means the other side is not there', async () => {
    const gone = () => Promise.reject(new Error('Receiving end does not exist.'));
    for (const nobody of [gone, async () => undefined, async () => null]) {
      await expect(createLightClient<typeof CONTRACT>(nobody).call('thing.double', { n: 1 })).rejects.toMatchObject({
        code: 'unavailable',
      });
    }
  });
});

function withResolvers() {
  let resolve!: (value: unknown) => void;
  const promise = new Promise<unknown>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
