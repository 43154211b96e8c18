import type { CDPSession, Page as PlaywrightPage } from 'playwright-core';
import { callSource, type Emulated, type Page, parseResult } from './driver';
import { PageWithOurs } from './page-with-ours';

/** What only Chromium tells. */
export interface MeasuredPage extends Page {
  /** Seconds of the processor the page's main thread has taken so far; what else the machine does is not in it. */
  workSeconds(): Promise<number>;
}

/** One tab of Chromium. */
export class ChromiumPage extends PageWithOurs implements MeasuredPage {
  readonly errors: string[] = [];

  constructor(
    private readonly page: PlaywrightPage,
    private readonly cdp: CDPSession,
  ) {
    super();
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

  protected async inShadow<A extends unknown[], T>(
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
