import type { Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import topologyFile from '../../../facts/map/context.topo.json'
import { polygonsOf, ringPath } from './sweden-geometry.ts'

type Context = Topology<{ land: GeometryCollection; lakes: GeometryCollection<{ name: string }> }>

const topology = topologyFile as unknown as Context

/** The neighbours' land around the counties' box, beyond its edges. */
export const landPath: string = pathOf(topology.objects.land)

/** Vänern, Vättern, Hjälmaren and Mälaren, roughly; drawn over the counties. */
export const lakePath: string = pathOf(topology.objects.lakes)

function pathOf(object: GeometryCollection): string {
  const { features } = feature(topology, object)
  const polygons = features.flatMap(({ geometry }): Position[][][] =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? polygonsOf(geometry) : [],
  )
  return polygons.flat().map(ringPath).join('')
}
