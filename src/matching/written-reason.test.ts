import { describe, expect, test } from 'vitest'
import { judgedCompanies } from '../coding/testing/judgement-files.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { findCompanyFit } from './company-fit.ts'
import type { AreaFit } from './company-fit.ts'

const snapshot = shippedSnapshot('2026-11-26')
const fits = (text: string, regionCode: string | null = null): AreaFit[] => {
  const { own, elsewhere } = findCompanyFit(snapshot, { text, regionCode, industry: null })
  return [...own, ...elsewhere]
}
const reasonOf = (text: string, regionCode: string, label: string): string | undefined =>
  fits(text, regionCode).find(({ area }) => area.displayLabel === label)?.reason.sv

describe('a word that the business and an area both write', () => {
  test('that is another form or a part is quoted as the area has it', () => {
    expect(reasonOf('Vi bygger trähus', '07', 'Trä och skog')).toBe('Ni skriver ”trähus”; området har ”Trä” i sitt namn.')
    expect(reasonOf('Entreprenör inom bygg', '20', 'Hållbart och hälsofrämjande byggande och boende')).toBe(
      'Ni skriver ”bygg”; området har ”byggande” i sitt namn.',
    )
  })

  test('of our translation is not said to be in the area’s own name', () => {
    expect(reasonOf('Vi bygger trähus', '07', 'Wood and furniture industries')).toBe(
      'Ni skriver ”trähus”; vår översättning av områdets namn har ”Trä”.',
    )
  })

  test('that is the same is said to be in the text that has it', () => {
    expect(fits('Elmia').map(({ reason }) => reason.sv)).toContain(
      'Ni skriver ”elmia”, som vår beskrivning av området också nämner.',
    )
  })

  test('such as “bygger”, which descriptions have in another sense, brings no area', () => {
    expect(
      fits('Entreprenör inom bygg', '25')
        .map(({ reason }) => reason.sv)
        .filter((one) => /har ”bygg(er|a)”/.test(one)),
    ).toEqual([])
  })
})

test('whatever a reason says is in a name, a translation or a description is there', () => {
  let quotes = 0
  for (const { text, regionCode } of [...judgedCompanies('tuning'), ...judgedCompanies('test')])
    for (const { area, reason } of fits(text, regionCode)) {
      const described = `${area.description?.sv ?? ''} ${area.description?.en ?? ''}`
      const places: [RegExp, string][] = [
        [/; området har (.*) i sitt namn/, area.displayLabel],
        [/^Ni skriver (.*), som området själv har i sitt namn/, area.displayLabel],
        [/; vår översättning av områdets namn har (.*)\./, area.translatedLabel ?? ''],
        [/; vår beskrivning av området har (.*)\./, described],
        [/^Ni skriver (.*), som vår beskrivning av området också nämner/, described],
      ]
      for (const [pattern, place] of places)
        for (const [, quoted] of (pattern.exec(reason.sv)?.[1] ?? '').matchAll(/”([^”]*)”/g)) {
          quotes++
          for (const word of quoted!.split(' ')) expect(place.toLowerCase(), reason.sv).toContain(word.toLowerCase())
        }
    }
  expect(quotes).toBeGreaterThan(30)
})
