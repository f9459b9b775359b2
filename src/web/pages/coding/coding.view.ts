import { codingAspects } from '../../../records/coding-decision.ts'
import type { CodingAspect } from '../../../records/coding-decision.ts'
import type { LineageChange } from '../../../records/lineage-decision.ts'
import type { LocalText } from '../../../records/shared-fields.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { findEditions } from '../../../snapshot/editions.ts'
import type { Known, Snapshot } from '../../../snapshot/snapshot.ts'
import { codeArea } from '../../../coding/area-coding.ts'
import { conceptKinds } from '../../../records/thesaurus-facts.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../../../thesaurus/thesaurus.ts'
import { findLineage } from '../../../likeness/lineage.ts'
import { codeLabelOf, codingShape } from '../../../shapes/coding-shape.ts'
import type { CodedValueShape, CodingShape } from '../../../shapes/coding-shape.ts'
import { priorityShape } from '../../../shapes/from-snapshot.ts'
import { linkStanding, rejectedStanding } from '../../../shapes/link-standing.ts'
import type { LineageLinkShape, PriorityShape } from '../../../shapes/shapes.ts'

/** What a person can decide about a suggestion; `open` leaves it to the program, or takes a decision back. */
export const stances = ['confirmed', 'rejected', 'open'] as const
export type Stance = (typeof stances)[number]

/** A link between the area and one of the list before or after, suggested or decided. */
export interface LinkView {
  predecessor: PriorityShape
  successor: PriorityShape
  change: LineageChange
  basis: LineageLinkShape['basis']
  reason: { sv: string; en: string }
  review: LineageLinkShape['review']
  standing: LineageLinkShape['standing']
  stance: Stance
}

export interface CodingView {
  priority: PriorityShape
  coding: CodingShape
  links: LinkView[]
  /** Areas of the lists before and after that are not linked with this one. */
  unlinked: { predecessor: PriorityShape; successor: PriorityShape }[]
  /** The codes that a person may add, by aspect; those with groups are chosen within them. */
  choices: CodeChoices
}

/** A code to choose. */
export interface CodeChoice {
  code: string
  label: LocalText
}

export interface CodeChoices {
  theme: CodeChoice[]
  /** The concepts below each theme. */
  concept: { theme: CodeChoice; concepts: CodeChoice[] }[]
  scienceField: CodeChoice[]
  goal: CodeChoice[]
  objective: CodeChoice[]
}

/** All that can be decided of an area. @throws ExpectedError `priority_not_found` */
export function codingView(snapshot: Snapshot, id: string): CodingView {
  const area = snapshot.getBegun('priorityArea', id)
  if (!area) throw new ExpectedError('priority_not_found', { data: { asked: id } })
  const thesaurus = thesaurusOf(snapshot)
  const coding = codingShape(thesaurus, codeArea(snapshot, area))
  const links = linksOf(snapshot, area)
  return {
    priority: priorityShape(snapshot, area),
    coding: { ...coding, kind: withAllKinds(thesaurus, coding.kind) },
    links,
    choices: choicesOf(thesaurus, coding),
    unlinked: neighboursOf(snapshot, area).filter(
      (pair) => !links.some((link) => link.predecessor.id === pair.predecessor.id && link.successor.id === pair.successor.id),
    ),
  }
}

/** The codes that the area does not have yet. Industries are too many to list. */
function choicesOf(thesaurus: Thesaurus, coding: CodingShape): CodeChoices {
  const { themes, conceptsOfTheme, scienceFields, goals, objectives } = thesaurus
  const notIn = (aspect: keyof CodeChoices) => {
    const taken = new Set(coding[aspect].map(({ code }) => code))
    return ({ code }: CodeChoice) => !taken.has(code)
  }
  return {
    theme: themes.map(({ id, label }) => ({ code: id, label })).filter(notIn('theme')),
    // A concept of several themes is listed below its main one.
    concept: themes.map(({ id, label }) => ({
      theme: { code: id, label },
      concepts: conceptsOfTheme(id)
        .filter(({ themeIds }) => themeIds[0] === id)
        .map((concept) => ({ code: concept.id, label: concept.label }))
        .filter(notIn('concept')),
    })),
    scienceField: withLabels(scienceFields).filter(notIn('scienceField')),
    goal: withLabels(goals).filter(notIn('goal')),
    objective: withLabels(objectives).filter(notIn('objective')),
  }
}

const withLabels = (all: readonly CodeChoice[]): CodeChoice[] => all.map(({ code, label }) => ({ code, label }))

/** There are so few kinds that all are shown. */
function withAllKinds(thesaurus: Thesaurus, found: readonly CodedValueShape[]): CodedValueShape[] {
  const others = conceptKinds.filter((kind) => !found.some(({ code }) => code === kind))
  const bare = { confidence: 0, words: [], from: [], basis: 'label' as const, decision: null, decided: null }
  return [...found, ...others.map((kind) => ({ code: kind, label: codeLabelOf(thesaurus, 'kind', kind), ...bare }))]
}

function linksOf(snapshot: Snapshot, area: Known<'priorityArea'>): LinkView[] {
  const drawn = findLineage(snapshot, area.owner)
    .flatMap((step) => step.links)
    .flatMap(({ predecessor, successor, change, basis, reason, review }): LinkView[] => {
      if (!predecessor || !successor || (predecessor.id !== area.id && successor.id !== area.id)) return []
      const ends = { predecessor: priorityShape(snapshot, predecessor), successor: priorityShape(snapshot, successor) }
      const standing = linkStanding({ change, basis, review })
      return [{ ...ends, change, basis, reason, review, standing, stance: basis === 'confirmed' ? 'confirmed' : 'open' }]
    })
  const rejected = snapshot.inForce('lineage').flatMap(({ predecessorId, successorId, change, verdict, meta }): LinkView[] => {
    if (verdict !== 'rejected' || (predecessorId !== area.id && successorId !== area.id)) return []
    const predecessor = snapshot.getBegun('priorityArea', predecessorId ?? '')
    const successor = snapshot.getBegun('priorityArea', successorId ?? '')
    if (!predecessor || !successor) return []
    const ends = { predecessor: priorityShape(snapshot, predecessor), successor: priorityShape(snapshot, successor) }
    const reason = { sv: `Avvisat: ${meta.changeNote}`, en: `Rejected: ${meta.changeNote}` }
    return [{ ...ends, change, basis: 'suggested', reason, review: null, standing: rejectedStanding, stance: 'rejected' }]
  })
  return [...drawn, ...rejected]
}

/** The area with each area of its owner's list before, and after. */
function neighboursOf(snapshot: Snapshot, area: Known<'priorityArea'>) {
  const editions = findEditions(snapshot, area.owner)
  const at = editions.findIndex(({ strategy }) => strategy.id === area.strategyId)
  const own = priorityShape(snapshot, area)
  const before = editions[at - 1]?.priorities ?? []
  const after = at < 0 ? [] : (editions[at + 1]?.priorities ?? [])
  return [
    ...before.map((predecessor) => ({ predecessor: priorityShape(snapshot, predecessor), successor: own })),
    ...after.map((successor) => ({ predecessor: own, successor: priorityShape(snapshot, successor) })),
  ]
}

/** What is decided of each code now, by `theme.energi`: what a form shows and is compared with when it comes back. */
export function stancesOf({ coding, links }: Pick<CodingView, 'coding' | 'links'>): Map<string, Stance> {
  return new Map([
    ...codingAspects.flatMap((aspect: CodingAspect) =>
      coding[aspect].map(({ code, decision }): [string, Stance] => [`${aspect}.${code}`, decision ?? 'open']),
    ),
    ...links.map(({ predecessor, successor, stance }): [string, Stance] => [linkName(predecessor.id, successor.id), stance]),
  ])
}

/** How a link is named in a form; ids have no dots. */
export const linkName = (predecessorId: string, successorId: string): string => `lineage.${predecessorId}.${successorId}`
