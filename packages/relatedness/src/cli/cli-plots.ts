import { networkBackbone } from '../measures/network-backbone.ts'
import { networkCommunities } from '../measures/network-communities.ts'
import { networkLayout } from '../measures/network-layout.ts'
import { nearestName } from '../measures/nearest-name.ts'
import { diversificationOptions } from '../measures/diversification-options.ts'
import { ranked } from '../measures/table.ts'
import { CallError, type MeasureInput } from './cli-input.ts'
import { complexityOf, densityOf, nearOf, presenceOf } from './cli-measure-steps.ts'

export const plotNames = ['options', 'space', 'bars'] as const
export type PlotName = (typeof plotNames)[number]

/** The picture asked for, as SVG. @param region whose options, and whose specialisations are filled in the space */
export function plotSvg(name: PlotName, input: MeasureInput, region: string | undefined): string {
  if (region !== undefined && !input.table.regions.includes(region)) {
    const near = nearestName(region, input.table.regions)
    throw new CallError(`There is no region «${region}» in the file.${near ? ` Did you mean «${near}»?` : ''}`)
  }
  return plots[name](input, region)
}

const plots: Record<PlotName, (input: MeasureInput, region: string | undefined) => string> = {
  options: optionsPlot,
  space: spacePlot,
  bars: barsPlot,
}

const colours = ['#005b99', '#b35900', '#3d7a3d', '#8a2f6b', '#5c5c00', '#4d4d99', '#a02c2c', '#00707a']

/** Relatedness density (across) and complexity (up) of what one region lacks, with the lines between the four corners. */
function optionsPlot(input: MeasureInput, region: string | undefined): string {
  if (region === undefined) throw new CallError('Say whose options to draw with --for, for example --for "25 Norrbotten".')
  const { presence, pci } = complexityOf(input)
  const { options, splits } = diversificationOptions({ presence, density: densityOf(input, presence), pci })
  const own = options.filter((one) => one.region === region)
  if (own.length === 0)
    throw new CallError(`«${region}» has no options to draw: nothing that it is known to lack has a density and a complexity.`)
  const split = splits.find((one) => one.region === region)!
  const across = scaleOf([...own.map(({ density }) => density), split.density], [70, 780])
  const up = scaleOf([...own.map(({ complexity }) => complexity), split.complexity], [540, 40])
  const best = new Set([...own].sort((one, other) => other.score - one.score).slice(0, 10))
  const dots = own.map((one) => {
    const [x, y] = [fixed(across(one.density)), fixed(up(one.complexity))]
    const title = `<title>${escaped(`${one.activity}: density ${one.density.toFixed(3)}, complexity ${one.complexity.toFixed(3)}`)}</title>`
    return `<circle cx="${x}" cy="${y}" r="4" fill="${one.quadrant === 'low-risk-high-benefit' ? colours[0] : '#888'}">${title}</circle>`
  })
  const names = namesBeside(
    [...best].map((one) => ({ label: one.activity, x: across(one.density), y: up(one.complexity) })),
    [40, 540],
  )
  const lines = `<path d="M${fixed(across(split.density))} 40V540M70 ${fixed(up(split.complexity))}H780" stroke="#bbb" fill="none"/>`
  const axes = `<text x="425" y="582" text-anchor="middle">Relatedness density</text><text transform="translate(16 290) rotate(-90)" text-anchor="middle">Complexity</text>`
  const body = lines + axes + numbersAlong(own, { split, across, up }) + names + dots.join('')
  return svg({ title: `Options of ${region}`, width: 1120, height: 596, body })
}

interface Place {
  label: string
  x: number
  y: number
}

/** Names in a column beside the picture, each tied to its dot by a line, so far apart that none lies on another. */
function namesBeside(places: readonly Place[], [top, bottom]: readonly [number, number]): string {
  const apart = 18
  const sorted = [...places].sort((one, other) => one.y - other.y || one.x - other.x)
  const lines: number[] = []
  for (const { y } of sorted) lines.push(Math.max(y, (lines.at(-1) ?? top - apart) + apart))
  for (let at = lines.length - 1, most = bottom; at >= 0; at--, most = lines[at + 1]! - apart)
    lines[at] = Math.min(lines[at]!, most)
  const ties = sorted.map(({ x, y }, at) => `M${fixed(x)} ${fixed(y)}L825 ${fixed(lines[at]!)}`)
  const texts = sorted.map(({ label }, at) => `<text x="830" y="${fixed(lines[at]! + 4)}">${escaped(shortened(label))}</text>`)
  return `<path d="${ties.join('')}" stroke="#ccc" fill="none"/>${texts.join('')}`
}

/** The lowest and highest number of both axes, and where the lines between the corners stand. */
function numbersAlong(
  options: readonly { density: number; complexity: number }[],
  scales: { split: { density: number; complexity: number }; across: (value: number) => number; up: (value: number) => number },
): string {
  const shown = (values: readonly number[], middle: number, place: (value: number) => number) => {
    const ends = [Math.min(...values), Math.max(...values)]
    return [...ends.filter((end) => Math.abs(place(end) - place(middle)) > 30), middle].map((value) => ({
      value,
      at: place(value),
    }))
  }
  const below = shown(
    options.map(({ density }) => density),
    scales.split.density,
    scales.across,
  ).map(({ value, at }) => `<text x="${fixed(at)}" y="560" text-anchor="middle">${value.toFixed(2)}</text>`)
  const beside = shown(
    options.map(({ complexity }) => complexity),
    scales.split.complexity,
    scales.up,
  ).map(({ value, at }) => `<text x="62" y="${fixed(at + 4)}" text-anchor="end">${signed(value)}</text>`)
  return below.join('') + beside.join('')
}

/** A number with two decimals and the sign for minus. */
function signed(value: number): string {
  return value.toFixed(2).replace('-', '−')
}

/** The activity space: backbone, communities by colour, a deterministic picture; what the region has is filled. */
function spacePlot(input: MeasureInput, region: string | undefined): string {
  const presence = presenceOf(input)
  if (presence.activities.length > 2000)
    throw new CallError(`The activity space of ${presence.activities.length} activities is too large to draw; at most 2000.`)
  const network = networkBackbone(nearOf(input, presence))
  const { communityOf } = networkCommunities(network)
  const places = networkLayout(network)
  const [across, up] = [(x: number) => fixed(40 + x * 820), (y: number) => fixed(60 + y * 820)]
  const lines = network.edges.map(({ source, target }) => {
    const [one, other] = [places[source]!, places[target]!]
    return `M${across(one.x)} ${up(one.y)}L${across(other.x)} ${up(other.y)}`
  })
  const row = region === undefined ? -1 : presence.regions.indexOf(region)
  const dots = places.map(({ label, x, y }, at) => {
    const colour = colours[communityOf[at]! % colours.length]!
    const isHeld = row < 0 || presence.values[row * presence.activities.length + at] === 1
    return `<circle cx="${across(x)}" cy="${up(y)}" r="5" fill="${isHeld ? colour : '#fff'}" stroke="${colour}"><title>${escaped(label)}</title></circle>`
  })
  const title = region === undefined ? 'Activity space' : `Activity space; filled: what ${region} is specialised in`
  return svg({ title, width: 900, height: 900, body: `<path d="${lines.join('')}" stroke="#ccc" fill="none"/>${dots.join('')}` })
}

/** Complexity of regions, highest first. */
function barsPlot(input: MeasureInput): string {
  const rows = ranked(complexityOf(input).eci).filter(({ value }) => !Number.isNaN(value))
  const across = scaleOf([0, ...rows.map(({ value }) => value)], [300, 840])
  const zero = across(0)
  const bars = rows.map(({ label, value }, at) => {
    const y = 50 + at * 22
    const [from, to] = [Math.min(zero, across(value)), Math.max(zero, across(value))]
    const number = `<text x="${fixed(Math.max(zero, across(value)) + 6)}" y="${y + 12}">${signed(value)}</text>`
    return `${number}<text x="290" y="${y + 12}" text-anchor="end">${escaped(shortened(label))}</text><rect x="${fixed(from)}" y="${y}" width="${fixed(to - from)}" height="16" fill="${colours[0]}"><title>${escaped(`${label}: ${value.toFixed(3)}`)}</title></rect>`
  })
  return svg({ title: 'Economic complexity of regions', width: 900, height: 70 + rows.length * 22, body: bars.join('') })
}

function svg({ title, width, height, body }: { title: string; width: number; height: number; body: string }): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="12" fill="#222"><title>${escaped(title)}</title><rect width="100%" height="100%" fill="#fff"/><text x="20" y="24" font-size="16">${escaped(title)}</text>${body}</svg>\n`
}

/** From the range of some numbers to a range of places; a range of nothing lies in the middle. */
function scaleOf(values: readonly number[], [from, to]: readonly [number, number]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from))
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function shortened(label: string): string {
  return label.length > 42 ? `${label.slice(0, 41)}…` : label
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
