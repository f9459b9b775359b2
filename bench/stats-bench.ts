import { execFileSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { sliceCells } from '../src/evidence/cube-cells.ts'
import { bytesOnDisk } from '../src/sources/cubes/file-bytes.ts'
import { makeCube } from '../src/sources/cubes/make-cube.ts'
import { readStatisticsFile } from '../src/sources/cubes/read-statistics-file.ts'
import { makeRegionReader } from '../src/sources/cubes/region-codes.ts'
import { openCubeFiles } from '../src/store/cube-files.ts'
import { statisticsFormats, writeStatistics } from './statistics-files.ts'

/** Observations in each file: 25 regions, 800 activities, 2 sexes and 125 years. */
const observations = 5_000_000

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6

/** Every format in a process of its own, so that its memory is its own. */
async function benchStatistics(): Promise<void> {
  const [format, folder] = process.argv.slice(2)
  if (format && folder) return benchFormat(format, folder)
  const scratch = mkdtempSync(join(tmpdir(), 'spets-stats-bench-'))
  console.log(
    '| format | MB | parsing alone, s | imported, s | MB/s to parsing alone | memory at most, MB | parsing alone, MB | slice, ms |\n|---|---|---|---|---|---|---|---|',
  )
  try {
    for (const name of statisticsFormats) {
      const path = join(scratch, name)
      await writeStatistics(name, path)
      const run = (what: string) =>
        JSON.parse(
          execFileSync(process.execPath, ['--max-old-space-size=4096', process.argv[1]!, what, path], { encoding: 'utf8' }),
        ) as Measured
      const parsed = run(`parse:${name}`)
      const imported = run(name)
      const megabytes = statSync(path).size / 1e6
      console.log(
        `| ${name} | ${megabytes.toFixed(0)} | ${parsed.cpu.toFixed(1)} | ${imported.cpu.toFixed(1)} | ${(parsed.cpu / imported.cpu).toFixed(2)} | ${imported.memory.toFixed(0)} | ${parsed.memory.toFixed(0)} | ${imported.slice.toFixed(2)} |`,
      )
      rmSync(path)
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

interface Measured {
  cpu: number
  memory: number
  slice: number
}

/** Imports one file, or parses it alone, and prints what that took. */
async function benchFormat(format: string, path: string): Promise<void> {
  const before = process.resourceUsage().maxRSS
  const start = process.cpuUsage()
  if (format.startsWith('parse:')) {
    await parseAlone(format.slice(6), path)
    return print({ cpu: seconds(process.cpuUsage(start)), memory: (process.resourceUsage().maxRSS - before) / 1024, slice: 0 })
  }
  const table = readStatisticsFile(bytesOnDisk(path))
  const choices = {
    table: 'bench',
    fileName: format,
    origin: path,
    vintage: '2026-11-27',
    title: null,
    source: 'SCB',
    licence: null,
    unit: null,
    numberKind: null,
    loaded: [],
    roles: {},
    level: 'other' as const,
  }
  const { cube } = makeCube(table, choices, makeRegionReader([]))
  const folder = mkdtempSync(join(tmpdir(), 'spets-stats-cubes-'))
  const { id } = await openCubeFiles(folder).add(cube)
  const cpu = seconds(process.cpuUsage(start))
  const memory = (process.resourceUsage().maxRSS - before) / 1024
  if (cube.values.length !== observations) throw new Error(`${cube.values.length} cells`)
  const kept = openCubeFiles(folder)
    .shelf()
    .listings.find((one) => one.id === id)!
    .read()
  rmSync(folder, { recursive: true })
  print({ cpu, memory, slice: sliceMs(kept) })
}

const print = (measured: Measured): void => console.log(JSON.stringify(measured))

/** The median of slices of one activity in one region, all sexes and years. */
function sliceMs(cube: Parameters<typeof sliceCells>[0]): number {
  const [region, activity] = cube.dimensions
  const times = Array.from({ length: 400 }, (_, at) => {
    const from = performance.now()
    const cells = [
      ...sliceCells(cube, {
        [region!.id]: [region!.codes[at % region!.codes.length]!],
        [activity!.id]: [activity!.codes[(at * 7) % activity!.codes.length]!],
      }),
    ]
    if (cells.length !== 250) throw new Error(`${cells.length} cells`)
    return performance.now() - from
  }).sort((a, b) => a - b)
  return times[200]!
}

/** What a program must do at least to get at the cells: JSON by Node's own parser, text cut into lines and cells, a workbook unpacked. */
async function parseAlone(format: string, path: string): Promise<void> {
  if (format.includes('json')) return void JSON.parse(readFileSync(path, 'utf8'))
  if (format === 'xlsx') return void cellsInWorkbook(readFileSync(path))
  const separator = format === 'px' ? ' ' : format === 'eurostat-tsv' ? '\t' : format === 'sdmx-csv' ? ',' : ';'
  let [rest, cells] = ['', 0]
  for await (const piece of createReadStream(path, { encoding: 'latin1', highWaterMark: 1024 * 1024 })) {
    const lines = (rest + (piece as string)).split('\n')
    rest = lines.pop()!
    for (const line of lines) for (const cell of line.split(separator)) if (Number(cell) >= 0) cells++
  }
  if (cells < observations * 0.9) throw new Error(`${cells} cells`)
}

/** Unpacks the one sheet and finds its cells. */
function cellsInWorkbook(bytes: Buffer): number {
  const name = bytes.lastIndexOf('xl/worksheets/sheet1.xml')
  const entry = name - 46
  const local = bytes.readUInt32LE(entry + 42)
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const sheet = inflateRawSync(bytes.subarray(from, from + bytes.readUInt32LE(entry + 20))).toString('latin1')
  let cells = 0
  for (const [, value] of sheet.matchAll(/<v>([^<]*)<\/v>/g)) if (Number(value) >= 0) cells++
  return cells
}

await benchStatistics()
