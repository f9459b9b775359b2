import { join } from 'node:path'
import { createServer, createServerModuleRunner } from 'vite'
import type { Plugin } from 'vite'
import { root } from './rooms.ts'
import type { MutatedFile } from './rooms.ts'

const isTestCode = (id: string) => /\.test\.tsx?$|\/src\/.*\/testing\//.test(id)
const testApi = join(root, 'scripts/mutation/test-api.ts')

const asMutationTest = (text: string): string =>
  text.replace(/ from 'vitest'/, ` from ${JSON.stringify(testApi)}`).replace(/numRuns: \d+/g, `numRuns: ${mostExamples}`)

/** The number of examples that a property test runs on. */
export const mostExamples = 25

/** Loads files with the mutants in them, and can unload those whose state a mutant may have changed. */
export interface MutantModules {
  load(file: string): Promise<Record<string, unknown>>
  /** Makes the mutated files, what imports them, tests and their helpers be evaluated again at the next import. */
  forget(): void
}

export async function openMutantModules(files: readonly MutatedFile[]): Promise<MutantModules> {
  const codeOf = new Map(files.map(({ file, code }) => [join(root, file), code]))
  const plugin: Plugin = {
    name: 'mutants',
    enforce: 'pre',
    // A plugin is not asked about packages, so the replacement for `vitest` is put into the text. Property tests run on fewer
    // examples, because they run once for every mutant that no other test notices.
    transform: (text, id) => codeOf.get(id) ?? (isTestCode(id) ? asMutationTest(text) : null),
  }
  const server = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    plugins: [plugin],
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
    logLevel: 'error',
    appType: 'custom',
  })
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false, sourcemapInterceptor: false })
  const forget = () => {
    const { idToModuleMap } = runner.evaluatedModules
    const seen = new Set<string>()
    const visit = (id: string) => {
      if (seen.has(id)) return
      seen.add(id)
      const node = idToModuleMap.get(id)
      if (!node) return
      node.evaluated = false
      node.promise = undefined
      node.exports = undefined
      node.imports.clear()
      for (const importer of node.importers) visit(importer)
    }
    for (const id of idToModuleMap.keys()) if (codeOf.has(id) || isTestCode(id)) visit(id)
  }
  return { load: (file) => runner.import(join(root, file)), forget }
}
