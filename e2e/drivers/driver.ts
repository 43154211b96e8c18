export type Emulated = 'screen' | 'dark' | 'print' | 'forced-colors';

/** What tests and the demo need of a browser; Chromium and Firefox each fill it in their own way. */
export interface Page {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a self-contained function in the page; arguments and result travel as JSON. */
  evaluate<A extends unknown[], T>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Runs a script in the page, as a whole; what it leaves on the global object stays. */
  execute(source: string): Promise<void>;
  /** Runs a self-contained function on the closed shadow root of the page's `<longcheng-card>`; null when there is none. */
  inCard<A extends unknown[], T>(run: (root: ShadowRoot, ...args: A) => T | Promise<T>, ...args: A): Promise<T | null>;
  /** The same for `<longcheng-notice>`. */
  inNotice<A extends unknown[], T>(run: (root: ShadowRoot, ...args: A) => T | Promise<T>, ...args: A): Promise<T | null>;
  /** Moves the pointer to a point of the viewport, in CSS pixels. */
  move(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Presses the pointer at one point, moves it to the other and lets go. */
  drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void>;
  /** Gives the viewport another size, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Presses and releases a key by its name (`Escape`, `Tab`, `a`). */
  press(key: string): Promise<void>;
  /** Makes this the active tab of its window. */
  activate(): Promise<void>;
  /** Shows the page as a medium would, or with dark colours or such as the system forces. Only for the active tab. */
  emulate(as: Emulated): Promise<void>;
  /** Saves the viewport as PNG. */
  screenshot(file: string): Promise<void>;
  /** Uncaught errors and console errors of this page so far, the extension's scripts on it included. */
  errors: readonly string[];
  close(): Promise<void>;
}

export interface Driver {
  name: 'chromium' | 'firefox';
  /** Address of a page of the extension (`popup.html`). */
  extensionUrl(path: string): string;
  open(url: string): Promise<Page>;
  /** Permits the extension to read a host, as the reader would in the browser's own prompt. */
  allowHost(host: string): Promise<void>;
  /** Calls upon the extension from the toolbar over a page, without the popup: the page's tab may be read from then on. */
  callOn(page: Page): Promise<void>;
  /** Chooses an item of our context menu over a page, with some of its text selected. */
  chooseMenu(page: Page, item: string): Promise<void>;
  /** Ends the background worker (or event page) as the browser itself would; the next message wakes it anew. */
  stopBackground(): Promise<void>;
  /** Ends it at once, amid whatever it does, from a page of the extension. */
  killBackground(page: Page): Promise<void>;
  /** Has the extension do what a key of that command makes it do; keys of the browser itself cannot be pressed from here. */
  command(name: string): Promise<void>;
  /** Loads the extension anew, as an update does. */
  reloadExtension(): Promise<void>;
  /**
   * Leaves the extension no space for another write, seen from one of its pages, until what it gives is called. Only where the
   * extension was launched with `limited`.
   */
  fillStorage(page: Page): Promise<() => Promise<void>>;
  /** Resolves when the browser has ended, by us or by whoever sits before it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Port of the local server that answers for every host. */
  port: number;
  headless: boolean;
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** The extension may keep no more than any web page: it must not ask for `unlimitedStorage`. */
  limited?: boolean;
}

/** Source of an expression that runs `run` with JSON arguments. `target` is put before them when it is given. */
export function callSource(run: (...args: never[]) => unknown, args: unknown[], target?: string): string {
  const values = [...(target ? [target] : []), ...args.map((arg) => (arg === undefined ? 'undefined' : JSON.stringify(arg)))];
  // esbuild marks named functions by a helper that exists only on our side.
  return `(async () => { const __name = (f) => f; return JSON.stringify(await (${run.toString()})(${values.join(', ')})); })()`;
}

export function parseResult<T>(json: string | undefined): T {
  return (json === undefined ? undefined : JSON.parse(json)) as T;
}
