/** Types for the parts of two untyped packages that `build-map.ts` uses. */
declare module 'topojson-server' {
  import type { FeatureCollection } from 'geojson'
  import type { Objects, Topology } from 'topojson-specification'
  export function topology(objects: Record<string, FeatureCollection>, quantization?: number): Topology<Objects<{ code: string }>>
}

declare module 'topojson-simplify' {
  import type { Objects, Topology as AnyTopology } from 'topojson-specification'
  type Topology = AnyTopology<Objects<{ code: string }>>
  export type Filter = (ring: [number, number][], isInterior: boolean) => boolean
  export function presimplify(topology: Topology): Topology
  export function simplify(topology: Topology, minWeight: number): Topology
  export function filter(topology: Topology, filter: Filter): Topology
  export function filterAttachedWeight(topology: Topology, minWeight: number): Filter
}
