import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Cube, CubeHeader } from '../records/cube.ts'
import { cubesInUse } from '../records/cube.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { RegionNames } from '../records/region-activities.ts'
import { IsoDate, swedishDay } from '../records/time.ts'
import { regionNamesOf, registryViewOf } from '../changes/registry-view.ts'
import type { CubeChoices } from '../sources/cubes/make-cube.ts'
import { readStatisticsApart } from '../sources/cubes/read-statistics-apart.ts'
import { keepCube } from '../store/keep-cube.ts'
import type { Store } from '../store/store.ts'
import { langOf } from './command.ts'
import type { Io } from './command.ts'
import { openCubes } from './open-cubes.ts'
import { previewLines } from './print-statistics.ts'
import { UsageError, withRegistry } from './with-registry.ts'

const text = { type: 'string' } as const
const options = {
  as: text,
  region: text,
  activity: text,
  time: text,
  measure: text,
  level: text,
  title: text,
  source: text,
  licence: text,
  unit: text,
  kind: text,
  vintage: text,
  sheet: text,
  decimal: text,
  keep: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

export const importUsage =
  'spets stats import FILE [--as TABLE] [--region DIM] [--activity DIM] [--time DIM] [--measure DIM] [--level county|nuts2|municipality|nation|other] [--title TEXT] [--source NAME] [--licence TEXT] [--unit TEXT] [--kind count|amount] [--vintage YYYY-MM-DD] [--sheet NAME] [--decimal ,|.] [--keep] [--json]'

/** `spets stats import FILE`: shows what a file of statistics was taken for; with `--keep`, keeps it as a vintage of its table. */
export async function importStatistics(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file, ...surplus] = positionals
  if (!file || surplus.length > 0) throw new UsageError(lang === 'sv' ? 'Ange en fil.' : 'Name one file.')
  await refuseNoFile(file)
  return withRegistry(io, async (store) => {
    const cubes = await openCubes(io)
    const choices = choicesOf(values, {
      fileName: basename(file),
      today: swedishDay(io.clock()),
      loaded: cubesInUse(cubes.shelf()).map(({ header }) => header),
      io,
    })
    const job = {
      file: { path: file },
      choices,
      regions: await regionNames(store),
      sheet: values.sheet,
      decimal: values.decimal as ',' | '.' | undefined,
    }
    const { cube, preview } = await readStatisticsApart(job, { workerEntry: io.workerEntry })
    const kept = values.keep ? await keepCube(cubes, cube, io.clock()) : null
    if (values.json) io.stdout(JSON.stringify({ table: cube.table, ...preview, kept: kept?.id ?? null }, null, 2))
    else {
      const before = cubes.shelf().listings.filter(({ header, id }) => header.table === cube.table && id !== kept?.id)
      io.stdout([...previewLines({ cube, preview, before }, lang), '', ...nextLines({ cube, kept, file }, lang)].join('\n'))
    }
    return 0
  })
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

interface About {
  fileName: string
  today: string
  loaded: readonly CubeHeader[]
  io: Io
}

const levels = ['county', 'nuts2', 'municipality', 'nation', 'other'] as const

function choicesOf(values: Values, { fileName, today, loaded, io }: About): Omit<CubeChoices, 'origin'> {
  const sv = langOf(io.env) === 'sv'
  const oneOf = <T extends string>(name: string, value: string | undefined, all: readonly T[]): T | null => {
    if (value === undefined) return null
    if (!all.includes(value as T))
      throw new UsageError(sv ? `--${name} är något av ${all.join(', ')}.` : `--${name} is one of ${all.join(', ')}.`)
    return value as T
  }
  oneOf('decimal', values.decimal, [',', '.'])
  if (values.vintage !== undefined && !IsoDate.safeParse(values.vintage).success) throw new ExpectedError('invalid_date')
  if (values.as !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(values.as))
    throw new UsageError(
      sv
        ? '--as är tabellens namn, med små bokstäver, siffror och bindestreck.'
        : '--as is the table’s name, in small letters, digits and hyphens.',
    )
  const roles = Object.fromEntries(
    (['region', 'activity', 'time', 'measure'] as const).flatMap((role) =>
      values[role] === undefined ? [] : [[role, values[role]]],
    ),
  )
  return {
    table: values.as ?? null,
    fileName,
    vintage: values.vintage ?? today,
    title: values.title ? { sv: values.title, en: values.title } : null,
    source: values.source ?? null,
    licence: values.licence ?? null,
    unit: values.unit ?? null,
    numberKind: oneOf('kind', values.kind, ['count', 'amount']),
    loaded,
    roles,
    level: oneOf('level', values.level, levels),
  }
}

async function refuseNoFile(file: string): Promise<void> {
  const about = await stat(file).catch(() => null)
  if (about?.isFile()) return
  const words = about
    ? { sv: 'Det är ingen fil.', en: 'It is not a file.' }
    : { sv: 'Filen finns inte.', en: 'There is no such file.' }
  throw new ExpectedError('unsupported_file', { detail: words.en, data: { fileName: file, words } })
}

/** The regions of the registry with every name that they have. */
export const regionNames = async (store: Pick<Store, 'readVersions'>): Promise<RegionNames[]> =>
  regionNamesOf(registryViewOf(await store.readVersions({ kind: 'region' })).known)

function nextLines(
  { cube, kept, file }: { cube: Cube; kept: { id: string; isNew: boolean } | null; file: string },
  lang: 'sv' | 'en',
): string[] {
  const sv = lang === 'sv'
  if (kept === null) {
    const command = `npm run spets -- stats import ${/^[\w./-]+$/.test(file) ? file : `'${file}'`} --as ${cube.table}`
    return [
      sv ? 'Inget är sparat än. Stämmer det, spara med --keep:' : 'Nothing is kept yet. If it is right, keep it with --keep:',
      `  ${command} --keep`,
    ]
  }
  if (!kept.isNew)
    return [sv ? `Fanns redan: ${cube.table}, ${cube.vintage}.` : `It was there already: ${cube.table}, ${cube.vintage}.`]
  return [
    sv
      ? `Sparad: ${cube.table}, hämtad ${cube.vintage}. Alla sidor använder den nu, om ingen senare finns.`
      : `Kept: ${cube.table}, fetched ${cube.vintage}. All pages use it now, unless there is a later one.`,
  ]
}
