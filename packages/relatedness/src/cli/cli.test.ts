import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measures } from './cli-measures.ts'
import { type CliIo, runCli } from './cli.ts'
import { golden } from '../testing/example-table.ts'

const long =
  'region,activity,year,value\nR1,A1,2020,4\nR1,A2,2020,0\nR2,A1,2020,2\nR2,A2,2020,2\nR1,A1,2021,4\nR1,A2,2021,4\nR2,A1,2021,2\nR2,A2,2021,\n'
const square = 'region,A1,A2\nR1,3,1\nR2,1,3\n'

/** Runs the command on texts by the names of files and gives what it wrote. */
async function runOn(files: Record<string, string>, ...args: string[]) {
  const written = { out: '', err: '', files: new Map<string, string>() }
  const io: CliIo = {
    readFile: (path) => files[path]!,
    writeFile: (path, pieces) => void written.files.set(path, [...pieces].join('')),
    stdout: (part) => void (written.out += part),
    stderr: (part) => void (written.err += part),
  }
  return { status: await runCli(args, io), ...written }
}

const run = (text: string, ...args: string[]) => runOn({ 'file.csv': text }, 'file.csv', ...args)

describe('a file and a measure', () => {
  test('give rows of CSV; missing cells are empty', async () => {
    const { status, out, err } = await run(long, '--measure', 'growth')
    expect(status).toBe(0)
    expect(out).toBe('region,activity,value\nR1,A1,0\nR1,A2,Infinity\nR2,A1,0\nR2,A2,\n')
    expect(err).toContain('1 cells are missing at one end')
  })

  test('of a year, by default the last, which is said', async () => {
    expect((await run(long, '-m', 'diversity', '--year', '2020')).out).toBe('region,value\nR1,1\nR2,1\n')
    const { err } = await run(long, '-m', 'diversity')
    expect(err).toContain('The file has 2 years; this is 2021. Choose with --year.')
  })

  test('a year has only what the file says of that year', async () => {
    const text = 'region,activity,year,value\nOld,A1,2010,4\nNew,A2,2020,4\n'
    expect((await run(text, '-m', 'diversity', '--year', '2010')).out).toBe('region,value\nOld,1\n')
  })

  test('as a wide table that can be read again', async () => {
    const wide = await run('region,A1,"A, 2"\nR1,1,1\nR2,1,\n', '-m', 'location-quotient', '--wide')
    expect(wide.out).toBe('region,A1,"A, 2"\nR1,0.75,1.5\nR2,1.5,\n')
    expect((await run(wide.out, '-m', 'entropy')).status).toBe(0)
  })

  test('as JSON with the notes; missing is null, and what is infinite a text', async () => {
    const { out } = await run('region,A1,A2\nR1,4,0\nR2,,4\n', '-m', 'log-location-quotient', '--json')
    expect(JSON.parse(out)).toEqual({
      measure: 'log-location-quotient',
      records: [
        { region: 'R1', activity: 'A1', value: Math.log(2) },
        { region: 'R1', activity: 'A2', value: '-Infinity' },
        { region: 'R2', activity: 'A1', value: null },
        { region: 'R2', activity: 'A2', value: Math.log(2) },
      ],
      notes: [expect.objectContaining({ code: 'missing-cells', cells: 1 })],
    })
  })

  test('to a file', async () => {
    const { out, files } = await run(square, '-m', 'diversity', '-o', 'out.csv')
    expect([out, files.get('out.csv')]).toEqual(['', 'region,value\nR1,1\nR2,1\n'])
  })

  test('from standard input', async () => {
    expect((await runOn({ '-': square }, '-', '-m', 'diversity')).out).toBe('region,value\nR1,1\nR2,1\n')
  })
})

describe('how the file is read', () => {
  test('columns, separator and decimal sign can be named', async () => {
    const text = 'where|what|n'.replaceAll('|', ';') + '\nR1;A1;1,5\nR1;A2;0\nR2;A2;2\n'
    const names = ['--region', 'where', '--activity', 'what', '--value', 'n', '--separator', 'semicolon', '--decimal', 'comma']
    expect((await run(text, ...names, '-m', 'ubiquity')).out).toBe('activity,value\nA1,1\nA2,1\n')
  })

  test('rows that are parts can be added, pairs without a row be nothing, and dashes be what one says', async () => {
    const parts = 'region,activity,plant,value\nR1,A1,f,1\nR1,A1,m,2\nR2,A2,f,-\n'
    expect((await run(parts, '-m', 'entropy')).err).toContain('«-» is zero at some statistical offices')
    expect((await run(parts, '-m', 'entropy', '--zero-text', '-')).err).toMatch(/comes twice\..*--repeated add adds them\.\n$/)
    const { out, err } = await run(
      parts,
      '-m',
      'location-quotient',
      '--zero-text',
      '-',
      '--repeated',
      'add',
      '--absent',
      'zero',
      '--wide',
    )
    expect(out).toBe('region,A1,A2\nR1,1,\nR2,,\n')
    expect(err).toContain('These columns were not used: «plant».')
    expect(err).toContain('These regions sum to zero, so their quotients are undefined. (R2)')
    expect((await run(parts, '-m', 'entropy', '--missing-text', '-', '--repeated', 'add')).status).toBe(0)
  })
})

describe('what a measure takes besides', () => {
  test('a threshold, a policy', async () => {
    expect((await run(square, '-m', 'specialisation', '--threshold', '0.5', '--wide')).out).toBe('region,A1,A2\nR1,1,1\nR2,1,1\n')
    const { out } = await run('region,A1,A2\nR1,3,\nR2,1,4\n', '-m', 'lq', '--missing', 'as-zero', '--wide')
    expect(out).toBe('region,A1,A2\nR1,2,0\nR2,0.4,1.6\n')
  })

  test('totals to compare with', async () => {
    const files = { 'file.csv': square, 'all.csv': 'activity,total\nA1,250\nA2,750\nA3,5\n' }
    const { out, err } = await runOn(files, 'file.csv', '-m', 'rca', '--reference', 'all.csv', '--wide')
    expect(out).toBe('region,A1,A2\nR1,3,0.3333333333333333\nR2,1,1\n')
    expect(err).toContain('all.csv has rows of others, left out: «A3».')
  })

  test('groups, levels and complexity from a second file', async () => {
    const table = { 'file.csv': 'region,A1,A2,A3,A4\nR1,1,1,1,1\nR2,2,2,0,0\n' }
    const groups = await runOn(
      { ...table, 'groups.csv': 'activity,group\nA1,x\nA2,x\nA3,y\nA4,y\n' },
      'file.csv',
      '-m',
      'variety',
      '--with',
      'groups.csv',
    )
    expect(groups.out).toBe('region,total,unrelated,related\nR1,2,1,1\nR2,1,0,1\n')
    const levels = await runOn(
      { ...table, 'gdp.csv': 'region,gdp\nR1,10\nR2,20\n' },
      'file.csv',
      '-m',
      'prody',
      '--with',
      'gdp.csv',
    )
    expect(levels.out.split('\n')[3]).toBe('A3,10')
    const pci = await runOn(
      { ...table, 'pci.csv': 'activity,pci\nA1,-1\nA2,2\nA3,5\nA4,\n' },
      'file.csv',
      '-m',
      'subnational-complexity',
      '--with',
      'pci.csv',
    )
    expect(pci.out).toBe('region,value\nR1,5\nR2,0.5\n')
  })

  test('what intervals are of', async () => {
    const table = 'region,A1,A2\nR1,10,90\nR2,30,70\n'
    expect((await run(table, '-m', 'quotient-interval')).out.split('\n')[1]).toMatch(/^R1,A1,0.5,0.2397\d+,0.9195\d+,0,0$/)
    expect((await run(table, '-m', 'quotient-interval', '--level', '0.5')).out.split('\n')[1]).not.toMatch(/,0.2397/)
    expect((await run(table, '-m', 'quotient-interval', '--rounded-to', '10', '--unit', 'money')).status).toBe(0)
    expect((await run(table, '-m', 'quotient-interval', '--rounded-to', '10', '--interval', 'both')).out).toMatch(
      /^R1,A1,0.5,0.0\d+,/m,
    )
    const { status, err } = await run(table, '-m', 'quotient-interval', '--unit', 'money')
    expect([status, err]).toEqual([2, expect.stringContaining('The table is money')])
  })

  test('two years, the first and the last unless others are asked for', async () => {
    const text = 'region,activity,year,value\nR,A,2001,2\nR,A,2002,4\nR,A,2003,1\n'
    expect((await run(text, '-m', 'growth')).out).toContain('R,A,-0.5')
    expect((await run(text, '-m', 'growth', '--from', '2002')).out).toContain('R,A,-0.75')
    expect((await run(text, '-m', 'growth', '--to', '2002')).out).toContain('R,A,1\n')
    expect((await run(text, '-m', 'growth', '--from', '2003', '--to', '2001')).err).toContain(
      'the first must be before the second',
    )
  })

  test('an option that a measure does not look at is said', async () => {
    const { err } = await run(square, '-m', 'entropy', '--threshold', '2', '--missing', 'as-zero')
    expect(err).toBe('relatedness: entropy does not look at --threshold, --missing.\n')
  })
})

describe('a call that cannot be understood says so, and what to do', () => {
  test.each([
    [['file.csv'], 'Say what to compute with --measure'],
    [['-m', 'density'], 'Name the file to read, or - for standard input.'],
    [['file.csv', 'other.csv', '-m', 'density'], 'One file is read, but 2 are named'],
    [['file.csv', '-m', 'densty'], 'There is no measure «densty». Did you mean density?'],
    [['file.csv', '-m', 'locational'], 'Did you mean locational-gini?'],
    [['file.csv', '-m', 'zzzzzz'], 'See relatedness --help for all.'],
    [['file.csv', '-m', 'toString'], 'There is no measure'],
    [['file.csv', '-m', 'density', '--missing', 'drop'], 'it must be leave-out, propagate or as-zero'],
    [
      ['file.csv', '-m', 'density', '--threshold', '1,5'],
      '--threshold is «1,5»; it must be a number above 0, with a decimal point.',
    ],
    [['file.csv', '-m', 'density', '--year', '1999'], 'There is no year 1999 in the file; it has 2020, 2021.'],
    [['file.csv', '-m', 'density', '--treshold', '1'], 'There is no option --treshold. Did you mean --threshold?'],
    [['file.csv', '-m', 'density', '--threshold'], '--threshold'],
    [['file.csv', '-m', 'diversity', '--wide'], 'diversity has no wide form; leave --wide out.'],
    [['file.csv', '-m', 'density', '--wide', '--json'], '--wide is a form of CSV; leave it or --json out.'],
    [['file.csv', '-m', 'prody'], 'This measure needs a second file; name it with --with.'],
    [['-', '-m', 'prody', '--with', '-'], 'Standard input can be read once only'],
  ])('%j', async (args, words) => {
    const { status, err, out } = await runOn({ 'file.csv': long, 'other.csv': long }, ...args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(words)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('a mistake in a file is told with its place', async () => {
    const { status, err } = await run('region,activity,value\nR1,A1,four\n', '-m', 'diversity')
    expect([status, err]).toEqual([2, expect.stringContaining('Line 2, column 3')])
    const second = await runOn(
      { 'file.csv': square, 'gdp.csv': 'region,gdp\nR1,much\nR2,1\n' },
      'file.csv',
      '-m',
      'prody',
      '--with',
      'gdp.csv',
    )
    expect([second.status, second.err]).toEqual([
      2,
      expect.stringContaining('gdp.csv: Line 2, column 2: «much» is not a number.'),
    ])
  })

  test('a file of one year has no change', async () => {
    expect((await run(square, '-m', 'growth')).err).toContain('the file has no column of years')
    expect((await run(square, '-m', 'density', '--year', '2020')).err).toContain('The file has no column of years')
  })

  test('more pairs than can be held are refused before they are made', async () => {
    const many = `region,activity,value\n${Array.from({ length: 5001 }, (_, at) => `R,A${at},1\n`).join('')}`
    const { status, err } = await run(many, '-m', 'proximity')
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('5001 activities have 25010001 pairs; the command makes at most 25000000.'),
    ])
  })
})

test('every measure runs on an ordinary file, and help names them all', async () => {
  const { out: help } = await runOn({}, '--help')
  expect((await runOn({})).out).toBe(help)
  const pairs = ['R1', 'R2', 'R3', 'R4'].flatMap((region, r) =>
    ['A1', 'A2', 'A3', 'A4', 'A5'].map((activity, a) => ({ region, activity, r, a })),
  )
  const years = [2020, 2021].map((year) =>
    pairs
      .map(({ region, activity, r, a }) => `${region},${activity},${year},${((r + 2) * (a + 3) * (year - 2012)) % 11}\n`)
      .join(''),
  )
  const files = {
    'file.csv': `region,activity,year,value\n${years.join('')}`,
    'regions.csv': 'region,level\nR1,3\nR2,5\nR3,4\nR4,9\n',
    'activities.csv': 'activity,complexity\nA1,-1\nA2,0\nA3,1\nA4,1\nA5,0.5\n',
  }
  for (const name of Object.keys(measures)) {
    expect(help).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
    const second = ['prody', 'expy'].includes(name)
      ? ['--with', 'regions.csv']
      : /variety|-complexity$/.test(name) && name !== 'fitness-complexity'
        ? ['--with', 'activities.csv']
        : []
    const { status, out, err } = await runOn(files, 'file.csv', '-m', name, ...second)
    expect({ name, status, err: status === 0 ? '' : err }).toEqual({ name, status: 0, err: '' })
    expect(out.split('\n').length).toBeGreaterThan(3)
    const { out: json } = await runOn(files, 'file.csv', '-m', name, '--json', ...second)
    expect((JSON.parse(json) as { records: object[] }).records).toHaveLength(out.trimEnd().split('\n').length - 1)
  }
})

describe('the program itself', () => {
  const program = fileURLToPath(new URL('cli.ts', import.meta.url))
  const example = fileURLToPath(new URL('../../examples/occupations-by-county-2017.csv', import.meta.url))
  let folder = ''
  const start = (args: string[], input: string | Uint8Array = '') =>
    spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', input })
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'relatedness-cli-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('gives the golden ECI of Swedish occupations, and writes its file whole', () => {
    const target = join(folder, 'eci.csv')
    const { status, stderr } = start([example, '-m', 'eci', '--out', target])
    expect(status).toBe(0)
    expect(stderr).toBe('')
    const lines = readFileSync(target, 'utf8').trimEnd().split('\n').slice(1)
    const values = lines.map((line) => Number(line.split(',').at(-1)))
    values.forEach((value, at) => expect(value).toBeCloseTo(golden['pyEci']![at]!, 9))
    expect(readdirSync(folder)).toEqual(['eci.csv'])
  })

  test('or not at all: what was there stays when the call is wrong or the place cannot be written', () => {
    const target = join(folder, 'kept.csv')
    writeFileSync(target, 'before')
    expect(start([example, '-m', 'diversity', '--wide', '--out', target]).status).toBe(2)
    expect(readFileSync(target, 'utf8')).toBe('before')
    const nowhere = start([example, '-m', 'eci', '--out', join(folder, 'none', 'x.csv')])
    expect([nowhere.status, existsSync(join(folder, 'none'))]).toEqual([2, false])
    expect(nowhere.stderr).toContain('cannot be written: there is no such folder.')
    mkdirSync(join(folder, 'a-folder'))
    expect(start([example, '-m', 'eci', '--out', join(folder, 'a-folder')]).stderr).toContain('is no file that can be written')
  })

  test('a link is followed, and stays a link', () => {
    writeFileSync(join(folder, 'real.csv'), 'before')
    symlinkSync(join(folder, 'real.csv'), join(folder, 'link.csv'))
    expect(start([example, '-m', 'diversity', '--out', join(folder, 'link.csv')]).status).toBe(0)
    expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toMatch(/^region,value\n/)
  })

  test('reads standard input', () => {
    expect(start(['-', '-m', 'diversity'], `\uFEFF${square}`).stdout).toBe('region,value\nR1,1\nR2,1\n')
  })

  test('says of a file that is not there, and reads one that is not UTF-8', () => {
    expect(start([join(folder, 'none.csv'), '-m', 'eci'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is no such file'),
    })
    const latin = Buffer.from('region,A\nVästerås,1\n', 'latin1')
    expect(start(['-', '-m', 'diversity'], latin)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Västerås'),
      stderr: expect.stringContaining('read as Windows-1252'),
    })
  })
})
