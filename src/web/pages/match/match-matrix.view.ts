import type { Language } from '../../../records/language.ts'
import type { LocalText } from '../../../records/shared-fields.ts'
import { priorityShape } from '../../../shapes/from-snapshot.ts'
import { regionNetworkOf } from '../../../shapes/region-network.ts'
import type { PriorityShape, RegionRef } from '../../../shapes/shapes.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import { countyPaths } from '../../charts/sweden-geometry.ts'
import { wordsIn } from '../../frame/page-address.ts'
import { matchAddress } from './match.address.ts'

/** The orders of the rows besides "with a theme first". */
export const matrixOrders = ['alike', 'north', 'name'] as const
export type MatrixOrder = (typeof matrixOrders)[number]

export interface MatrixRow {
  region: RegionRef
  /** Nobody has read its list: nothing of it is known. */
  isUnread: boolean
  /** By theme: the area that shows it best. */
  areas: ReadonlyMap<string, PriorityShape>
}

export interface MatrixShape {
  /** Null where a theme comes first. */
  order: MatrixOrder | null
  /** The theme whose regions come first; null for none. */
  first: string | null
  /** As in the thesaurus, where those of a family are side by side. */
  themes: { id: string; slugEn: string; label: LocalText; family: string; regionCount: number }[]
  rows: MatrixRow[]
}

/** Which regions have chosen which themes, in the order asked for: a word, or a theme whose regions come first. */
export function matrixView(snapshot: Snapshot, { asked, lang }: { asked: string | null; lang: Language }): MatrixShape {
  const { regions } = regionNetworkOf(snapshot)
  const { themes, findTheme } = thesaurusOf(snapshot)
  const first = asked ? (findTheme(asked)?.id ?? null) : null
  const words = wordsIn(matchAddress.query.order, lang)
  const order = first ? null : (matrixOrders.find((one) => words[one] === asked) ?? 'alike')
  const rows = regions.map(({ code, slug, name, areasKnown, themes: chosen }) => ({
    region: { code, slug, name },
    isUnread: areasKnown === 'unknown',
    areas: new Map(
      chosen.map(
        ({ themeId, areaId }) => [themeId, priorityShape(snapshot, snapshot.getBegun('priorityArea', areaId)!)] as const,
      ),
    ),
  }))
  const countOf = (themeId: string) => rows.filter(({ areas }) => areas.has(themeId)).length
  return {
    order,
    first,
    themes: themes.map(({ id, slugEn, label, family }) => ({ id, slugEn, label, family, regionCount: countOf(id) })),
    rows: sorted(rows, { order, first }),
  }
}

const places = new Map(countyPaths.map(({ code, labelPoint }) => [code, labelPoint[1]]))
/** How far down the map a region is; one that the map does not have comes last. */
const southOf = (code: string): number => places.get(code) ?? Infinity

const swedish = new Intl.Collator('sv')

function sorted(rows: MatrixRow[], { order, first }: Pick<MatrixShape, 'order' | 'first'>): MatrixRow[] {
  if (order === 'alike') return rows
  if (order === 'north') return rows.toSorted((a, b) => southOf(a.region.code) - southOf(b.region.code))
  const byName = rows.toSorted((a, b) => swedish.compare(a.region.name, b.region.name))
  return first ? byName.toSorted((a, b) => Number(b.areas.has(first)) - Number(a.areas.has(first))) : byName
}
