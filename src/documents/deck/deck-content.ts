import type { LocalText } from '../../records/shared-fields.ts'
import { changesShape } from '../../shapes/changes-shape.ts'
import type { OwnerChangeShape } from '../../shapes/changes-shape.ts'
import { heardShape } from '../../shapes/heard-shape.ts'
import { wishShapes } from '../../shapes/wish-shape.ts'
import type { WishShape } from '../../shapes/wish-shape.ts'
import { regionSummaryShape, sourcesOf } from '../../shapes/region-shape.ts'
import { areaEvidenceView } from '../../shapes/area-evidence.ts'
import type { EditionShape, PriorityShape, RegionSummaryShape, SourceShape } from '../../shapes/shapes.ts'
import { themeShape } from '../../shapes/theme-shape.ts'
import type { ThemeShape } from '../../shapes/theme-shape.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { swedishDay } from '../../records/time.ts'
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
  /** Areas of the list in force that had other words on the chosen day. */
  relabelled: readonly PriorityShape[]
}

export type HeardKind = 'finding' | 'wish' | 'nextStep'

/** Something heard, with what came of it. */
export interface DeckStatement {
  text: LocalText
  /** Null where it was written in Spets itself and rests on no document. */
  source: SourceShape | null
  /** Of a wish: what has been answered, who asked, and when. */
  wish: WishShape | null
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
  heard: Readonly<Record<HeardKind, readonly DeckStatement[]>>
  sources: readonly SourceShape[]
}

/** Reads out of a snapshot what a deck shows. Pure. */
export function deckContent(snapshot: Snapshot, choice: DeckChoice): DeckContent {
  const { changes } = changesShape(snapshot, { from: choice.since, to: snapshot.validAt })
  const regions = choice.regions.map((known): DeckRegion => {
    const region = regionSummaryShape(snapshot, known)
    const change = changes.find(({ owner }) => owner.kind === 'region' && owner.id === region.code) ?? null
    return {
      region,
      ...measuredAreas(snapshot, region.current),
      change,
      relabelled: (region.current?.priorities ?? []).filter((area) =>
        hasOtherWords(snapshot, area, { change, since: choice.since }),
      ),
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
    heard: heardStatements(snapshot, choice),
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

/** Whether its words, as they were known and in force on the day, were others. */
function hasOtherWords(
  snapshot: Snapshot,
  area: PriorityShape,
  { change, since }: { change: OwnerChangeShape | null; since: string },
): boolean {
  const known = snapshot.versions('priorityArea', area.id).findLast(({ recordedAt }) => swedishDay(recordedAt) <= since)
  const before = change?.before?.priorities.find(({ id }) => id === area.id)
  return [known?.body.displayLabel, before?.displayLabel].some((label) => label !== undefined && label !== area.displayLabel)
}

/** What was heard; in a deck of some regions, of the wishes only theirs and those of which nobody knows who asked. */
function heardStatements(snapshot: Snapshot, { isNational, regions }: DeckChoice): DeckContent['heard'] {
  const codes = new Set(regions.map(({ code }) => code))
  const wishes = wishShapes(snapshot).filter(
    ({ askers }) => isNational || askers.length === 0 || askers.some(({ code }) => codes.has(code)),
  )
  const plain = (kind: HeardKind): DeckStatement[] =>
    (heardShape(snapshot).find((one) => one.kind === kind)?.statements ?? []).map(({ text, citation }) => ({
      text,
      source: citation?.source ?? null,
      wish: null,
    }))
  return {
    finding: plain('finding'),
    wish: wishes.map((wish) => ({ text: wish.text, source: wish.citation?.source ?? null, wish })),
    nextStep: plain('nextStep'),
  }
}
