import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ExpectedError } from '../records/expected-error.ts'
import type { RegionActivities } from '../records/region-activities.ts'
import { historiesOf, readRegistryView } from '../changes/registry-view.ts'
import { decodeText } from '../sources/delimited/decode-text.ts'
import type { DecodedText } from '../sources/delimited/decode-text.ts'
import { readActivities } from '../sources/tables/read-activities.ts'
import type { Store } from '../store/store.ts'
import { langOf } from './command.ts'
import type { Io } from './command.ts'

const mostBytes = 64 * 1024 * 1024

/**
 * The table that `SPETS_STATISTICS` names, or null when it names none; `SPETS_STATISTICS_TITLE` says what it is.
 * Tells what was read and what was left out.
 * @throws ExpectedError when the file cannot be read
 */
export async function loadStatistics(store: Pick<Store, 'readVersions'>, io: Io): Promise<RegionActivities | null> {
  const path = io.env['SPETS_STATISTICS']
  if (!path) return null
  const fileName = basename(path)
  const { text, notices } = await readText(path, fileName)
  for (const notice of notices) io.stderr(`${fileName}: ${notice[langOf(io.env)]}`)
  const { known } = await readRegistryView(store)
  const regions = historiesOf(known, 'region')
    .map((history) => history.at(-1)!)
    .map(({ code, name, countyName, regionName, nameVariants, nuts3 }) => ({
      code,
      names: [name, countyName, regionName, nuts3, ...nameVariants],
    }))
  const title = io.env['SPETS_STATISTICS_TITLE']?.trim() || fileName
  try {
    const { statistics, leftOut } = readActivities(text, { title, regions })
    tell(io, statistics, leftOut)
    return statistics
  } catch (error) {
    if (error instanceof ExpectedError)
      throw new ExpectedError(error.code, { detail: error.detail, data: { ...error.data, fileName }, cause: error })
    throw error
  }
}

async function readText(path: string, fileName: string): Promise<DecodedText> {
  try {
    if ((await stat(path)).size > mostBytes)
      throw new ExpectedError('too_large', { detail: `${fileName}: at most ${mostBytes / 1024 / 1024} MB.` })
    return decodeText(await readFile(path), { fileName, notText })
  } catch (error) {
    if (error instanceof ExpectedError) throw error
    const words = {
      sv: 'Filen som SPETS_STATISTICS anger går inte att läsa.',
      en: 'The file that SPETS_STATISTICS names cannot be read.',
    }
    throw new ExpectedError('unsupported_file', { detail: words.en, data: { fileName, words }, cause: error })
  }
}

const notText = {
  sv: 'Filen är ingen tabell i text. Spara den som CSV och försök igen.',
  en: 'The file is no table as text. Save it as CSV and try again.',
}

function tell(
  { stdout, env }: Io,
  { title, year, regionCodes, activities }: RegionActivities,
  leftOut: { regions: string[]; activities: string[] },
): void {
  const sv = langOf(env) === 'sv'
  const left = [...leftOut.regions, ...leftOut.activities]
  const of = year ? `, ${year}` : ''
  stdout(
    sv
      ? `Statistik: ${title}${of}, ${regionCodes.length} regioner × ${activities.length} verksamheter.${left.length > 0 ? ` Utelämnat: ${left.join(', ')}.` : ''}`
      : `Statistics: ${title}${of}, ${regionCodes.length} regions × ${activities.length} activities.${left.length > 0 ? ` Left out: ${left.join(', ')}.` : ''}`,
  )
}
