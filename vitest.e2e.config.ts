import { defineConfig } from 'vitest/config';
import './tools/node-20.mjs';

// What a reader does, in real browsers on the built extension: one browser at a time, since they share two cores and a screen.
export default defineConfig({
  test: {
    include: ['e2e/**/*.spec.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    restoreMocks: true,
    // A crowded build server starves a browser now and then; what passes only the second time is marked `retry x1` in the log.
    retry: process.env.CI === undefined ? 0 : 1,
  },
});
