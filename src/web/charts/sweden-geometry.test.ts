import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { isInside } from '../../../scripts/label-point.ts'
import { getShippedFacts } from '../../sources/facts/shipped-facts.ts'
import { borderPath, coastPath, countyPaths, viewBox } from './sweden-geometry.ts'

const byCode = new Map(countyPaths.map((county) => [county.code, county]))

/** The places that a path in relative steps goes through, one list for each subpath. */
function pointsOf(path: string): Position[][] {
  return path
    .split('M')
    .slice(1)
    .map((subpath) => {
      const numbers = subpath.match(/-?(?:\d+\.\d+|\d+|\.\d+)/g)!.map(Number)
      let [x, y] = [0, 0]
      return Array.from({ length: numbers.length / 2 }, (_, index) => [
        (x += numbers[2 * index]!),
        (y += numbers[2 * index + 1]!),
      ])
    })
}

test('there is one county for each of the 21 regions, by code', () => {
  expect(countyPaths.map(({ code }) => code)).toEqual(getShippedFacts().regions.map(({ code }) => code))
})

test('every point lies in the box, in tenths, and the box is filled', () => {
  for (const { path } of countyPaths) expect(path).not.toMatch(/\.\d\d|NaN|undefined|e/)
  const points = countyPaths.flatMap(({ path }) => pointsOf(path).flat())
  const xs = points.map(([x]) => x!)
  const ys = points.map(([, y]) => y!)
  expect(Math.min(...xs)).toBeCloseTo(0, 0)
  expect(Math.min(...ys)).toBeCloseTo(0, 0)
  expect(Math.max(...xs)).toBeCloseTo(viewBox.width, 0)
  expect(Math.ceil(Math.max(...ys) - 0.05)).toBe(viewBox.height)
  expect(viewBox.height / viewBox.width).toBeCloseTo(2.4, 1)
})

test('every label stands inside its county', () => {
  for (const { code, path, labelPoint } of countyPaths) expect(isInside(pointsOf(path), labelPoint), code).toBe(true)
})

test('the areas hang together as the counties do', () => {
  const landAreas = new Map(getShippedFacts().regions.map((row) => [row.code, row.land_area_km2]))
  const { areaPx: jamtland } = byCode.get('23')!
  // Natural Earth's counties include the lakes; SCB's land area does not: so the unit is a little over.
  for (const { code, areaPx } of countyPaths) {
    const share = areaPx / jamtland / (landAreas.get(code)! / landAreas.get('23')!)
    expect(share, code).toBeGreaterThan(0.75)
    expect(share, code).toBeLessThan(1.35)
  }
})

test('the large islands are kept: Gotland, Öland, Orust and Tjörn', () => {
  expect(pointsOf(byCode.get('09')!.path).length).toBeGreaterThanOrEqual(2)
  expect(pointsOf(byCode.get('08')!.path)).toHaveLength(2)
  expect(pointsOf(byCode.get('14')!.path)).toHaveLength(3)
})

test('borders and outline are parted: together they are each county line once', () => {
  const corners = (path: string): number => pointsOf(path).flat().length
  expect(corners(borderPath)).toBeGreaterThan(500)
  expect(corners(coastPath)).toBeGreaterThan(1500)
  const all = countyPaths.reduce((sum, { path }) => sum + corners(path), 0)
  // A border is part of two counties' outlines, so counting it twice gives all corners but for where lines meet.
  expect(Math.abs(2 * corners(borderPath) + corners(coastPath) - all) / all).toBeLessThan(0.03)
})
