import { describe, expect, test } from 'vitest'
import { divisionsOf, goalsOf, objectivesOf, scienceFieldsOf } from './following-codes.ts'
import type { FollowingCode, Subjects } from './following-codes.ts'
import { smallCodes, smallConcept, smallTheme, smallThesaurus } from './testing/small-thesaurus.ts'

const thesaurus = smallThesaurus(
  [
    smallTheme('skog', { sv: 'skog', label: { sv: 'Skog och mark', en: 'Forest and land' } }),
    smallTheme('digital', { sv: 'data' }),
    smallTheme('klimat', { sv: 'klimat' }),
    smallTheme('okodad', { sv: 'okodad' }),
  ],
  [
    smallConcept('skogsbruk', ['skog'], { sv: 'virke|trä', sniCodes: ['02', '46'], fordCodes: ['9.9', '4.1', '2.5'] }),
    smallConcept('skogsvard', ['skog'], { sniCodes: ['0240'], fordCodes: ['2.7'] }),
    smallConcept('mobler', ['skog'], { sniCodes: ['310'] }),
    smallConcept('jakt', ['skog'], { sniCodes: ['01'] }),
    smallConcept('utan-kod', ['skog']),
    smallConcept('skogsbrand', ['skog'], { kind: 'challenge', sniCodes: ['31'] }),
    smallConcept('samverkan', ['skog'], { kind: 'process', sniCodes: ['31'] }),
    smallConcept('it-drift', ['digital'], { sniCodes: ['62'] }),
    smallConcept('ai', ['digital'], { kind: 'technology', sniCodes: ['62'] }),
    smallConcept('klimatkonsult', ['klimat'], { sniCodes: ['62'] }),
    smallConcept('okonsult', ['okodad'], { sniCodes: ['62'] }),
  ],
  {
    themes: [
      smallCodes('skog', {
        coreDivisions: ['02', '16'],
        besideDivisions: ['01'],
        namedDivisions: ['31', '62'],
        coreFields: ['4.1', '2.5', '2.4'],
        namedFields: ['2.7'],
        sdgGoals: [12, 15],
      }),
      smallCodes('digital', { kinds: ['technology', 'sector'], coreDivisions: ['62'], coreFields: ['1.2'], sdgGoals: [9, 12] }),
      smallCodes('verkstad', { coreDivisions: ['25', '28'], besideDivisions: ['25'], namedDivisions: ['29', '31', '49'] }),
      smallCodes('fordon', { coreDivisions: ['49'], madeDivisions: ['29', '30'] }),
      smallCodes('klimat', { kinds: ['challenge', 'sector'], whyNone: { sv: 'nej', en: 'no' }, namedDivisions: ['02'] }),
    ],
    objectives: [
      { code: '2.2', label: { sv: '', en: '' }, themeIds: ['skog'], conceptIds: ['skogsbruk'] },
      { code: '2.6', label: { sv: '', en: '' }, themeIds: ['skog', 'digital'], conceptIds: [] },
    ],
  },
)

const theme = (themeId: string, confidence = 1, words = ['ord'], basis?: 'description') => ({ themeId, confidence, words, basis })
const concept = (conceptId: string, confidence = 1, words = ['annat']) => ({ conceptId, confidence, words })
const given = (subjects: Partial<Subjects>): Subjects => ({ themes: [], concepts: [], described: [], ...subjects })
/** Codes in order, each with its confidence. */
const plain = (codes: readonly FollowingCode[]) =>
  codes.map(({ code, confidence }) => `${code} ${confidence.toFixed(3)}`).toSorted()
const divisions = (subjects: Partial<Subjects>) => plain(divisionsOf(thesaurus, given(subjects)))

describe('the divisions of an area', () => {
  const core = ['02 0.900', '16 0.900']
  test('are the core of its theme, and none of a theme without codes', () => {
    expect(divisions({ themes: [theme('skog')] })).toEqual(core)
    expect(divisions({ themes: [theme('okodad')], concepts: [concept('mobler')] })).toEqual([])
  })
  test('take in no core of a theme that only the description names, unless nothing else gives a theme', () => {
    const described = theme('skog', 1, ['ord'], 'description')
    expect(divisions({ themes: [theme('verkstad'), described] })).toEqual(['25 0.900'])
    expect(divisions({ themes: [described] })).toEqual(core)
  })
  test('take in that core when the record or a person gives the theme', () => {
    const given = { ...theme('skog'), basis: 'record' as const }
    const confirmed = { ...theme('skog', 1, ['ord'], 'description'), decision: 'confirmed' as const }
    for (const one of [given, confirmed]) expect(divisions({ themes: [theme('digital'), one] })).toContain('01 0.900')
  })
  test('take in a technology of the description only when two words name it', () => {
    const named = (words: string[]) =>
      divisions({ themes: [theme('skog')], described: [concept('ai', 1, words), concept('it-drift')] })
    expect(named(['AI'])).toEqual([...core, '62 0.700'])
    const digital = (words: string[]) => divisions({ themes: [theme('digital')], described: [concept('ai', 1, words)] })
    expect(digital(['AI'])).toEqual(['62 0.900'])
    expect(digital(['AI', 'robotar'])).toEqual(['62 0.930'])
  })
  test.each<[string, string[]]>([
    ['mobler', ['31 0.800']],
    ['jakt', ['01 0.800']],
    ['utan-kod', []],
    ['har-funnits', []],
    ['skogsbrand', []],
    ['samverkan', []],
    ['it-drift', ['62 0.800']],
    ['ai', []],
    ['klimatkonsult', []],
    ['okonsult', []],
  ])('take in what the concept %s names, when it can name an industry of the theme', (id, expected) => {
    expect(divisions({ themes: [theme('skog')], concepts: [concept(id)] })).toEqual([...core, ...expected].toSorted())
  })
  test('take in what the description names, with less confidence, but not for a theme without an industry', () => {
    expect(divisions({ themes: [theme('skog')], described: [concept('mobler')] })).toEqual([...core, '31 0.700'])
    expect(divisions({ themes: [theme('klimat')], described: [concept('it-drift')] })).toEqual([])
  })
  test.each<[string, Partial<Subjects>, string[]]>([
    ['by a concept of the core', { themes: [theme('skog')], concepts: [concept('skogsbruk', 1, ['ord'])] }, ['02 0.800']],
    ['by one just sure enough', { themes: [theme('skog')], concepts: [concept('skogsbruk', 0.75, ['ord'])] }, ['02 0.600']],
    ['not by a faint one', { themes: [theme('skog')], concepts: [concept('skogsbruk', 0.7, ['ord'])] }, ['02 0.930', '16 0.900']],
    [
      'not by one outside the core',
      { themes: [theme('skog')], concepts: [concept('mobler', 1, ['ord'])] },
      [...core, '31 0.800'],
    ],
    ['not where a word is left', { themes: [theme('skog')], concepts: [concept('skogsbruk')] }, ['02 0.930', '16 0.900']],
  ])('are narrowed %s', (_how, subjects, expected) => {
    expect(divisions(subjects)).toEqual(expected)
  })
  test.each([
    [['Virke'], true],
    [['Skog'], false],
    [['Virke', 'Skog'], false],
    [['Skog', 'Virke'], false],
    [['Skogsnäring'], false],
    [['Tränäring'], true],
    [['Virke och trä'], true],
    [['Land'], false],
  ])('%j narrows: %s, as a word of the theme’s own name means all of it', (words, isNarrowed) => {
    const found = divisions({ themes: [theme('skog', 1, words)], concepts: [concept('skogsbruk', 1, words)] })
    expect(found).toEqual(isNarrowed ? ['02 0.800'] : ['02 0.930', '16 0.900'])
  })
})

describe('a code that several subjects give', () => {
  test('is a little surer for each further one, and names all of them once', () => {
    const words = ['ord', 'virke']
    const [found] = divisionsOf(
      thesaurus,
      given({
        themes: [theme('skog', 0.5, ['ord', 'mark'])],
        concepts: [concept('skogsbruk', 0.5, words), concept('skogsvard', 0.25, words)],
      }),
    )
    expect(found).toMatchObject({
      code: '02',
      words: ['ord', 'mark', 'virke'],
      fromThemeIds: ['skog'],
      fromConceptIds: ['skogsbruk', 'skogsvard'],
    })
    expect(found!.confidence).toBeCloseTo(0.51)
  })
  test('counts concepts one by one, and themes one by one', () => {
    const named = given({
      themes: [theme('digital'), theme('skog', 1, [], 'description')],
      concepts: [concept('skogsbruk', 0.5), concept('skogsvard', 0.5)],
    })
    expect(plain(divisionsOf(thesaurus, named))).toContain('02 0.430')
    expect(plain(goalsOf(thesaurus, given({ themes: [theme('skog', 0.5), theme('digital', 0.5)] })))).toEqual([
      '12 0.480',
      '15 0.450',
      '9 0.450',
    ])
  })
})

describe('what an area about manufacturing makes', () => {
  const mentioned = [theme('fordon', 0.8, ['lastbilar'])]
  test('is read from the themes that its description mentions, so far as its own theme knows the industry', () => {
    expect(divisions({ themes: [theme('verkstad')], mentioned })).toEqual(['25 0.900', '28 0.900', '29 0.560'])
  })
  test('is not read for an area that does not make things', () => {
    expect(divisions({ themes: [theme('skog')], mentioned })).toEqual(['02 0.900', '16 0.900'])
  })
})

describe('the fields of science of an area', () => {
  const fields = (subjects: Partial<Subjects>) => plain(scienceFieldsOf(thesaurus, given(subjects)))
  const own = ['2.4 0.630', '2.5 0.765', '4.1 0.900']
  test('are those of its themes, the first one surest', () => {
    expect(fields({ themes: [theme('skog')] })).toEqual(own)
    expect(fields({ themes: [theme('okodad')] })).toEqual([])
  })
  test('take in the first field of a concept that a theme knows', () => {
    expect(fields({ themes: [theme('skog', 0.1)], concepts: [concept('skogsbruk')] })).toEqual([
      '2.4 0.063',
      '2.5 0.077',
      '4.1 0.830',
    ])
    expect(
      fields({ themes: [theme('skog'), theme('okodad')], concepts: [concept('skogsvard'), concept('har-funnits')] }),
    ).toEqual(['2.4 0.630', '2.5 0.765', '2.7 0.800', '4.1 0.900'])
    expect(fields({ concepts: [concept('skogsvard')] })).toEqual([])
  })
  test('take in what the description names, with less confidence', () => {
    expect(fields({ themes: [theme('skog')], described: [concept('skogsvard')] })).toContain('2.7 0.400')
  })
})

test('the goals of an area are those of its themes', () => {
  expect(plain(goalsOf(thesaurus, given({ themes: [theme('skog'), theme('okodad')] })))).toEqual(['12 0.900', '15 0.900'])
})

test('a policy objective comes from the specific ones below it, each subject counted once', () => {
  const found = objectivesOf(thesaurus, given({ themes: [theme('skog', 0.5)], concepts: [concept('skogsbruk', 0.5)] }))
  expect(plain(found)).toEqual(['2 0.480', '2.2 0.480', '2.6 0.450'])
  expect(found.find(({ code }) => code === '2')).toMatchObject({ fromThemeIds: ['skog'], fromConceptIds: ['skogsbruk'] })
})
