// Runs the README's examples from the packed tarball, as somebody would who has just installed it, and compares what they print
// with what the README shows. `node scripts/quick-starts.mjs [RUNTIME…]`: paths of node, deno or bun; default the node that runs this.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Packs the package and installs it in a new folder, without a network. @returns the folder */
export function installPacked() {
  const folder = mkdtempSync(join(tmpdir(), 'relatedness-packed-'))
  run('npm', ['pack', '--silent', '--pack-destination', folder], root)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  run('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', `./${tarball}`], folder)
  return folder
}

/** The README's programs with what it says they print. */
export function readmeExamples() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  return [...readme.matchAll(/```js\n([\s\S]*?)```\n\nIt prints\n\n```text\n([\s\S]*?)```/g)].map(([, code, printed]) => ({
    code,
    printed,
  }))
}

/** What a runtime prints for a program in a folder. */
export function printedBy(runtime, folder, code, extension = 'mjs') {
  const file = join(folder, `example.${extension}`)
  writeFileSync(file, code)
  const options = basename(runtime).startsWith('deno') ? ['run', '--allow-read', '--no-remote', file] : [file]
  return run(runtime, options, folder)
}

/** The same package by `require`. */
export const commonJsExample = {
  code: "const { tableFrom, locationQuotient } = require('relatedness')\nconst t = tableFrom({ regions: ['a', 'b'], activities: ['x', 'y'], values: [[1, 3], [3, 1]] })\nconsole.log([...locationQuotient(t).values].join(' '))\n",
  printed: '0.5 1.5 1.5 0.5\n',
}

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
  return stdout
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const runtimes =
    process.argv.length > 2
      ? process.argv.slice(2).map((runtime) => (runtime.includes('/') ? resolve(runtime) : runtime))
      : [process.execPath]
  const folder = installPacked()
  try {
    for (const runtime of runtimes) {
      for (const [at, { code, printed }] of readmeExamples().entries())
        report(runtime, `README example ${at + 1}`, printedBy(runtime, folder, code), printed)
      report(runtime, 'by require', printedBy(runtime, folder, commonJsExample.code, 'cjs'), commonJsExample.printed)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function report(runtime, what, printed, expected) {
  const same = printed === expected
  console.log(`${same ? 'as written' : 'DIFFERS'}  ${runtime}: ${what}`)
  if (same) return
  console.log(printed)
  process.exitCode = 1
}
