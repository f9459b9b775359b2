import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import topologyFile from '../../../facts/map/sweden-counties.topo.json'

/** A county ready to be drawn in `viewBox`. */
export interface CountyPath {
  /** The region's code, for example 17. */
  code: string
  /** SVG path data, one subpath for each part. */
  path: string
  /** Where a name in the middle of the line fits best: inside the county, with room on both sides. */
  labelPoint: [number, number]
  /** Area in square units of `viewBox`. */
  areaPx: number
  /** Left, top, right and bottom. */
  box: [number, number, number, number]
}

interface CountyProperties {
  code: string
  labelPoint: [number, number]
}

type Counties = Topology<{ counties: GeometryCollection<CountyProperties> }>

const topology = topologyFile as unknown as Counties
const { counties } = topology.objects

/** The box that all paths are drawn in; y points down. */
export const viewBox = { width: Math.ceil(topology.bbox![2]), height: Math.ceil(topology.bbox![3]) }

/** The 21 counties by code. */
export const countyPaths: readonly CountyPath[] = feature(topology, counties)
  .features.map(({ geometry, properties }) => makeCountyPath(properties, polygonsOf(geometry as Polygon | MultiPolygon)))
  .sort((a, b) => (a.code < b.code ? -1 : 1))

/** The borders between counties, each drawn once. */
export const borderPath: string = meshPath((a, b) => a !== b)

/** The outline of the country: coast, islands, and the borders with Norway and Finland. */
export const coastPath: string = meshPath((a, b) => a === b)

function makeCountyPath({ code, labelPoint }: CountyProperties, polygons: Position[][][]): CountyPath {
  const areas = polygons.map(([outer, ...holes]) => ringArea(outer!) - holes.reduce((sum, hole) => sum + ringArea(hole), 0))
  const area = areas.reduce((sum, part) => sum + part, 0)
  const [xs, ys] = [0, 1].map((axis) => polygons.flat(2).map((point) => point[axis]!)) as [number[], number[]]
  const box: CountyPath['box'] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  return { code, path: polygons.flat().map(ringPath).join(''), labelPoint, areaPx: Math.round(area * 10) / 10, box }
}

/** A shape's polygons, whether it is one or several. */
export function polygonsOf(shape: Polygon | MultiPolygon): Position[][][] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
}

function meshPath(isIncluded: (a: unknown, b: unknown) => boolean): string {
  const lines: MultiLineString = mesh(topology, counties, isIncluded)
  return lines.coordinates.map(linePath).join('')
}

/** SVG path data of a ring. Its last point is its first: `z` closes it. */
export function ringPath(ring: Position[]): string {
  return `${linePath(ring.slice(0, -1))}z`
}

/** Path data in steps of tenths of a unit from point to point: shorter than places, and without drift as every place is rounded first. */
function linePath(line: Position[]): string {
  let [fromX, fromY] = [0, 0]
  const steps: string[] = []
  for (const [x, y] of line) {
    const [toX, toY] = [Math.round(x! * 10), Math.round(y! * 10)]
    const step = joinNumbers(toX - fromX, toY - fromY)
    if (steps.length === 0) steps.push(`M${step}l`)
    else if (toX !== fromX || toY !== fromY) steps.push(step)
    ;[fromX, fromY] = [toX, toY]
  }
  return steps.map((step, index) => (index < 2 || step.startsWith('-') ? step : ` ${step}`)).join('')
}

/** Two numbers in tenths as SVG text: a minus sign parts them where there is one, else a comma. */
function joinNumbers(x: number, y: number): string {
  const [first, second] = [x, y].map((tenths) => String(tenths / 10).replace(/^(-?)0\./, '$1.'))
  return second!.startsWith('-') ? `${first}${second}` : `${first},${second}`
}

/** The area of a closed ring in square units, whichever way it runs. */
function ringArea(ring: Position[]): number {
  const doubled = ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index]![0]! * y! - x! * ring[index]![1]!, 0)
  return Math.abs(doubled) / 2
}
