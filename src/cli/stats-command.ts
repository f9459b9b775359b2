import { parseArgs } from 'node:util'
import { statisticsSlice, statisticsView } from '../shapes/statistics-shape.ts'
import type { AskedCodes, StatisticsSliceShape } from '../shapes/statistics-shape.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { fetchStatistics, fetchUsage, listPresets, presetsUsage } from './stats-fetch.ts'
import { importStatistics, importUsage } from './stats-import.ts'
import { reporting, UsageError } from './with-registry.ts'
import { answer, withSnapshot } from './with-snapshot.ts'

/** `spets stats`: the tables of statistics, a part of one, and files and services that bring newer ones. */
export const statsCommand: Command = {
  name: 'stats',
  summary: { sv: 'Visa och läs in tabeller med statistik', en: 'Show and import tables of statistics' },
  usage: [
    'spets stats list [--json]',
    'spets stats show TABLE [--region CODES] [--activity CODES] [--time YEARS] [--measure CODES] [--group CODES] [--json]',
    importUsage,
    presetsUsage,
    fetchUsage,
  ].join('\n  '),
  run: (args, io) => reporting(statsCommand, io, () => (tasks[args[0] ?? ''] ?? runStats)(args, io)),
}

const tasks: Record<string, (args: string[], io: Io) => Promise<number>> = {
  import: (args, io) => importStatistics(args.slice(1), io),
  presets: async (args, io) => listPresets(args.slice(1), io),
  fetch: (args, io) => fetchStatistics(args.slice(1), io),
}

const text = { type: 'string' } as const
const options = {
  region: text,
  activity: text,
  time: text,
  measure: text,
  group: text,
  json: { type: 'boolean', default: false },
} as const

async function runStats(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const { json, ...codes } = values
  const [what, table, ...surplus] = positionals
  if (what === 'list' && table === undefined)
    return withSnapshot(io, undefined, (snapshot) => {
      const tables = statisticsView(snapshot)
      return answer(io, json, {
        data: tables,
        lines: () =>
          tables.map(
            (one) =>
              `${one.table}  ${one.title[lang]}, ${one.firstYear}–${one.year}. ${one.attribution[lang]}, ${one.publisherTable}, ${one.vintage}.`,
          ),
      })
    })
  if (what === 'show' && table && surplus.length === 0)
    return withSnapshot(io, undefined, (snapshot) => {
      const asked: AskedCodes = Object.fromEntries(Object.entries(codes).map(([role, written]) => [role, written.split(',')]))
      const slice = statisticsSlice(snapshot, { table, asked, lang })
      return answer(io, json, { data: slice, lines: () => sliceLines(slice) })
    })
  throw new UsageError(
    lang === 'sv'
      ? 'Säg list, show och en tabell, import och en fil, presets, eller fetch och en förinställning.'
      : 'Say list, show and a table, import and a file, presets, or fetch and a preset.',
  )
}

/** A line a cell, with tabs between: the codes, and the number or the publisher's symbol. */
function sliceLines({ id, size, dimension, value, status }: StatisticsSliceShape): string[] {
  const codes = id.map((name) => dimension[name]!.category.index)
  const lines = value.map((number, cell) => {
    let left = cell
    const own = codes.map((_, at) => {
      const below = size.slice(at + 1).reduce((product, one) => product * one, 1)
      const place = Math.floor(left / below)
      left %= below
      return codes[at]![place]!
    })
    return [...own, number ?? status[cell] ?? ''].join('\t')
  })
  return [[...id, 'value'].join('\t'), ...lines]
}
