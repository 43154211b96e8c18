import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// Plain JavaScript: setup runs this before any package is installed.
// Branded Chrome is left out on purpose: it no longer loads an unpacked extension from the command line.
const CANDIDATES = {
  chromium: ['chromium', 'chromium-browser', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  firefox: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
};

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of an installed browser, or undefined. CHROMIUM_PATH and FIREFOX_PATH go before what is found on PATH.
 * @param {'chromium' | 'firefox'} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  const given = process.env[`${name.toUpperCase()}_PATH`];
  if (given) return isExecutable(given) ? given : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const candidate of CANDIDATES[name]) {
    const files = candidate.startsWith('/') ? [candidate] : folders.map((folder) => join(folder, candidate));
    const found = files.find(isExecutable);
    if (found) return found;
  }
  return undefined;
}
