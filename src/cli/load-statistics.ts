import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ExpectedError } from '../records/expected-error.ts'
import type { RegionActivities } from '../records/region-activities.ts'
import { regionNamesOf, registryViewOf } from '../changes/registry-view.ts'
import { readTableApart, tableLimits } from '../sources/tables/read-table-apart.ts'
import type { Store } from '../store/store.ts'
import { langOf } from './command.ts'
import type { Io } from './command.ts'
import { statisticsFileOf } from './settings.ts'

/**
 * The table that `SPETS_STATISTICS` names, or null when it names none; `SPETS_STATISTICS_TITLE` says what it is.
 * Prints what was read, what was left out and which regions are missing.
 * @throws ExpectedError when the file cannot be read
 */
export async function loadStatistics(store: Pick<Store, 'readVersions'>, io: Io): Promise<RegionActivities | null> {
  const { path, title: givenTitle } = statisticsFileOf(io.env)
  if (!path) return null
  const fileName = basename(path)
  const bytes = await readBytes(path, fileName)
  const { known } = registryViewOf(await store.readVersions({ kind: 'region' }))
  const regions = regionNamesOf(known)
  const title = givenTitle ?? fileName
  try {
    const job = { fileName, bytes, title, regions }
    const { statistics, leftOut, notes, notices } = await readTableApart(job, { workerEntry: io.workerEntry })
    for (const notice of notices) io.stderr(`${fileName}: ${notice[langOf(io.env)]}`)
    const missing = regions.filter(({ code }) => !statistics.regionCodes.includes(code)).map(({ names }) => names[0]!)
    tell(io, statistics, { leftOut: [...leftOut.regions, ...leftOut.activities], missing })
    for (const { code, message } of notes)
      io.stderr(`${fileName}: ${langOf(io.env) === 'sv' ? (noteWords[code] ?? message) : message}`)
    return statistics
  } catch (error) {
    if (error instanceof ExpectedError)
      throw new ExpectedError(error.code, { detail: error.detail, data: { ...error.data, fileName }, cause: error })
    throw error
  }
}

async function readBytes(path: string, fileName: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size > tableLimits.bytes)
      throw new ExpectedError('too_large', { detail: `${fileName}: at most ${tableLimits.bytes / 1024 / 1024} MB.` })
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (error instanceof ExpectedError) throw error
    const words = {
      sv: 'Filen som SPETS_STATISTICS anger går inte att läsa.',
      en: 'The file that SPETS_STATISTICS names cannot be read.',
    }
    throw new ExpectedError('unsupported_file', { detail: words.en, data: { fileName, words }, cause: error })
  }
}

/** The engine's notes in Swedish, by code. */
const noteWords: Record<string, string> = {
  leftovers: 'Tomma rader eller kolumner, eller en rad sep=, hoppades över.',
  'spellings-together': 'Namn som ser likadana ut (mellanrum, stora bokstäver, accenter) lästes som ett.',
  'sexes-added': 'Kvinnor och män lades samman.',
  'missing-marks': 'Punkter, kolon eller liknande lästes som att värdet saknas.',
  'ignored-column': 'Kolumner som inte behövs lästes inte.',
}

function tell(
  { stdout, env }: Io,
  { title, year, regionCodes, activities }: RegionActivities,
  { leftOut, missing }: { leftOut: readonly string[]; missing: readonly string[] },
): void {
  const sv = langOf(env) === 'sv'
  const name = `${title[langOf(env)]}${year ? `, ${year}` : ''}`
  const list = (words: string, names: readonly string[]): string => (names.length > 0 ? ` ${words}: ${names.join(', ')}.` : '')
  stdout(
    sv
      ? `Statistik: ${name}, ${regionCodes.length} regioner × ${activities.length} verksamheter.${list('Utelämnat', leftOut)}${list('Regioner som saknas i tabellen', missing)}`
      : `Statistics: ${name}, ${regionCodes.length} regions × ${activities.length} activities.${list('Left out', leftOut)}${list('Regions that the table lacks', missing)}`,
  )
}
