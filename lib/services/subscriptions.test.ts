import 'fake-indexeddb/auto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writePack } from '../packs/write';
import { Database } from '../store/database';
import { takeDump } from '../store/fixtures/dump';
import { ABOUT, samplePack } from '../store/fixtures/sample-pack';
import { installPack } from '../store/packs';
import { fetchPack, isPackAddress } from './fetch-pack';
import { createPacks } from './packs';
import { createSubscriptions } from './subscriptions';

let server: Server;
let base: string;
let asked: IncomingMessage[] = [];
type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answer: Answer;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

const serve =
  (text: string, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, headers).end(text);
  };
const say =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, headers).end();
  };
/** To the same server by another name: another host. */
const redirect: Answer = (_, response) => {
  response.writeHead(302, { location: `http://127.0.0.1:${(server.address() as AddressInfo).port}/elsewhere` }).end();
};
const notText: Answer = (_, response) => {
  response.writeHead(200).end(Buffer.from([0xff, 0xfe, 0x7b]));
};
const mine = (changes: object = {}) => writePack(samplePack({ id: 'mine', ...changes }));

describe('an address', () => {
  it.each([
    ['https://packs.example/a.json', true],
    ['http://localhost:8000/a.json', true],
    ['http://packs.example/a.json', false],
    ['http://localhost.example/a.json', false],
    ['https://who:secret@packs.example/a.json', false],
    ['ftp://packs.example/a.json', false],
    ['data:application/json,{}', false],
    ['javascript:alert(1)', false],
    ['packs', false],
  ])('%s may be asked: %s', (url, may) => {
    expect(isPackAddress(url)).toBe(may);
  });
});

describe('a look at an address', () => {
  it('reads a pack without saying who asks, and remembers what the host said', async () => {
    answer = serve(mine(), { etag: '"v1"', 'last-modified': 'Tue, 24 Nov 2026 00:00:00 GMT' });
    expect(await fetchPack(`${base}/a.json`)).toMatchObject({
      state: 'fetched',
      pack: { id: 'mine' },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      headers: { etag: '"v1"', lastModified: 'Tue, 24 Nov 2026 00:00:00 GMT' },
    });
    expect(asked[0]!.headers).not.toHaveProperty('cookie');
    expect(asked[0]!.headers).not.toHaveProperty('referer');
  });

  it('asks only for what is new', async () => {
    answer = (request, response) => say(request.headers['if-none-match'] === '"v1"' ? 304 : 200)(request, response);
    expect(await fetchPack(base, { known: { etag: '"v1"' } })).toEqual({ state: 'same' });
  });

  it.each([
    ['status', say(404)],
    ['redirected', redirect],
    ['too-large', serve('x'.repeat(2000))],
    ['not-a-pack', serve('<!doctype html><title>login</title>')],
    ['not-a-pack', notText],
    ['not-a-pack', serve(mine().slice(0, 500))],
    ['timeout', () => undefined],
    ['unreachable', (request) => request.socket.destroy()],
  ] as [string, Answer][])('that ends in %s says so', async (fault, given) => {
    answer = (request, response) => (request.url === '/elsewhere' ? serve(mine())(request, response) : given(request, response));
    expect(await fetchPack(base, { maxBytes: 1000, timeout: 400 })).toMatchObject({ state: 'failed', fault });
  });

  it('follows where the same host leads', async () => {
    answer = (request, response) => (request.url === '/a' ? say(302, { location: '/b' }) : serve(mine()))(request, response);
    expect(await fetchPack(`${base}/a`)).toMatchObject({ state: 'fetched' });
  });

  it('can be stopped', async () => {
    answer = () => undefined;
    const stop = new AbortController();
    const look = fetchPack(base, { signal: stop.signal });
    stop.abort();
    await expect(look).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a subscription', () => {
  let db: Database;
  let name: string;
  let time: number;
  let packs: ReturnType<typeof createPacks>;
  let subscriptions: ReturnType<typeof createSubscriptions>;
  beforeEach(async () => {
    name = crypto.randomUUID();
    db = new Database(name);
    time = Date.parse('2026-11-24T00:00:00Z');
    const now = () => new Date(time);
    packs = createPacks({ db, now, changed: () => {} });
    subscriptions = createSubscriptions({ db, now, permitted: async (url) => !url.includes('forbidden') });
    await installPack(db, samplePack(), ABOUT);
  });
  const installed = async (id = 'mine') => (await packs.list()).installed.find((pack) => pack.id === id)!;
  const subscribe = async () => {
    answer = serve(mine(), { etag: '"v1"' });
    await subscriptions.look(base);
    const [waiting] = (await packs.list()).waiting;
    await packs.apply('mine', waiting!.digest, []);
  };

  it('is shown before it is installed, and a newer version before it takes its place', async () => {
    await subscribe();
    expect(await installed()).toMatchObject({ origin: 'address', revision: '2026.01.01', subscription: { url: base, etag: '"v1"' } });
    answer = serve(mine({ revision: '2026.02.01' }), { etag: '"v2"' });
    expect(await subscriptions.look(base)).toEqual({ state: 'waiting', pack: 'mine' });
    expect(asked.at(-1)!.headers['if-none-match']).toBe('"v1"');
    const { revision, pending } = await installed();
    expect([revision, pending?.revision]).toEqual(['2026.01.01', '2026.02.01']);
    await packs.apply('mine', pending!.digest, []);
    expect(await installed()).toMatchObject({ revision: '2026.02.01', subscription: { etag: '"v2"' } });
  });

  it('keeps what is there whatever goes wrong, and says what did', async () => {
    await subscribe();
    const before = (await takeDump(name)).stores.filter((store) => store.name !== 'packs');
    const wrong: [string, Answer][] = [
      ['status', say(500)],
      ['not-a-pack', serve('{}')],
      ['another-pack', serve(writePack(samplePack({ id: 'another' })))],
      ['another-pack', serve(writePack(samplePack()))],
    ];
    for (const [fault, given] of wrong) {
      answer = given;
      expect(await subscriptions.look(base)).toMatchObject({ state: 'failed', fault });
      expect(await installed()).toMatchObject({ revision: '2026.01.01', subscription: { url: base, etag: '"v1"', failure: { fault } } });
      expect((await takeDump(name)).stores.filter((store) => store.name !== 'packs')).toEqual(before);
    }
    answer = say(304);
    await subscriptions.look(base);
    expect((await installed()).subscription).not.toHaveProperty('failure');
  });

  it('never brings the pack that came with the extension, nor asks a host that was not allowed', async () => {
    answer = serve(writePack(samplePack()));
    expect(await subscriptions.look(base)).toMatchObject({ state: 'failed', fault: 'builtin' });
    expect(await subscriptions.look('https://forbidden.example/a.json')).toMatchObject({ state: 'failed', fault: 'permission' });
    expect(await subscriptions.look('http://packs.example/a.json')).toMatchObject({ state: 'failed', fault: 'permission' });
    expect(asked).toHaveLength(1);
  });

  it('does not offer again what the reader left, or went back from', async () => {
    await subscribe();
    answer = serve(mine({ revision: '2026.02.01' }));
    await subscriptions.look(base);
    await packs.leave('mine');
    expect(await subscriptions.look(base)).toEqual({ state: 'same', pack: 'mine' });
    answer = serve(mine({ revision: '2026.03.01' }));
    await subscriptions.look(base);
    await packs.apply('mine', (await installed()).pending!.digest, []);
    await packs.back('mine', (await installed()).previous!.digest);
    expect(await subscriptions.look(base)).toEqual({ state: 'same', pack: 'mine' });
  });

  it('is looked at once a day, by two who look at one time once', async () => {
    await subscribe();
    asked = [];
    answer = say(304);
    await subscriptions.lookDue();
    expect(asked).toHaveLength(0);
    time += 24 * 60 * 60 * 1000;
    await Promise.all([subscriptions.lookDue(), subscriptions.look(base)]);
    expect(asked).toHaveLength(1);
    await subscriptions.lookDue();
    expect(asked).toHaveLength(1);
  });
});
