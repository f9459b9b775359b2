import { Writable } from 'node:stream'
import type { Io } from '../command.ts'

/** A terminal for tests of commands that keeps what was written to it. */
export function makeTestIo(env: Io['env']): Io & { out: () => string; errors: () => string; clear: () => void } {
  const written = { out: [] as string[], errors: [] as string[] }
  return {
    stdout: (text) => void written.out.push(text),
    stderr: (text) => void written.errors.push(text),
    output: new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written.out.push(chunk.toString())
        done()
      },
    }),
    env,
    clock: () => new Date('2026-11-27T12:00:00.000Z'),
    isTty: false,
    out: () => written.out.join('\n'),
    errors: () => written.errors.join('\n'),
    clear: () => void (written.out.length = written.errors.length = 0),
  }
}
