import { defineConfig } from 'vitest/config';
import './tools/node-20.mjs';

export default defineConfig({
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'data/**/*.test.ts', 'bench/**/*.test.ts'],
    restoreMocks: true,
    setupFiles: ['./tools/fixed-seed.ts'],
  },
});
