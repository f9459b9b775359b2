// A restore that is killed: it replaces the registry at a path and sends itself SIGKILL in front of the n-th change of a file
// name. Runs as a separate program: node replace-writer.ts <file> <aside> <archive> <n> [no-links]
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [path, aside, archive, killAt, without] = process.argv.slice(2) as [string, string, string, string, string?]
let changes = 0
for (const name of ['linkSync', 'renameSync', 'fsyncSync', 'rmSync'] as const) {
  const original = fs[name] as (...args: unknown[]) => unknown
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      if (name === 'linkSync' && without === 'no-links') throw Object.assign(new Error('not supported'), { code: 'EPERM' })
      // Removing what is left of an earlier try comes first and is no step.
      if (name !== 'rmSync') {
        changes += 1
        if (changes === Number(killAt)) process.kill(process.pid, 'SIGKILL')
      }
      return original(...args)
    },
  })
}
syncBuiltinESMExports()
const { readArchiveFile } = await import('../archive-file.ts')
const { replaceSqliteRegistry } = await import('../sqlite-store.ts')
process.stdout.write('ready\n')
const versions = await readArchiveFile(archive)
await replaceSqliteRegistry({ path, aside, versions }, { clock: () => new Date('2026-11-23T12:00:00.000Z') })
process.stdout.write(`done ${changes}\n`)
