import { ensureBrowsers, ensurePackages, runTool } from './setup.mjs';

ensurePackages();
ensureBrowsers(['chromium', 'firefox']);
await runTool('tools/test-all.ts');
