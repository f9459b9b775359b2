import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A writer program of this folder, running as a separate process. */
export interface RunningWriter {
  child: ChildProcessWithoutNullStreams
  /** Everything that it has printed so far. */
  said: () => string
  /** Resolves when it has ended and its output has been read; rejects when it ends with an error. */
  done: Promise<void>
}

/** Starts a writer and waits until it reports that the registry is open. */
export async function startWriter(file: string, args: readonly string[]): Promise<RunningWriter> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path, ...args])
  let said = ''
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const isReady = new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      resolve()
    }),
  )
  // "close" is emitted after all output has been read.
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) =>
      code === 0 || signal === 'SIGKILL' ? resolve() : reject(new Error(`The writer ended by itself: ${complaint}`)),
    )
  })
  done.catch(() => undefined)
  await Promise.race([isReady, done])
  return { child, said: () => said, done }
}
