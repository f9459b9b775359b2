import type { RegionRef } from '../../shapes/shapes.ts'
import { landPath, lakePath } from './map-context.ts'
import { borderPath, coastPath, countyPaths } from './sweden-geometry.ts'

interface RegionMapProps {
  /** The region that is shown large. */
  code: string
  regions: readonly RegionRef[]
  hrefOf: (region: RegionRef) => string
  description: string
}

/** Room around the county, as a share of its longer side. */
const margin = 0.13
/** Wider than high, as the place that the map has beside the heading. */
const shape = 1.25

/** One county large, with its neighbours' names around it. A picture for the pointer: the neighbours are listed on the page too. */
export function RegionMap({ code, regions, hrefOf, description }: RegionMapProps) {
  const own = countyPaths.find((county) => county.code === code)
  if (!own) return null
  const box = boxAround(own.box)
  const unit = box.width / 400
  const byCode = new Map(regions.map((region) => [region.code, region]))
  return (
    <div class="region-map">
      <p class="visually-hidden">{description}</p>
      <svg
        viewBox={[box.x, box.y, box.width, box.height].map((value) => Math.round(value * 10) / 10).join(' ')}
        aria-hidden="true"
      >
        <path d={landPath} class="land" />
        <path d={coastPath} class="coast" />
        {countyPaths.map((county) => {
          const region = byCode.get(county.code)
          const outline = <path d={county.path} class={`county ${county.code === code ? 'fill-here' : 'fill-none'}`} />
          if (!region || county.code === code || !touches(county.box, box)) return outline
          return (
            <a key={county.code} href={hrefOf(region)} tabIndex={-1}>
              <title>{region.name}</title>
              {outline}
            </a>
          )
        })}
        <path d={borderPath} class="county-borders" />
        <path d={lakePath} class="lake" />
        {countyPaths.map(({ code: other, labelPoint: [x, y] }) => {
          const region = byCode.get(other)
          if (!region || other === code || !isInside([x, y], box)) return null
          return (
            <text key={other} x={x} y={y} font-size={Math.round(130 * unit) / 10}>
              {region.name}
            </text>
          )
        })}
      </svg>
    </div>
  )
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

function boxAround([left, top, right, bottom]: readonly [number, number, number, number]): Box {
  const room = margin * Math.max(right - left, bottom - top)
  const [w, h] = [right - left + 2 * room, bottom - top + 2 * room]
  const width = Math.max(w, h * shape)
  const height = Math.max(h, w / shape)
  return { x: (left + right) / 2 - width / 2, y: (top + bottom) / 2 - height / 2, width, height }
}

const isInside = ([x, y]: readonly [number, number], box: Box): boolean =>
  x > box.x + box.width * 0.09 && x < box.x + box.width * 0.91 && y > box.y + 4 && y < box.y + box.height - 4

const touches = ([left, top, right, bottom]: readonly [number, number, number, number], box: Box): boolean =>
  right > box.x && left < box.x + box.width && bottom > box.y && top < box.y + box.height
