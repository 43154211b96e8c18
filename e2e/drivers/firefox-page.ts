import { writeFile } from 'node:fs/promises';
import type { Bidi } from './bidi';
import { callSource, type Emulated, type Page, parseResult } from './driver';
import { PageWithOurs } from './page-with-ours';

interface RemoteValue {
  type: string;
  value?: unknown;
  sharedId?: string;
}
type EvaluateResult = { type: string; result?: RemoteValue; exceptionDetails?: { text: string } };

function unpack<T>(answer: EvaluateResult): T {
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
  return parseResult(answer.result?.value as string | undefined);
}

/** Evaluates in the browser's own (chrome) context; the expression gives a promise of JSON, or JSON. */
export async function evaluateInBrowser<T>(bidi: Bidi, expression: string): Promise<T> {
  const { contexts } = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const target = { context: contexts[0]?.context };
  return unpack(await bidi.send<EvaluateResult>('script.evaluate', { expression, target, awaitPromise: true }));
}

/** Keys that have no character, as WebDriver writes them. */
const KEYS: Record<string, string> = {
  Escape: '\uE00C',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** One tab of Firefox. */
export class FirefoxPage extends PageWithOurs implements Page {
  readonly errors: string[] = [];

  constructor(
    private readonly bidi: Bidi,
    private readonly context: string,
  ) {
    super();
    bidi.on('log.entryAdded', (entry) => {
      const source = entry.source as { context?: string };
      if (entry.level === 'error' && source.context === context) this.errors.push(String(entry.text));
    });
  }

  async goto(url: string): Promise<void> {
    await this.bidi.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
  }

  async reload(): Promise<void> {
    await this.bidi.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  }

  async evaluate<A extends unknown[], T>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const answer = await this.bidi.send<EvaluateResult>('script.evaluate', {
      expression: callSource(run, args),
      target: { context: this.context },
      awaitPromise: true,
    });
    return unpack(answer);
  }

  async execute(source: string): Promise<void> {
    unpack(
      await this.bidi.send<EvaluateResult>('script.evaluate', {
        expression: `${source};undefined`,
        target: { context: this.context },
        awaitPromise: false,
      }),
    );
  }

  protected async inShadow<A extends unknown[], T>(
    tag: string,
    run: (root: ShadowRoot, ...args: A) => T | Promise<T>,
    args: A,
  ): Promise<T | null> {
    const target = { context: this.context };
    const host = await this.bidi.send<EvaluateResult>('script.evaluate', {
      expression: `document.querySelector('${tag}')`,
      target,
      awaitPromise: false,
      // The protocol hands out closed shadow roots too when it is asked for all of them.
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    });
    const shadow = (host.result?.value as { shadowRoot?: RemoteValue } | undefined)?.shadowRoot;
    if (!shadow?.sharedId) return null;
    const answer = await this.bidi.send<EvaluateResult>('script.callFunction', {
      functionDeclaration: `(root) => ${callSource(run, args, 'root')}`,
      arguments: [{ sharedId: shadow.sharedId }],
      target,
      awaitPromise: true,
    });
    return unpack(answer);
  }

  async move(x: number, y: number): Promise<void> {
    await this.act('pointer', [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }]);
  }

  async click(x: number, y: number): Promise<void> {
    await this.act('pointer', [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const move = ({ x, y }: { x: number; y: number }) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) });
    const between = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    await this.act('pointer', [move(from), { type: 'pointerDown', button: 0 }, move(between), move(to), { type: 'pointerUp', button: 0 }]);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.bidi.send('browsingContext.setViewport', { context: this.context, viewport: { width, height } });
  }

  async press(key: string): Promise<void> {
    const value = KEYS[key] ?? key;
    await this.act('key', [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
  }

  async activate(): Promise<void> {
    await this.bidi.send('browsingContext.activate', { context: this.context });
  }

  async emulate(as: Emulated): Promise<void> {
    await this.activate();
    await evaluateInBrowser(
      this.bidi,
      `(() => {
        const { browsingContext } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser;
        browsingContext.mediumOverride = ${JSON.stringify(as === 'print' ? 'print' : '')};
        browsingContext.prefersColorSchemeOverride = ${JSON.stringify(as === 'dark' ? 'dark' : 'none')};
        browsingContext.forcedColorsOverride = ${JSON.stringify(as === 'forced-colors' ? 'active' : 'none')};
        return '""';
      })()`,
    );
  }

  async screenshot(file: string): Promise<void> {
    const { data } = await this.bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context: this.context });
    await writeFile(file, Buffer.from(data, 'base64'));
  }

  async close(): Promise<void> {
    await this.bidi.send('browsingContext.close', { context: this.context });
  }

  private async act(type: 'pointer' | 'key', actions: Record<string, unknown>[]): Promise<void> {
    const source = { type, id: type, ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }), actions };
    await this.bidi.send('input.performActions', { context: this.context, actions: [source] });
  }
}
