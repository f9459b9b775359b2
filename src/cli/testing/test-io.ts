import { Writable } from 'node:stream'
import type { Io } from '../command.ts'

/** A terminal that remembers, for tests of commands. */
export function makeTestIo(env: Io['env']): Io & { out: () => string; errors: () => string; clear: () => void } {
  const said = { out: [] as string[], errors: [] as string[] }
  return {
    stdout: (text) => void said.out.push(text),
    stderr: (text) => void said.errors.push(text),
    output: new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        said.out.push(chunk.toString())
        done()
      },
    }),
    env,
    clock: () => new Date('2026-11-23T12:00:00.000Z'),
    isTty: false,
    out: () => said.out.join('\n'),
    errors: () => said.errors.join('\n'),
    clear: () => void (said.out.length = said.errors.length = 0),
  }
}
