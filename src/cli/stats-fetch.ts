import { parseArgs } from 'node:util'
import { cubesInUse } from '../records/cube.ts'
import { ExpectedError } from '../records/expected-error.ts'
import { swedishDay } from '../records/time.ts'
import { fetchPreset } from '../sources/agency/fetch-preset.ts'
import { makePoliteClient } from '../sources/agency/polite-client.ts'
import type { PresetRow } from '../sources/agency/preset-row.ts'
import { getShippedPresets } from '../sources/facts/shipped-facts.ts'
import { keepCube } from '../store/keep-cube.ts'
import { openAnswerFiles } from '../store/raw-answers.ts'
import { langOf } from './command.ts'
import type { Io } from './command.ts'
import { openCubes } from './open-cubes.ts'
import { previewLines } from './print-statistics.ts'
import { answersFolderOf, statisticsServicesOf } from './settings.ts'
import { regionNames } from './stats-import.ts'
import { UsageError, withRegistry } from './with-registry.ts'
import { answer } from './with-snapshot.ts'

export const presetsUsage = 'spets stats presets [--json]'
export const fetchUsage = 'spets stats fetch PRESET [--select NAME=VALUES …] [--preview] [--json]'

/** `spets stats presets`: the tables that analysts fetch, each with one command. */
export function listPresets(args: string[], io: Io): number {
  const lang = langOf(io.env)
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
  const presets = getShippedPresets()
  const services = statisticsServicesOf(io.env)
  return answer(io, values.json, {
    data: presets.map((preset) => ({ ...preset, base: services[preset.service] })),
    lines: () =>
      presets.map(
        (preset) =>
          `${preset.id}  ${lang === 'sv' ? preset.title_sv : preset.title_en}. ${new URL(services[preset.service]).host}, ${preset.sources.join(', ')}. ${lang === 'sv' ? preset.note_sv : preset.note_en}`,
      ),
  })
}

/** `spets stats fetch PRESET`: fetches a preset's tables politely, joins their vintages and keeps them. */
export async function fetchStatistics(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const { values, positionals } = parseArgs({
    args,
    options: {
      select: { type: 'string', multiple: true },
      preview: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const preset = presetCalled(positionals, lang === 'sv')
  const selection = (values.select ?? []).map((text) => {
    const [, name, chosen] = /^([^=]+)=(.+)$/.exec(text) ?? []
    if (!name || !chosen)
      throw new UsageError(lang === 'sv' ? '--select skrivs NAMN=VÄRDEN.' : '--select is written NAME=VALUES.')
    return { name, values: chosen }
  })
  return withRegistry(io, async (store) => {
    const cubes = await openCubes(io)
    const services = statisticsServicesOf(io.env)
    const answers = openAnswerFiles(answersFolderOf(io.env))
    const run = answers.begin(preset.id, io.clock().toISOString())
    if (run.isResumed)
      io.stderr(lang === 'sv' ? 'Fortsätter en hämtning som bröts.' : 'Going on with a fetch that was broken off.')
    const client = makePoliteClient({
      fetch: (url, init) => fetch(url, init),
      now: () => io.clock().getTime(),
      sleep: io.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
      random: Math.random,
      raw: answers,
      hosts: new Set(Object.values(services).map((base) => new URL(base).host)),
      resumeFrom: run.isResumed ? run.startedAt : null,
      onWait: (seconds, why) => io.progress?.(waitWords({ seconds, why, lang })),
    })
    const { cube, preview } = await fetchPreset(preset, {
      client,
      base: services[preset.service],
      selection,
      regions: await regionNames(store),
      vintage: swedishDay(io.clock()),
      loaded: cubesInUse(cubes.shelf()).map(({ header }) => header),
      onProgress: (table, done, all) => io.progress?.(`${table} ${barOf(done, all)}`),
    })
    io.progress?.('')
    answers.end(preset.id)
    const before = cubes.shelf().listings.filter(({ header }) => header.table === cube.table)
    const kept = values.preview ? null : await keepCube(cubes, cube, io.clock())
    if (values.json) io.stdout(JSON.stringify({ table: cube.table, ...preview, kept: kept?.id ?? null }, null, 2))
    else io.stdout([...previewLines({ cube, preview, before }, lang), '', lastLine({ table: cube.table, kept, lang })].join('\n'))
    return 0
  })
}

function presetCalled([id, ...surplus]: readonly string[], sv: boolean): PresetRow {
  const presets = getShippedPresets()
  if (!id || surplus.length > 0)
    throw new UsageError(
      sv ? 'Ange en förinställning; spets stats presets visar dem.' : 'Name a preset; spets stats presets shows them.',
    )
  const found = presets.find((one) => one.id === id)
  if (found) return found
  const known = presets.map((one) => one.id).join(', ')
  throw new ExpectedError('not_found', {
    detail: id,
    data: {
      words: {
        sv: `«${id.slice(0, 60)}» är ingen förinställning. De är: ${known}.`,
        en: `«${id.slice(0, 60)}» is no preset. They are: ${known}.`,
      },
    },
  })
}

const barOf = (done: number, all: number): string => `[${'='.repeat(Math.round((20 * done) / all)).padEnd(20)}] ${done}/${all}`

const waitWords = ({ seconds, why, lang }: { seconds: number; why: 'rate' | 'retry'; lang: 'sv' | 'en' }): string =>
  lang === 'sv'
    ? `Väntar ${seconds} s${why === 'rate' ? ', så som tjänsten vill' : ' och försöker igen'}`
    : `Waiting ${seconds} s${why === 'rate' ? ', as the service wants' : ' before trying again'}`

function lastLine({ table, kept, lang }: { table: string; kept: { isNew: boolean } | null; lang: 'sv' | 'en' }): string {
  const sv = lang === 'sv'
  if (kept === null)
    return sv ? 'Inget är sparat. Kör utan --preview för att spara.' : 'Nothing is kept. Run without --preview to keep it.'
  if (!kept.isNew) return sv ? `Ingen ändring: ${table} fanns redan så.` : `No change: ${table} was there already.`
  return sv ? `Sparad: ${table}. Alla sidor använder den nu.` : `Kept: ${table}. All pages use it now.`
}
