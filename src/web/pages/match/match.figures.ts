import { z } from '@hono/zod-openapi'
import { joinWords } from '../../../language/join-words.ts'
import type { Language } from '../../../records/language.ts'
import { findRegion } from '../../../shapes/from-snapshot.ts'
import { proposalsView } from '../../../shapes/match-shape.ts'
import { regionNetworkOf } from '../../../shapes/region-network.ts'
import type { RegionNetwork } from '../../../shapes/region-network.ts'
import { ringChart } from '../../charts/ring-chart.ts'
import type { RingNode, RingTie } from '../../charts/ring-chart.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { svgFile } from '../../charts/svg-file.ts'
import type { Figure, FigureSet } from '../../frame/figure.ts'
import { matchText } from './match.text.ts'

/** A tie of fewer pairs of areas than this is left out where all regions are shown. */
const leastAlike = 3

interface NetworkInput {
  network: RegionNetwork
  /** The region asked about, with the codes of the regions it is proposed to talk to; null shows all regions alike. */
  chosen: { code: string; name: string; proposed: readonly string[] } | null
  lang: Language
  /** Where a region's name leads; null in a file. */
  hrefOf: ((slug: string) => string) | null
}

/** All regions on a ring, with ties where they have areas alike. */
export function networkFigure({ network, chosen, lang, hrefOf }: NetworkInput): Figure {
  const text = matchText[lang].network
  const nameOf = new Map(network.regions.map(({ code, name }) => [code, name]))
  const strongest = network.ties.reduce((most, { alike }) => Math.max(most, alike), 0)
  const best = network.ties.filter(({ alike }) => alike === strongest)
  const pairs = best.slice(0, 3).map(({ regionCodes }) => regionCodes.map((code) => nameOf.get(code)).join('–'))
  const proposed = (chosen?.proposed ?? []).map((code) => nameOf.get(code) ?? code)
  return {
    id: 'network',
    lang,
    topic: text.topic,
    finding: chosen
      ? text.findingOf(chosen.name, proposed.length > 0 ? joinWords(proposed, lang) : null)
      : text.finding(joinWords(pairs, lang), strongest),
    sentence: chosen ? text.sentenceOf : text.sentence(leastAlike),
    description: text.description,
    sources: [],
    notes: [text.note],
    isSuggestion: true,
    legend: chosen ? text.legendOf(chosen.name) : null,
    table: tableOf({ network, chosen, lang, hrefOf }),
    draw: (width) =>
      ringChart({ nodes: nodesOf({ network, chosen, lang, hrefOf }), ties: tiesOf({ network, chosen }) }, { width }),
    widths: [340, 620],
  }
}

function nodesOf({ network, chosen, lang, hrefOf }: NetworkInput): RingNode[] {
  const text = matchText[lang]
  const as = ({ code, areasKnown }: RegionNetwork['regions'][number]): RingNode['as'] =>
    code === chosen?.code ? 'own' : chosen?.proposed.includes(code) ? 'lit' : areasKnown === 'unknown' ? 'empty' : 'plain'
  return network.regions.map((region) => ({
    name: region.name,
    title: region.areasKnown === 'unknown' ? `${region.name}: ${text.countsUnknown}` : region.name,
    href: hrefOf?.(region.slug) ?? null,
    as: as(region),
  }))
}

function tiesOf({ network, chosen }: Pick<NetworkInput, 'network' | 'chosen'>): RingTie[] {
  const placeOf = new Map(network.regions.map(({ code }, at) => [code, at]))
  const placed = ([from, to]: string[]) => ({ from: placeOf.get(from!)!, to: placeOf.get(to!)! })
  const tied = network.ties.flatMap(({ regionCodes, alike }): RingTie[] => {
    const other = chosen && regionCodes.includes(chosen.code) ? regionCodes.find((code) => code !== chosen.code)! : null
    if (other !== null) return [{ ...placed(regionCodes), weight: alike, as: chosen!.proposed.includes(other) ? 'lit' : 'plain' }]
    return alike < leastAlike ? [] : [{ ...placed(regionCodes), weight: alike, as: chosen ? 'faint' : 'plain' }]
  })
  // Proposed for what they complement, without any area alike.
  const untied = (chosen?.proposed ?? []).filter(
    (code) => !network.ties.some(({ regionCodes }) => regionCodes.includes(code) && regionCodes.includes(chosen!.code)),
  )
  return [...tied, ...untied.map((code): RingTie => ({ ...placed([chosen!.code, code]), weight: 1, as: 'lit' }))]
}

function tableOf({ network, chosen, lang }: NetworkInput): Figure['table'] {
  const text = matchText[lang].network
  const nameOf = new Map(network.regions.map(({ code, name }) => [code, name]))
  const shown = network.ties.filter(({ regionCodes }) => !chosen || regionCodes.includes(chosen.code))
  return {
    caption: text.table,
    columns: [
      { key: 'region', label: text.columns.one },
      { key: 'other_region', label: text.columns.other },
      { key: 'areas_alike', label: text.columns.alike },
    ],
    rows: shown.map(({ regionCodes, alike }) => [...regionCodes.map((code) => nameOf.get(code)!), alike]),
  }
}

/** The network as files. */
export const matchFigures: FigureSet = {
  path: 'match',
  query: { region: z.string().max(60).optional().describe('Any code or name of a region: its own ties stand out.') },
  takes: { region: 'regionSlug' },
  needs: [regionNetworkOf],
  read({ snapshot }, { region }, lang) {
    const found = region ? findRegion(snapshot, region) : null
    const chosen = found && { code: found.code, name: found.name, proposed: proposedTo(proposalsView(snapshot, found.slug)) }
    return [networkFigure({ network: regionNetworkOf(snapshot), chosen, lang, hrefOf: null })]
  },
  svgFile,
  show: FigureFrame,
}

/** The codes of the regions that are named first. */
export const proposedTo = (proposals: readonly { region: { code: string }; isPromising: boolean }[]): string[] =>
  proposals.filter(({ isPromising }) => isPromising).map(({ region }) => region.code)
