import { countyPaths, viewBox } from './sweden-geometry.ts'

/**
 * A small Sweden with some counties coloured, drawn from the page's `MapOutlines`. Decorative: its words are beside it.
 */
export function MiniMap({ codes }: { codes: ReadonlySet<string> }) {
  return (
    <svg class="mini-map" viewBox={`0 0 ${viewBox.width} ${viewBox.height}`} aria-hidden="true">
      <use href="#map-coast" class="mini-ground" />
      {countyPaths
        .filter(({ code }) => codes.has(code))
        .map(({ code }) => (
          <use key={code} href={`#county-${code}`} />
        ))}
    </svg>
  )
}
