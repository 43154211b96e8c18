import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findBrowser } from './browsers.mjs';

// Makes a fresh clone ready. Plain JavaScript without packages, since it is what installs them.
// Everything it says goes to stderr: stdout belongs to the command that called it.

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} line */
const say = (line) => process.stderr.write(`setup: ${line}\n`);

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function run(command, args, env = process.env) {
  say([command, ...args].join(' '));
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], env });
  if (error) say(error.message);
  return status === 0;
}

/** @param {string} file */
function lockedVersions(file) {
  /** @type {Record<string, {version?: string, optional?: boolean}>} */
  const packages = JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  return new Map(Object.entries(packages));
}

/** npm notes what it installed in node_modules; every package of the lockfile must be there in the version it names. */
function packagesAreCurrent() {
  try {
    const installed = lockedVersions('node_modules/.package-lock.json');
    for (const [path, { version, optional }] of lockedVersions('package-lock.json')) {
      if (path !== '' && !optional && installed.get(path)?.version !== version) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Installs npm packages when they are missing or not those of the lockfile. Ends the process when that fails. */
export function ensurePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    say(`Node 20.19 or newer is needed; this is ${process.versions.node}`);
    process.exit(1);
  }
  if (packagesAreCurrent()) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Inherited npm settings of an outer `npm run --silent` would hide why an install failed.
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_config_(loglevel|prefix)$/i.test(key)));
  if (run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], env) && packagesAreCurrent()) return;
  say('installing the packages failed; run: npm ci');
  process.exit(1);
}

function hasChineseFont() {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (error) return process.platform !== 'linux';
  return stdout.trim() !== '';
}

/**
 * Installs browsers and a Chinese font through apt-get where that is possible; else says in one line what to run.
 * @param {('chromium' | 'firefox')[]} names
 */
export function ensureBrowsers(names) {
  // The second one lets Chromium, and with it the extension, speak Chinese.
  const packagesOf = { chromium: ['chromium', 'chromium-l10n'], firefox: ['firefox-esr'] };
  const wanted = names.filter((name) => !findBrowser(name)).flatMap((name) => packagesOf[name]);
  if (!hasChineseFont()) wanted.push('fonts-noto-cjk');
  if (wanted.length === 0) return;
  const install = ['install', '-y', '--no-install-recommends', ...wanted];
  const isRoot = process.getuid?.() === 0;
  const hasApt = !spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).error;
  if (isRoot && hasApt) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if (run('apt-get', ['-q', 'update'], env) && run('apt-get', ['-q', ...install], env)) return;
  }
  say(
    `not found: ${wanted.join(', ')}; ${hasApt ? `run: sudo apt-get ${install.join(' ')}` : 'please install them (or set CHROMIUM_PATH, FIREFOX_PATH)'}`,
  );
}

/**
 * Runs one of the TypeScript tools in this process, after packages are there.
 * @param {string} file path from the project's root
 */
export async function runTool(file) {
  const { register } = await import('tsx/esm/api');
  // The project's tsconfig extends a generated one that a fresh clone does not have yet.
  register({ tsconfig: false });
  await import(pathToFileURL(join(ROOT, file)).href);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensurePackages();
  ensureBrowsers(['chromium', 'firefox']);
}
