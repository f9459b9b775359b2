import { foldWords } from '../records/fold-words.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { ImportItem, ImportLine, PlanContext } from './import-plan-types.ts'

interface Placed {
  regionCode: string
  line: ImportLine
}

/**
 * Where one region's list loses a name and one other's gains it in the same deck, both are said to be moved. What is written
 * stays the same: one area ends, another begins. A name that several lists lose or gain is no move.
 */
export function findMoves(context: PlanContext, items: readonly ImportItem[]): ImportItem[] {
  const places = items.flatMap(({ regionCode, lines }) => lines.flatMap((line) => (regionCode ? [{ regionCode, line }] : [])))
  const gone = byLabel(places.filter(({ line }) => line.change === 'dropped' && line.records.length > 0))
  const come = byLabel(
    places.filter(({ line }) => line.subject === 'area' && (line.change === 'new' || line.change === 'entered')),
  )
  const reasons = new Map<ImportLine, LocalText>()
  for (const [label, [from, ...others]] of gone) {
    const [to, ...more] = come.get(label) ?? []
    if (!from || !to || others.length > 0 || more.length > 0 || from.regionCode === to.regionCode) continue
    const nameOf = (code: string): string => context.regions.get(code)!.name
    reasons.set(from.line, movedTo(nameOf(to.regionCode)))
    reasons.set(to.line, movedFrom(nameOf(from.regionCode)))
  }
  const change = (line: ImportLine): ImportLine => {
    const reason = reasons.get(line)
    return reason ? { ...line, change: 'moved', reason } : line
  }
  return items.map((item) => ({ ...item, lines: item.lines.map(change) }))
}

const byLabel = (places: readonly Placed[]): Map<string, Placed[]> =>
  Map.groupBy(places, ({ line }) => foldWords(line.after ?? line.before ?? ''))

const movedTo = (name: string): LocalText => ({
  sv: `Lämnar listan. Samma namn kommer i samma bildspel in i listan för ${name}.`,
  en: `Leaves the list. The same name comes into the list of ${name} in the same deck.`,
})

const movedFrom = (name: string): LocalText => ({
  sv: `Kommer in i listan. Samma namn lämnar i samma bildspel listan för ${name}.`,
  en: `Comes into the list. The same name leaves the list of ${name} in the same deck.`,
})
