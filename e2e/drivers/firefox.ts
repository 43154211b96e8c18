import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../tools/browsers.mjs';
import { Bidi } from './bidi';
import type { Driver, LaunchOptions, Page } from './driver';
import { evaluateInBrowser, FirefoxPage } from './firefox-page';
import { dropDatabase, FILLING, fillDatabase, LIMIT, limitedCopy } from './limited';

/** Fixed, so that the address of the extension's pages is known beforehand. */
const UUID = '6c6f6e67-6368-4656-8e67-70616e677a68';

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

  async fillStorage(page: Page): Promise<() => Promise<void>> {
    await page.evaluate(fillDatabase, FILLING);
    return () => page.evaluate(dropDatabase, FILLING);
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
    ...(options.limited && { 'dom.quotaManager.temporaryStorage.fixedLimit': Math.ceil(LIMIT / 1000) }),
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
  const extension = options.limited ? await limitedCopy(options.extension, profile) : options.extension;
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
    await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    return new Firefox(bidi, process, profile, extensionId, size);
  } catch (error) {
    process.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    throw error;
  }
}
