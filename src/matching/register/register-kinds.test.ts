import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { shippedVersions } from '../../snapshot/testing/shipped-snapshot.ts'
import { getShippedBeside } from '../../sources/facts/shipped-facts.ts'
import { matchRegister } from './match-companies.ts'
import { matchHere } from './match-here.ts'
import type { NamedColumns } from './match-register.ts'
import { readIndustries } from './read-industries.ts'
import { shippedThesaurus } from '../../thesaurus/testing/shipped-thesaurus.ts'

const matcher = matchHere({ versions: shippedVersions(), beside: getShippedBeside(), validAt: '2026-11-01' })

interface Matched {
  rows: Record<string, string>[]
  badRows: number
  notices: string[]
}

async function match(bytes: string | Uint8Array, named?: NamedColumns): Promise<Matched> {
  const found: Matched = { rows: [], badRows: 0, notices: [] }
  const input = (async function* () {
    yield bytes
  })()
  const parts: Uint8Array[] = []
  for await (const part of matchRegister(input, {
    matcher,
    options: { most: 1, lang: 'en' },
    ...(named ? { named } : {}),
    notify: ({ en }) => found.notices.push(en),
    countBad: (rows) => void (found.badRows += rows),
  }))
    parts.push(part)
  found.rows = parse(Buffer.concat(parts), { columns: true })
  return found
}

/** The first row of each company: id, region, and whether it matched or what the problem is. */
const companiesOf = ({ rows }: Matched): string[] => {
  const first = new Map(rows.map((row) => [row['id']!, row]).toReversed() as [string, Record<string, string>][])
  return [...first.values()]
    .toReversed()
    .map((row) => [row['id'], row['region'], row['priority'] ? 'matched' : 'none', row['problem']].filter(Boolean).join(' | '))
}

describe('columns', () => {
  test.each([
    'Orgnr;Verksamhetsbeskrivning',
    'Orgnr;SNI-kod',
    'Orgnr;SNI kod',
    'Orgnr;SNI2007',
    'Orgnr;Bransch',
    'Org.nr;Huvudsaklig verksamhet',
    'Orgnr;Näringsgren',
    'Orgnr;NACE-kod',
    'OrgNr ;SNI ',
    'Organisationsnummer;SNI 2025',
    'PeOrgNr;Ng1',
    'id;Branschkod',
  ])('«%s» are known', async (header) => {
    expect(companiesOf(await match(`${header}\n559999-9901;16231\n`))).toEqual(['559999-9901 | matched'])
  })

  test('that have other names can be named, and a name that is not there is refused', async () => {
    const names = { id: 'Nr', text: 'Vad vi gör', place: 'Var' }
    const text = 'Nr;Vad vi gör;Var\n1;Vi hyvlar lister;Nässjö\n'
    await expect(match(text)).rejects.toThrow('give --text, --sni, --id, --place')
    expect(companiesOf(await match(text, { names, edition: null }))).toEqual(['1 | 06 | matched'])
    await expect(match(text, { names: { text: 'Annat' }, edition: null })).rejects.toThrow('There is no column «Annat».')
  })

  test('of the authorities: SCB’s register with tabs, Bolagsverket’s bulk file with dollar signs', async () => {
    const scb =
      'PeOrgNr\tForetagsnamn\tSateskommun, kod\tSateskommun\tBransch_1, kod\tBransch_1\tBransch_2, kod\tBransch_2\r\n165599999911\tLister AB\t0682\tNässjö\t16102\tHyvling av trä\t41200\tByggande\r\n'
    expect(companiesOf(await match(scb))).toEqual(['165599999911 | 06 | matched'])
    const bulk =
      'organisationsidentitet;organisationsnamn;verksamhetsbeskrivning;postadress\r\n"5599999912$ORGNR-IDORG";"Lister AB$FORETAGSNAMN-ORGNAM$2015-03-02";"Bolaget ska\n hyvla lister";"Gatan 1$$NÄSSJÖ$57130$SE-LAND"\r\n'
    expect(companiesOf(await match(bulk))).toEqual(['5599999912 | 06 | matched'])
  })

  test('rows without anything in them are passed over, and told', async () => {
    const { rows, notices, badRows } = await match('id;sni;kommun;;\n;;;;\n1;16231;0682 Nässjö;;\n ; ;;;\n;;;;\n')
    expect(rows.filter(({ rank }) => rank !== '2').map(({ id, region }) => [id, region])).toEqual([['1', '06']])
    expect([notices, badRows]).toEqual([['3 rows were empty and were passed over.'], 0])
    expect((await match('id;sni\n1;16231\n')).notices).toEqual([])
  })

  test('of places may be codes, with or without their first zero', async () => {
    const text = 'id;sni;kommunkod\n1;16231;0682\n2;16231;682\n3;16231;6\n4;16231;9999\n'
    expect((await match(text)).rows.filter(({ rank }) => rank === '1').map(({ region }) => region)).toEqual([
      '06',
      '06',
      '06',
      '',
    ])
  })
})

describe('codes', () => {
  const subjectsOf = async (cell: string, header = 'id;sni') => (await match(`${header}\n1;${cell}\n`)).rows[0]!
  test.each(['01500', '1500', '01.500', '1.5'])('«%s» is 01.500', async (cell) => {
    expect(await subjectsOf(cell)).toEqual(await subjectsOf('01500'))
    expect((await subjectsOf(cell))['problem']).not.toContain('not known')
    expect(readIndustries(shippedThesaurus, { cell, edition: null }).industries).toMatchObject([{ code: '01500' }])
  })

  test.each(['16231, 41200', '16.231 41.200', '"16231;41200"', '16231|41200', '16231/41200'])(
    '«%s» are two, of which the first counts most',
    async (cell) => {
      const two = await subjectsOf(cell)
      expect(two).toEqual(await subjectsOf('16231, 41200'))
      expect(Number(two['score'])).toBeGreaterThanOrEqual(Number((await subjectsOf('16231'))['score']))
    },
  )

  test('in several columns all count', async () => {
    expect((await match('id;sni1;sni2\n1;16231;41200\n')).rows).toEqual((await match('id;sni\n1;16231, 41200\n')).rows)
  })

  test('of SNI 2025 are translated where the key is clear', async () => {
    for (const [now, before] of [
      ['62100', '62010'],
      ['62200', '62020, 62030'],
      ['72109', '72190'],
      ['25.630', '25730'],
    ])
      expect(await subjectsOf(now!)).toEqual(await subjectsOf(before!))
  })

  test('that mean two things are said to, unless the edition is given by column or option', async () => {
    expect((await subjectsOf('63910'))['problem']).toContain(
      'means two things: Nyhetsservice (SNI 2007) and Webbportaler (SNI 2025)',
    )
    expect(await subjectsOf('63910', 'id;SNI 2025')).toEqual(await subjectsOf('63120'))
    expect((await subjectsOf('63910', 'id;SNI 2007'))['problem']).not.toContain('two things')
    const { rows } = await match('id;sni\n1;63910\n', { names: {}, edition: '2025' })
    expect(rows[0]).toEqual(await subjectsOf('63120'))
  })

  test('without a counterpart, and unknown ones, are said to be', async () => {
    expect((await subjectsOf('28970'))['problem']).toContain('no clear counterpart in SNI 2007')
    expect((await subjectsOf('99998'))['problem']).toContain('SNI not known: 99998')
    expect((await subjectsOf('61100'))['problem']).toBe('')
  })
})

describe('rows', () => {
  test('one that is short, and one whose quote is not closed, come out with line and problem, the rest is matched', async () => {
    const text = 'orgnr;text;kommun\n1;Trähus;Växjö\n2;Bageri\n3;"Sågverk;Mora\n4;Trähus;Växjö\n5;Trähus;Växjö;;\n'
    const matched = await match(text)
    expect(companiesOf(matched).map((row) => row.slice(0, 40))).toEqual([
      '1 | 07 | matched',
      '2 | none | Line 3 has 2 cells, the heade',
      '3 | none | Line 4: a quote opens and is ',
      '4 | 07 | matched',
      '5 | 07 | matched',
    ])
    expect(matched.badRows).toBe(2)
  })

  test('a number that a spreadsheet rewrote is said to be lost; one kept as text is read', async () => {
    const rows = companiesOf(await match('orgnr;text\n5,6E+09;Trähus\n="5599999903";Trähus\n'))
    expect(rows).toEqual(['5,6E+09 | matched | a spreadsheet has rewritten the number: 5,6E+09', '5599999903 | matched'])
  })

  test('a quote that is an inch is a character', async () => {
    expect(companiesOf(await match('id,text\n1,Vi säljer 2" trähus\n2,Trähus\n'))).toEqual(['1 | matched', '2 | matched'])
  })

  test('a line in another encoding than the rest is read, and counted', async () => {
    const matched = await match(Buffer.concat([Buffer.from('id;text\n1;Trähus\n'), Buffer.from('2;Trähus\n', 'latin1')]))
    expect(companiesOf(matched)).toEqual(['1 | matched', '2 | matched | the line is not UTF-8 and was read as Windows-1252'])
    expect(matched.badRows).toBe(1)
  })

  test('a workbook is refused as one', async () => {
    await expect(match(Buffer.from('PK\x03\x04\x14\0\0\0'))).rejects.toThrow('a workbook or an archive')
  })
})

/** Beside the repository, or beside the folder of its worktrees. */
const folders = ['../../../../shared/cases/', '../../../../../shared/cases/'].map((path) => new URL(path, import.meta.url))
const folder = folders.find((one) => existsSync(one)) ?? folders[0]!
const expected: Record<string, string[]> = {
  'k01-scb-tabs.txt': ['165599999901 | 07', '165599999902 | 01'],
  'k02-bolagsverket-bulk.txt': ['5599999901 | 07'],
  'k03-cp1252.csv': ['559999-9901 | 07', '559999-9902 | 21'],
  'k04-several-sni.csv': ['1', '2', '3', '4', '5', '6'].map((id) => `${id}`),
  'k05-no-leading-zero.csv': ['1', '2', '3', '4', '5', '6'].map((id) => `${id}`),
  'k06-sni2025.csv': [...['1', '2', '3', '4', '5', '6'].map((id) => `${id}`), '7 | SNI not known: 20.301', '8'],
  'k06b-same-code-other-meaning.csv': [
    '1 | The code 63910 means two things: Nyhetsservice (SNI 2007) and Webbportaler (SNI 2025). Give the edition, 2007 or 2025.',
    '2',
  ],
  'k08-orgnr.csv': ['559999-9901', '165599999902', '5,6E+09 | a spreadsheet has rewritten the number: 5,6E+09', '5599999903'],
  'k11-short-row.csv': [
    '559999-9901 | 07',
    '559999-9902 | Line 3 has 2 cells, the header 3. The separator is «;»; a text with it must be in quotes.',
    '559999-9903 | 20',
  ],
  'k13-inch-sign.csv': ['1', '2'],
  'k14-utf16.txt': ['559999-9901'],
  'k15-sep-line.csv': ['559999-9901'],
  ...Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`k09-header-${at}.csv`, ['559999-9901']])),
}

/** How a company was read, whatever areas it fits: those follow from facts that change. */
const asRead = (company: string): string =>
  company.replace(/ \| (?:matched|none)(?: \| fits no area|(?= \|)|$)/, '').replace('; fits no area', '')

describe('the registers that people have reported as trouble', () => {
  test.runIf(existsSync(folder)).each(Object.keys(expected))('%s', async (fileName) => {
    expect(companiesOf(await match(readFileSync(new URL(fileName, folder)))).map(asRead)).toEqual(expected[fileName])
  })

  test.runIf(existsSync(folder))('have all a right answer here', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith('k'))
        .toSorted(),
    ).toEqual(Object.keys(expected).toSorted())
  })
})
