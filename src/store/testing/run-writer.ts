import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A writer of this folder, running as a process of its own. */
export interface RunningWriter {
  child: ChildProcessWithoutNullStreams
  /** All that it has said so far. */
  said: () => string
  /** When it is done, and everything that it said has been read; rejects when it ends with a complaint. */
  done: Promise<void>
}

/** Starts a writer and waits until it says that it has the registry open. */
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
  // "close" comes after everything that was written has been read.
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
