import { ensureBrowsers, ensurePackages, runTool } from './setup.mjs';

ensurePackages();
ensureBrowsers([process.argv.includes('--firefox') ? 'firefox' : 'chromium']);
await runTool('tools/start.ts');
