import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeckDraft, DeckLine } from './deck-draft.ts'
import { getShippedFacts } from '../facts/shipped-facts.ts'
import { parseDeck } from './parse-deck.ts'
import { readDeck } from './read-deck.ts'
import { readTextLines } from './text-lines.ts'

const folder = new URL('../../../fixtures/deck/', import.meta.url)
/** Beside the repository, or beside the folder of its worktrees. */
const realDecks = ['../../../../', '../../../../../'].map(
  (path) => new URL(`${path}shared/deck/smart-specialisering-2018-01-31.txt`, import.meta.url),
)
const realDeck = realDecks.find((file) => existsSync(file)) ?? realDecks[0]!
/** Without the listed misspellings and variants, so that they have to be seen through. */
const gazetteer = getShippedFacts().regions.map(({ code, name, county_name, region_name }) => ({
  code,
  names: [name, county_name, region_name],
}))
const withVariants = getShippedFacts().regions.map(({ code, name, county_name, region_name, name_variants }) => ({
  code,
  names: [name, county_name, region_name, ...name_variants],
}))

const parseText = (text: string, names = gazetteer): DeckDraft =>
  parseDeck({ fileName: 'deck.txt', format: 'text', lines: readTextLines(text, 'deck.txt'), notices: [] }, names)
const labelsOf = (draft: DeckDraft, code: string): string[] =>
  draft.regions.find((region) => region.code === code)?.priorities.map(({ verbatimLabel }) => verbatimLabel) ?? []
const places = (draft: DeckDraft): number[] =>
  [
    ...draft.regions.flatMap(({ line, priorities }) => [line, ...priorities.map((priority) => priority.line)]),
    ...[draft.findings, draft.wishes, draft.nextSteps, draft.recognised, draft.notUnderstood].flatMap((list) =>
      list.map(({ line }) => line),
    ),
  ].toSorted((a, b) => a - b)

async function expectWholeDeck(file: URL): Promise<void> {
  const deck = await readDeck(readFileSync(file), { fileName: 'deck' })
  const draft = parseDeck(deck, gazetteer)
  expect([draft.title, draft.author?.split(' ').length, draft.place, draft.date]).toEqual([
    'Smart specialisering i 21 regioner',
    2,
    'Luleå',
    '2018-01-31',
  ])
  const lists = draft.regions.map(({ priorities }) => priorities.length)
  expect([
    draft.regions.length,
    lists.reduce((sum, count) => sum + count, 0),
    draft.findings.length,
    draft.wishes.length,
    draft.nextSteps.length,
  ]).toEqual([21, 80, 10, 7, 3])
  expect(draft.notUnderstood).toEqual([])
  expect(draft.notices.map(({ kind, regionCode }) => [kind, regionCode])).toEqual([['misspelling', '25']])
  expect(places(draft)).toEqual(deck.lines.map(({ line }) => line))
  const shipped = getShippedFacts().priorityAreas.filter(({ source }) => source === 'deck-2018-01-31')
  const read = draft.regions.flatMap(({ priorities }) =>
    priorities.map(({ verbatimLabel, suggestedLabel }) => `${verbatimLabel}|${suggestedLabel ?? ''}`),
  )
  expect(read.toSorted()).toEqual(
    shipped.map(({ verbatim_label, display_label }) => `${verbatim_label}|${display_label ?? ''}`).toSorted(),
  )
}

describe('the deck of 2018-01-31', () => {
  test.each(['txt', 'pptx', 'pdf'])(
    'as %s gives 21 regions, 80 priorities, 10 findings, 7 wishes, 3 next steps',
    async (ending) => {
      await expectWholeDeck(new URL(`smart-specialisering-2018-01-31.${ending}`, folder))
    },
  )

  test.runIf(existsSync(realDeck))('itself gives the same', async () => {
    await expectWholeDeck(realDeck)
  })

  test('keeps the line that each priority stands on', async () => {
    const draft = parseDeck(
      await readDeck(readFileSync(new URL('smart-specialisering-2018-01-31.txt', folder)), { fileName: 'deck' }),
      gazetteer,
    )
    const lineOf = new Map(getShippedFacts().priorityAreas.map((row) => [`${row.verbatim_label} ${row.line}`, row.line]))
    for (const { priorities } of draft.regions)
      for (const { verbatimLabel, line } of priorities) expect(lineOf.get(`${verbatimLabel} ${line}`)).toBe(line)
  })
})

test.each([
  ['Region Värmland', '17'],
  ['Värmlands län', '17'],
  ['VÄRMLAND:', '17'],
  ['Värmand', '17'],
  ['Varmland', '17'],
  ['Norrbottnen', '25'],
  ['Västra Götlandsregionen', '14'],
  ['Jämtland Härjedalen', '23'],
  ['Jämtland-Härjedalen (3)', '23'],
  ['Skane', '12'],
])('the heading "%s" is region %s', (heading, code) => {
  expect(labelsOf(parseText(`Titel\n\n${heading}\n\n- Område\n`), code)).toEqual(['Område'])
})

test.each([
  ['VGR', '14'],
  ['Sörmland', '04'],
  ['Kopparbergs län', '20'],
])('the other name "%s" is region %s', (heading, code) => {
  expect(labelsOf(parseText(`Titel\n\n${heading}\n\n- Område\n`, withVariants), code)).toEqual(['Område'])
})

test('a name as near to one region as to another is none of them', () => {
  const names = [
    { code: '01', names: ['Solland'] },
    { code: '02', names: ['Solvand'] },
  ]
  const draft = parseText('Titel\n\nSolrand\n- Område\n', names)
  expect(draft.regions).toEqual([])
  expect(draft.notUnderstood.map(({ line }) => line)).toEqual([3, 4])
})

test('a bullet is never a heading', () => {
  const draft = parseText('Titel\n\nSkåne\n- Halland\n- Nästa steg\n')
  expect(labelsOf(draft, '12')).toEqual(['Halland', 'Nästa steg'])
})

test('what stands under an unknown heading is not given to the region above', () => {
  const draft = parseText('Titel\n\nSkåne\n- Hälsa\n\nAtlantis\n- Dykning\n\nHalland\n- IT\n')
  expect(labelsOf(draft, '12')).toEqual(['Hälsa'])
  expect(draft.notUnderstood.map(({ line, text }) => [line, text])).toEqual([
    [6, 'Atlantis'],
    [7, 'Dykning'],
  ])
  expect(labelsOf(draft, '13')).toEqual(['IT'])
})

test('without bullets the context tells headings from areas', () => {
  const draft = parseText(
    'Titel\n31 januari 2018\n\nSkåne\n\nHälsa\nSmarta städer\n\nAtlantis\n\nDykning\n\nHalland\n\nIT\n\nNästa steg\n\nVi träffas igen.\n',
  )
  expect(draft.date).toBe('2018-01-31')
  expect(labelsOf(draft, '12')).toEqual(['Hälsa', 'Smarta städer'])
  expect(labelsOf(draft, '13')).toEqual(['IT'])
  expect(draft.notUnderstood.map(({ line }) => line)).toEqual([9, 11])
  expect(draft.nextSteps.map(({ text }) => text)).toEqual(['Vi träffas igen.'])
})

test('a region that stands twice, an absent one, an empty one and a doubled label are told', () => {
  const draft = parseText('Titel\n\nSkåne\n- Hälsa\n- hälsa\n\nHalland\n\nSkåne\n- IT\n')
  expect(labelsOf(draft, '12')).toEqual(['Hälsa', 'IT'])
  const kinds = draft.notices.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind !== 'absent')).toEqual(['doubledLabel', 'twice', 'emptyList'])
  expect(kinds.filter((kind) => kind === 'absent')).toHaveLength(19)
})

test.each([
  ['Vad vi hört', 'findings'],
  ['Vad har vi lärt oss?', 'findings'],
  ['What we heard', 'findings'],
  ['Önskemål till den nationella nivån:', 'wishes'],
  ['Wishes for the national level', 'wishes'],
  ['Nästa steg', 'nextSteps'],
  ['Vad händer härnäst?', 'nextSteps'],
  ['What happens now?', 'nextSteps'],
] as const)('"%s" opens %s', (heading, list) => {
  const draft = parseText(`Titel\n\nSkåne\n- Hälsa\n\n${heading}\n- En mening.\n`)
  expect(draft[list].map(({ text }) => text)).toEqual(['En mening.'])
})

test.each([
  ['Luleå 2018-01-31', 'Luleå', '2018-01-31'],
  ['Luleå, den 31 januari 2018', 'Luleå', '2018-01-31'],
  ['31 January 2018', null, '2018-01-31'],
  ['Stockholm, March 5, 2019', 'Stockholm', '2019-03-05'],
  ['31/1 2018', null, '2018-01-31'],
])('"%s" is a place and a date', (text, place, date) => {
  const draft = parseText(`Titel\n${text}\n\nSkåne\n- Hälsa\n`)
  expect([draft.place, draft.date]).toEqual([place, date])
})

test('a day that does not exist is no date', () => {
  expect(parseText('Titel\nLuleå 2018-02-31\n').date).toBeNull()
})

const words = fc.constantFrom(
  'Skåne',
  'Norrbottnen',
  'Hälsa',
  'Vad har vi hört?',
  'Önskemål',
  'Nästa steg',
  '2018-01-31',
  'Titel',
  '12',
  '***',
  'Okänt ting:',
  'A B',
  'x'.repeat(400),
  'En hel mening om något.',
)
const line = fc.record({
  text: fc.oneof(words, fc.string({ minLength: 1 })),
  isBullet: fc.constantFrom(true, false, null),
  hasGapBefore: fc.boolean(),
  page: fc.constantFrom(null, 1, 2),
})

test('any lines in any order are read without a fault, and each ends up in one place', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (asked) => {
      const lines: DeckLine[] = asked.map((one, index) => ({ ...one, line: index + 1 }))
      const draft = parseDeck({ fileName: 'x', format: 'text', lines, notices: [] }, gazetteer)
      expect(places(draft)).toEqual(lines.map((one) => one.line))
    }),
    { numRuns: 1000 },
  )
})
