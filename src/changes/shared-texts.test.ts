import { expect, test } from 'vitest'
import { shippedVersions } from '../snapshot/testing/shipped-snapshot.ts'
import { makeTextSharing } from './shared-texts.ts'

test('what is shared is equal to what was read', () => {
  const [versions, before] = [shippedVersions(), shippedVersions()].map((all) => structuredClone(all))
  makeTextSharing()(versions!)
  expect(versions).toEqual(before)
})

test('versions of one source have one object for it, and those of another have another', () => {
  const versions = structuredClone(shippedVersions())
  const share = makeTextSharing()
  share(versions.slice(0, 100))
  share(versions.slice(100))
  const sources = versions.flatMap(({ source }) => source ?? [])
  const distinct = new Set(sources.map((source) => JSON.stringify(source)))
  expect(new Set(sources).size).toBe(distinct.size)
  expect(distinct.size).toBeLessThan(sources.length)
})
