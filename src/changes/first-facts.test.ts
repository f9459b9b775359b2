import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fingerprintOf } from '../records/fingerprint.ts'
import { recordKinds } from '../records/record.ts'
import type { RecordKind, RecordVersion } from '../records/record.ts'
import { endOfDay, startOfDay } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { contentHashOf, parseNewVersion } from '../records/version.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import { buildKnownRegistry, snapshotAt } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { getShippedFacts } from '../sources/facts/shipped-facts.ts'
import { firstFacts } from './first-facts.ts'

const versions = firstFacts()
const sequenced = versions.map((version, index) => ({ ...version, sequence: index + 1 }) as RecordVersion)
const firstOnes = versions.filter(({ version }) => version === 1)

/** The registry on `validAt`, as known at the end of `knownOn`. */
const view = (validAt: IsoDate, knownOn: IsoDate = validAt): Snapshot =>
  snapshotAt(buildKnownRegistry(sequenced, endOfDay(knownOn)), validAt)
const labels = (snapshot: Snapshot, ownerId: string): string[] =>
  (findCurrentEdition(snapshot, { kind: /^\d/.test(ownerId) ? 'region' : 'jointArea', id: ownerId })?.priorities ?? []).map(
    ({ displayLabel }) => displayLabel,
  )
const count = (kind: RecordKind, isCounted: (version: (typeof versions)[number]) => boolean = () => true): number =>
  firstOnes.filter((version) => version.kind === kind && isCounted(version)).length
const isFromDeck = ({ source }: (typeof versions)[number]): boolean => source?.sourceId === 'deck-2018-01-31'

test('the counts are those of the sources', () => {
  expect(count('region')).toBe(21)
  expect(count('strategy', isFromDeck)).toBe(21)
  expect(count('priorityArea', isFromDeck)).toBe(80)
  expect(count('finding')).toBe(10)
  expect(count('wish')).toBe(7)
  expect(count('nextStep')).toBe(3)
  expect(count('cluster')).toBe(22)
  expect(count('priorityArea', ({ recordId }) => /^(ostra-mellansverige|smaland-och-oarna)-/.test(recordId))).toBe(9)
})

test('every version fits its schema, carries its hash, and is one of a kind', () => {
  for (const version of versions) {
    const { version: number, recordedAt, contentHash, ...content } = version
    expect(parseNewVersion(content)).toEqual(content)
    expect(contentHash).toBe(contentHashOf(version))
    expect(recordedAt).toBe(startOfDay(number === 1 ? content.validFrom : content.validTo!))
  }
  expect(new Set(versions.map(({ kind, recordId, version }) => `${kind} ${recordId} ${version}`)).size).toBe(versions.length)
  expect(new Set(firstOnes.map(({ recordId }) => recordId)).size).toBe(firstOnes.length)
})

test('versions stand in the order they were recorded, and twice the same', () => {
  const order = versions.map(
    ({ recordedAt, kind, recordId }) => `${recordedAt} ${String(recordKinds.indexOf(kind)).padStart(2, '0')} ${recordId}`,
  )
  expect(order).toEqual(order.toSorted())
  expect(firstFacts()).toEqual(versions)
})

test('every reference resolves on the day its version is recorded', () => {
  const days = [...new Set(versions.map(({ recordedAt }) => recordedAt.slice(0, 10)))]
  for (const day of days) {
    const snapshot = view(day)
    const resolve = (kind: RecordKind, id: string): void =>
      expect(snapshot.get(kind, id), `${kind} ${id} on ${day}`).not.toBeNull()
    for (const kind of recordKinds)
      for (const { meta } of snapshot.inForce(kind)) if (meta.source) resolve('source', meta.source.sourceId)
    for (const { owner, programmePeriodId } of snapshot.inForce('strategy')) {
      resolve(owner.kind, owner.id)
      resolve('programmePeriod', programmePeriodId)
    }
    for (const area of snapshot.inForce('priorityArea')) {
      const strategy = snapshot.get('strategy', area.strategyId) as Known<'strategy'>
      expect({ owner: strategy.owner, period: strategy.programmePeriodId }).toEqual({
        owner: area.owner,
        period: area.programmePeriodId,
      })
    }
    for (const { regionCode } of snapshot.inForce('cluster')) resolve('region', regionCode)
    for (const { memberCodes } of snapshot.inForce('jointArea')) for (const code of memberCodes) resolve('region', code)
  }
})

test('neighbours are symmetric, and a name leads to one region only', () => {
  const regions = view('2018-01-31').inForce('region')
  const byCode = new Map(regions.map((region) => [region.code, region]))
  const owners = new Map<string, string>()
  for (const region of regions) {
    for (const code of region.landNeighbours) expect(byCode.get(code)!.landNeighbours).toContain(region.code)
    for (const code of region.waterNeighbours) expect(byCode.get(code)!.waterNeighbours).toContain(region.code)
    const names = new Set(
      [region.name, region.countyName, region.regionName, ...region.nameVariants].map((name) => name.toLowerCase()),
    )
    for (const name of names) {
      expect(owners.get(name), name).toBeUndefined()
      owners.set(name, region.code)
    }
  }
  expect(owners.get('norrbottnen')).toBe('25')
  expect(byCode.get('23')!.name).toBe('Jämtland Härjedalen')
})

test('any day back to 2014 shows the 21 regions, and before the deck only the lists that are known from then', () => {
  expect(view('2014-01-01').inForce('region')).toHaveLength(21)
  expect(
    view('2018-01-30')
      .inForce('strategy')
      .map(({ owner }) => owner.id)
      .toSorted(),
  ).toEqual(['04', '14', '17', '18'])
  expect(view('2018-01-31').inForce('priorityArea')).toHaveLength(80)
})

test('Jönköping has three areas in 2019 and six in 2020', () => {
  const three = ['Attityder för innovationer', 'Effektiva processer för innovation', 'Samverkan för innovation']
  expect(labels(view('2019-01-01'), '06')).toEqual(three)
  expect(labels(view('2020-06-01'), '06')).toEqual([
    'Smart industri/kunskapsintensiva tillverkningsföretag',
    'E-handel och logistik',
    'Skogsnäring och träförädling',
    'Besöksnäring',
    'Livsmedel och livsmedelsförädling',
    'Tjänstedesign',
  ])
  // As known in 2019, the three were still open in 2020.
  expect(labels(view('2020-06-01', '2019-01-01'), '06')).toEqual(three)
  expect(view('2020-06-01').getBegun('priorityArea', 'jonkoping-2018-attityder-for-innovationer')!.meta.validTo).toBe(
    '2020-01-01',
  )
})

test('a list without a later one stays open, and a list gives way on the day of the next', () => {
  expect(view('2026-01-01').get('strategy', 'uppsala-2022')!.meta).toMatchObject({ validTo: null, version: 1 })
  expect(labels(view('2022-02-28'), '03')).toHaveLength(6)
  expect(labels(view('2022-03-01'), '03')).toEqual([
    'Innovativa material',
    'Life science',
    'Hållbara energilösningar i integrerade energisystem',
    'Cirkulär biobaserad ekonomi',
  ])
  expect(labels(view('2021-12-06'), '06')).toHaveLength(6)
  expect(findCurrentEdition(view('2021-12-06'), { kind: 'region', id: '06' })!.strategy.id).toBe('jonkoping-2020')
  expect(findCurrentEdition(view('2021-12-07'), { kind: 'region', id: '06' })!.strategy.id).toBe('jonkoping-2021')
  expect(labels(view('2021-01-01'), '18')[0]).toBe('Autonoma, digitaliserade och intelligenta produktionssystem')
  expect(labels(view('2024-03-31'), 'smaland-och-oarna')).toEqual([])
  expect(labels(view('2024-04-01'), 'smaland-och-oarna')).toHaveLength(5)
})

test('a partial list takes the place of the older one and says that it is partial', () => {
  const kronoberg = findCurrentEdition(view('2022-01-01'), { kind: 'region', id: '07' })!.strategy
  expect(kronoberg).toMatchObject({ id: 'kronoberg-2021', isComplete: false })
  expect(view('2022-01-01').getBegun('strategy', 'kronoberg-2020')!.meta.changeNote).toContain('okänt, inte struket')
})

test('a strategy whose areas could not be read takes the place of the older list, and says so', () => {
  const { strategy, priorities } = findCurrentEdition(view('2026-01-01'), { kind: 'region', id: '24' })!
  expect(strategy).toMatchObject({ id: 'vasterbotten-2022', isComplete: false })
  expect(strategy.note!.sv).toMatch(/okän/)
  expect(priorities).toEqual([])
})

test("the deck's spelling is kept, and the corrected form, or the form without the mark of a development area, shown", () => {
  const areas = view('2026-01-01').everBegun('priorityArea')
  const mended = areas.filter((area) => area.verbatimLabel !== area.displayLabel && !area.verbatimLabel.endsWith('- utv'))
  expect(mended.map((area) => [area.verbatimLabel, area.displayLabel]).toSorted()).toEqual([
    ['Digitala tjänstenärings', 'Digitala tjänstenäringar'],
    ['Hälsa vård, omsorg', 'Hälsa, vård, omsorg'],
    ['Upplevelsenärings', 'Upplevelsenäringar'],
  ])
  const development = areas.filter((area) => area.verbatimLabel.endsWith('- utv'))
  expect(development).toHaveLength(5)
  for (const { role, displayLabel, verbatimLabel } of development)
    expect([role, displayLabel]).toEqual(['development', verbatimLabel.replace(/ ?- utv$/, '')])
})

test('every area says what it means, in both languages, on what basis; a part belongs to an area of the same list', () => {
  const areas = view('2026-01-01').everBegun('priorityArea')
  const byId = new Map(areas.map((area) => [area.id, area]))
  expect(areas.filter(({ description, descriptionBasis }) => !description || !descriptionBasis)).toEqual([])
  const parts = areas.filter(({ parentId }) => parentId)
  expect(parts).toHaveLength(8)
  for (const { parentId, strategyId } of parts) {
    expect(byId.get(parentId!)!.strategyId).toBe(strategyId)
    expect(byId.get(parentId!)!.parentId).toBeUndefined()
  }
  const naturbaserade = byId.get('norrbotten-2021-naturbaserade-basnaringar')!
  expect(naturbaserade.description!.sv).toMatch(/gruv|malm/i)
})

test('contacts are roles at organisations, and follow the strategy that they belong to', () => {
  const today = view('2026-01-01')
  expect(today.inForce('contact').length).toBeGreaterThan(30)
  for (const { strategyId } of today.inForce('contact')) expect(today.getBegun('strategy', strategyId)).not.toBeNull()
})

const deckFile = new URL('../../../shared/deck/smart-specialisering-2018-01-31.txt', import.meta.url)

/**
 * The text of every deck line that the facts point at, by line number. Where the deck itself stands beside the repository
 * it is the deck's; elsewhere it is null, and the test compares the shipped facts with one another alone.
 */
function readDeckLines(): Map<number, string> | null {
  if (!existsSync(deckFile)) return null
  return new Map(
    readFileSync(deckFile, 'utf8')
      .split('\n')
      .map((line, index) => [index + 1, line]),
  )
}

test("labels and lines are the deck's", () => {
  const facts = getShippedFacts()
  const areas = facts.priorityAreas.filter(({ source }) => source === 'deck-2018-01-31')
  const statements = [...facts.findings, ...facts.wishes, ...facts.nextSteps]
  const lines = [...areas, ...statements].map(({ line }) => line!)
  expect(new Set(lines).size).toBe(100)
  expect(statements.map(({ line }) => line)).toEqual(statements.map(({ line }) => line).toSorted((a, b) => a - b))

  const deck = readDeckLines()
  if (deck === null) return
  for (const { line, verbatim_label } of areas) expect(deck.get(line!)).toBe(`- ${verbatim_label}`)
  for (const { line, fingerprint, text_sv } of statements) {
    expect(fingerprintOf(deck.get(line)!)).toBe(fingerprint)
    expect(fingerprintOf(text_sv)).not.toBe(fingerprint)
  }
  expect([...deck].filter(([, text]) => text.startsWith('- ')).map(([line]) => line)).toEqual(lines.toSorted((a, b) => a - b))
})
