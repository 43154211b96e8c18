import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Worker } from 'playwright-core';
import { findBrowser } from '../../tools/browsers.mjs';
import { ChromiumPage, type MeasuredPage } from './chromium-page';
import type { Driver, LaunchOptions, Page } from './driver';
import { dropDatabase, FILLING, fillDatabase, LIMIT, limitedCopy } from './limited';

interface ChromiumDriver extends Driver {
  open(url: string): Promise<MeasuredPage>;
}

class Chromium implements ChromiumDriver {
  readonly name = 'chromium';
  readonly closed: Promise<void>;

  constructor(
    private readonly context: BrowserContext,
    private readonly profile: string,
    private readonly extensionId: string,
    /** Sets how many bytes the extension may keep. */
    private readonly limiter?: (bytes: number) => Promise<unknown>,
  ) {
    this.closed = new Promise((resolve) => context.once('close', () => resolve()));
  }

  extensionUrl(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  async open(url: string): Promise<MeasuredPage> {
    const page = await this.context.newPage();
    const cdp = await this.context.newCDPSession(page);
    await cdp.send('Runtime.enable');
    const opened = new ChromiumPage(page, cdp);
    await opened.goto(url);
    return opened;
  }

  async allowHost(host: string): Promise<void> {
    const page = await this.context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      ([id, pattern]) => {
        interface Private {
          developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
        }
        return (globalThis as unknown as { chrome: Private }).chrome.developerPrivate.addHostPermission(id ?? '', pattern ?? '');
      },
      [this.extensionId, `*://${host}/*`],
    );
    await page.close();
  }

  async callOn(page: Page): Promise<void> {
    await page.activate();
    const cdp = await this.context.browser()?.newBrowserCDPSession();
    if (!cdp) throw new Error('no browser session');
    const url = await page.evaluate(() => location.href);
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] } as never);
    const target = targetInfos.find((info) => info.url === url);
    await cdp.send('Extensions.triggerAction' as never, { id: this.extensionId, targetId: target?.targetId } as never);
    await cdp.detach();
  }

  async chooseMenu(page: Page, item: string): Promise<void> {
    const chosen = await page.evaluate(() => ({ selectionText: getSelection()?.toString() ?? '', pageUrl: location.href }));
    const [worker] = this.context.serviceWorkers();
    // The browser's menu cannot be opened here: its event is what the extension gets of it.
    await worker?.evaluate(
      async (info) => {
        interface Menus {
          tabs: { query(filter: object): Promise<{ url?: string }[]> };
          contextMenus: { onClicked: { dispatch(info: object, tab: object | undefined): void } };
        }
        const { tabs, contextMenus } = (globalThis as unknown as { chrome: Menus }).chrome;
        const tab = (await tabs.query({})).find(({ url }) => url === info.pageUrl);
        contextMenus.onClicked.dispatch({ editable: false, frameId: 0, ...info }, tab);
      },
      { menuItemId: item, ...chosen },
    );
  }

  async killBackground(page: Page): Promise<void> {
    await (page as ChromiumPage).stopWorkers();
  }

  async fillStorage(page: Page): Promise<() => Promise<void>> {
    await page.evaluate(fillDatabase, FILLING);
    return async () => {
      // What was dropped still lies on the disk for a while.
      await this.limiter?.(LIMIT * 2);
      await page.evaluate(dropDatabase, FILLING);
    };
  }

  async stopBackground(): Promise<void> {
    const cdp = await this.context.browser()?.newBrowserCDPSession();
    if (!cdp) throw new Error('no browser session');
    const isWorker = (target: { type: string; url: string }) => target.type === 'service_worker' && target.url.includes(this.extensionId);
    const workers = async () => (await cdp.send('Target.getTargets')).targetInfos.filter(isWorker).map(({ targetId }) => targetId);
    const ended = await workers();
    // Only these: an open page of the extension may wake the next one meanwhile. And again after a while: a busy worker is not ended at once, and one asked too often is left hanging.
    const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    for (;;) {
      const left = (await workers()).filter((targetId) => ended.includes(targetId));
      if (left.length === 0) break;
      for (const targetId of left) await cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
      for (let waited = 0; waited < 500 && (await workers()).some((targetId) => ended.includes(targetId)); waited += 20) await pause(20);
    }
    await cdp.detach();
  }

  async command(name: string): Promise<void> {
    const worker = await this.worker();
    await worker.evaluate((command) => {
      const { onCommand } = (globalThis as unknown as { chrome: { commands: { onCommand: { dispatch(name: string): void } } } }).chrome
        .commands;
      onCommand.dispatch(command);
    }, name);
  }

  async reloadExtension(): Promise<void> {
    const worker = await this.worker();
    const ended = new Promise((resolve) => worker.once('close', resolve));
    await worker
      .evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
      .catch(() => undefined);
    await ended;
  }

  /** The background worker, which may have to be woken. */
  private async worker(): Promise<Worker> {
    return this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent('serviceworker'));
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Starts Chromium with a new profile and the extension; every host name leads to the local server. */
export async function launchChromium(options: LaunchOptions): Promise<ChromiumDriver> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is not installed (npm run setup)');
  const profile = await mkdtemp(join(tmpdir(), 'longcheng-chromium-'));
  const extension = options.limited ? await limitedCopy(options.extension, profile) : options.extension;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless,
    viewport: options.headless ? { width: options.width ?? 1200, height: options.height ?? 900 } : null,
    colorScheme: options.colorScheme ?? 'light',
    locale: 'zh-CN',
    // The language of the extension's own texts: on Linux it comes from here.
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${options.port}`,
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      '--no-first-run',
      '--lang=zh-CN',
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const { host, protocol } = new URL(worker.url());
  let limiter: ((bytes: number) => Promise<unknown>) | undefined;
  if (options.limited) {
    // The limit lasts as long as who set it; and it is set before the index is stored, as what was free then is remembered for a while.
    const cdp = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
    limiter = (quotaSize) => cdp.send('Storage.overrideQuotaForOrigin', { origin: `${protocol}//${host}`, quotaSize });
    await limiter(LIMIT);
  }
  return new Chromium(context, profile, host, limiter);
}
