/** A region's outline, as on the site's map: the region's code and SVG path data in relative steps. */
export interface CountyOutline {
  code: string
  path: string
}

export interface Point {
  x: number
  y: number
}

/** The rings of an outline in the units of its drawing. It reads what the map writes: `Mx,ylx,y x,y…z`, steps relative. */
export function ringsOf(path: string): Point[][] {
  return path
    .split('M')
    .filter(Boolean)
    .map((ring) => {
      const numbers = [...ring.matchAll(/-?\d*\.?\d+/g)].map(([text]) => Number(text))
      const points: Point[] = []
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        const [x, y] = [numbers[at]!, numbers[at + 1]!]
        const last = points.at(-1)
        points.push(last ? { x: last.x + x, y: last.y + y } : { x, y })
      }
      return points
    })
}

/** The smallest box around some rings. */
export function boxOf(rings: readonly (readonly Point[])[]): { x: number; y: number; w: number; h: number } {
  const xs = rings.flatMap((ring) => ring.map(({ x }) => x))
  const ys = rings.flatMap((ring) => ring.map(({ y }) => y))
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}
