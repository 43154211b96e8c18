import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Database } from '../store/database';
import { takeDump } from '../store/fixtures/dump';
import { samplePack } from '../store/fixtures/sample-pack';
import { countKept } from '../store/kept';
import { installPack } from '../store/packs';
import { changeSaved } from '../store/saved';
import { createReaderIndex } from './reader-index';
import { resetEverything } from './reset';

const permissions = vi.hoisted(() => ({ origins: ['*://*.wj.gov.cn/*', '*://news.example.cn/*'] }));
vi.mock('wxt/browser', async () => {
  const { fakeBrowser } = await import('wxt/testing/fake-browser');
  return {
    browser: {
      storage: fakeBrowser.storage,
      permissions: {
        getAll: async () => permissions,
        remove: async ({ origins }: { origins: string[] }) => {
          permissions.origins = permissions.origins.filter((origin) => !origins.includes(origin));
        },
      },
    },
  };
});

const install = (db: Database) => () =>
  installPack(db, samplePack(), { origin: 'builtin', digest: 'x', installedAt: '2026-11-24T00:00:00Z' });
/** The revision is another with each writing. */
const storesOf = async (name: string) => (await takeDump(name)).stores.filter(({ name: store }) => store !== 'state');

it('leaves the state of a fresh installation, and only the permissions of one', async () => {
  const [fresh, used] = [new Database('fresh'), new Database('used')];
  await install(fresh)();
  await install(used)();
  const person = { type: 'official' as const, ...samplePack().persons[0]! };
  await createReaderIndex({ db: used, now: () => new Date(), changed: () => undefined }).put({ ...person, note: '改过' }, []);
  await changeSaved(used, person.id, () => ({
    entityId: person.id,
    name: person.name,
    type: 'official',
    note: '',
    tags: [],
    savedAt: '2026-11-24T00:00:00Z',
  }));
  await fakeBrowser.storage.local.set({ 'setting.synchronise': true, 'setting.hoverDelay': 500, 'index-revision': 'x' });
  expect(await countKept(used)).toMatchObject({ edits: 1, saved: 1, journal: 1, visits: 0 });
  const changed = vi.fn();
  await resetEverything({ db: used, install: install(used), changed });
  expect(await storesOf('used')).toEqual(await storesOf('fresh'));
  expect(await fakeBrowser.storage.local.get()).toEqual({ 'index-revision': 'x' });
  expect(permissions.origins).toEqual(['*://*.wj.gov.cn/*']);
  expect(changed).toHaveBeenCalledOnce();
});
