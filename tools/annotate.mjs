import { ensurePackages, runTool } from './setup.mjs';

ensurePackages();
await runTool('tools/annotate.ts');
