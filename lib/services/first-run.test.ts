import { beforeEach, expect, it, vi } from 'vitest';
import { showFirstRun } from './first-run';

const world = vi.hoisted(() => ({ installType: 'normal', opened: [] as string[] }));
vi.mock('wxt/browser', () => ({
  browser: {
    management: { getSelf: async () => ({ installType: world.installType }) },
    runtime: { getURL: (path: string) => `chrome-extension://ours${path}` },
    tabs: { create: async ({ url }: { url: string }) => void world.opened.push(url) },
  },
}));

beforeEach(() => Object.assign(world, { installType: 'normal', opened: [] }));

it('opens one page when the reader installs the extension', async () => {
  await showFirstRun('install');
  expect(world.opened).toEqual(['chrome-extension://ours/welcome.html']);
});

it.each([
  ['update', 'normal'],
  ['browser_update', 'normal'],
  ['install', 'development'],
])('opens none on %s of a %s installation', async (reason, installType) => {
  world.installType = installType;
  await showFirstRun(reason);
  expect(world.opened).toEqual([]);
});
