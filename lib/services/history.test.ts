import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { BACKGROUND_INPUTS, type ReadPage } from '../messages/background-inputs';
import { BACKGROUND_MESSAGES } from '../messages/contract';
import type { Sender } from '../messages/server';
import type { EntityId } from '../model/ids';
import { Database } from '../store/database';
import { ABOUT, samplePack } from '../store/fixtures/sample-pack';
import { installPack } from '../store/packs';
import { createHistory } from './history';

let history: ReturnType<typeof createHistory>;
let on: boolean;
let time: number;
beforeEach(async () => {
  const db = new Database(crypto.randomUUID());
  await installPack(db, samplePack(), ABOUT);
  on = true;
  time = Date.UTC(2026, 1, 1);
  history = createHistory({ db, now: () => new Date(time++), isOn: async () => on, onRead: async () => undefined });
});

const NAMES: Record<string, [string, EntityId]> = {
  江河: ['official', 'person/jiang-he'],
  林水: ['official', 'person/lin-shui'],
  区水利局: ['organization', 'org/wujin.water'],
};
const page = (path: string, text: string, more: Partial<ReadPage> = {}): ReadPage => {
  const mentions = Object.entries(NAMES).flatMap(([name, [type, entityId]]) => {
    const start = text.indexOf(name);
    return start < 0 ? [] : [{ start, end: start + name.length, text: name, type, name, entityId, votes: [] }];
  });
  const read = { url: `http://www.wj.gov.cn/${path}`, text, title: path, date: '2026-01-31', source: '武进日报', mentions, ...more };
  return v.parse(BACKGROUND_INPUTS['history.record'].input, read);
};
const tab = (incognito: boolean) => ({ tab: { incognito } }) as Sender;
const met = async (entityId: EntityId, more: { pages?: number; companions?: number } = {}) => {
  const answer = await history.met(v.parse(BACKGROUND_INPUTS['history.met'].input, { entityId, ...more }));
  return v.parse(BACKGROUND_MESSAGES['history.met'].output, answer);
};

describe('a page that was read', () => {
  it('is kept with who was met on it', async () => {
    await history.record(page('a#top', '区水利局局长江河到场。'), tab(false));
    expect(await met('person/jiang-he')).toEqual({
      on: true,
      pages: 1,
      latest: [
        {
          page: 'http://www.wj.gov.cn/a',
          host: 'www.wj.gov.cn',
          title: 'a#top',
          publisher: '武进日报',
          date: '2026-01-31',
          readAt: '2026-02-01T00:00:00.000Z',
          times: 1,
          text: '江河',
          sentence: '区水利局局长江河到场。',
          mentions: 1,
        },
      ],
      companions: [],
    });
  });

  it('is not kept from a private window, nor from nobody knows where, nor while the reader wants none', async () => {
    await history.record(page('a', '江河到场。'), tab(true));
    await history.record(page('a', '江河到场。'), {} as Sender);
    on = false;
    await history.record(page('a', '江河到场。'), tab(false));
    expect(await met('person/jiang-he')).toEqual({ on: false, pages: 0, latest: [], companions: [] });
  });

  it('is not kept when nobody is on it', async () => {
    await history.record(page('a', '无人到场。'), tab(false));
    await history.record(page('a', '江河到场。'), tab(false));
    expect((await met('person/jiang-he')).latest[0]!.times).toBe(1);
  });

  it('tells with whom one is met, the most often first, as the index names them', async () => {
    await history.record(page('a', '区水利局江河、林水到场。'), tab(false));
    await history.record(page('b', '区水利局江河到场。', { date: '2026-01-30' }), tab(false));
    expect((await met('person/jiang-he', { companions: 5, pages: 0 })).companions).toEqual([
      { entityId: 'org/wujin.water', name: '常州市武进区水利局', type: 'organization', pages: 2, last: '2026-01-31' },
      { entityId: 'person/lin-shui', name: '林水', type: 'official', pages: 1, last: '2026-01-31' },
    ]);
    expect((await met('person/jiang-he', { companions: 1, pages: 1 })).companions).toHaveLength(1);
  });
});

it.each([{ entityId: 'person/jiang-he' }, { page: 'http://www.wj.gov.cn/a' }, { host: 'www.wj.gov.cn' }, { everything: true }] as const)(
  'forgets %o',
  async (scope) => {
    await history.record(page('a', '江河到场。'), tab(false));
    await history.forget(v.parse(BACKGROUND_INPUTS['history.forget'].input, scope));
    expect((await met('person/jiang-he')).pages).toBe(0);
  },
);
