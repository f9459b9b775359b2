import { findRegionCalled } from '../../places/region-called.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import type { Language } from '../../records/language.ts'
import { labelsOf } from '../../shapes/area-labels.ts'
import { changesShape } from '../../shapes/changes-shape.ts'
import { regionEvidenceView } from '../../shapes/region-evidence.ts'
import { regionShape } from '../../shapes/region-shape.ts'
import { findRegions } from '../../shapes/from-snapshot.ts'
import { regionSummaryShape } from '../../shapes/region-shape.ts'
import { areasKnownIn } from '../../snapshot/areas-known.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { thesaurusOf } from '../../thesaurus/thesaurus-of.ts'
import { withoutControls } from '../deck/safe-text.ts'
import { sourceLine } from '../deck/deck-sources.ts'
import { briefText } from './brief-text.ts'
import type { BriefParts } from './brief-parts.ts'
import { questionsOf } from './brief-questions.ts'

/** An item of a list: the owner's own words, and what is added in ours. */
export interface BriefItem {
  words: string
  /** The language of the words, where it is not the brief's. */
  wordsLang?: Language | undefined
  note: string | null
}

export interface BriefSection {
  heading: string
  paragraphs: readonly string[]
  items: readonly BriefItem[]
  isNumbered?: boolean
}

/** One sheet for politicians. The same model becomes PDF, DOCX and a page. */
export interface Brief {
  lang: Language
  slug: string
  title: string
  eyebrow: string
  lead: string
  validAt: string
  front: readonly BriefSection[]
  /** The back of the sheet. */
  back: BriefSection
  sources: readonly string[]
}

/** The brief of a region. Pure. @throws ExpectedError `region_not_found` */
export function briefOf(snapshot: Snapshot, { asked, lang }: { asked: string; lang: Language }): Brief {
  const known = findRegionCalled(snapshot, asked)
  if (!known) throw new ExpectedError('region_not_found', { data: { asked } })
  const region = regionShape(snapshot, known)
  const parts: BriefParts = { lang, region, evidence: regionEvidenceView(snapshot, region.code) }
  const text = briefText[lang]
  const sections = [
    areasSection(parts),
    evidenceSection(parts),
    partnersSection(snapshot, parts),
    changeSection(snapshot, parts),
    questionsSection(parts),
  ]
  return {
    lang,
    slug: region.slug,
    title: text.title(region.name),
    eyebrow: text.eyebrow,
    lead: leadOf(parts),
    validAt: snapshot.validAt,
    front: sections.filter((section) => section.paragraphs.length + section.items.length > 0),
    back: { heading: text.backTitle, paragraphs: text.back, items: [] },
    sources: sourcesOf(parts),
  }
}

function leadOf({ lang, region: { name, current } }: BriefParts): string {
  const text = briefText[lang]
  if (!current) return text.leadNone(name)
  if (areasKnownIn(current) === 'unknown') return text.leadUnknown(name)
  return text.lead(name, current.priorities.length)
}

const shortest = 20
const longestNote = 150

/** The first sentence of a description, where it is short enough for one line or two. */
function firstSentence(text: string): string | null {
  const sentence = /^.{20,}?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text
  return sentence.length >= shortest && sentence.length <= longestNote ? withoutControls(sentence) : null
}

function areasSection({ lang, region: { current } }: BriefParts): BriefSection {
  const items = (current?.priorities ?? []).map((area): BriefItem => {
    const { label, labelLang, gloss } = labelsOf(area, lang)
    const described = area.description ? firstSentence(area.description[lang]) : null
    return {
      words: withoutControls(label),
      wordsLang: labelLang,
      note:
        [gloss && withoutControls(gloss), hasRoom(current!.priorities.length) ? described : null].filter(Boolean).join('. ') ||
        null,
    }
  })
  return { heading: briefText[lang].areas, paragraphs: [], items }
}

/** With more areas than this the sheet has no room for what each of them means. */
const hasRoom = (count: number): boolean => count <= 8

function evidenceSection({ lang, evidence }: BriefParts): BriefSection {
  const text = briefText[lang]
  const heading = text.evidence
  if (!evidence.hasData || evidence.areas.length === 0) return { heading, paragraphs: [], items: [] }
  const labelled = (verdict: string) =>
    evidence.areas.filter((area) => area.verdict === verdict).map(({ label }) => withoutControls(label[lang]))
  const [backed, asNation, notBacked] = ['backed', 'asNation', 'notBacked'].map(labelled) as [string[], string[], string[]]
  const notMeasured = evidence.areas.filter(({ verdict }) => verdict === null).length
  const paragraphs = [
    backed.length > 0 ? text.backed(backed) : null,
    asNation.length > 0 ? text.asNation(asNation) : null,
    notBacked.length > 0 ? text.notBacked(notBacked) : null,
    notMeasured > 0 ? text.notMeasured(notMeasured) : null,
  ].filter((one) => one !== null)
  return { heading, paragraphs, items: [] }
}

const mostPeers = 3

function partnersSection(snapshot: Snapshot, { lang, region, evidence }: BriefParts): BriefSection {
  const text = briefText[lang]
  const own = new Set(region.themeIds)
  const others = findRegions(snapshot)
    .filter(({ code }) => code !== region.code)
    .map((one) => regionSummaryShape(snapshot, one))
  const sharing = others
    .map((other) => ({ name: other.name, shared: other.themeIds.filter((id) => own.has(id)).length }))
    .filter(({ shared }) => shared > 0)
    .toSorted((one, other) => other.shared - one.shared)
    .slice(0, mostPeers)
  const peers = evidence.peers.slice(0, mostPeers).map((peer) => peer.region)
  const peerThemes = new Set(
    others.filter(({ code }) => peers.some((peer) => peer.code === code)).flatMap(({ themeIds }) => themeIds),
  )
  const { findTheme } = thesaurusOf(snapshot)
  const alone = region.themeIds.filter((id) => !peerThemes.has(id)).flatMap((id) => findTheme(id)?.label[lang] ?? [])
  const paragraphs = [
    region.jointAreas.length > 0 ? text.joint(region.jointAreas.map(({ name }) => name[lang])) : null,
    sharing.length > 0 ? text.sharing(sharing.map(({ name }) => name)) : null,
    peers.length > 0 ? text.peers(peers.map(({ name }) => name)) : null,
    peers.length > 0 && alone.length > 0 ? text.alone(alone.slice(0, mostPeers)) : null,
  ].filter((one) => one !== null)
  return { heading: text.partners, paragraphs, items: [] }
}

/** What the list in force has and the one before had not, and the other way round. */
function changeSection(snapshot: Snapshot, { lang, region }: BriefParts): BriefSection {
  const text = briefText[lang]
  const [previous, current] = region.editions.slice(-2)
  const heading = text.change
  if (!previous || !current || !region.current) return { heading, paragraphs: [text.oneList], items: [] }
  const change = changesShape(snapshot, { from: previous.strategy.meta.inForceFrom, to: snapshot.validAt }).changes.find(
    ({ owner }) => owner.kind === 'region' && owner.id === region.code,
  )
  if (!change || change.outcome === 'unread') return { heading, paragraphs: [text.unknownChange], items: [] }
  const labels = new Map(
    [...(change.before?.priorities ?? []), ...(change.after?.priorities ?? [])].map((area) => [
      area.id,
      withoutControls(labelsOf(area, lang).gloss ?? area.displayLabel),
    ]),
  )
  const named = (kind: string, end: 'predecessorId' | 'successorId') =>
    change.links.filter((link) => link.change === kind).flatMap((link) => labels.get(link[end] ?? '') ?? [])
  const [begun, gone] = [named('new', 'successorId'), named('dropped', 'predecessorId')]
  const paragraphs = [
    text.since(previous.strategy.edition.slice(0, 4)),
    begun.length > 0 ? text.begun(begun.slice(0, mostPeers), begun.length) : null,
    gone.length > 0 ? text.gone(gone.slice(0, mostPeers), gone.length) : null,
    begun.length + gone.length === 0 ? text.sameAreas : null,
  ].filter((one) => one !== null)
  return { heading, paragraphs, items: [] }
}

const questionsSection = (parts: BriefParts): BriefSection => ({
  heading: briefText[parts.lang].questions,
  paragraphs: [],
  items: questionsOf(parts).map((words) => ({ words, note: null })),
  isNumbered: true,
})

function sourcesOf({ lang, region, evidence }: BriefParts): string[] {
  const { current } = region
  const cited = current ? [current.strategy.citation, ...current.priorities.map(({ citation }) => citation)] : []
  const lines = cited.flatMap((citation) => (citation ? [sourceLine(citation.source, lang)] : []))
  const figures =
    evidence.hasData && evidence.source
      ? [`${evidence.source.attribution[lang]}, ${evidence.source.title[lang]}, ${evidence.source.year}`]
      : []
  return [...new Set(lines)].slice(0, 3).concat(figures)
}
