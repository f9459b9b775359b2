import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Assets } from '../frame/layout.tsx'

/** A file for the browser, ready to send in each encoding. */
export interface ClientFile {
  type: string
  isImmutable: boolean
  etag: string
  bodies: { identity: Buffer; br: Buffer | null; gzip: Buffer | null }
}

export interface ClientFiles {
  /** By address, for example `/assets/site-abc.css`. */
  files: ReadonlyMap<string, ClientFile>
  assets: Assets
  /** Names the build; part of every page's ETag. */
  buildId: string
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

interface ManifestEntry {
  file: string
  css?: string[]
  assets?: string[]
}

/** Reads all that the build made for the browser into memory (a few hundred kB). @throws Error when nothing has been built */
export function readClientFiles(folder: string): ClientFiles {
  const manifestPath = join(folder, 'manifest.json')
  if (!existsSync(manifestPath))
    throw new Error(`The pages are not built: ${manifestPath} is missing. Run «npm start», which builds them.`)
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, ManifestEntry>
  const entry = manifest['src/web/islands/site.ts']!
  const files = new Map<string, ClientFile>()
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const type = types[extname(name)]
    if (type)
      files.set(
        `/${name.replaceAll('\\', '/')}`,
        readClientFile(join(folder, name), { type, isImmutable: name.startsWith('assets') }),
      )
  }
  const buildId = nameBuild(files, join(folder, '../server'))
  const fonts = [...files.keys()].filter((name) => name.endsWith('.woff2')).sort()
  return {
    files,
    buildId,
    assets: { styles: (entry.css ?? []).map(address), scripts: [address(entry.file)], preloadFonts: fonts },
  }
}

/** Changes with the pages' files and with the program that renders them, so that a new release is never taken for the old. */
function nameBuild(files: ReadonlyMap<string, ClientFile>, programFolder: string): string {
  const hash = createHash('sha256')
  for (const [name, { etag }] of files) hash.update(name + etag)
  const program = existsSync(programFolder) ? readdirSync(programFolder).filter((name) => name.endsWith('.js')) : []
  // A chunk's name carries its own hash.
  for (const name of program.sort()) hash.update(name)
  return hash.digest('hex').slice(0, 8)
}

const address = (file: string): string => `/${file}`

function readClientFile(path: string, { type, isImmutable }: { type: string; isImmutable: boolean }): ClientFile {
  const identity = readFileSync(path)
  const isPacked = type.startsWith('font/') || type === 'image/png'
  const etag = `"${createHash('sha256').update(identity).digest('hex').slice(0, 16)}"`
  return {
    type,
    isImmutable,
    etag,
    bodies: {
      identity,
      br: isPacked ? null : brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
      gzip: isPacked ? null : gzipSync(identity, { level: 6 }),
    },
  }
}
