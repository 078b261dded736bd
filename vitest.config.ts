import { defineConfig } from 'vitest/config';

const spies = ['test/cli/**/*.test.ts'];

/**
 * Tests read the sources, the package's own name included, so that no build can be stale. Test files share a process and
 * its loaded modules, which saves most of the time; only those that replace modules have one of their own.
 */
export default defineConfig({
  resolve: { conditions: ['fisher-rao-source'] },
  ssr: { resolve: { conditions: ['fisher-rao-source'] } },
  test: {
    setupFiles: ['test/setup.ts'],
    testTimeout: 0,
    projects: [
      { extends: true, test: { name: 'library', include: ['test/**/*.test.ts'], exclude: spies, isolate: false } },
      { extends: true, test: { name: 'commands', include: spies } },
    ],
  },
});
