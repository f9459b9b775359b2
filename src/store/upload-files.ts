import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Files that were sent, for as long as somebody looks at what they were taken for; never a part of what is published. */
export interface UploadFiles {
  /** @returns what the file is found by, the SHA-256 of its bytes */
  keep(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<string>
  /** Null when it was never sent, or longer ago than an hour. */
  find(id: string): { name: string; file: { path: string } | { bytes: Uint8Array } } | null
}

const longestMs = 3_600_000
/** Found and written beside this thread: for 64 MB either takes so long that readers would notice. */
const idOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
const isId = (id: string): boolean => /^[0-9a-f]{64}$/.test(id)

/** Uploads in a folder, which processes may share; those older than an hour are taken away when another comes. */
export function openUploadFiles(folder: string, now: () => number = Date.now): UploadFiles {
  const pathOf = (id: string) => join(folder, `${id}.upload`)
  const isFresh = (path: string) => existsSync(path) && now() - statSync(path).mtimeMs < longestMs
  return {
    keep: async (bytes, name) => {
      await mkdir(folder, { recursive: true })
      for (const old of await readdir(folder))
        if (/\.(?:upload|name|part)$/.test(old) && !isFresh(join(folder, old))) await rm(join(folder, old), { force: true })
      const id = await idOf(bytes)
      for (const [path, content] of [
        [`${pathOf(id)}.name`, name],
        [pathOf(id), bytes],
      ] as const) {
        await writeFile(`${path}.${process.pid}.part`, content)
        await rename(`${path}.${process.pid}.part`, path)
      }
      return id
    },
    find: (id) =>
      isId(id) && isFresh(pathOf(id)) ? { name: readFileSync(`${pathOf(id)}.name`, 'utf8'), file: { path: pathOf(id) } } : null,
  }
}

/** Uploads in memory, where nothing can be written; the last few. */
export function uploadsInMemory(): UploadFiles {
  const kept = new Map<string, { name: string; bytes: Uint8Array }>()
  return {
    keep: async (bytes, name) => {
      const id = await idOf(bytes)
      kept.set(id, { name, bytes })
      if (kept.size > 2) kept.delete([...kept.keys()][0]!)
      return id
    },
    find: (id) => {
      const found = kept.get(id)
      return found ? { name: found.name, file: { bytes: found.bytes } } : null
    },
  }
}
