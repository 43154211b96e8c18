import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../tools/setup.mjs';

/** One of our side scripts as a single script, to be run in a page of the extension. */
export async function bundleForPage(entry: string): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'chrome128', lib: { entry: join(ROOT, entry), formats: ['iife'], name: 'bench' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('nothing was bundled');
  return output.output[0].code;
}
