import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitCompound } from './compounds.ts'
import { isFillerWord, isSubjectless, subjectWeight } from './subject-words.ts'
import { foldMarks } from './folding.ts'
import { editDistance } from './edit-distance.ts'
import { allowedSlips, buildSpellingIndex } from './spelling.ts'
import { stemOf } from './stems.ts'
import { wordBeginningsOf } from './word-beginnings.ts'
import { tokensOf, wordsWithin } from './tokens.ts'

const words = (text: string) => tokensOf(text).map((token) => token.word)

describe('words', () => {
  test('a slash and an ampersand part words; hyphens and points within do not', () => {
    expect(words('Energi/miljö & e-hälsa, industri 4.0')).toEqual(['energi', 'miljö', 'e-hälsa', 'industri', '4.0'])
  })
  test('they keep their place in the text', () => {
    const text = 'Smarta, säkra system'
    expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Smarta', 'säkra', 'system'])
  })
  test('decomposed letters are the same letters', () => {
    expect(words('hälsa'.normalize('NFD'))).toEqual(['hälsa'])
  })
  test('a hyphenated word is also its parts, but not a single letter', () => {
    expect(wordsWithin(tokensOf('e-hälsa')[0]!)).toEqual(['e-hälsa', 'ehälsa', 'hälsa'])
  })
  test('any text can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        tokensOf(text).every(({ start, end }) => start >= 0 && end <= text.length && start < end),
      ),
    )
  })
})

describe('stems', () => {
  test.each([
    ['skog', 'skogen', 'skogens', 'skogarna'],
    ['näring', 'näringar', 'näringen', 'näringarnas'],
    ['industri', 'industrin', 'industrier', 'industrins'],
    ['digital', 'digitala', 'digitalisering', 'digitaliserad'],
    ['tjänst', 'tjänster', 'tjänsterna'],
    ['byggnad', 'byggnader', 'byggnadens'],
    ['sensor', 'sensorer', 'sensorn'],
    ['verksamhet', 'verksamheter', 'verksamheten'],
    ['nät', 'nätet', 'näten'],
  ])('forms of %s have one stem', (word, ...forms) => {
    for (const form of forms) expect(stemOf(form, 'sv'), form).toBe(stemOf(word, 'sv'))
  })
  test('English has its own', () => {
    expect(stemOf('forests', 'en')).toBe(stemOf('forest', 'en'))
  })
})

describe('compounds', () => {
  const known = new Set([
    'skola',
    'skol',
    'möbel',
    'tillverkning',
    'fordon',
    'industri',
    'livsmedel',
    'förädling',
    'välfärd',
    'tjänst',
    'träd',
  ])
  const isKnown = (part: string) => (known.has(part) ? part : known.has(stemOf(part, 'sv')) ? stemOf(part, 'sv') : null)
  const parts = (word: string) =>
    splitCompound(word, { find: isKnown, shortestAt: () => 0 })?.map(({ known: part, text }) => part ?? `?${text}`)

  test.each([
    ['skolmöbeltillverkning', ['skol', 'möbel', 'tillverkning']],
    ['fordonsindustrins', ['fordon', 'industri']],
    ['livsmedelsförädling', ['livsmedel', 'förädling']],
    ['välfärdstjänster', ['välfärd', 'tjänst']],
  ])('%s', (word, expected) => {
    expect(parts(word)).toEqual(expected)
  })
  test('one part may be unknown', () => {
    expect(parts('kvarnindustri')).toEqual(['?kvarn', 'industri'])
  })
  test('a word of nothing known is no compound, nor is a known word by itself', () => {
    expect(parts('paraply')).toBeUndefined()
    expect(parts('industri')).toBeUndefined()
  })
  test('a word that nothing is known of is asked about a few times a letter, not for every pair of places in it', () => {
    let asked = 0
    const word = 'sammanhangslöshetsproblematiken'
    const find = () => {
      asked++
      return null
    }
    splitCompound(word, { find, shortestAt: () => 0 })
    expect(asked).toBeLessThan(4 * word.length)
    asked = 0
    splitCompound(word, { find, shortestAt: () => Infinity })
    expect(asked).toBe(0)
  })
  test('the beginning of a known word is found in every form of it', () => {
    const { shortestAt } = wordBeginningsOf(['stad', 'möbel', 'museum', 'digital', 'vatten', 'sol'])
    const found = (word: string) => shortestAt(word, 0) <= word.length
    expect(['städernas', 'möblerna', 'museet', 'digitaliseringen', 'vattnet', 'solen'].filter((word) => !found(word))).toEqual([])
    expect(['sten', 'mölla', 'digi', 'so'].filter(found)).toEqual([])
    expect(shortestAt('skolstad', 4)).toBe(4)
  })
  test('the parts of a whole split make up the word, joints apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('fordon', 'industri', 'livsmedel', 'välfärd'), { minLength: 2, maxLength: 4 }),
        (some) => {
          expect(parts(some.join('s'))).toEqual(some)
        },
      ),
    )
  })
})

/** Optimal string alignment computed recursively from its definition, as a reference. */
function distanceByDefinition(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)]
  const isSwapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  return Math.min(
    distanceByDefinition(restA, b) + 1,
    distanceByDefinition(a, restB) + 1,
    distanceByDefinition(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1),
    isSwapped ? distanceByDefinition(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
  )
}

describe('spelling', () => {
  test.each([
    ['livsmedel', 'livsmedl', 1],
    ['norrbotten', 'norrbottnen', 1],
    ['skog', 'sokg', 1],
    ['energi', 'emergo', 2],
  ])('%s and %s are %i slips apart', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance)
  })
  test('the distance is what the definition gives, cell by cell', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(letters, letters, fc.nat(4), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(distanceByDefinition(a, b), limit + 1))
      }),
    )
  })
  test('short words are never corrected', () => {
    expect(allowedSlips(3)).toBe(0)
    expect(buildSpellingIndex(['skog', 'sko']).near('sk')).toEqual([])
  })
  test('nearest first; the same first letter goes before another', () => {
    expect(
      buildSpellingIndex(['bostad', 'kostad', 'postad'])
        .near('kostat')
        .map(({ word }) => word)[0],
    ).toBe('kostad')
  })
  test('the index finds just what comparing with every word would', () => {
    const vocabulary = [
      'livsmedel',
      'material',
      'automation',
      'besöksnäring',
      'energi',
      'hälsa',
      'logistik',
      'vatten',
      'textil',
      'turism',
    ]
    const index = buildSpellingIndex(vocabulary)
    fc.assert(
      fc.property(fc.constantFrom(...vocabulary), fc.nat(20), fc.constantFrom('a', 'e', 'ö', 's', ''), (word, at, letter) => {
        const slipped = word.slice(0, at % word.length) + letter + word.slice((at % word.length) + 1)
        const limit = allowedSlips(slipped.length)
        const expected = new Set(
          vocabulary.filter((one) => one !== slipped && limit > 0 && editDistance(slipped, one, limit) <= limit),
        )
        const found = index.near(slipped).map((one) => one.word)
        // A longer known word allows more edits than a shorter one was indexed with, so fewer may be found, but never wrong ones.
        expect(found.every((one) => expected.has(one))).toBe(true)
        if (slipped.length >= word.length && slipped !== word) expect(found).toContain(word)
      }),
    )
  })
})

test('å, ä and ö are letters of their own; folding is for those who cannot type them', () => {
  expect(foldMarks('besöksnäring på ön')).toBe('besoksnaring pa on')
  expect(stemOf('höst', 'sv')).not.toBe(stemOf('host', 'sv'))
})

test('filler words weigh little, small words nothing', () => {
  expect([subjectWeight('skog'), subjectWeight('hållbar') < 0.2, subjectWeight('och')]).toEqual([1, true, 0])
  expect([isFillerWord('smarta'), isSubjectless('inom')]).toEqual([true, true])
})
