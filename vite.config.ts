import { builtinModules } from 'node:module'
import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'
import { browserFacts } from './scripts/browser-facts.ts'

const isBench = process.argv.some((part) => part.startsWith('bench/'))
const nodeBuiltins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/** Tests that put another module in place of one, for themselves alone. */
const mocking = ['src/web/trial-kind.test.ts']

/** `vite build` makes what the browser gets; `vite build --ssr` makes the program that Node runs. */
export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: isSsrBuild ? false : 'src/web/public',
  // One bundle starts in two thirds of the time that its packages apart take. Those left out are seldom used, and large or native;
  // the dictionaries are data, found by their packages' names.
  ...(isSsrBuild
    ? {
        ssr: { noExternal: true as const, external: ['pg', 'unpdf', '@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js'] },
      }
    : {}),
  worker: { format: 'es', plugins: () => [browserFacts()] },
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node26',
        sourcemap: true,
        rolldownOptions: {
          external: nodeBuiltins,
          output: { entryFileNames: isBench ? 'bench.js' : 'spets.js', chunkFileNames: '[name]-[hash].js' },
        },
      }
    : {
        outDir: 'dist/client',
        manifest: 'manifest.json',
        target: 'es2022',
        cssMinify: 'lightningcss',
        assetsInlineLimit: 0,
        rolldownOptions: { input: { site: 'src/web/islands/site.ts' } },
      },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          // One process reads the product's modules once for many files: half of the time went to reading them. Not for tests that put another module in place of one.
          isolate: false,
          exclude: [...configDefaults.exclude, ...mocking],
          include: ['src/**/*.test.{ts,tsx}', 'packages/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}'],
        },
      },
      { extends: true, test: { name: 'apart', include: mocking } },
      // A browser on a busy machine is sometimes late: a failed journey is tried once more.
      { extends: true, test: { name: 'browser', include: ['e2e/**/*.test.ts'], retry: 1 } },
    ],
    // Styles are left out of tests, but a chart that is downloaded carries its own.
    css: { include: [/chart-marks\.css/] },
    // Vitest would leave one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // The longest take half a minute; two at once on two busy cores take three times as long.
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
}))
