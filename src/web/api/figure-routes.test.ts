import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedCubes } from '../../evidence/testing/shipped-cubes.ts'
import { clock, openTestRegistry } from '../http/testing/test-registry.ts'
import type { TestRegistry } from '../http/testing/test-registry.ts'
import { makeSite } from '../main.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, cubes: shippedCubes })
})
afterAll(() => registry.close())

const ask = (path: string) => site.app.request(`http://localhost/api/v1/${path}`)

describe('a figure as a file', () => {
  test('is a picture with heading and source, in the language asked for', async () => {
    const response = await ask('regions/norrbotten/figures/areas.svg?lang=en')
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="spets-areas-2026-11-27.svg"')
    const svg = await response.text()
    expect(svg).toMatch(/^<svg xmlns=[^]*<\/svg>\n$/)
    expect(svg).toContain('One of four measurable areas has clear backing in the occupations. One is measured field by field.')
    expect(svg).toContain('Source: Statistics Sweden (SCB)')
  })

  test('is the rows behind it, for programs and for Excel in Swedish', async () => {
    const machine = await (await ask('regions/norrbotten/figures/not-chosen.csv')).text()
    expect(machine.split('\r\n').slice(0, 2)).toEqual([
      'occupation,ssyk,employees,quotient,lower,upper,first_quotient',
      expect.stringMatching(/^Fiskare,6222,76,6\.38\d+,/),
    ])
    const excel = await (await ask('regions/norrbotten/figures/not-chosen.csv?variant=excel')).text()
    expect(excel).toMatch(/^Yrke;SSYK;Anställda;Kvot;/)
    expect(excel).toMatch(/;76;6,38\d+;/)
  })

  test('follows the year, the threshold and the rule that its page was asked for', async () => {
    const rows = async (query: string) =>
      (await (await ask(`regions/norrbotten/figures/not-chosen.csv${query}`)).text()).split('\r\n').length
    expect(await rows('?threshold=2')).toBeLessThan(await rows(''))
    expect(await (await ask('regions/norrbotten/figures/areas.svg?year=2017')).text()).toContain('2014–2017')
  })

  test.each([
    'priorities/vasternorrland-2018-skog/figures/axis.svg',
    'insights/figures/left-out.svg',
    'insights/figures/taken-up.csv',
  ])('%s is there', async (path) => {
    expect((await ask(path)).status).toBe(200)
  })
})

describe('refused in plain words:', () => {
  test.each([
    ['regions/norrbotten/figures/nothing.svg', 404, 'areas.svg, areas.png, areas.csv'],
    ['regions/norrbotten/figures/areas.gif', 404, 'There is no such figure here'],
    ['regions/norrbotten/figures/..%2Fareas.svg', 404, 'There is no such figure here'],
    ['regions/atlantis/figures/areas.svg', 404, 'atlantis'],
    ['regions/norrbotten/figures/areas.svg?year=1999', 400, '2014'],
    ['regions/norrbotten/figures/areas.svg?threshold=7', 400, 'threshold'],
  ])('%s: %i', async (path, status, words) => {
    const response = await ask(path)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(words)
  })
})
