import { defineConfig } from 'vitest/config';

/** Tests read the sources, the package's own name included, so that no build can be stale. */
export default defineConfig({
  resolve: { conditions: ['fisher-rao-source'] },
  ssr: { resolve: { conditions: ['fisher-rao-source'] } },
  test: { include: ['test/**/*.test.ts'], setupFiles: ['test/setup.ts'], testTimeout: 0 },
});
