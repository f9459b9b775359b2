import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { measures } from './cli-measures.ts'
import { type CliIo, runCli } from './cli.ts'
import { golden } from './testing/example-table.ts'

const long =
  'region,activity,year,value\nR1,A1,2020,4\nR1,A2,2020,0\nR2,A1,2020,2\nR2,A2,2020,2\nR1,A1,2021,4\nR1,A2,2021,4\nR2,A1,2021,2\nR2,A2,2021,\n'

/** Runs the command on a text and gives what it wrote. */
function run(text: string, ...args: string[]) {
  const written = { out: '', err: '', files: new Map<string, string>() }
  const io: CliIo = {
    readFile: (path) => {
      if (path !== 'file.csv') throw Object.assign(new Error('missing'), { code: 'ENOENT' })
      return text
    },
    writeFile: (path, content) => void written.files.set(path, content),
    stdout: (part) => void (written.out += part),
    stderr: (part) => void (written.err += part),
  }
  return { status: runCli(args, io), ...written }
}

describe('a file and a measure', () => {
  test('give rows of CSV; missing cells are empty', () => {
    const { status, out, err } = run(long, 'file.csv', '--measure', 'growth')
    expect(status).toBe(0)
    expect(out).toBe('region,activity,value\nR1,A1,0\nR1,A2,Infinity\nR2,A1,0\nR2,A2,\n')
    expect(err).toContain('1 cells are missing at one end')
  })

  test('of a year, by default the last, which is said', () => {
    expect(run(long, 'file.csv', '-m', 'diversity', '--year', '2020').out).toBe('region,value\nR1,1\nR2,1\n')
    expect(run(long, 'file.csv', '-m', 'diversity').err).toContain('the file has 2 years; using 2021')
  })

  test('as a wide table, or as JSON with the notes', () => {
    const wide = run('region,A1,"A, 2"\nR1,1,1\nR2,1,3\n', 'file.csv', '-m', 'location-quotient', '--wide')
    expect(wide.out.split('\n')[0]).toBe('region,A1,"A, 2"')
    const json = JSON.parse(run(long, 'file.csv', '-m', 'density', '--json').out) as { records: object[]; notes: object[] }
    expect(json.records[0]).toMatchObject({ region: 'R1', activity: 'A1' })
  })

  test('to a file', () => {
    expect(run(long, 'file.csv', '-m', 'diversity', '-o', 'out.csv').files.get('out.csv')).toContain('region,value')
  })
})

describe('a call that cannot be understood says so, and what to do', () => {
  test.each([
    [['file.csv'], '--measure'],
    [['file.csv', '-m', 'densty'], 'Did you mean density?'],
    [['file.csv', '-m', 'density', '--missing', 'drop'], 'leave-out, propagate, as-zero'],
    [['file.csv', '-m', 'density', '--threshold', 'x'], 'a number above 0'],
    [['file.csv', '-m', 'density', '--year', '1999'], 'it has 2020, 2021'],
    [['other.csv', '-m', 'density'], 'there is no such file'],
    [['file.csv', '-m', 'density', '--nonsense'], '--help'],
  ])('%j', (args, words) => {
    const { status, err, out } = run(long, ...args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(words)
  })

  test('a mistake in the file is told with its place', () => {
    const { status, err } = run('region,activity,value\nR1,A1,four\n', 'file.csv', '-m', 'diversity')
    expect(status).toBe(2)
    expect(err).toContain('Line 2, column 3')
  })
})

test('every measure runs on an ordinary file, and help names them all', () => {
  const { out: help } = run('', '--help')
  const table =
    'region,activity,year,value\n' +
    [2020, 2021]
      .flatMap((year) =>
        ['R1', 'R2', 'R3', 'R4'].flatMap((region, r) =>
          ['A1', 'A2', 'A3', 'A4', 'A5'].map(
            (activity, a) => `${region},${activity},${year},${((r + 2) * (a + 3) * (year - 2012)) % 11}\n`,
          ),
        ),
      )
      .join('')
  for (const name of Object.keys(measures)) {
    expect(help).toContain(`  ${name}`)
    const { status, out, err } = run(table, 'file.csv', '-m', name)
    expect({ name, status, err: status === 0 ? '' : err }).toEqual({ name, status: 0, err: '' })
    expect(out.split('\n').length).toBeGreaterThan(3)
  }
})

test('the program itself gives the golden ECI of Swedish occupations, and writes its file whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relatedness-cli-'))
  try {
    const program = fileURLToPath(new URL('cli.ts', import.meta.url))
    const example = fileURLToPath(new URL('../examples/occupations-by-county-2017.csv', import.meta.url))
    const target = join(folder, 'eci.csv')
    const { status, stderr } = spawnSync(process.execPath, [program, example, '-m', 'eci', '--out', target], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const values = readFileSync(target, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',').at(-1)))
    values.forEach((value, at) => expect(value).toBeCloseTo(golden['pyEci']![at]!, 9))
    const failed = spawnSync(process.execPath, [program, example, '-m', 'eci', '--out', join(folder, 'none', 'x.csv')], {
      encoding: 'utf8',
    })
    expect([failed.status, existsSync(join(folder, 'none'))]).toEqual([2, false])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
