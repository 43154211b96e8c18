import { expect, it } from 'vitest';
import { ask } from './background';
import type { Page } from './drivers/driver';
import { inEachBrowser, until } from './reader';
import { demoSite } from './site/site';
import { pressControl, textsOf, typeInto } from './toolbar';

interface Storage {
  storage: { sync: { get(): Promise<Record<string, unknown>>; set(items: object): Promise<void> } };
}
const posted = (page: Page) =>
  page.evaluate(() => {
    const scope = globalThis as unknown as Record<'browser' | 'chrome', Storage>;
    return (scope.browser ?? scope.chrome).storage.sync.get();
  });
const post = (page: Page, items: object) =>
  page.evaluate((given) => {
    const scope = globalThis as unknown as Record<'browser' | 'chrome', Storage>;
    return (scope.browser ?? scope.chrome).storage.sync.set(given);
  }, items);

/** As another machine would have written it. */
const FROM_ELSEWHERE = {
  'sync-v1.elsewhere.0': {
    's:person/zhu-xiaoping': [
      { other: 1 },
      {
        there: [['other', 1, 1, true]],
        name: [['other', 1, 1, '朱小平']],
        note: [['other', 1, 1, '别处写的']],
        't:水利': [['other', 1, 1, true]],
      },
    ],
  },
};

inEachBrowser(demoSite, (desk) => {
  it('puts what is saved into the browser’s sync storage once it is on, and takes in what another machine put there', async () => {
    const { driver } = desk;
    const options = await driver.open(`${driver.extensionUrl('options.html')}#/sync`);
    await ask(options, 'index.status'); // Answered once there is an index.
    await ask(options, 'saved.put', { entityId: 'person/zhu-xiaoping', note: '本机写的' });
    await until('page', async () => (await textsOf(options, '.sync [role=switch]')).length === 1);
    expect(await posted(options)).toEqual({});
    await pressControl(options, '.sync [role=switch]');
    await ask(options, 'sync.run');
    expect(JSON.stringify(await posted(options))).toContain('本机写的');
    await post(options, FROM_ELSEWHERE);
    await ask(options, 'sync.run');
    const [saved] = await ask<{ note: string; tags: string[] }[]>(options, 'saved.list');
    expect(saved?.note.split('\n').sort()).toEqual(['别处写的', '本机写的']);
    expect(saved?.tags).toEqual(['水利']);
    // Of the other machine's item nothing is left but in ours.
    expect(Object.keys(await posted(options))).not.toContain('sync-v1.elsewhere.0');
    await driver.stopBackground();
    await ask(options, 'sync.run');
    expect(JSON.stringify(await posted(options))).toContain('别处写的');
    expect(options.errors).toEqual([]);
    await options.close();
  });

  it('wipes everything on this machine once that is written out, and reads on as after installation', async () => {
    const { driver } = desk;
    const options = await driver.open(`${driver.extensionUrl('options.html')}#/storage`);
    await ask(options, 'saved.put', { entityId: 'person/zhu-xiaoping', note: '要清除的' });
    const word = await until('form', () =>
      options.evaluate(() => /[“"]([^”"]+)[”"]/.exec(document.querySelector('.reset label')?.textContent ?? '')?.[1] ?? null),
    );
    await typeInto(options, '.reset input', word);
    await pressControl(options, '.reset [type=submit]:enabled');
    await until('nothing saved', async () => (await ask<unknown[]>(options, 'saved.list')).length === 0);
    // The copy in the sync storage is another matter: with sync off again it neither comes back nor goes.
    expect(await ask(options, 'sync.run')).toEqual({});
    expect(await ask<unknown[]>(options, 'saved.list')).toEqual([]);
    await until(
      'index as installed',
      async () => (await ask<{ total: number }>(options, 'entities.search', { query: '朱小平' })).total > 0,
    );
    await options.close();
  });
});
