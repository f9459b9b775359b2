// Writes the reference of both entry points from their docstrings. `node scripts/build-api.mjs [FOLDER]`, default api/.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The package's entry points with the file that describes each. */
export const entryPoints = [
  { source: 'src/relatedness.ts', file: 'API.md', options: [] },
  // The types that it shares with the main entry point are described there.
  { source: 'src/parallel/analyse-in-parallel.ts', file: 'PARALLEL.md', options: ['--validation.notExported', 'false'] },
]

/** Runs TypeDoc on one entry point. @returns its exit status and what it warned of */
export function typedoc(source, options) {
  const program = join(root, 'node_modules/typedoc/bin/typedoc')
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--entryPoints', source, ...options], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, problems: stdout + stderr }
}

/** Describes every entry point in a folder. @returns what TypeDoc warned of, empty when all is well */
export function buildApi(folder) {
  return entryPoints
    .map(({ source, file, options }) =>
      typedoc(source, [...options, '--out', folder, '--entryFileName', file, '--cleanOutputDir', 'false', '--logLevel', 'Warn']),
    )
    .map(({ status, problems }) => problems || (status === 0 ? '' : `TypeDoc ended with ${status}.`))
    .join('')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = buildApi(process.argv[2] ?? join(root, 'api'))
  if (problems) {
    console.error(problems)
    process.exit(1)
  }
}
