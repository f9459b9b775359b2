import type { TableRecord } from '../measures/records.ts'

/** Regions and activities that are sums of others in the same file. */
export interface Sums {
  regions: string[]
  activities: string[]
}

const names = [
  'total',
  'totalt',
  'totala',
  'grand total',
  'sum',
  'sums',
  'summa',
  'tot',
  'alla',
  'all',
  'samtliga',
  'riket',
  'hela riket',
  'hela landet',
  'whole country',
  'the whole country',
  'country total',
  'national total',
]
const sumName = new RegExp(
  `^(?:${names.join('|')})$|^(?:alla|samtliga|all|total|totalt|totala|summa)(?: \\S+)? (?:näringsgrenar|branscher|yrken|län|regioner|kommuner|verksamheter|industries|activities|occupations|sectors|regions|counties|nace activities)$`,
  'iu',
)

/**
 * Sums among the parts: by name, with or without a code before it («00 Hela riket», «TOTAL Alla näringsgrenar»), or because the
 * numbers equal those of all others, or of those whose codes begin with theirs (SE, SE31, SE311 side by side).
 */
export function findSums(records: readonly TableRecord[]): Sums {
  const activities = sumsOn(records, { of: (row) => row.activity, beside: (row) => `${row.region}\n${row.year ?? ''}` })
  const leftOut = new Set(activities)
  const rest = records.filter((row) => !leftOut.has(row.activity))
  const regions = sumsOn(rest, { of: (row) => row.region, beside: (row) => `${row.activity}\n${row.year ?? ''}` })
  return { regions, activities }
}

interface Axis {
  of: (row: TableRecord) => string
  /** The other coordinates of a cell, as one text. */
  beside: (row: TableRecord) => string
}

function sumsOn(records: readonly TableRecord[], { of, beside }: Axis): string[] {
  const lists = new Map<string, Map<string, number>>()
  for (const row of records) {
    const list = lists.get(of(row)) ?? new Map<string, number>()
    list.set(beside(row), (list.get(beside(row)) ?? 0) + (row.value ?? NaN))
    lists.set(of(row), list)
  }
  const labels = [...lists.keys()]
  const found = new Set(labels.filter(isSumByName))
  const parts = labels.filter((label) => !found.has(label))
  for (const label of sumsByCode(parts, lists)) found.add(label)
  const leaves = parts.filter((label) => !found.has(label))
  const all = added(leaves, lists)
  if (leaves.length > 2) for (const label of leaves) if (equalsTwice(lists.get(label)!, all)) found.add(label)
  return labels.filter((label) => found.has(label))
}

function isSumByName(label: string): boolean {
  const withoutCode = label.replace(/^(?:[A-ZÅÄÖ]{1,5}|[A-Z]{0,3}\d[\d.-]*)\s+(?=\p{L})/u, '')
  return sumName.test(label) || sumName.test(withoutCode)
}

/** Those whose code begins the codes of others, and whose numbers are the sum of the most detailed of these. */
function sumsByCode(labels: readonly string[], lists: ReadonlyMap<string, ReadonlyMap<string, number>>): string[] {
  const coded = labels.flatMap((label) => {
    const code = /^[A-Z]{0,4}\d*(?:[.-]\d+)*(?=\s|$)/u.exec(label)?.[0]
    return code ? [{ label, code }] : []
  })
  if (coded.length < 2 || coded.length > 5000) return []
  const sorted = [...coded].sort((one, other) => (one.code < other.code ? -1 : 1))
  return sorted.flatMap(({ label, code }, at) => {
    const below: typeof sorted = []
    for (let next = at + 1; next < sorted.length && sorted[next]!.code.startsWith(code); next++)
      if (sorted[next]!.code !== code) below.push(sorted[next]!)
    const leaves = below.filter(
      (one, place) => !below[place + 1]?.code.startsWith(one.code) || below[place + 1]!.code === one.code,
    )
    if (leaves.length === 0 || (leaves.length === 1 && code.length < 2)) return []
    return equals(
      lists.get(label)!,
      added(
        leaves.map((leaf) => leaf.label),
        lists,
      ),
    )
      ? [label]
      : []
  })
}

function added(labels: readonly string[], lists: ReadonlyMap<string, ReadonlyMap<string, number>>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const label of labels) for (const [key, value] of lists.get(label)!) sums.set(key, (sums.get(key) ?? 0) + value)
  return sums
}

function equals(list: ReadonlyMap<string, number>, sums: ReadonlyMap<string, number>): boolean {
  let compared = 0
  for (const [key, value] of list) {
    const sum = sums.get(key)
    if (sum === undefined || Number.isNaN(sum) || Number.isNaN(value)) continue
    if (Math.abs(sum - value) > 1e-9 * Math.max(1, Math.abs(value))) return false
    if (value !== 0) compared++
  }
  return compared > 1
}

/** Whether a list is half of the sum of all, itself among them: then it is the sum of the others. */
function equalsTwice(list: ReadonlyMap<string, number>, all: ReadonlyMap<string, number>): boolean {
  return equals(new Map([...list].map(([key, value]) => [key, 2 * value])), all)
}
