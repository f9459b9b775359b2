import { placeLabels, wrapWords } from './atlas-labels.ts'
import type { PlacedLabel } from './atlas-labels.ts'
import { landPath, lakePath } from './map-context.ts'
import { borderPath, coastPath, countyPaths } from './sweden-geometry.ts'
import { UnreadHatch } from './sweden-map.tsx'

/** A region on the large map: its colour, and the words beside it. */
export interface AtlasRegion {
  code: string
  name: string
  /** The county's letters, which name it where there is no room for words. */
  letters: string
  href: string
  className: string
  /** Said in the tooltip after the name. */
  note: string
  /** The words beside the map; none leaves the region without a label. */
  words: { text: string; lang: string | undefined } | null
}

interface AtlasMapProps {
  regions: readonly AtlasRegion[]
  /** What the map shows, in a sentence; the list beside it tells the rest. */
  description: string
}

/** The wide picture: words to the left and right of the country. */
const wide = { width: 950, height: 838, scale: 0.822, left: 300, top: 20 }
/** Above the left column there is room for a heading. */
const column = { top: { left: 250, right: 96 }, bottom: 830, lineHeight: 18, gap: 9, turnX: { left: 274, right: 684 } }
const wordsX = { left: 252, right: 706 }
/** Regions whose words go to the left of the map; where the coast is to the east they go to the right. */
const leftCodes = new Set(['23', '20', '18', '17', '14', '06', '13', '07', '12'])
/** Where the line ends, for counties whose label point would send it across a neighbour. In units of the counties' box. */
const lineEnds: Record<string, [number, number]> = {
  '01': [262, 655],
  '03': [245, 622],
  '09': [281, 792],
  '08': [193, 846],
}

/**
 * Sweden's counties with a region's words beside each; on a phone with the counties' letters. A picture for the pointer, as
 * `SwedenMap`: the list beside it holds the same for everybody. Needs `MapOutlines` on the page.
 */
export function AtlasMap({ regions, description }: AtlasMapProps) {
  return (
    <div class="atlas-map">
      <p class="visually-hidden">{description}</p>
      <svg class="atlas-wide" viewBox={`0 0 ${wide.width} ${wide.height}`} aria-hidden="true">
        <g transform={`translate(${wide.left} ${wide.top}) scale(${wide.scale})`}>
          <Counties regions={regions} />
        </g>
        <Words regions={regions} />
      </svg>
      <svg class="atlas-narrow" viewBox="-46 -8 492 976" aria-hidden="true">
        <Counties regions={regions} />
        <Letters regions={regions} />
      </svg>
    </div>
  )
}

/** The outlines that the maps of a page draw: sent once, without colour, and drawn by `use`. */
export function MapOutlines() {
  return (
    <svg class="map-outlines" width="0" height="0" aria-hidden="true">
      <defs>
        {countyPaths.map(({ code, path }) => (
          <path key={code} id={`county-${code}`} d={path} />
        ))}
        <path id="map-land" d={landPath} />
        <path id="map-coast" d={coastPath} />
        <path id="map-borders" d={borderPath} />
        <path id="map-lakes" d={lakePath} />
        <UnreadHatch />
      </defs>
    </svg>
  )
}

function Counties({ regions }: Pick<AtlasMapProps, 'regions'>) {
  const byCode = new Map(regions.map((region) => [region.code, region]))
  return (
    <>
      <use href="#map-land" class="land" />
      <use href="#map-coast" class="coast" />
      {countyPaths.map(({ code }) => {
        const region = byCode.get(code)
        const shape = <use href={`#county-${code}`} class={`county ${region?.className ?? 'fill-none'}`} />
        if (!region) return shape
        return (
          <a key={code} href={region.href} tabIndex={-1} data-region={code}>
            <title>{`${region.name}: ${region.note}`}</title>
            {shape}
          </a>
        )
      })}
      <use href="#map-borders" class="county-borders" />
      <use href="#map-lakes" class="lake" />
    </>
  )
}

const linesOf = ({ words }: AtlasRegion): string[] => (words ? wrapWords(words.text, { letters: 27, most: 3 }) : [])

function Words({ regions }: { regions: readonly AtlasRegion[] }) {
  const worded = new Map(regions.filter(({ words }) => words !== null).map((region) => [region.code, region]))
  const placed = placeLabels(
    countyPaths.flatMap(({ code, labelPoint }) => {
      const region = worded.get(code)
      if (!region) return []
      const [x, y] = lineEnds[code] ?? labelPoint
      const at = [wide.left + x * wide.scale, wide.top + y * wide.scale] as const
      return [{ code, at, side: leftCodes.has(code) ? 'left' : 'right', lineCount: 1 + linesOf(region).length }]
    }),
    column,
  )
  return (
    <g class="atlas-words">
      <path class="case" d={placed.map(leader).join('')} />
      {placed.map((label) => (
        <Label key={label.code} label={label} region={worded.get(label.code)!} />
      ))}
    </g>
  )
}

function Label({ label, region }: { label: PlacedLabel; region: AtlasRegion }) {
  const { at, side, y } = label
  const x = wordsX[side]
  return (
    <a href={region.href} tabIndex={-1} data-region={region.code}>
      <path d={leader(label)} />
      <circle cx={Math.round(at[0])} cy={Math.round(at[1])} r="3.4" />
      <text text-anchor={side === 'left' ? 'end' : undefined} x={x} y={Math.round(y) + 5}>
        {region.name}
        {linesOf(region).map((line) => (
          <tspan key={line} x={x} dy="18" lang={region.words!.lang}>
            {line}
          </tspan>
        ))}
      </text>
    </a>
  )
}

function leader({ at: [x, y], side, y: labelY }: PlacedLabel): string {
  const from = side === 'left' ? wordsX.left + 6 : wordsX.right - 6
  return `M${from} ${Math.round(labelY)}H${column.turnX[side]}L${Math.round(x)} ${Math.round(y)}`
}

function Letters({ regions }: { regions: readonly AtlasRegion[] }) {
  const byCode = new Map(regions.map((region) => [region.code, region]))
  return (
    <g class="atlas-letters">
      {countyPaths.map(({ code, labelPoint: [x, y] }) => (
        <text key={code} x={x} y={y + 7}>
          {byCode.get(code)?.letters}
        </text>
      ))}
    </g>
  )
}
