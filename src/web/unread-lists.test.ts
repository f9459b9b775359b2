import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../cli/command.ts'
import { evidenceCommand } from '../cli/evidence-command.ts'
import { insightsCommand } from '../cli/insights-command.ts'
import { matchCommand } from '../cli/match-command.ts'
import { makeTestIo } from '../cli/testing/test-io.ts'
import { shippedCubes } from '../evidence/testing/shipped-cubes.ts'
import { readAddresses } from './http/testing/served-addresses.ts'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'

/** The region whose list of 2022 is known to exist though nobody has read its areas. */
const slug = 'vasterbotten'
const name = 'Västerbotten'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
let addresses: string[]
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, cubes: shippedCubes })
  const questions = [
    '/?farg=belagg',
    '/en?colour=evidence',
    `/foretag?om=Vi+bygger+hus&plats=${slug}`,
    `/en/company?about=We+build+houses&place=${slug}`,
    `/matchning?region=${slug}`,
    `/en/matching?region=${slug}`,
    `/tabell?region=${slug}`,
    `/en/table?region=${slug}`,
    `/skarningar?region=${slug}`,
    `/en/intersections?region=${slug}`,
    `/jamfor?region=${slug}&region=dalarna`,
    `/en/compare?region=${slug}&region=dalarna`,
    `/region/${slug}/bekrafta?gor=bekrafta&dag=2026-11-05&roll=regionstyrelse`,
    '/kalla/vasterbotten-namnden-2022',
    '/en/source/vasterbotten-namnden-2022',
  ]
  const own = (await readAddresses(site)).map((path) => path.replaceAll(/(?<=[/=])(?:varmland|norrbotten)(?=$|[/?&])/g, slug))
  addresses = [...new Set([...questions, ...own])].filter((path) => !path.startsWith('/assets/') && !/datum=|date=/.test(path))
})
afterAll(() => registry.close())

/** What may not be said of a list that nobody has read. */
const untruths =
  /\b0 (?:prioriterade )?områden|\b0 (?:priority )?areas|\binga (?:prioriterade )?områden|\bno (?:priority )?areas\b|inget (?:valt |av )?område|no (?:chosen )?area\b|none of (?:the|its) areas|ingen ännu|nobody yet|samma ord|same words|ingen nyare lista|no newer list|0 liknande|0 similar|stämmer med valet|fits the choice|bara en del av listan|only part of the list|ingen lista gällde|no list was in force/i

/** The legend of a diagram, which explains colours and says nothing of a list. */
const legend = /^(?:En rad visar vad som blev av|A row shows what became of) /

/** The text of a page in pieces: rows, items, paragraphs, headings and titles of figures. */
const piecesOf = (html: string): string[] =>
  html
    .replaceAll(/<(?:script|style|select)\b.*?<\/(?:script|style|select)>/gs, '')
    .replaceAll(/<(?!\/?(?:a|span|strong|em|time|abbr|q|td|th|dd|dt|rect|svg|br|h3)\b)[^>]*>/g, '\n')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((piece) => piece.replaceAll(/\s+/g, ' ').trim())

describe('a list that is known to exist though nobody has read it', () => {
  test('is on no page said to be empty, unchanged, or without what nobody knows', async () => {
    const faults: string[] = []
    let named = 0
    for (const path of addresses) {
      const response = await site.app.request(`http://localhost${path}`)
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue
      const pieces = piecesOf(await response.text())
      const isOwn = path.includes(slug) && !/^\/(?:en\/)?(?:jamfor|compare|history|historik)/.test(path)
      const about = isOwn ? pieces : pieces.filter((piece) => piece.includes(name))
      if (about.length > 0) named += 1
      faults.push(
        ...about.filter((piece) => untruths.test(piece) && !legend.test(piece)).map((piece) => `${path}: ${piece.slice(0, 160)}`),
      )
    }
    expect(faults).toEqual([])
    expect(named).toBeGreaterThan(30)
  })

  test('is not in the group of repeated or unchanged lists, and has a mark of its own on every map', async () => {
    const changes = piecesOf(await (await site.app.request('http://localhost/andrat')).text())
    const heading = changes.findLastIndex(
      (piece, at) => at < changes.findLastIndex((one) => one.startsWith(name)) && piece.startsWith('Listor som'),
    )
    expect(changes[heading]).toBe('Listor som inte är lästa')
    for (const path of [
      '/',
      '/en',
      '/?farg=andrat',
      '/?farg=belagg',
      '/?farg=tema&tema=energi',
      '/tema/energi',
      '/en/theme/energy',
    ]) {
      const html = await (await site.app.request(`http://localhost${path}`)).text()
      const drawn = html.split('data-region="24"').map((part) => part.slice(-60) + part.slice(0, 200))
      expect([path, drawn.some((around) => around.includes('class="county fill-unknown"'))]).toEqual([path, true])
    }
  })

  test('has no lines to it in the region’s history, which says why', async () => {
    for (const [path, words] of [
      [`/region/${slug}`, 'Områdena i listan 2022-05-25 är inte kända.'],
      [`/en/region/${slug}`, 'The areas of the list of 2022-05-25 are not known.'],
    ] as const)
      expect(await (await site.app.request(`http://localhost${path}`)).text()).toContain(words)
  })

  test('has no number of areas in data, and says that they are unknown', async () => {
    const read = async (path: string) => (await site.app.request(`http://localhost/api/v1/${path}`)).text()
    const json = async (path: string) => JSON.parse(await read(path)) as Record<string, unknown>
    expect(await json(`regions/${slug}`)).toMatchObject({ current: { areasKnown: 'unknown', priorities: [] } })
    expect(await json(`regions/${slug}/evidence`)).toMatchObject({ areasKnown: 'unknown', notChosen: [] })
    expect(await json('changes?from=2018-01-31&to=2026-11-27')).toMatchObject({
      changes: expect.arrayContaining([
        expect.objectContaining({ outcome: 'unread', owner: expect.objectContaining({ slug }) as unknown }),
      ]) as unknown,
    })
    expect(await json(`match/company?about=Vi+bygger+hus&place=${slug}`)).toMatchObject({ ownAreasKnown: 'unknown' })
    const row = (await read('tables/regions.csv')).split('\n').find((line) => line.includes('vasterbotten-2022'))
    expect(row?.trim()).toMatch(/vasterbotten-2022,2022-05-25,,$/)
  })

  test.each<[string, Command, string[], string]>([
    ['evidence', evidenceCommand, [slug], 'Regionens områden är inte kända här'],
    ['insights', insightsCommand, [], 'den nyare listan är inte läst'],
    [
      'a company',
      matchCommand,
      ['company', 'Vi bygger hus', '--place', 'Umeå'],
      'Vilka områden regionen har valt nu är inte känt.',
    ],
    ['partners', matchCommand, ['region', slug], '(områdena är inte kända)'],
  ])('is called unknown at the command line: %s', async (_, command, args, words) => {
    const folder = mkdtempSync(join(tmpdir(), 'spets-unread-'))
    const io = makeTestIo({ SPETS_DATA: folder, SPETS_LANG: 'sv' })
    expect(await command.run(args, io)).toBe(0)
    expect(io.out()).toContain(words)
    if (command !== insightsCommand) expect(io.out()).not.toMatch(untruths)
    rmSync(folder, { recursive: true, force: true })
  })
})
