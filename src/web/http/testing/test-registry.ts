import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewVersion } from '../../../records/record.ts'
import { firstFacts } from '../../../changes/first-facts.ts'
import { openSqliteStore } from '../../../store/sqlite-store.ts'
import type { Store } from '../../../store/store.ts'

export const clock = () => new Date('2026-11-27T12:00:00.000Z')

/** A registry of its own with the shipped facts, and a folder as the build for the browser makes it, with one of each. */
export interface TestRegistry {
  store: Store
  clientFolder: string
  /** The same file opened once more, as another process would. */
  openAgain(): Promise<Store>
  close(): Promise<void>
}

export async function openTestRegistry(): Promise<TestRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'spets-server-'))
  const openAgain = () => openSqliteStore(join(folder, 'spets.sqlite'), { clock })
  const store = await openAgain()
  await store.load(firstFacts())
  const clientFolder = join(folder, 'client')
  mkdirSync(join(clientFolder, 'assets'), { recursive: true })
  writeFileSync(join(clientFolder, 'assets/site-1.js'), `// ${'site '.repeat(400)}`)
  writeFileSync(join(clientFolder, 'assets/letters-1.woff2'), 'wOF2')
  writeFileSync(join(clientFolder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const manifest = { 'src/web/islands/site.ts': { file: 'assets/site-1.js', css: [] } }
  writeFileSync(join(clientFolder, 'manifest.json'), JSON.stringify(manifest))
  const close = async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, clientFolder, openAgain, close }
}

/** A wish that is in force from the day of the tests. */
export const wishOf = (recordId: string, text: string): NewVersion<'wish'> => ({
  kind: 'wish',
  recordId,
  validFrom: '2026-11-23',
  validTo: null,
  recordedBy: 'test',
  changeNote: 'Prov',
  state: 'published',
  source: null,
  body: { order: 1, text: { sv: text, en: text }, fingerprint: null },
})
