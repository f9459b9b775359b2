import type { NewVersion, RecordVersion } from '../src/records/record.ts'
import { RegionCode } from '../src/records/shared-fields.ts'
import { contentHashOf } from '../src/records/version.ts'
import { firstFacts } from '../src/changes/first-facts.ts'
import { adjectives, englishThings, firstParts, lastParts } from './company-words.ts'

/** Some hundreds of compounds: strategies are many, but their words come back. */
const compounds = firstParts.slice(0, 60).flatMap((first) => lastParts.slice(0, 10).map((last) => first + last))

const ownerCount = 300
const listsOfOwner = 8
const areasOfList = 12

/**
 * A registry of Europe's size: the facts that ship, and for each of 300 owners eight lists of twelve areas, 31 710 versions in
 * all. The same for every run.
 */
export function growthVersions(): RecordVersion[] {
  const versions: RecordVersion[] = firstFacts().map((version, index) => ({ ...version, sequence: index + 1 }) as RecordVersion)
  const random = makeRandom(20261126)
  const { recordedAt } = versions.at(-1)!
  const add = (version: NewVersion) => {
    const numbered = { ...version, version: 1, recordedAt } as Omit<RecordVersion, 'sequence' | 'contentHash'>
    versions.push({ ...numbered, sequence: versions.length + 1, contentHash: contentHashOf(numbered) } as RecordVersion)
  }
  for (let owner = 0; owner < ownerCount; owner++)
    for (let list = 0; list < listsOfOwner; list++) {
      const strategy = strategyOf(owner, list)
      add(strategy)
      for (let area = 0; area < areasOfList; area++) add(areaOf(strategy, area, random))
    }
  return versions
}

/** Owners in the form that the registry takes: a region's code where it may have letters, else a joint area. */
function ownerOf(owner: number) {
  const code = `XA${String(owner).padStart(3, '0')}`
  return RegionCode.safeParse(code).success
    ? { kind: 'region' as const, id: code }
    : { kind: 'jointArea' as const, id: `europe-${owner}` }
}

const startOf = (list: number): string => `${2003 + 3 * list}-01-01`

function strategyOf(owner: number, list: number): NewVersion<'strategy'> {
  return {
    kind: 'strategy',
    recordId: `europe-${owner}-${startOf(list).slice(0, 4)}`,
    validFrom: startOf(list),
    validTo: list === listsOfOwner - 1 ? null : startOf(list + 1),
    recordedBy: 'bench',
    changeNote: 'made up',
    state: 'published',
    source: { sourceId: 'deck-2018-01-31', line: null, page: null, url: null },
    body: {
      owner: ownerOf(owner),
      programmePeriodId: list < 4 ? '2014-2020' : '2021-2027',
      edition: startOf(list),
      datePrecision: 'day',
      status: 'listed',
      decidedOn: null,
      isComplete: true,
      note: null,
    },
  }
}

function areaOf(strategy: NewVersion<'strategy'>, area: number, random: () => number): NewVersion<'priorityArea'> {
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!
  const label = random() < 0.5 ? pick(compounds) : `${pick(adjectives)} ${pick(compounds)} och ${pick(compounds)}`
  const displayLabel = label[0]!.toUpperCase() + label.slice(1)
  return {
    ...strategy,
    kind: 'priorityArea',
    recordId: `${strategy.recordId}-${area}`,
    body: {
      owner: strategy.body.owner,
      strategyId: strategy.recordId,
      programmePeriodId: strategy.body.programmePeriodId,
      order: area + 1,
      verbatimLabel: displayLabel,
      displayLabel,
      language: 'sv',
      translatedLabel: pick(englishThings),
      description: null,
      confirmedOn: null,
      confirmedByRole: null,
    },
  }
}

/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
