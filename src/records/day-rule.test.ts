import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('no day is cut out of a moment in UTC: days are those of Sweden, from records/time.ts', () => {
  const own = 'src/records/time.ts'
  const files = globSync('src/**/*.{ts,tsx}').filter((path) => !/testing\/|\.test\.tsx?$/.test(path) && path !== own)
  const found = files.filter((path) =>
    /toISOString\(\)\s*\.(?:slice|substring|split)|(?:recordedAt|[mM]oment|[iI]nstant)\)?\.(?:slice|substring)\(0|getUTC(?:FullYear|Month|Date)|\.getFullYear\(/.test(
      readFileSync(path, 'utf8'),
    ),
  )
  expect(found).toEqual([])
  expect(files.length).toBeGreaterThan(400)
})
