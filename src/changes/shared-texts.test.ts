import { describe, expect, test } from 'vitest'
import type { RecordVersion } from '../records/record.ts'
import { shippedVersions } from '../snapshot/testing/shipped-snapshot.ts'
import { area, at, region, strategy, versionsOf } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
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

const list = strategy('lista', '03')
/** What sharing makes of a version when the texts that are shared are written in capitals, so that they can be told apart. */
function shared(sketch: Sketch): RecordVersion {
  const versions = versionsOf([sketch])
  makeTextSharing(new CapitalTexts())(versions)
  return versions[0]!
}
class CapitalTexts extends Map<string, string> {
  override get(text: string): string {
    return text.toUpperCase()
  }
}

describe('the texts that are shared', () => {
  const { recordedAt, recordedBy, validFrom, validTo, changeNote, body, recordId, source } = shared(
    area('skog', list, { to: '2020-01-01', note: 'en anteckning', source: at('bilden'), body: { displayLabel: 'Skog' } }),
  )
  test('are those around the body that versions have in common, not the id', () => {
    expect([changeNote, recordedBy === recordedBy.toUpperCase(), recordId]).toEqual(['EN ANTECKNING', true, 'skog'])
    expect([recordedAt, validFrom, validTo]).toEqual([expect.any(String), '2015-01-01', '2020-01-01'])
  })
  test('are those of the body, at every depth', () => {
    expect(body).toMatchObject({ displayLabel: 'SKOG', strategyId: 'LISTA', owner: { kind: 'REGION', id: '03' } })
    const { body: ofRegion } = shared(region('03', 'Alvik', { body: { nameVariants: ['Alvika'] } })) as RecordVersion<'region'>
    expect([ofRegion.nameVariants, ofRegion.populations]).toEqual([['ALVIKA'], [{ year: 2024, persons: 1000 }]])
  })
  test('are not those of a source, which is shared as a whole', () => {
    expect(source).toEqual({ sourceId: 'bilden', line: null, page: null, url: null })
  })
  test.each([
    [60, true],
    [61, false],
  ])('of %i characters: %s', (length, isShared) => {
    const label = 'x'.repeat(length)
    const { body: ofArea } = shared(area('skog', list, { body: { displayLabel: label } })) as RecordVersion<'priorityArea'>
    expect(ofArea.displayLabel === label.toUpperCase()).toBe(isShared)
  })
  test('are found once and remembered', () => {
    const texts = new Map<string, string>()
    makeTextSharing(texts)(versionsOf([area('a', list), area('b', list)]))
    expect(texts.get('lista')).toBe('lista')
    expect([...texts].every(([text, one]) => text === one)).toBe(true)
  })
  test('are not looked up when the version before of the kind has the same around its body', () => {
    const asked: string[] = []
    class Watched extends Map<string, string> {
      override get(text: string) {
        asked.push(text)
        return super.get(text)
      }
    }
    const note = 'samma anteckning'
    makeTextSharing(new Watched())(
      versionsOf([area('a', list, { note }), strategy('annan', '03', { note }), area('b', list, { note }), area('c', list)]),
    )
    // Once for each of the two kinds.
    expect(asked.filter((text) => text === note)).toHaveLength(2)
  })
})
