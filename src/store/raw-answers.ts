import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** An answer of a service as it came. */
export interface KeptAnswer {
  url: string
  body: string | null
  bytes: Uint8Array
  contentType: string
  etag: string | null
  hash: string
  fetchedAt: string
}

/** Answers of services as they came, each with where, when and its hash; none is overwritten. */
export interface AnswerFiles {
  /** The latest answer to a request; null when there is none, or its file is damaged. */
  find(key: string): KeptAnswer | null
  keep(key: string, answer: KeptAnswer): void
  /** Begins a run by name. @returns when it began, or when the same run began that was broken off */
  begin(run: string, now: string): { startedAt: string; isResumed: boolean }
  end(run: string): void
}

/** The answers in a folder, which is made with the first. */
export function openAnswerFiles(folder: string): AnswerFiles {
  const latest = new Map<string, string>()
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const key = /^([0-9a-f]{64})-[\dTZ-]+\.json$/.exec(name)?.[1]
    if (key) latest.set(key, name)
  }
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(folder, { recursive: true })
    // A file is whole or not there.
    const part = join(folder, `.${name}-${process.pid}.part`)
    writeFileSync(part, content)
    renameSync(part, join(folder, name))
  }
  return {
    find: (key) => {
      const name = latest.get(key)
      if (name === undefined) return null
      const about = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Omit<KeptAnswer, 'bytes'>
      const path = join(folder, `${about.hash}.answer`)
      const bytes = existsSync(path) ? readFileSync(path) : null
      return bytes && createHash('sha256').update(bytes).digest('hex') === about.hash ? { ...about, bytes } : null
    },
    keep: (key, { bytes, ...about }) => {
      if (!existsSync(join(folder, `${about.hash}.answer`))) write(`${about.hash}.answer`, bytes)
      const name = `${key}-${about.fetchedAt.replaceAll(/[:.]/g, '-')}.json`
      write(name, JSON.stringify(about, null, 2))
      latest.set(key, name)
    },
    begin: (run, now) => {
      const path = join(folder, `${run}.run`)
      const before = existsSync(path) ? readFileSync(path, 'utf8') : null
      // Figures of another day are another vintage.
      if (before !== null && Date.parse(now) - Date.parse(before) < 12 * 3_600_000) return { startedAt: before, isResumed: true }
      write(`${run}.run`, now)
      return { startedAt: now, isResumed: false }
    },
    end: (run) => rmSync(join(folder, `${run}.run`), { force: true }),
  }
}
