import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../tools/setup.mjs';
import { builtExtension } from './reader';

interface Manifest {
  manifest_version: number;
  permissions: string[];
  host_permissions: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  background: { service_worker?: string; scripts?: string[] };
  content_scripts: { matches: string[]; js: string[] }[];
  content_security_policy: { extension_pages: string };
}

const KB = 1024;

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/** A script with everything it imports before it can run. */
function sizeWithImports(folder: string, script: string, seen = new Set<string>()): number {
  const file = join(folder, script);
  if (seen.has(file)) return 0;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const imports = [...source.matchAll(/\b(?:from|import)\s*["'](\.{0,2}\/[^"']+\.js)["']/g)].map((match) => match[1] ?? '');
  const below = imports.map((path) => {
    const target = path.startsWith('/') ? path.slice(1) : join(script, '..', path);
    return existsSync(join(folder, target)) ? sizeWithImports(folder, target, seen) : 0;
  });
  return below.reduce((total, size) => total + size, statSync(file).size);
}

/** Permissions in the table under a heading. */
function documentedUnder(heading: string, browser: string): string[] {
  const section = readFileSync(join(ROOT, 'docs/permissions.md'), 'utf8')
    .split(/^(?=## )/m)
    .find((part) => part.startsWith(heading));
  const rows = [...(section ?? '').matchAll(/^\| `([^`]+)`(?: \((\w+)\))? +\|/gm)];
  return rows.flatMap(([, permission = '', only]) => (only === undefined || only.toLowerCase() === browser ? [permission] : []));
}

describe.each(['chromium', 'firefox'] as const)('the package for %s', (name) => {
  const folder = builtExtension(name);
  const manifest = manifestOf(folder);

  it('asks for exactly the permissions that are documented', () => {
    expect(manifest.manifest_version).toBe(3);
    expect([...manifest.permissions, ...manifest.host_permissions].sort()).toEqual(documentedUnder('## 安装时', name).sort());
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(documentedUnder('## 由读者逐个允许', name));
  });

  it('runs content scripts on the sites it may read, and nowhere else', () => {
    for (const script of manifest.content_scripts) {
      expect(manifest.host_permissions).toEqual(expect.arrayContaining(script.matches));
    }
  });

  it('lets its pages run nothing but themselves, and reach only where a pack may be subscribed to', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toBe("script-src 'self' 'wasm-unsafe-eval'; object-src 'self'; connect-src 'self' https: http://localhost:*;");
  });

  it('has a content script of at most 60 KB', () => {
    const sizes = manifest.content_scripts.map(({ js }) => js.reduce((total, file) => total + sizeWithImports(folder, file), 0));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(60 * KB);
  });

  it('has a background of at most 270 KB without wasm', () => {
    const scripts = [manifest.background.service_worker ?? [], manifest.background.scripts ?? []].flat();
    expect(scripts).not.toEqual([]);
    expect(scripts.reduce((total, file) => total + sizeWithImports(folder, file), 0)).toBeLessThanOrEqual(270 * KB);
  });

  it('names no address outside of itself in a script or a page', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.html$/.test(file));
    for (const file of files) expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/(src|href)="https?:/);
  });
});

it('web-ext finds no error in the package for Firefox', () => {
  const args = ['lint', '--source-dir', builtExtension('firefox'), '--output', 'json', '--self-hosted'];
  const { errors } = JSON.parse(lint(args)) as { errors: { code: string; message: string; file?: string }[] };
  expect(errors).toEqual([]);
}, 120_000);

/** web-ext exits with a failure where it finds errors; its report is wanted all the same. */
function lint(args: string[]): string {
  try {
    return execFileSync(join(ROOT, 'node_modules/.bin/web-ext'), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout) return stdout;
    throw error;
  }
}
