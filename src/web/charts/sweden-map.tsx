import type { PageContext } from '../frame/page.ts'
import { borderPath, countyPaths, viewBox } from './sweden-geometry.ts'

/** How one region is drawn: a class that colours it, and what the island needs to colour it anew. */
export interface MapRegion {
  code: string
  name: string
  /** Null: not a link. */
  href: string | null
  className: string
  /** Said in the tooltip after the name. */
  note: string
  data?: Record<string, string>
}

interface SwedenMapProps {
  context: PageContext
  regions: readonly MapRegion[]
  /** One sentence that says what the map shows. */
  description: string
  /** Write the regions' names on the map, where there is room. */
  hasLabels?: boolean
}

/**
 * Sweden's counties as SVG. A picture with a description: the list beside it does all that the map does,
 * so its links are for the pointer only and stay out of the keyboard's and screen reader's way.
 */
export function SwedenMap({ regions, description, hasLabels = false }: SwedenMapProps) {
  const byCode = new Map(regions.map((region) => [region.code, region]))
  return (
    <div class="sweden-map">
      <p class="visually-hidden">{description}</p>
      <svg viewBox={`-4 -4 ${viewBox.width + 8} ${viewBox.height + 8}`} aria-hidden="true" data-map>
        <defs>
          <UnreadHatch />
        </defs>
        {countyPaths.map(({ code, path }) => {
          const region = byCode.get(code)
          const shape = (
            <path d={path} class={`county ${region?.className ?? 'fill-none'}`} data-region={code} {...region?.data}>
              {region ? <title>{`${region.name}: ${region.note}`}</title> : null}
            </path>
          )
          if (!region?.href) return shape
          return (
            <a key={code} href={region.href} tabIndex={-1}>
              {shape}
            </a>
          )
        })}
        <path d={borderPath} class="county-borders" />
        {hasLabels ? <MapLabels byCode={byCode} /> : null}
      </svg>
    </div>
  )
}

/** The pattern of `fill-unknown`: what nobody has read looks neither like none nor like some. Legends on the same page use it too. */
export function UnreadHatch() {
  return (
    <pattern id="unread-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="hatch-ground" width="6" height="6" />
      <path class="hatch-line" d="M1 0V6" />
    </pattern>
  )
}

function MapLabels({ byCode }: { byCode: ReadonlyMap<string, MapRegion> }) {
  return (
    <g class="map-labels">
      {countyPaths.map(({ code, labelPoint: [x, y] }) => {
        const region = byCode.get(code)
        return region ? (
          <text key={code} x={x} y={y} data-label={code}>
            {region.data?.['data-label'] ?? region.name}
          </text>
        ) : null
      })}
    </g>
  )
}
