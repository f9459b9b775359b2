import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { golden } from '../testing/example-table.ts'
import { type CliIo, runCli } from './cli.ts'

async function run(file: string | Uint8Array, ...args: string[]) {
  const written = { out: '', err: '', doing: [] as string[] }
  const io: CliIo = {
    readFile: () => file,
    writeFile: () => {},
    stdout: (part) => void (written.out += part),
    stderr: (part) => void (written.err += part),
    progress: (what) => void written.doing.push(what),
  }
  return { status: await runCli([args[0]?.endsWith('.parquet') ? args.shift()! : 'file.csv', ...args], io), ...written }
}

const example = readFileSync(new URL('../../examples/occupations-by-county-2017.csv', import.meta.url), 'utf8')
const square = 'region,A1,A2,A3\nR1,3,1,0\nR2,1,3,2\nR3,0,2,4\n'

describe('several measures in one run', () => {
  test('make one long table, with the measure in front and every column that any of them has', async () => {
    const { status, out, doing } = await run(square, '-m', 'diversity,density', '-m', 'proximity')
    const [header, ...rows] = out.trimEnd().split('\n')
    expect({ status, header }).toEqual({ status: 0, header: 'measure,region,activity,other_activity,value' })
    expect(rows).toHaveLength(3 + 9 + 9)
    expect(rows[0]).toBe('diversity,R1,,,1')
    expect(rows.at(-1)).toMatch(/^proximity,,A3,A3,1$/)
    expect(doing).toEqual([
      'reading file.csv',
      'computing diversity (1 of 3)',
      'computing density (2 of 3)',
      'computing proximity (3 of 3)',
      'writing',
    ])
  })

  test('as JSON each with its own records and notes', async () => {
    const { out } = await run('region,A,B\nR1,1,\nR2,1,2\n', '-m', 'eci,ubiquity', '--json')
    const { measures, notes } = JSON.parse(out) as {
      measures: { measure: string; records: unknown[]; notes: { code: string }[] }[]
      notes: unknown[]
    }
    expect(measures.map(({ measure, records }) => [measure, records.length])).toEqual([
      ['eci', 2],
      ['ubiquity', 2],
    ])
    expect(measures[1]!.notes.map(({ code }) => code)).toContain('missing-cells')
    expect(notes).toEqual([])
  })

  test('have no wide form together, and a note that they share is given once', async () => {
    expect((await run(square, '-m', 'density,proximity', '--wide')).status).toBe(2)
    const { err } = await run('region,A,B\nR1,1,\nR2,1,2\n', '-m', 'diversity,ubiquity')
    expect(err.split('\n').filter((line) => line.includes('cells are missing')).length).toBe(2)
  })
})

describe('worker threads', () => {
  const asked = ['-m', 'density,distance,outlook-index,outlook-gain,options,eci']

  test('give what one thread gives, to the last digit', async () => {
    const alone = await run(example, ...asked, '--workers', '0')
    expect(alone.status).toBe(0)
    expect(alone.out.split('\n').length).toBeGreaterThan(3 * 21 * 149)
    expect(await run(example, ...asked, '--workers', '2')).toEqual(alone)
    for (const one of ['density', 'outlook-gain'])
      expect(await run(example, '-m', one, '--workers', '3', '--wide')).toEqual(await run(example, '-m', one, '--wide'))
    const plot = ['--plot', 'options', '--for', '25 Norrbotten county']
    expect(await run(example, ...plot, '--workers', '2')).toEqual(await run(example, ...plot))
  })

  test('are not asked of what has no use for them, nor in another number than there can be', async () => {
    expect((await run(example, '-m', 'eci', '--workers', '2')).err).toContain('eci does not look at --workers.')
    expect((await run(example, '-m', 'density', '--peer', 'datawheel', '--workers', '2')).err).toContain(
      'density does not look at --workers.',
    )
    for (const wrong of ['two', '-1', '1.5', '65'])
      expect(await run(example, '-m', 'density', `--workers=${wrong}`)).toMatchObject({
        status: 2,
        err: expect.stringContaining(`--workers is «${wrong}»; it must be a whole number from 0 to 64.`),
      })
  })
})

test('--version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
  expect(await run(square, '--version')).toMatchObject({ status: 0, out: `${version}\n`, err: '' })
})

describe('--peer', () => {
  const peers = JSON.parse(readFileSync(new URL('../../golden/peers.json', import.meta.url), 'utf8')) as Record<
    string,
    Record<string, number[]>
  >
  test.each(['py-ecomplexity', 'economiccomplexity', 'econgeo', 'datawheel'])('%s gives its ECI', async (peer) => {
    const { out, status } = await run(example, '-m', 'eci', '--peer', peer)
    expect(status).toBe(0)
    const values = out
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',').at(-1)))
    values.forEach((value, at) => expect(value).toBeCloseTo(peers[peer]!['eci']![at]!, 8))
  })

  test('is refused beside what it sets, and with the nearest name when there is none such', async () => {
    expect((await run(square, '-m', 'eci', '--peer', 'econgeo', '--missing', 'as-zero')).err).toContain(
      '--peer says what a missing cell is',
    )
    expect((await run(square, '-m', 'eci', '--peer', 'pyecomplexity')).err).toContain('Did you mean py-ecomplexity?')
    expect((await run(square, '-m', 'entropy', '--peer', 'econgeo')).err).toContain('entropy does not look at --peer.')
  })
})

describe('files as they come', () => {
  const withSum = 'region;näringsgren;antal\n01 A;x;4\n01 A;y;9\n02 B;x;7\n02 B;y;2\n00 Hela riket;x;11\n00 Hela riket;y;11\n'
  test('sums among the parts: the exit code and JSON say so, unless they are left out or kept knowingly', async () => {
    const { status, err, out } = await run(withSum, '-m', 'diversity', '--json')
    expect(status).toBe(1)
    expect(err).toMatch(/sums of others.*«00 Hela riket».*Here: --totals leave-out or keep\.\n$/)
    expect(JSON.parse(out).notes[0]).toMatchObject({ code: 'total-like-label', regions: ['00 Hela riket'] })
    const without = await run(withSum, '-m', 'diversity', '--totals', 'leave-out')
    expect(without).toMatchObject({ status: 0, out: 'region,value\n01 A,1\n02 B,1\n' })
    expect(await run(withSum, '-m', 'diversity', '--totals', 'keep')).toMatchObject({ status: 0, err: '' })
  })

  test('Windows-1252 is read, and noted as a guess', async () => {
    const bytes = Uint8Array.from(Buffer.from('region;A;B\nVästerås;1;2\nÖrebro;2;1\n', 'latin1'))
    const { status, out, err } = await run(bytes, '-m', 'diversity')
    expect({ status, out }).toEqual({ status: 0, out: 'region,value\nVästerås,1\nÖrebro,1\n' })
    expect(err).toContain('read as Windows-1252')
  })

  test('Parquet, by the package hyparquet', async () => {
    const bytes = new Uint8Array(readFileSync(new URL('../testing/four-cells.parquet', import.meta.url)))
    const { status, out, err } = await run(bytes, 'cells.parquet', '-m', 'location-quotient')
    expect({ status, rows: out.trimEnd().split('\n').length }).toEqual({ status: 0, rows: 5 })
    expect(err).toContain('1 cells are missing')
    expect(await run(Uint8Array.of(1, 2, 3), 'cells.parquet', '-m', 'eci')).toMatchObject({
      status: 2,
      err: expect.stringContaining('cannot be read as Parquet'),
    })
  })
})

describe('--plot', () => {
  test('of options writes the ten best beside the picture, none on another or out of it, and numbers along both axes', async () => {
    for (const region of ['25 Norrbotten county', '01 Stockholm county']) {
      const { out } = await run(example, '--plot', 'options', '--for', region)
      const names = [...out.matchAll(/<text x="830" y="([\d.]+)">/g)].map(([, y]) => Number(y))
      expect(names).toHaveLength(10)
      names.forEach((y, at) => expect(y - (names[at - 1] ?? 0)).toBeGreaterThanOrEqual(17.9))
      expect(names.at(-1)).toBeLessThanOrEqual(545)
      expect(
        out.match(/y="560" text-anchor="middle">[\d.]+<|x="62" y="[\d.]+" text-anchor="end">−?[\d.]+</g)!.length,
      ).toBeGreaterThanOrEqual(4)
    }
  })

  test.each([
    [['bars'], '<rect x="'],
    [['space', '--for', '25 Norrbotten county'], 'filled: what 25 Norrbotten county is specialised in'],
    [['options', '--for', '25 Norrbotten county'], 'Options of 25 Norrbotten county'],
  ])('%j is one picture, the same every time', async (args, part) => {
    const { status, out } = await run(example, '--plot', ...args)
    expect({ status, part: out.includes(part) }).toEqual({ status: 0, part: true })
    expect(out).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]*<\/svg>\n$/)
    expect(out).not.toMatch(/NaN|undefined|Infinity/)
    expect((await run(example, '--plot', ...args)).out).toBe(out)
  })

  test('a name in the file cannot become markup', async () => {
    const { out } = await run('region,"A<script>","B&""",C\nR1,3,1,0\nR2,1,3,2\nR3,0,2,4\n', '--plot', 'space')
    expect(out).toContain('A&lt;script&gt;')
    expect(out).not.toContain('<script>')
  })

  test('says what is missing or does not go together', async () => {
    expect((await run(example, '--plot', 'options')).err).toContain('Say whose options to draw with --for')
    expect((await run(example, '--plot', 'options', '--for', '25 Norrbotten')).err).toContain(
      'Did you mean «25 Norrbotten county»?',
    )
    expect((await run(example, '--plot', 'bars', '-m', 'eci')).err).toContain('leave --measure, --wide and --json out')
    expect((await run(example, '--plot', 'pie')).err).toContain('it must be options, space or bars')
  })
})

test('the golden ECI comes out the same beside another measure', async () => {
  const { out } = await run(example, '-m', 'eci,diversity')
  const values = out
    .split('\n')
    .filter((line) => line.startsWith('eci,'))
    .map((line) => Number(line.split(',').at(-1)))
  values.forEach((value, at) => expect(value).toBeCloseTo(golden['pyEci']![at]!, 9))
})
