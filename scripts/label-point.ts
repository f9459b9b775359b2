import type { Position } from 'geojson'

type Point = [number, number]

const rounds = 3
const steps = 24

/** A name is wider than it is high, so room to the sides counts this much more than room above and below. */
const widthToHeight = 2.5

/**
 * The point inside a polygon that is farthest from its edges, room to the sides counted as scarcer. Found by trying a
 * grid of points, then finer grids around the best one. Deterministic; exact to a fraction of a unit.
 */
export function findLabelPoint(polygon: Position[][]): [number, number] {
  const stretched = polygon.map((ring) => ring.map(([x, y]): Point => [x!, y! * widthToHeight]))
  const [xs, ys] = [0, 1].map((axis) => stretched[0]!.map((point) => point[axis]!)) as [number[], number[]]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  let reach: Point = [(right - left) / 2, (bottom - top) / 2]
  let best: Point = [left + reach[0], top + reach[1]]
  for (let round = 0; round < rounds; round++) {
    best = findBest(stretched, { middle: best, reach })
    reach = [(reach[0] * 2) / steps, (reach[1] * 2) / steps]
  }
  return [best[0], best[1] / widthToHeight]
}

/** Whether a point is inside a polygon and outside its holes. */
export function isInside(polygon: Position[][], point: Position): boolean {
  return polygon.reduce((inside, ring) => inside !== crosses(ring, point), false)
}

function findBest(polygon: Point[][], { middle: [x, y], reach: [width, height] }: { middle: Point; reach: Point }): Point {
  let best: Point = [x, y]
  let bestRoom = roomAt(polygon, best)
  for (let row = 0; row <= steps; row++) {
    for (let column = 0; column <= steps; column++) {
      const point: Point = [x + width * ((2 * column) / steps - 1), y + height * ((2 * row) / steps - 1)]
      const room = roomAt(polygon, point, bestRoom)
      if (room > bestRoom) [best, bestRoom] = [point, room]
    }
  }
  return best
}

/** The squared distance from a point inside to the nearest edge, below 0 outside; gives up early below `atLeast`. */
function roomAt(polygon: Point[][], point: Point, atLeast = -1): number {
  if (!isInside(polygon, point)) return -1
  let room = Infinity
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++) {
      room = Math.min(room, squaredDistance(point, ring[i - 1]!, ring[i]!))
      if (room < atLeast) return room
    }
  }
  return room
}

function squaredDistance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
  return (x - x1 - along * dx) ** 2 + (y - y1 - along * dy) ** 2
}

/** Whether a ray to the right from the point crosses the ring an odd number of times. */
function crosses(ring: Position[], [x, y]: Position): boolean {
  let isOdd = false
  for (let i = 0; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i] as Point, ring[(i + 1) % ring.length] as Point]
    if (y1 > y! !== y2 > y! && x! < x1 + ((y! - y1) * (x2 - x1)) / (y2 - y1)) isOdd = !isOdd
  }
  return isOdd
}
