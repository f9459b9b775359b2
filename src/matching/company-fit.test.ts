import { describe, expect, test } from 'vitest'
import { subjectsOfIndustry } from '../coding/industry-subjects.ts'
import { gradedGain, judgedCompanies, meanOf } from '../coding/testing/judgement-files.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { findCompanyFit } from './company-fit.ts'
import { isLocalIndustry } from '../thesaurus/local-trades.ts'
import { companyOutcomes } from './testing/company-outcomes.ts'
import { gazetteerOf } from '../places/gazetteer.ts'
import { findRegionOfPlace } from '../places/places.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

const { findIndustry } = shippedThesaurus

const snapshot = shippedSnapshot('2026-11-01')
const fit = (text: string, regionCode: string | null = null, sni = '') =>
  findCompanyFit(snapshot, { text, regionCode, industry: findIndustry(sni) })
const labels = (fits: ReturnType<typeof fit>['own']) => fits.map(({ area }) => area.displayLabel)

describe('the description of a company', () => {
  test('finds the area of its own region that shares no word with it, and gives the reason', () => {
    const { own } = fit('Vi hyvlar lister och sågar plank', '06')
    expect(labels(own)[0]).toBe('Skogsnäring och träförädling')
    expect(own[0]!.reason.sv).toMatch(/^Ni skriver ”hyvlar”.* som hör till Sågverk/)
  })

  test('finds an area through its description, and says so', () => {
    const { own, elsewhere } = fit('Vi bryter järnmalm i en gruva i Gällivare', '25')
    expect([...own, ...elsewhere][0]!.area.id).toBe('norrbotten-2021-naturbaserade-basnaringar')
    expect(own[0]!.reason.sv).toContain('vår beskrivning av området')
    expect(own[0]!.reason.en).toContain('our description of the area')
    const named = fit('Vi tillverkar satelliter', '25').own[0]!
    expect(named.area.displayLabel).toBe('Rymdteknik')
    expect(named.reason.sv).not.toContain('beskrivning')
  })

  test('a word that none of the others agrees with brings no areas that merely write it', () => {
    const { own, elsewhere } = fit('Vi borrar och spränger under jord åt gruvor', '25')
    expect(own[0]!.area.id).toBe('norrbotten-2021-naturbaserade-basnaringar')
    expect(labels(elsewhere)).not.toContain('Jord, skog och vatten')
    expect(elsewhere.filter(({ reason }) => /”jord”.* nämner/.test(reason.sv))).toEqual([])
  })

  test('works in English too', () => {
    expect(labels(fit('We build wooden houses', '07').own)).toContain('Wood and furniture industries')
  })

  test('can be replaced by its industry code, with or without a dot', () => {
    for (const sni of ['16101', '16.101']) expect(labels(fit('', '06', sni).own)[0]).toBe('Skogsnäring och träförädling')
    expect(fit('', '06', '16101').own[0]!.reason.sv).toMatch(/^Er bransch hör till/)
  })

  test.each(['driver', 'ligger', 'traditionell', 'pappa', 'billig'])('”%s” is spelt right and is no slip', (word) => {
    const { subjects } = fit(`Vi är en ${word} firma`)
    expect(subjects.flatMap(({ readAs }) => [...readAs])).toEqual([])
    expect(subjects.flatMap(({ words }) => words)).not.toContain(word)
  })

  test('a misspelt word is read as another, and the reading is given', () => {
    expect(fit('Vi har ett hyvlerri', '06').own[0]!.reason.sv).toMatch(/^Ni skriver ”hyvlerri” \(läst som ”hyvleri”\)/)
  })

  test('what every business writes about itself has little weight beside what it does, and full weight when it is alone', () => {
    const sureness = (text: string) => fit(text).subjects.find(({ id }) => id === 'handel-och-tjanster')?.confidence ?? 0
    expect(sureness('Vi har en butik')).toBeGreaterThan(0.6)
    expect(sureness('Vi odlar jordgubbar och har en butik')).toBeLessThan(0.4)
  })

  test('a repeated word adds nothing', () => {
    expect(fit('Sågverk sågverk sågverk').subjects[0]!.confidence).toBe(fit('Sågverk').subjects[0]!.confidence)
  })

  test('the reason names what of the area it meets, when that is another subject', () => {
    const reasons = fit('Åkeri', '22').own.map(({ reason }) => reason.sv)
    expect(reasons.some((reason) => /en del av|det ligger intill/.test(reason))).toBe(true)
  })

  test('a wide industry code names few subjects', () => {
    for (const code of ['62010', '62', '25', '46', '10', '85'])
      expect(subjectsOfIndustry(shippedThesaurus, findIndustry(code)!).length).toBeLessThanOrEqual(4)
  })

  test('joint areas of the region count as its own', () => {
    expect(labels(fit('Sågverk', '07').own)).toContain('Trä och skog')
    expect(labels(fit('Sågverk', '12').own)).not.toContain('Trä och skog')
  })

  test('nonsense fits nothing', () => {
    expect(fit('xyzzyx qwerty', '12')).toMatchObject({ subjects: [], own: [], elsewhere: [] })
  })

  test('no region fills the list of others', () => {
    const owners = fit('Vi driver hotell', '08').elsewhere.map(({ area }) => `${area.owner.kind} ${area.owner.id}`)
    for (const owner of owners) expect(owners.filter((other) => other === owner).length).toBeLessThanOrEqual(2)
  })
})

describe('places', () => {
  test.each([
    ['Skellefteå', '24'],
    ['skelleftea kommun', '24'],
    ['2482', '24'],
    ['Skåne län', '12'],
    ['Region Gotland', '09'],
    ['varmland', '17'],
  ])('«%s» is in region %s', (place, code) => {
    expect(findRegionOfPlace(snapshot, place)?.code).toBe(code)
  })

  test('a place that is not there is not guessed', () => {
    expect(findRegionOfPlace(snapshot, 'Atlantis')).toBeNull()
  })

  test('every municipality has a region', () => {
    const { municipalities } = gazetteerOf(snapshot)
    expect(municipalities).toHaveLength(290)
    for (const { code } of municipalities) expect(findRegionOfPlace(snapshot, code)?.code).toBe(code.slice(0, 2))
  })
})

// These were graded by the areas' names, so an area that is found by its description counts as wrong here.
test.each([
  ['tuning', 0.66, 0.8],
  ['test', 0.58, 0.8],
] as const)(
  'against our own judgements, %s half: order of areas and first hit in the own region reach their bars',
  (split, leastGain, leastRight) => {
    const inForce = new Set(snapshot.inForce('priorityArea').map(({ id }) => id))
    const companies = judgedCompanies(split)
    const outcomes = companies.map(({ text, sni, regionCode, grades, ownIds }) => {
      const { own, elsewhere } = fit(text, regionCode, sni)
      const found = [...own, ...elsewhere].sort((a, b) => b.score - a.score).map(({ area }) => area.id)
      const first = own.find(({ area }) => area.owner.kind === 'region')?.area.id
      const ownInForce = ownIds.filter((id) => inForce.has(id))
      const known = new Map([...grades].filter(([id]) => inForce.has(id)))
      return { text, gain: gradedGain(known, found), right: ownInForce.length === 0 ? null : ownInForce.includes(first ?? '') }
    })
    const judged = outcomes.filter(({ right }) => right !== null)
    const share = judged.filter(({ right }) => right).length / judged.length
    if (process.env['SHOW_QUALITY'])
      console.log('companies', split, meanOf(outcomes.map(({ gain }) => gain)).toFixed(3), 'own', share.toFixed(3))
    expect(meanOf(outcomes.map(({ gain }) => gain))).toBeGreaterThan(leastGain)
    expect(share).toBeGreaterThan(leastRight)
  },
)

test.each([
  ['tune', 0.68, 9, 0.92],
  ['measure', 0.69, 9, 0.9],
] as const)(
  'against judgements made blind, %s half: order, silence and own region reach their bars',
  (half, leastGain, leastSilent, leastRight) => {
    const { gains, silent, ownRight } = companyOutcomes(snapshot, half)
    expect(meanOf(gains)).toBeGreaterThan(leastGain)
    expect(silent.filter(Boolean).length).toBeGreaterThanOrEqual(leastSilent)
    expect(ownRight.filter(Boolean).length / ownRight.length).toBeGreaterThan(leastRight)
  },
)

describe('what only a side word or a bordering subject leads to', () => {
  const all = (text: string, regionCode: string) => {
    const { own, elsewhere } = fit(text, regionCode)
    return [...own, ...elsewhere]
  }

  test('is left out: the transports of a mining contractor', () => {
    const reasons = all('Entreprenör inom borrning i gruvor, transporter', '25').map(({ reason }) => reason.sv)
    expect(reasons.length).toBeGreaterThan(0)
    expect(reasons.filter((reason) => reason.startsWith('Ni skriver ”transporter”'))).toEqual([])
  })

  test.each([
    ['Raketer', '25'],
    ['Vi säljer secondhandkläder', '14'],
    ['Vi kör buss', '09'],
  ])('is left out when one word alone leads to what our description mentions: %s', (text, regionCode) => {
    const fits = all(text, regionCode)
    expect(fits.length).toBeGreaterThan(0)
    expect(
      fits.map(({ reason }) => reason.sv).filter((reason) => /det ligger intill.*Det framgår av vår beskrivning/.test(reason)),
    ).toEqual([])
  })

  test('a contractor is no startup because of the word alone', () => {
    expect(all('Entreprenör inom bygg', '25').filter(({ reason }) => reason.sv.includes('Startup'))).toEqual([])
  })
})

test('an area of the own region is shown when it has the theme of what others have areas about', () => {
  const { own, elsewhere } = fit('Vi driver en restaurang i Visby', '09')
  expect(elsewhere.length).toBeGreaterThan(0)
  expect(labels(own)).toEqual(expect.arrayContaining(['Besöksnäring', 'Mat- och livsmedel']))
  expect(own.map(({ closeness }) => closeness)).toEqual(own.map(() => 'theme'))
  expect(own[0]!.reason.sv).toContain('en del av Besöksnäring och upplevelser')
})

describe('a door that can say no', () => {
  test.each([
    ['Vi klipper hår', '96021'],
    ['Vi kör taxi', '49320'],
    ['Begravningsbyrå', '96030'],
    ['Rörmokare som byter kranar', '43221'],
    ['We do bookkeeping for small firms', '69201'],
  ])('«%s» serves those nearby, and no region specialises in it', (text, sni) => {
    expect(fit(text, '06', sni)).toMatchObject({ own: [], elsewhere: [], clusters: [], nothingFits: 'localTrade' })
  })

  test('a local trade that an area names is no reason for silence', () => {
    const { own, nothingFits } = fit('Restaurang', '06', '56100')
    expect(labels(own)).toContain('Besöksnäring')
    expect(nothingFits).toBeNull()
  })

  test('what is not understood is told apart from what fits nothing', () => {
    expect(fit('xyzzyx qwerty').nothingFits).toBe('notUnderstood')
  })

  test('one word among others does not decide: borrning under jord is mining, not farming', () => {
    const { own, elsewhere } = fit('Borrning och sprängning under jord åt gruvor', '25')
    const first = [...own, ...elsewhere].sort((a, b) => b.score - a.score)[0]!
    expect(first.area.id).toBe('norrbotten-2021-naturbaserade-basnaringar')
    expect(labels([...own, ...elsewhere]).filter((label) => /livsmedel|\bmat\b/i.test(label))).toEqual([])
  })

  test('one word of several is too little for a cluster', () => {
    const names = (text: string) => fit(text, '19').clusters.map(({ cluster }) => cluster.name)
    expect(names('Robotar och automation')).toContain('Automation Region')
    expect(names('Vi syr gardiner, madrasser och dukar, och har en robot')).not.toContain('Automation Region')
  })

  test('what nearly every business writes is no reason, though a description has the word', () => {
    const { own, elsewhere } = fit('Vi bygger trähus', '07')
    expect(
      [...own, ...elsewhere].map(({ reason }) => reason.sv).filter((reason) => reason.startsWith('Ni skriver ”bygger”, som')),
    ).toEqual([])
  })

  test('a word that an area writes itself is the reason, and where it stands is told', () => {
    const reasons = [...fit('Elmia').own, ...fit('Elmia').elsewhere].map(({ reason }) => reason.sv)
    expect(reasons).toContain('Ni skriver ”elmia”, som vår beskrivning av området också nämner.')
  })
})

test.each([
  ['47761', true],
  ['47916', false],
  ['96021', true],
  ['24100', false],
  ['86230', false],
])('SNI %s is local: %s', (code, expected) => expect(isLocalIndustry(code)).toBe(expected))
