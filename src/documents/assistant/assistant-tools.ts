import { z } from 'zod'
import { readArea } from '../../places/area-called.ts'
import { findRegionCalled } from '../../places/region-called.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import type { Language } from '../../records/language.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { linkOfHit } from '../../search/hit-link.ts'
import { search } from '../../search/search.ts'
import { searchIndexOf } from '../../search/search-of-snapshot.ts'
import { areaEvidenceView } from '../../shapes/area-evidence.ts'
import { areaPartnersView } from '../../shapes/area-partners-shape.ts'
import { changesShape } from '../../shapes/changes-shape.ts'
import { findRegions } from '../../shapes/from-snapshot.ts'
import { proposalsView } from '../../shapes/match-shape.ts'
import { priorityView } from '../../shapes/priority-detail-shape.ts'
import { regionEvidenceView } from '../../shapes/region-evidence.ts'
import { regionShape, regionSummaries } from '../../shapes/region-shape.ts'
import type { Known, Snapshot } from '../../snapshot/snapshot.ts'
import { areaAnswer, areaEvidenceAnswer, changeAnswer, listAnswer, sourceAnswer, strengthAnswer } from './assistant-answers.ts'
import type { AnswerPlace } from './assistant-answers.ts'

/** What a question is answered from: the registry on a day, and how addresses are written. */
export interface AssistantSetting extends AnswerPlace {
  snapshot: Snapshot
}

/** One question that a program may ask. Read only: nothing is written, and nothing that is not public is read. */
export interface AssistantTool {
  name: string
  title: string
  description: string
  input: z.ZodObject
  answer(setting: AssistantSetting, asked: never): object
}

const shared = {
  language: z
    .enum(['sv', 'en'])
    .default('en')
    .describe('Language of the words. What areas are called stays as their owner writes it.'),
  date: z.iso.date().optional().describe('The day to answer for, YYYY-MM-DD; today when left out.'),
}
const regionName = z.string().max(100).describe('A region by name, code, letter or NUTS code: "Värmland", "17", "S", "SE311".')
const areaName = z.string().max(200).describe('An area by its id, or "Region: name".')
const mostHits = 30
const mostListed = 10

/** A tool with what it takes, typed by its own input. */
const tool = <I extends z.ZodObject>(
  parts: Omit<AssistantTool, 'input' | 'answer'> & {
    input: I
    answer: (setting: AssistantSetting, asked: z.infer<I>) => object
  },
): AssistantTool => parts as unknown as AssistantTool

/** Every question that may be asked. Each answer is small enough to be read as a whole, and has addresses and sources. */
export const assistantTools: readonly AssistantTool[] = [
  tool({
    name: 'search',
    title: 'Search',
    description:
      'Finds regions’ priority areas of smart specialisation in Sweden, and themes, clusters, findings and wishes. Swedish or English words, in any inflection.',
    input: z.object({ text: z.string().min(1).max(200), limit: z.int().min(1).max(mostHits).default(mostListed), ...shared }),
    answer: ({ snapshot, paths, base }, { text, limit }) => {
      const { total, hits, suggestion } = search(searchIndexOf(snapshot), { text, lang: paths.lang, limit })
      const found = hits.map(({ document, why }) => ({
        id: document.id,
        kind: document.kind,
        title: document.title,
        ...(document.titleEn ? { titleEn: document.titleEn } : {}),
        regions: document.regionCodes.map((code) => snapshot.getBegun('region', code)?.name ?? code),
        isInForce: document.isInForce,
        why: why?.[paths.lang] ?? null,
        url: base + linkOfHit(document, paths),
      }))
      return { total, suggestion, hits: found }
    },
  }),
  tool({
    name: 'regions',
    title: 'All regions',
    description: 'Sweden’s regions with their codes, the list of priority areas that each has, and the themes of it.',
    input: z.object(shared),
    answer: ({ snapshot, paths, base }) => ({
      regions: regionSummaries(snapshot).map(({ code, slug, name, current, themeIds }) => ({
        code,
        name,
        listFrom: current?.strategy.edition ?? null,
        areas: current?.priorities.map(({ displayLabel }) => displayLabel) ?? null,
        themes: themeIds,
        url: base + paths.to('region', { slug }),
      })),
    }),
  }),
  tool({
    name: 'region',
    title: 'One region',
    description: 'A region’s priority areas in its own words, earlier lists, clusters, whom to ask, and the sources.',
    input: z.object({ region: regionName, ...shared }),
    answer: (setting, { region }) => {
      const { snapshot, paths, base } = setting
      const shape = regionShape(snapshot, regionCalled(snapshot, region))
      return {
        name: shape.name,
        code: shape.code,
        organisation: shape.regionName,
        current: shape.current && listAnswer(setting, shape.current),
        earlier: shape.editions
          .filter(({ strategy }) => strategy.id !== shape.current?.strategy.id)
          .map((edition) => listAnswer(setting, edition)),
        clusters: shape.clusters.map(({ name, programme, url }) => ({ name, programme, url })),
        contacts: shape.contacts.map(({ role, organisation, url }) => ({ role, organisation, url })),
        sources: shape.sources.map((source) => sourceAnswer(source, paths.lang)),
        url: base + paths.to('region', { slug: shape.slug }),
      }
    },
  }),
  tool({
    name: 'area',
    title: 'One priority area',
    description: 'What an area means, its themes and codes, what it came from and became, and areas like it in other regions.',
    input: z.object({ area: areaName, ...shared }),
    answer: (setting, { area }) => areaAnswer(setting, priorityView(setting.snapshot, areaCalled(setting.snapshot, area))),
  }),
  tool({
    name: 'changes',
    title: 'What changed between two days',
    description:
      'Which regions’ lists changed between two days, and which areas are new, kept, renamed or without a clear successor.',
    input: z.object({
      from: z.iso.date(),
      to: z.iso.date().optional().describe('Today when left out.'),
      region: regionName.optional(),
      ...shared,
    }),
    answer: ({ snapshot, paths }, { from, to = snapshot.validAt, region }) => {
      if (from > to) throw wrongOrder(from, to)
      const only = region === undefined ? null : regionCalled(snapshot, region)
      const { changes } = changesShape(snapshot, { from, to })
      return {
        from,
        to,
        changes: changes
          .filter(({ owner }) => only === null || (owner.kind === 'region' && owner.id === only.code))
          .map((change) => changeAnswer(change, paths.lang)),
      }
    },
  }),
  tool({
    name: 'evidence',
    title: 'Statistics behind a region or an area',
    description:
      'What employment by occupation says: whether an area is backed by data and how sure that is, or a region’s clear strengths, those nobody chose, and possible next steps. Each with year and source. Missing figures are said, never 0.',
    input: z.object({ region: regionName.optional(), area: areaName.optional(), ...shared }),
    answer: (setting, { region, area }) => {
      const { snapshot, paths, base } = setting
      if ((region === undefined) === (area === undefined)) throw oneOfTwo()
      if (area !== undefined) return areaEvidenceAnswer(setting, areaEvidenceView(snapshot, areaCalled(snapshot, area)))
      const known = regionCalled(snapshot, region!)
      const evidence = regionEvidenceView(snapshot, known.code, {})
      const listed = [...evidence.unsettled, ...evidence.notChosen]
      return {
        region: known.name,
        sentence: evidence.sentence[paths.lang],
        areas: evidence.areas.map((one) => ({ area: one.label[paths.lang], sentence: one.sentence[paths.lang] })),
        strengthsNobodyChose: listed.slice(0, mostListed).map((one) => strengthAnswer(one, paths.lang)),
        nextSteps: (evidence.nextSteps?.steps ?? []).slice(0, mostListed).map(({ code, label, density }) => ({
          code,
          label: label[paths.lang],
          relatednessDensity: density,
        })),
        peers: evidence.peers.map(({ region: peer }) => peer.name),
        source: evidence.source && { attribution: evidence.source.attribution[paths.lang], year: evidence.source.year },
        method: evidence.method[paths.lang],
        url: base + paths.to('evidence', { slug: known.slug }),
      }
    },
  }),
  tool({
    name: 'partners',
    title: 'Partners for a region or an area',
    description:
      'Whom a region or one of its areas could work with, with the reason, what each would bring, and the role to turn to.',
    input: z.object({ region: regionName.optional(), area: areaName.optional(), ...shared }),
    answer: ({ snapshot, paths: { lang } }, { region, area }) => {
      if ((region === undefined) === (area === undefined)) throw oneOfTwo()
      if (area !== undefined) {
        const { partners } = areaPartnersView(snapshot, areaCalled(snapshot, area))
        return {
          partners: partners.map((one) => ({
            region: one.region.name,
            area: one.area.displayLabel,
            reason: one.reason[lang],
            brings: one.brings.map(({ label }) => label[lang]),
            complements: one.complements.map(({ reason }) => reason[lang]),
            clusters: one.clusters.map(({ name }) => name),
            contacts: one.contacts.map(({ role, organisation, url }) => ({ role, organisation, url })),
          })),
        }
      }
      const proposals = proposalsView(snapshot, regionCalled(snapshot, region!).code)
      return {
        partners: proposals
          .filter(({ isPromising }) => isPromising)
          .map((one) => ({
            region: one.region.name,
            shared: one.shared.map(({ own, other, reason }) => ({
              own: own.displayLabel,
              other: other.displayLabel,
              reason: reason[lang],
            })),
            brings: one.brings.map(({ theme }) => theme.label[lang]),
          })),
      }
    },
  }),
]

function regionCalled(snapshot: Snapshot, asked: string): Known<'region'> {
  const region = findRegionCalled(snapshot, asked)
  if (region) return region
  const names = findRegions(snapshot)
    .map(({ name }) => name)
    .join(', ')
  throw new ExpectedError('region_not_found', {
    detail: `«${asked}» is not a region. The regions are: ${names}.`,
    data: { asked },
  })
}

function areaCalled(snapshot: Snapshot, asked: string): string {
  const reading = readArea(snapshot, asked)
  if (reading.outcome === 'known') return reading.area.id
  if (reading.outcome === 'unknown')
    throw new ExpectedError('priority_not_found', {
      detail: `«${asked}» is not an area. Ask search for its id.`,
      data: { asked },
    })
  const ids = reading.areas.slice(0, mostHits).map(({ id }) => id)
  throw badQuestion({
    sv: `Flera områden heter «${asked}»: ${ids.join(', ')}.`,
    en: `Several areas are called «${asked}»: ${ids.join(', ')}.`,
  })
}

const oneOfTwo = () => badQuestion({ sv: 'Ange antingen region eller area.', en: 'Give either region or area.' })
const wrongOrder = (from: string, to: string) =>
  badQuestion({ sv: `${from} är efter ${to}.`, en: `${from} is after ${to}. Give the earlier day as from.` })
const badQuestion = (words: LocalText) => new ExpectedError('bad_request', { detail: words.en, data: { words } })

/** What the answers of a day are licensed as, and when they were so. */
export const answerNote = (snapshot: Snapshot, lang: Language) => ({
  asOf: snapshot.validAt,
  licence: 'CC0 1.0',
  note:
    lang === 'sv'
      ? 'Områdenas namn är regionernas egna ord; teman och koder är Spets förslag om inget annat sägs.'
      : 'Names of areas are the regions’ own words; themes and codes are suggested by Spets unless said otherwise.',
})
