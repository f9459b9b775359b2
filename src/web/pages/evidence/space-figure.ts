import { lowerFirst } from '../../../language/lower-first.ts'
import type { Language } from '../../../records/language.ts'
import { inRegion } from '../../../shapes/evidence-findings.ts'
import type { EvidenceSpaceShape, RegionEvidenceShape } from '../../../shapes/evidence-shapes.ts'
import { networkChart } from '../../charts/network-chart.ts'
import type { NetworkNode } from '../../charts/network-chart.ts'
import type { Figure } from '../../frame/figure.ts'
import { formatNumber } from '../../frame/format.ts'
import { spaceFigureText } from './space-figure.text.ts'

type Node = EvidenceSpaceShape['nodes'][number]
type AreasKnown = RegionEvidenceShape['areasKnown']

const as = { chosen: 'full', open: 'open', step: 'near', other: 'plain' } as const
/** Occupations of no mark that are named to find the way by, and the room that takes. */
const mostWaymarks = 14
const waymarksFrom = 600

const isLit = ({ mark }: Node): boolean => mark === 'chosen' || mark === 'open'

/** The map of occupations with the region's strengths lit. */
export function spaceFigure(evidence: RegionEvidenceShape, lang: Language): Figure {
  const text = spaceFigureText[lang]
  const { region, source, areasKnown } = evidence
  const space = evidence.space!
  const neighbours = neighboursOf(space)
  const lit = space.nodes.filter(isLit)
  const marked = space.nodes
    .filter(({ mark }) => mark !== 'other')
    .toSorted((a, b) => Number(isLit(b)) - Number(isLit(a)) || (b.count ?? 0) - (a.count ?? 0))
  return {
    lang,
    id: 'space',
    topic: text.topic(source!.year),
    finding: findingOf(lit, neighbours, lang),
    sentence: text.sentence(inRegion(region.name, lang)),
    description: text.description,
    sources: [source!],
    notes: [],
    isSuggestion: true,
    legend: `${text.legend[areasKnown === 'partly' || areasKnown === 'unknown' ? areasKnown : 'known']} ${text.legendEnd}`,
    widths: [360, 720, 1120],
    table: {
      caption: text.topic(source!.year),
      columns: [
        { key: 'occupation', label: text.occupation },
        { key: 'ssyk', label: 'SSYK' },
        { key: 'mark', label: text.mark },
        { key: 'employees', label: text.employees },
        { key: 'quotient', label: text.quotient, digits: 2 },
        { key: 'neighbours', label: text.nearest },
      ],
      rows: marked.map((node) => [
        node.label[lang],
        node.code,
        markWords(node, areasKnown, lang),
        node.count,
        node.quotient,
        neighbours
          .get(node.code)!
          .map(({ label }) => lowerFirst(label[lang]))
          .join('; '),
      ]),
    },
    draw: (width) => drawSpace(evidence, { width, lang }),
  }
}

/** The nodes that each is tied to, the nearest first. */
function neighboursOf({ nodes, edges }: EvidenceSpaceShape): ReadonlyMap<string, readonly Node[]> {
  const byCode = new Map(nodes.map((node) => [node.code, node]))
  const found = new Map(nodes.map(({ code }) => [code, [] as Node[]]))
  for (const { source, target } of edges) {
    found.get(source)!.push(byCode.get(target)!)
    found.get(target)!.push(byCode.get(source)!)
  }
  return found
}

function findingOf(lit: readonly Node[], neighbours: ReadonlyMap<string, readonly Node[]>, lang: Language): string {
  const text = spaceFigureText[lang]
  if (lit.length === 0) return text.findingNone
  if (lit.length === 1) return text.findingAlone
  return text.finding(lit.filter(({ code }) => neighbours.get(code)!.some(isLit)).length, lit.length)
}

/** What a mark means; of a strength nothing is said of the areas where they are not known. */
function markWords({ mark }: Node, areasKnown: AreasKnown, lang: Language): string {
  const text = spaceFigureText[lang]
  return mark === 'open' && (areasKnown === 'unknown' || areasKnown === 'partly') ? text.strength : text.marks[mark]
}

function drawSpace({ space, areasKnown }: RegionEvidenceShape, { width, lang }: { width: number; lang: Language }) {
  const text = spaceFigureText[lang]
  const { nodes, edges } = space!
  const places = new Map(nodes.map(({ code }, at) => [code, at]))
  const most = Math.max(1, ...nodes.filter(isLit).map(({ count }) => count ?? 0))
  const bySize = [...nodes.keys()].toSorted((a, b) => (nodes[b]!.count ?? 0) - (nodes[a]!.count ?? 0))
  const drawn = nodes.map((node): NetworkNode => ({
    x: node.x,
    y: node.y,
    as: as[node.mark],
    weight: (node.count ?? 0) / most,
    title: `${node.label[lang]}: ${markWords(node, areasKnown, lang)}, ${formatNumber(node.count ?? 0, lang)} ${text.people}${node.quotient === null ? '' : `, ${text.quotient.toLowerCase()} ${formatNumber(node.quotient, lang, 1)}`}`,
    label: node.label[lang],
  }))
  return networkChart(
    {
      nodes: drawn,
      ties: edges.map(({ source, target }) => [places.get(source)!, places.get(target)!] as const),
      named: bySize.filter((at) => isLit(nodes[at]!)),
      waymarks: width < waymarksFrom ? [] : bySize.filter((at) => nodes[at]!.mark === 'other').slice(0, mostWaymarks),
    },
    { width },
  )
}
