import { defineConfig } from 'vitest/config';
import { messages } from './web-citizen/build/messages.ts';

export default defineConfig({
  // The citizens' pages read their words as they are built.
  plugins: [messages()],
  // Vite would pick graphql's ES build while Node's libraries pick CommonJS: two copies, "another module or realm".
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: [
      'packages/**/*.test.{ts,tsx}',
      'services/**/*.test.ts',
      'web-*/**/*.test.{ts,tsx}',
      'tests/authorisation/**/*.test.ts',
      'tests/contract/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['./packages/checks/src/vitest-global-setup.ts'],
    setupFiles: ['./packages/checks/src/vitest-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
});
