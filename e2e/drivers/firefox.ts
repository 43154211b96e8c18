import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../tools/browsers.mjs';
import { Bidi } from './bidi';
import { callSource, type Driver, type LaunchOptions, type Page, parseResult } from './driver';

/** Fixed, so that the address of the extension's pages is known beforehand. */
const UUID = '6c6f6e67-6368-4656-8e67-70616e677a68';

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
async function evaluateInBrowser<T>(bidi: Bidi, expression: string): Promise<T> {
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

class FirefoxPage implements Page {
  readonly errors: string[] = [];

  constructor(
    private readonly bidi: Bidi,
    private readonly context: string,
  ) {
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

  async emulate(as: 'screen' | 'print' | 'forced-colors'): Promise<void> {
    await this.activate();
    await evaluateInBrowser(
      this.bidi,
      `(() => {
        const { browsingContext } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser;
        browsingContext.mediumOverride = ${JSON.stringify(as === 'print' ? 'print' : '')};
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

class Firefox implements Driver {
  readonly name = 'firefox';
  readonly closed: Promise<void>;

  constructor(
    private readonly bidi: Bidi,
    private readonly process: ChildProcess,
    private readonly profile: string,
    private readonly extensionId: string,
    private readonly size: { width: number; height: number } | null,
  ) {
    this.closed = new Promise((resolve) => process.once('exit', () => resolve()));
  }

  extensionUrl(path: string): string {
    return `moz-extension://${UUID}/${path}`;
  }

  async open(url: string): Promise<Page> {
    const { context } = await this.bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    if (this.size) await this.bidi.send('browsingContext.setViewport', { context, viewport: this.size });
    const page = new FirefoxPage(this.bidi, context);
    await page.goto(url);
    return page;
  }

  async allowHost(host: string): Promise<void> {
    const granted = { permissions: [], origins: [`*://${host}/*`] };
    await this.inBrowser(`ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
      .ExtensionPermissions.add(extension.id, ${JSON.stringify(granted)}, extension)`);
  }

  async callOn(page: Page): Promise<void> {
    await page.activate();
    await this.inBrowser(`extension.tabManager.addActiveTabPermission(
      Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedTab)`);
  }

  async chooseMenu(page: Page, item: string): Promise<void> {
    await page.activate();
    const chosen = await page.evaluate(() => ({ selectionText: getSelection()?.toString() ?? '', pageUrl: location.href }));
    const info = JSON.stringify({ menuItemId: item, editable: false, frameId: 0, modifiers: [], button: 0, ...chosen });
    await this.inBrowser(`extension.wakeupBackground?.().then(() => extension.emit('webext-menu-menuitem-click', ${info},
      Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedTab))`);
  }

  async killBackground(): Promise<void> {
    await this.stopBackground();
  }

  async stopBackground(): Promise<void> {
    await this.inBrowser('extension.terminateBackground({ disableResetIdleForTest: true })');
  }

  /** Runs an expression in the browser itself, with our extension as it sees it. */
  private async inBrowser(expression: string): Promise<void> {
    const policy = `WebExtensionPolicy.getByID(${JSON.stringify(this.extensionId)})`;
    await evaluateInBrowser(this.bidi, `(async ({ extension }) => { await ${expression}; return '"done"'; })(${policy})`);
  }

  async command(name: string): Promise<void> {
    const extension = `WebExtensionPolicy.getByID(${JSON.stringify(this.extensionId)}).extension`;
    await evaluateInBrowser(this.bidi, `Promise.resolve(${extension}.shortcuts.onCommand(${JSON.stringify(name)})).then(() => '""')`);
  }

  async reloadExtension(): Promise<void> {
    await evaluateInBrowser(
      this.bidi,
      `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager.getAddonByID(${JSON.stringify(this.extensionId)})
        .then((addon) => addon.reload()).then(() => '""')`,
    );
  }

  async close(): Promise<void> {
    await this.bidi.send('browser.close').catch(() => this.process.kill());
    await this.closed;
    this.bidi.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

function preferences(options: LaunchOptions, extensionId: string): string {
  const prefs: Record<string, string | number | boolean> = {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: UUID }),
    // Every host name leads to the local server, which answers as a proxy.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': options.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': options.port,
    'network.proxy.allow_hijacking_localhost': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'dom.security.https_first': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'app.update.disabledForTesting': true,
    'intl.accept_languages': 'zh-CN, zh, en',
    'intl.locale.requested': 'zh-CN',
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    'remote.prefs.recommended': true,
  };
  return Object.entries(prefs)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    .join('\n');
}

async function bidiAddress(process: ChildProcess): Promise<string> {
  let log = '';
  return new Promise((resolve, reject) => {
    process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(log);
      if (found?.[1]) resolve(found[1]);
    });
    process.once('exit', () => reject(new Error(`Firefox ended before it listened:\n${log}`)));
    process.once('error', reject);
  });
}

async function geckoId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** Starts Firefox with a new profile and the extension, driven by WebDriver BiDi without geckodriver. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const executable = findBrowser('firefox');
  if (!executable) throw new Error('Firefox is not installed (npm run setup)');
  const profile = await mkdtemp(join(tmpdir(), 'longcheng-firefox-'));
  const extensionId = await geckoId(options.extension);
  await writeFile(join(profile, 'user.js'), preferences(options, extensionId));
  const size = options.headless ? { width: options.width ?? 1200, height: options.height ?? 900 } : null;
  const process = spawn(
    executable,
    [
      ...(options.headless ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    const bidi = await Bidi.connect(`${await bidiAddress(process)}/session`);
    await bidi.send('session.new', { capabilities: {} });
    await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
    await bidi.send('webExtension.install', { extensionData: { type: 'path', path: options.extension } });
    return new Firefox(bidi, process, profile, extensionId, size);
  } catch (error) {
    process.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    throw error;
  }
}
