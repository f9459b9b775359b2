import type { Writable } from 'node:stream'

/** What a command may touch of the world. */
export interface Io {
  stdout: (text: string) => void
  stderr: (text: string) => void
  /** Standard output as a stream, for what is too much to hold. */
  output: Writable
  /** The program that worker threads run; without one a command does all in its own thread. */
  workerEntry?: URL
  env: Record<string, string | undefined>
  clock: () => Date
  isTty: boolean
}

/** One `spets` command. `run` gives the exit code: 0 fine, 1 a problem, 2 wrong usage. */
export interface Command {
  name: string
  summary: { sv: string; en: string }
  usage: string
  run(args: string[], io: Io): Promise<number>
}

/** Swedish unless the terminal says another language. */
export const langOf = (env: Io['env']): 'sv' | 'en' => {
  const asked = env['SPETS_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'sv'
  return asked === '' || asked.startsWith('sv') ? 'sv' : 'en'
}
