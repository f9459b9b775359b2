import type { LocalText } from '../../records/shared-fields.ts'
import { changesShape } from '../../shapes/changes-shape.ts'
import type { OwnerChangeShape } from '../../shapes/changes-shape.ts'
import { heardShape } from '../../shapes/heard-shape.ts'
import type { HeardShape } from '../../shapes/heard-shape.ts'
import { regionSummaryShape, sourcesOf } from '../../shapes/region-shape.ts'
import { areaEvidenceView } from '../../shapes/area-evidence.ts'
import type { EditionShape, RegionSummaryShape, SourceShape } from '../../shapes/shapes.ts'
import { themeShape } from '../../shapes/theme-shape.ts'
import type { ThemeShape } from '../../shapes/theme-shape.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { thesaurusOf } from '../../thesaurus/thesaurus-of.ts'
import type { DeckChoice } from './deck-choice.ts'

/** An area that the statistics can speak of: employees in its field compared with the nation, where 1 is as in the nation. */
export interface MeasuredArea {
  label: LocalText
  quotient: number
}

export interface DeckRegion {
  region: RegionSummaryShape
  measured: readonly MeasuredArea[]
  /** Year and source of the figures; null where there are none. */
  evidenceSource: LocalText | null
  /** What became of its list since the chosen day. */
  change: OwnerChangeShape | null
}

/** All that a deck shows, out of one snapshot. Nothing in it depends on the form of the file. */
export interface DeckContent {
  choice: DeckChoice
  validAt: string
  regions: readonly DeckRegion[]
  /** Each theme that the chosen regions have, with how many of them, most first. */
  themeCounts: readonly { label: LocalText; regionCount: number }[]
  /** The themes that were chosen. */
  themes: readonly ThemeShape[]
  heard: HeardShape
  sources: readonly SourceShape[]
}

/** Reads out of a snapshot what a deck shows. Pure. */
export function deckContent(snapshot: Snapshot, choice: DeckChoice): DeckContent {
  const { changes } = changesShape(snapshot, { from: choice.since, to: snapshot.validAt })
  const regions = choice.regions.map((known): DeckRegion => {
    const region = regionSummaryShape(snapshot, known)
    return {
      region,
      ...measuredAreas(snapshot, region.current),
      change: changes.find(({ owner }) => owner.kind === 'region' && owner.id === region.code) ?? null,
    }
  })
  const counts = Map.groupBy(
    regions.flatMap(({ region }) => region.themeIds),
    (id) => id,
  )
  const { findTheme } = thesaurusOf(snapshot)
  return {
    choice,
    validAt: snapshot.validAt,
    regions,
    themeCounts: [...counts]
      .map(([id, all]) => ({ label: findTheme(id)!.label, regionCount: all.length }))
      .toSorted((one, other) => other.regionCount - one.regionCount || (one.label.sv < other.label.sv ? -1 : 1)),
    themes: choice.themes.map((theme) => themeShape(snapshot, theme)),
    heard: heardShape(snapshot),
    sources: sourcesOf(regions.flatMap(({ region }) => region.current ?? [])),
  }
}

function measuredAreas(snapshot: Snapshot, current: EditionShape | null): Pick<DeckRegion, 'measured' | 'evidenceSource'> {
  const evidence = (current?.priorities ?? []).map(({ id }) => areaEvidenceView(snapshot, id))
  const measured = evidence.flatMap(({ label, measure }): MeasuredArea[] => {
    const quotient = measure?.latest?.quotient ?? null
    return quotient === null ? [] : [{ label, quotient }]
  })
  const source = evidence.find((one) => one.source !== null)?.source
  if (!source || measured.length === 0) return { measured: [], evidenceSource: null }
  const { attribution, counted, year } = source
  return {
    measured,
    evidenceSource: { sv: `${attribution.sv}, ${counted.sv}, ${year}`, en: `${attribution.en}, ${counted.en}, ${year}` },
  }
}
