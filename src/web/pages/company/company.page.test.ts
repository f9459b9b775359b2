import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSite } from '../../main.ts'
import { makeAnswerCache } from '../../http/answer-cache.ts'
import { makeAnswerer } from '../../http/app.ts'
import type { AppEnv } from '../../http/effects.ts'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
})
afterAll(() => registry.close())

const ask = (path: string, query: Record<string, string> = {}) =>
  site.app.request(`http://localhost${path}?${new URLSearchParams(query)}`)
const read = async (path: string, query: Record<string, string> = {}) =>
  (await (await ask(path, query)).text()).replaceAll('&amp;', '&').replaceAll('\u00a0', ' ')
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')

const send = async (path: string, fields: string[][]) =>
  site.app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

describe('a region whose list nobody has read', () => {
  test.each([
    ['/foretag', { om: 'Vi bygger trähus', plats: 'Umeå' }, 'Vilka områden Västerbotten har valt nu är inte känt här'],
    ['/en/company', { about: 'We build wooden houses', place: 'Umeå' }, 'Which areas Västerbotten has chosen now is not known'],
  ])('%s says that its areas are not known, with the source, and not that none is close', async (path, query, words) => {
    const html = await read(path, query as Record<string, string>)
    expect(plain(html)).toContain(words)
    expect(html).toContain('regionvasterbotten.se')
    expect(plain(html)).not.toMatch(/Inget av områdena som Västerbotten|None of the areas that Västerbotten/)
    expect(plain(html)).not.toMatch(/Här står regionens områden|where the region’s areas are stated/)
  })
})

describe('a description sent in a body', () => {
  const about = ['om', 'Vi bygger trähus med robotar']

  test('is answered as one in an address, and kept nowhere', async () => {
    const response = await send('/foretag', [about, ['plats', 'Växjö']])
    expect([response.status, response.headers.get('cache-control'), response.headers.get('etag')]).toEqual([
      200,
      'no-store',
      null,
    ])
    const sent = plain(await response.text())
    expect(sent).toContain('I Kronoberg')
    expect(sent).toContain('Vi läser er så här … stämmer det?')
  })

  test.each([
    ['application/json', 'ska skickas som'],
    ['multipart/form-data; boundary=x', 'ska skickas som'],
    ['', 'ska skickas som'],
  ])('as «%s» is refused in words, not answered as if nothing was written', async (type, words) => {
    const headers = new Headers(type === '' ? [] : [['content-type', type]])
    const body = new TextEncoder().encode('om=x')
    const response = await site.app.request('http://localhost/foretag', { method: 'POST', headers, body })
    expect([response.status, plain(await response.text())]).toEqual([400, expect.stringContaining(words)])
  })

  test('that is far too much is refused in the language of the page', async () => {
    const large = [['om', 'x'.repeat(20_000)]]
    const [swedish, english] = [await send('/foretag', large), await send('/en/company', large)]
    expect([swedish.status, english.status]).toEqual([413, 413])
    expect(plain(await swedish.text())).toContain('Högst 16 kB.')
    expect(plain(await english.text())).toContain('At most 16 kB.')
  })

  test('is in no address of the answer until a link is asked for', async () => {
    const addresses = (html: string) =>
      [...html.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, address]) => decodeURIComponent(address!))
    const without = await (await send('/foretag', [about, ['plats', 'Växjö']])).text()
    expect(addresses(without).filter((address) => /trähus|robotar/.test(address.replaceAll('+', ' ')))).toEqual([])
    const withLink = await (await send('/foretag', [about, ['plats', 'Växjö'], ['stryk', 'robotar'], ['lank', '1']])).text()
    const link = addresses(withLink).find((address) => /trähus/.test(address))
    expect(link).toContain('stryk=robotar')
    expect(
      plain(await (await site.app.request(`http://localhost${encodeURI(link!.replaceAll('&amp;', '&'))}`)).text()),
    ).toContain('I Kronoberg')
  })

  test('without the words that were struck out, which stay to be taken back', async () => {
    const [all, struck] = await Promise.all([
      send('/foretag', [about]).then((one) => one.text()),
      send('/foretag', [about, ['stryk', 'robotar']]).then((one) => one.text()),
    ])
    expect(all).toMatch(/name="stryk" value="robotar"(?! checked)/)
    expect(struck).toMatch(/name="stryk" value="robotar" checked|checked[^>]*value="robotar"/)
    const answer = (html: string) => plain(html).split('Vi läser er så här')[0]!
    expect(answer(all)).toContain('robotar')
    expect(answer(struck).replaceAll('Vi bygger trähus med robotar', '')).not.toContain('robotar')
  })

  test('of a word that was put right is about what is meant, which a link keeps', async () => {
    const put = [about, ['last', 'robotar'], ['menar', ''], ['last', 'trähus'], ['menar', 'vindkraft']]
    const html = await (await send('/foretag', [...put, ['lank', '1']])).text()
    expect(plain(html)).toMatch(/”trähus” Energi, Vindkraft/)
    expect(html).toContain('value="vindkraft"')
    expect(plain(html).split('Vi läser er så här')[0]).toContain('Ni skriver ”vindkraft”')
    expect(plain(html)).not.toContain('Ni skriver ”trähus”')
    expect(plain(html)).not.toContain('Vi läser högst 600 tecken')
    expect(decodeURIComponent(html)).toContain('last=trähus&amp;menar=vindkraft')
    const strange = await (await send('/foretag', [about, ['last', 'robotar'], ['menar', '<xyzzyx>']])).text()
    expect(strange).toContain('vi känner inte igen ”&lt;xyzzyx')
  })

  test('keeps the day, works in English, and is cut off when it is far too long', async () => {
    expect(plain(await (await send('/foretag', [about, ['datum', '1995-01-01']])).text())).toContain(
      'inga områden som gäller 1995-01-01',
    )
    expect(
      plain(
        await (
          await send('/en/company', [
            ['about', 'We build wooden houses'],
            ['place', 'Växjö'],
          ])
        ).text(),
      ),
    ).toContain('In Kronoberg')
    expect((await send('/foretag', [['om', 'x'.repeat(20_000)]])).status).toBe(413)
  })

  test('that fits nothing says so, why, and whom to turn to', async () => {
    const html = plain(
      await (
        await send('/foretag', [
          ['om', 'Frisörsalong'],
          ['sni', '96021'],
          ['plats', 'Växjö'],
        ])
      ).text(),
    )
    for (const words of ['Inget passar', 'behövs överallt', 'i Växjö kommun', 'Almi', 'Region Kronoberg'])
      expect(html).toContain(words)
  })
})

describe('what a company writes', () => {
  test('is kept nowhere on the way, and is not for robots', async () => {
    for (const query of [{ om: 'Vi bygger trähus' }, { plats: 'Växjö' }, { sni: '16.233' }]) {
      const response = await ask('/foretag', query as unknown as Record<string, string>)
      expect([response.headers.get('cache-control'), response.headers.get('etag')]).toEqual(['no-store', null])
      expect(await response.text()).toContain('<meta name="robots" content="noindex"/>')
    }
  })

  test('nor in the server, which otherwise keeps answers for the next reader', async () => {
    const cache = makeAnswerCache()
    const answer = makeAnswerer({ cache })
    const app = new Hono<AppEnv>().get('/:kind', (c) =>
      answer(c, { body: 'Ni', type: 'text/plain', etag: '1', madeAt: null, isPrivate: c.req.param('kind') === 'private' }),
    )
    for (const kind of ['private', 'public']) await app.request(`http://localhost/${kind}`)
    expect([cache.get('/private') === null, cache.get('/public') === null]).toEqual([true, false])
  })

  test('but the empty form is a page like any other', async () => {
    const response = await ask('/foretag')
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(await response.text()).not.toContain('noindex')
  })

  test('is read to its 600th character, and what is left out is told', async () => {
    const long = `Vi bygger trähus ${'och mer '.repeat(90)}`
    expect(plain(await read('/foretag', { om: long }))).toContain('Vi läser högst 600 tecken.')
    expect(plain(await read('/foretag', { om: 'Vi bygger trähus' }))).not.toContain('högst 600')
  })

  test('with lines counts as the browser counts it', async () => {
    const lines = 'Vi bygger trähus\r\n'.repeat(35).trim()
    expect(lines.replaceAll('\r\n', '\n').length).toBeLessThan(600)
    expect(lines.length).toBeGreaterThan(600)
    expect(plain(await read('/foretag', { om: lines }))).not.toContain('högst 600')
  })
})

describe('the place', () => {
  test('may be a locality, and the page says what it lies in', async () => {
    const html = plain(await read('/foretag', { om: 'Vi driver hotell', plats: 'Sveg' }))
    expect(html).toContain('Sveg ligger i kommunen Härjedalen, Jämtlands län.')
  })

  test('that is misspelt leads to the right one by a button that asks again', async () => {
    const html = await read('/foretag', { om: 'Vi driver hotell', plats: 'Vizby' })
    expect(plain(html)).toContain('Vi känner inte till ”Vizby”. Menade ni Visby?')
    expect(html).toMatch(/<button type="submit" form="company-form" name="plats" value="Visby"/)
    const again = await send('/foretag', [
      ['om', 'Vi driver hotell'],
      ['plats', 'Vizby'],
      ['plats', 'Visby'],
    ])
    expect(plain(await again.text())).toContain('I Gotland')
  })

  test('of which there are several is asked about', async () => {
    const html = plain(await read('/foretag', { om: 'Vi driver hotell', plats: 'Åby' }))
    expect(html).toContain('”Åby” finns på flera håll. Menar ni Åby i Norrköping eller Åby i Växjö?')
  })

  test('that nobody knows is said to be unknown, in the language of the page', async () => {
    expect(plain(await read('/en/company', { about: 'We run a hotel', place: 'Atlantis' }))).toContain(
      'We do not know “Atlantis”. Write a Swedish town, municipality or county.',
    )
  })
})

describe('the answer', () => {
  test('comes before the form, which is folded away with what was written', async () => {
    const html = await read('/foretag', { om: 'Vi bygger trähus', plats: 'Växjö' })
    expect(html).toMatch(/<details class="fold no-print"><summary>Ändra beskrivningen<\/summary><form[^>]*#svar/)
    expect(html).toMatch(/<h1 id="svar">/)
    expect(html).toMatch(/<textarea[^>]*>Vi bygger trähus<\/textarea>/)
  })

  test('leads to the region’s page and to where its areas are stated', async () => {
    const html = await read('/foretag', { om: 'Vi bygger trähus', plats: 'Växjö' })
    expect(html).toMatch(/<a href="\/region\/kronoberg">Allt om Kronoberg/)
    expect(html).toMatch(/Här står regionens områden: <a href="https:\/\//)
  })

  test('says which list of clusters it knows, and why each is shown', async () => {
    const html = plain(await read('/foretag', { om: 'Vi bygger robotar och automation', plats: 'Västerås' }))
    expect(html).toContain('Vi känner bara till de kluster som var med i S3-piloten 2018–2021.')
    expect(html).toContain('Arbetar med AI, automation och autonoma system, som ni skriver om. Ligger i er region.')
  })

  test('keeps the chosen day when it is asked again', async () => {
    const html = await read('/foretag', { om: 'Vi bygger trähus', datum: '2019-01-01' })
    expect(html).toMatch(/<form class="company-form"[^>]*><input type="hidden" name="datum" value="2019-01-01"\/>/)
  })

  test('on a day of which nothing is known is a plain message', async () => {
    expect(plain(await read('/foretag', { om: 'Vi bygger trähus', datum: '1995-01-01' }))).toContain(
      'Registret har inga områden som gäller 1995-01-01.',
    )
  })

  test('speaks to a company as several people', async () => {
    for (const query of [{}, { om: 'xyzzyx', plats: 'Atlantis', sni: '1' }, { om: 'Vi bygger trähus', plats: 'Växjö' }]) {
      const [, article] = (await read('/foretag', query as Record<string, string>)).match(/<article[^>]*>(.*)<\/article>/s)!
      expect(plain(article!)).not.toMatch(/\b(?:du|dig|din|ditt|dina)\b/i)
    }
  })
})

describe('the API', () => {
  const post = (body: unknown, init: RequestInit = {}) =>
    site.app.request('http://localhost/api/v1/match/company', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
    })

  test('takes the question in a body, and answers as to the same in an address', async () => {
    const asked = { about: 'Vi bygger trähus', place: 'Växjö', industry: '16.233' }
    const [posted, got] = [await post(asked), await ask('/api/v1/match/company', asked)]
    expect([posted.status, got.status]).toEqual([200, 200])
    for (const { headers } of [posted, got]) expect(headers.get('cache-control')).toBe('no-store')
    const [one, other] = [(await posted.json()) as { own: unknown[] }, await got.json()]
    expect(one).toEqual(other)
    expect(one.own.length).toBeGreaterThan(0)
  })

  test('gives numbers to three decimals', async () => {
    const text = await (await post({ about: 'Vi bygger trähus', place: 'Växjö' })).text()
    expect(text).toMatch(/"score":0\.\d+/)
    expect(text.match(/:\d+\.\d{4,}/g)).toBeNull()
  })

  test.each([
    ['what is no JSON', '{bad', 400, 'JSON'],
    ['too long a description', { about: 'x'.repeat(601) }, 400, 'about'],
    ['a word it does not know', { about: 'Vi bygger trähus', colour: 'blue' }, 400, 'colour'],
    ['a place that may be several', { about: 'Vi bygger trähus', place: 'Åby' }, 400, '«Åby, Norrköping» or «Åby, Växjö»'],
    ['a misspelt place', { about: 'Vi bygger trähus', place: 'Vizby' }, 400, 'Did you mean «Visby»?'],
    ['a code that is none', { about: 'Vi bygger trähus', industry: '1' }, 400, 'SNI not known: 1'],
    ['more than anyone needs', { about: 'x'.repeat(10_000) }, 413, '8 kB'],
  ])('refuses %s, and says how to mend it', async (_what, body, status, words) => {
    const response = await post(body)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    expect(((await response.json()) as { detail: string }).detail).toContain(words)
  })

  test('may be asked from pages elsewhere', async () => {
    const { headers } = await post({}, { method: 'OPTIONS', body: null })
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST')
    expect(headers.get('access-control-allow-headers')).toContain('content-type')
  })
})

describe('a code of SNI 2025', () => {
  const answer = async (query: string) => {
    const response = await site.app.request(`http://localhost/api/v1/match/company?${query}`)
    return {
      status: response.status,
      body: (await response.json()) as { detail?: string; industries?: { code: string }[]; industryNotes?: { en: string }[] },
    }
  }
  const codes = ({ body }: Awaited<ReturnType<typeof answer>>) => body.industries?.map(({ code }) => code)

  test.each([
    ['16.250', ['16232', '16233'], 'by the names'],
    ['62100', ['62010'], 'by the names'],
    ['95310', ['45201', '45202', '45203', '45204'], 'not checked against SCB'],
    ['9531', ['45201', '45202', '45203', '45204'], 'not checked against SCB'],
  ])('%s is read as what it is in SNI 2007, and the answer says what that rests on', async (code, in2007, basis) => {
    const found = await answer(`industry=${code}`)
    expect([found.status, codes(found)]).toEqual([200, in2007])
    expect(found.body.industryNotes!.map(({ en }) => en).join()).toContain(basis)
  })

  test('that means another thing in SNI 2007 is asked for its edition', async () => {
    const unknown = await answer('industry=46.710')
    expect([unknown.status, unknown.body.detail]).toEqual([400, expect.stringContaining('means two things')])
    expect(codes(await answer('industry=46.710&edition=2007'))).toEqual(['46710'])
    expect(codes(await answer('industry=46.710&edition=2025'))).toEqual(['45110', '45191', '45192'])
  })

  test('that has no clear counterpart is refused, and one that did not change is said to be read as it stands', async () => {
    expect((await answer('industry=79.120&edition=2025')).body.industryNotes![0]!.en).toContain('read as the same code')
    expect((await answer('industry=56400')).body.detail).toContain('no clear counterpart')
  })

  test('is asked for on the page, with the edition kept in the form', async () => {
    const page = await (await site.app.request('http://localhost/foretag?sni=46.710&utgava=2025')).text()
    expect(page).toMatch(/<option value="2025" selected>/)
    expect(page).toContain('läses som SNI 2007 45110')
    const both = await (await site.app.request('http://localhost/en/company?industry=46.710')).text()
    expect(both).toContain('means two things')
  })
})

test('without an area of the own region the heading does not say that the business fits in, and no area above is referred to', async () => {
  const html = plain(await read('/foretag', { om: 'Vi bygger satelliter', plats: 'Gotland' }))
  expect(html).toContain('Inget av områdena som Gotland har valt ligger nära')
  expect(html).toContain('Närmast ert företag, utanför regionens områden')
  expect(html).not.toContain('Här passar ert företag in')
  expect(html).not.toContain('område ovan')
  const fitting = plain(await read('/foretag', { om: 'Vi bygger satelliter', plats: 'Norrbotten' }))
  expect(fitting).toContain('Här passar ert företag in')
  expect(fitting).toContain('Säg vilket område ovan det gäller')
})
