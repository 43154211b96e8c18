import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page as PlaywrightPage, type Worker } from 'playwright-core';
import { findBrowser } from '../../tools/browsers.mjs';
import { callSource, type Driver, type Emulated, type LaunchOptions, type Page, parseResult } from './driver';
import { dropDatabase, FILLING, fillDatabase, LIMIT, limitedCopy } from './limited';

/** What only Chromium tells. */
interface MeasuredPage extends Page {
  /** Seconds of the processor the page's main thread has taken so far; what else the machine does is not in it. */
  workSeconds(): Promise<number>;
}

interface ChromiumDriver extends Driver {
  open(url: string): Promise<MeasuredPage>;
}

class ChromiumPage implements MeasuredPage {
  readonly errors: string[] = [];

  constructor(
    private readonly page: PlaywrightPage,
    private readonly cdp: CDPSession,
  ) {
    // Through the protocol rather than the page's events: it also reports what the extension's isolated world throws.
    cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: e }) => this.errors.push(e.exception?.description ?? e.text));
    cdp.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error') this.errors.push(args.map((arg) => arg.description ?? String(arg.value)).join(' '));
    });
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load' });
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'load' });
  }

  async evaluate<A extends unknown[], T>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    // Not page.evaluate: that goes through eval, which a strict page forbids.
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      expression: callSource(run, args),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return parseResult(result.value);
  }

  async execute(source: string): Promise<void> {
    const { exceptionDetails } = await this.cdp.send('Runtime.evaluate', { expression: `${source};undefined` });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  inCard<A extends unknown[], T>(run: (root: ShadowRoot, ...args: A) => T | Promise<T>, ...args: A): Promise<T | null> {
    return this.inShadow('longcheng-card', run, args);
  }

  inNotice<A extends unknown[], T>(run: (root: ShadowRoot, ...args: A) => T | Promise<T>, ...args: A): Promise<T | null> {
    return this.inShadow('longcheng-notice', run, args);
  }

  private async inShadow<A extends unknown[], T>(
    tag: string,
    run: (root: ShadowRoot, ...args: A) => T | Promise<T>,
    args: A,
  ): Promise<T | null> {
    const { result: host } = await this.cdp.send('Runtime.evaluate', { expression: `document.querySelector('${tag}')` });
    if (!host.objectId) return null;
    const { node } = await this.cdp.send('DOM.describeNode', { objectId: host.objectId, pierce: true });
    const shadow = node.shadowRoots?.[0];
    if (!shadow) return null;
    const { object } = await this.cdp.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const { result, exceptionDetails } = await this.cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function () { const root = this; return ${callSource(run, args, 'root')}; }`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return parseResult(result.value);
  }

  async move(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y);
  }

  async click(x: number, y: number): Promise<void> {
    await this.page.mouse.click(x, y);
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async activate(): Promise<void> {
    await this.page.bringToFront();
  }

  async workSeconds(): Promise<number> {
    await this.cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  }

  async emulate(as: Emulated): Promise<void> {
    await this.page.emulateMedia({
      media: as === 'print' ? 'print' : 'screen',
      forcedColors: as === 'forced-colors' ? 'active' : 'none',
      colorScheme: as === 'dark' ? 'dark' : 'light',
    });
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  /** Ends every worker of this page's storage at once. */
  async stopWorkers(): Promise<void> {
    await this.cdp.send('ServiceWorker.enable');
    await this.cdp.send('ServiceWorker.stopAllWorkers');
  }

  async close(): Promise<void> {
    await this.page.close();
  }
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
