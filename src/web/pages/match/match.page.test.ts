import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleRows, statisticsOf } from '../../../matching/testing/sample-statistics.ts'
import { makeSite } from '../../main.ts'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import type { Language } from '../../../records/language.ts'
import { shippedThesaurus } from '../../../thesaurus/testing/shipped-thesaurus.ts'

const { themes } = shippedThesaurus

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
})
afterAll(() => registry.close())

const ask = (path: string) => site.app.request(`http://localhost${path}`)
const read = async (path: string) => (await (await ask(path)).text()).replaceAll('&amp;', '&').replaceAll('\u00a0', ' ')
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const sevenThemes = (lang: Language) =>
  themes
    .slice(0, 7)
    .map(({ id, slugEn }) => (lang === 'sv' ? `tema=${id}` : `theme=${slugEn}`))
    .join('&')

describe('the group finder', () => {
  test.each([
    ['/matchning', 'sv', 'Ni har valt 7 teman. Välj högst 6 och sök igen.'],
    ['/en/matching', 'en', 'You have chosen 7 themes. Choose at most 6 and search again.'],
  ] as const)('%s keeps the form when too many themes are chosen, and says so by the field', async (path, lang, words) => {
    const response = await ask(`${path}?${sevenThemes(lang)}`)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(plain(html)).toContain(words)
    expect(html.match(/type="checkbox"[^>]*checked/g)).toHaveLength(7)
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="group-problem"/)
  })

  test.each([
    ['tema=finns-inte', '”finns-inte” är inget tema.'],
    ['tema=energi&antal=9', 'En grupp har 3, 4 eller 5 regioner.'],
    ['tema=energi&med=atlantis', '”atlantis” är ingen region.'],
    ['antal=3&med=', 'Kryssa för minst ett tema.'],
  ])('asked %s, says what is wrong in the language of the page', async (query, words) => {
    expect(plain(await read(`/matchning?${query}`))).toContain(words)
  })

  test('has a region of its own, beside the page’s; each form keeps what the other asks', async () => {
    const html = await read('/matchning?region=kronoberg&tema=energi&tema=livsmedel&antal=4&med=skane&datum=2026-01-01')
    const [regionForm, groupForm] = ['#svar', '#group'].map(
      (anchor) => html.match(new RegExp(`<form[^>]*action="/matchning${anchor}".*?</form>`, 's'))![0],
    )
    for (const [name, value] of [
      ['tema', 'energi'],
      ['tema', 'livsmedel'],
      ['antal', '4'],
      ['med', 'skane'],
      ['datum', '2026-01-01'],
    ])
      expect(regionForm).toContain(`<input type="hidden" name="${name}" value="${value}"/>`)
    expect(groupForm).toContain('<input type="hidden" name="region" value="kronoberg"/>')
    expect(groupForm).toContain('<input type="hidden" name="datum" value="2026-01-01"/>')
    expect(groupForm).toMatch(/<select id="group-region" name="med">/)
    expect(groupForm).toMatch(/<option[^>]*value="skane"[^>]*selected|<option[^>]*selected[^>]*value="skane"/)
  })

  test('lets any regions take part when that is chosen', async () => {
    const html = await read('/matchning?region=kronoberg&tema=rymd-och-flyg&antal=3&med=')
    const [select] = html.match(/<select id="group-region".*?<\/select>/s)!
    expect(select).not.toContain('selected')
    const groups = plain(html.slice(html.indexOf('Grupper som passar'), html.indexOf('Börja med de här')))
    expect(groups.match(/Kronoberg ·|· Kronoberg/g)?.length ?? 0).toBeLessThan(6)
  })

  test('answers first when it has been asked', async () => {
    const html = await read('/matchning?region=kronoberg&tema=energi')
    expect(html.indexOf('Grupper som passar')).toBeGreaterThan(0)
    expect(html.indexOf('Grupper som passar')).toBeLessThan(html.indexOf('Börja med de här'))
  })

  test('names the neighbours of a group', async () => {
    const text = plain(await read('/matchning?tema=energi&tema=livsmedel&antal=5&med=dalarna'))
    expect(text).toMatch(/[A-ZÅÄÖ]\S+(?: \S+)?–[A-ZÅÄÖ]\S+(?: \S+)? gränsar till varandra\./)
    expect(text).not.toContain('par grannar')
  })

  test('has the same question in the other language', async () => {
    const html = await read('/matchning?region=kronoberg&tema=energi&med=skane&antal=4')
    expect(html).toContain('href="/en/matching?region=kronoberg&theme=energi&with=skane&size=4"')
  })
})

describe('partners', () => {
  test('on a day of which nothing is known is a plain message', async () => {
    const response = await ask('/matchning?region=kronoberg&datum=1995-01-01')
    expect(response.status).toBe(200)
    expect(plain(await response.text())).toContain('Registret har inga områden som gäller 1995-01-01.')
  })

  test('are three named regions with their reasons; all others are folded', async () => {
    const html = await read('/matchning?region=dalarna')
    const named = html.slice(html.indexOf('class="named-proposals"'), html.indexOf('other-proposals'))
    const names = [...named.matchAll(/<h3><a href="\/region\/[^"]+">([^<]+)/g)].map(([, name]) => name!)
    expect(names).toHaveLength(3)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'sv')))
    expect(plain(named)).toMatch(/Liknande val .*Båda gäller/)
    expect(html.slice(html.indexOf('other-proposals')).match(/<details class="proposal"/g)!.length).toBe(17)
    const [finding] = html.match(/<h2>Dalarna har mest att tala om med [^<]+/)!
    for (const name of names) expect(finding).toContain(name)
  })

  test('of a region that is not there is told in the language of the page', async () => {
    const response = await ask('/matchning?region=atlantis')
    expect(response.status).toBe(404)
    expect(plain(await response.text())).toContain('”atlantis” är ingen region.')
  })

  test('on paper, the question is printed in words', async () => {
    const html = await read('/matchning?region=kronoberg&tema=energi&tema=livsmedel&antal=4&med=skane')
    const [, question] = html.match(/<p class="print-only">(.*?)<\/p>/)!
    expect(question).toMatch(
      /^Region: Kronoberg · Teman: Energi.* och Livsmedel.* · Antal regioner: 4 · Med: Skåne · Läget den: 2026-11-27$/,
    )
  })

  test('may be asked for by any code of the region', async () => {
    for (const code of ['07', 'SE212', 'SE-G']) {
      const { status, headers } = await ask(`/matchning?region=${code}`)
      expect([status, headers.get('location')]).toEqual([308, '/matchning?region=kronoberg'])
    }
  })
})

describe('the API', () => {
  const problemOf = async (path: string) => {
    const response = await ask(`/api/v1/match/${path}`)
    return [response.status, ((await response.json()) as { detail: string }).detail] as const
  }

  test.each([
    ['groups', 400, 'Name one to six themes'],
    ['groups?themes=', 400, 'Name one to six themes'],
    ['groups?themes=finns-inte', 400, '«finns-inte» is no theme’s id'],
    [
      `groups?themes=${themes
        .slice(0, 7)
        .map(({ id }) => id)
        .join()}`,
      400,
      'At most 6 themes',
    ],
    ['groups?themes=energi&region=atlantis', 404, '«atlantis» is not the slug or code of a region'],
    ['regions/atlantis', 404, '«atlantis» is not the slug or code of a region'],
    ['regions/kronoberg?date=1995-01-01', 404, 'The registry has no regions on 1995-01-01'],
  ])('%s is refused plainly', async (path, status, words) => {
    const [found, detail] = await problemOf(path)
    expect([found, detail]).toEqual([status, expect.stringContaining(words)])
  })

  test('gives numbers to three decimals', async () => {
    for (const path of ['regions/SE212', 'groups?themes=energi,livsmedel&size=4']) {
      const response = await ask(`/api/v1/match/${path}`)
      expect(response.status).toBe(200)
      expect((await response.text()).match(/:\d+\.\d{4,}/g)).toBeNull()
    }
  })
})

describe('with statistics', () => {
  const statistics = statisticsOf(sampleRows)
  let informed: ReturnType<typeof makeSite>
  beforeAll(() => {
    informed = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, statistics })
  })
  const readInformed = async (path: string) => plain(await (await informed.app.request(`http://localhost${path}`)).text())

  test('regions of a like structure are shown, and industries that one brings, with why and by what table', async () => {
    const html = await readInformed('/matchning?region=varmland')
    expect(html).toContain('Regioner med liknande struktur')
    expect(html).toContain('Anställda, påhittade (2025)')
    expect(html).toMatch(/16 regioner finns inte i tabellen: Blekinge, .* och Östergötland\./)
    expect(html).toMatch(/Dalarna .{0,40}Båda har mer än riket av .*17 Pappers/)
    expect(html).toContain('Verksamheter som Örebro är stark i och ni inte')
    expect(html).toMatch(/24 Stål- och metallframställning .*intill/)
    expect(await readInformed('/en/matching?region=varmland')).toContain('Activities that Örebro is strong in and you are not')
  })

  test('the API says the same, and a region outside the table has none', async () => {
    const peers = (await (await informed.app.request('http://localhost/api/v1/match/regions/varmland/peers')).json()) as {
      peers: { region: { name: string } }[]
    }
    expect(peers.peers.map(({ region }) => region.name)).toEqual(
      ['Dalarna', 'Örebro', 'Skåne', 'Stockholm'].toSorted((a, b) => a.localeCompare(b, 'sv')),
    )
    expect(await readInformed('/matchning?region=gotland')).toContain('Tabellen säger inget om den här regionen.')
  })

  test('without a table nothing of it is shown, and the answer has another name', async () => {
    expect(plain(await read('/matchning?region=varmland'))).not.toContain('liknande struktur')
    const [one, other] = await Promise.all([ask('/matchning'), informed.app.request('http://localhost/matchning')])
    expect(one.headers.get('etag')).not.toBe(other.headers.get('etag'))
  })
})

test('partners for an area are asked for in the address, in both languages', async () => {
  const sv = plain(await read('/matchning?omrade=norrbotten-2021-energiteknik'))
  expect(sv).toContain('Partner för Energiteknik')
  expect(sv).toContain('Skulle ta med sig')
  expect(plain(await read('/en/matching?area=norrbotten-2021-energiteknik'))).toContain('Would bring')
})

describe('regions by themes', () => {
  const rowNames = (html: string) =>
    [...html.slice(html.indexOf('class="matrix"')).matchAll(/<th scope="row"><a [^>]*>([^<]+)/g)].map(([, name]) => name!)
  const rowOf = (html: string, name: string) => html.match(new RegExp(`<tr><th scope="row"><a [^>]*>${name}<.*?</tr>`))![0]

  test('lead from a filled square to the area, and say nothing of a list that is not read', async () => {
    const html = await read('/matchning')
    expect(rowNames(html)).toHaveLength(21)
    expect(rowOf(html, 'Norrbotten')).toMatch(/href="\/prioritet\/norrbotten-2021-energiteknik" title="Energi: Energiteknik"/)
    expect(rowOf(html, 'Västerbotten')).toContain('områdena är inte kända')
    expect(rowOf(html, 'Västerbotten')).not.toContain('is-chosen')
  })

  test('come in the order that is asked for', async () => {
    const byName = rowNames(await read('/matchning?ordning=namn'))
    expect(byName).toEqual(byName.toSorted((a, b) => a.localeCompare(b, 'sv')))
    const north = rowNames(await read('/matchning?ordning=norr'))
    expect([north[0], north.at(-1)]).toEqual(['Norrbotten', 'Skåne'])
    const html = await read('/en/matching?order=energy')
    const has = rowNames(html).map((name) => rowOf(html, name).includes('title="Energy:'))
    const count = has.filter(Boolean).length
    expect(count).toBeGreaterThan(5)
    expect(has).toEqual(has.map((_, at) => at < count))
  })

  test('the network answers as data and as a picture, with a region’s own ties lit', async () => {
    const network = (await (await ask('/api/v1/match/network')).json()) as {
      regions: { code: string; themes: unknown[] }[]
      ties: { regionCodes: string[]; alike: number }[]
    }
    expect(network.regions).toHaveLength(21)
    const ofDalarna = network.ties.filter(({ regionCodes }) => regionCodes.includes('20'))
    const svg = await (await ask('/api/v1/match/figures/network.svg?region=dalarna')).text()
    expect(svg.match(/c-tie c-tie-lit"/g)).toHaveLength(3)
    expect(svg.match(/class="c-tie"/g)!.length).toBeGreaterThanOrEqual(ofDalarna.length - 3)
    expect(svg).not.toContain('<a ')
    const csv = await (await ask('/api/v1/match/figures/network.csv?region=dalarna')).text()
    expect(csv.trim().split(/\r?\n/)).toHaveLength(1 + ofDalarna.length)
  })
})
