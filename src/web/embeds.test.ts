import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedCubes } from '../evidence/testing/shipped-cubes.ts'
import { addressOf, routesOf } from './http/testing/served-addresses.ts'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  const { store, clientFolder } = registry
  site = makeSite({ store, clientFolder, clock, cubes: shippedCubes, baseUrl: 'https://spets.example' })
})
afterAll(() => registry.close())

const ask = async (path: string, headers: Record<string, string> = {}) => site.app.request(`http://localhost${path}`, { headers })
const mayBeFramed = (answer: Response) => answer.headers.get('content-security-policy')!.includes('frame-ancestors *')

describe('what other sites may show in a frame', () => {
  const parts = [
    ['/embed', 'Sveriges', '/'],
    ['/embed/en', 'Sweden', '/en'],
    ['/embed/region/varmland', 'Skoglig bioekonomi', '/region/varmland'],
    ['/embed/en/region/varmland', 'Värmland', '/en/region/varmland'],
    ['/embed/prioritet/varmland-2022-skoglig-bioekonomi', 'Skoglig bioekonomi', '/prioritet/varmland-2022-skoglig-bioekonomi'],
    ['/embed/regions/norrbotten/figures/areas', '<svg', '/belagg/norrbotten#areas'],
    ['/embed/regions/norrbotten/figures/areas?lang=en', '<svg', '/en/evidence/norrbotten#areas'],
  ] as const

  test.each(parts)('%s has its words, a link to its page, and neither script nor form', async (path, words, href) => {
    const answer = await ask(path)
    const html = await answer.text()
    expect(answer.status, html.slice(0, 300)).toBe(200)
    expect(html).toContain(words)
    expect(html).toContain(`<a href="${href}">`)
    expect(html).toContain(`<link rel="canonical" href="https://spets.example${href}"`)
    expect(html).not.toMatch(/<script|<form action/)
    expect(mayBeFramed(answer)).toBe(true)
    expect(answer.headers.get('set-cookie')).toBe(null)
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
  })

  test('is the same a second time, kept or not, and with a cookie', async () => {
    const first = await ask('/embed/region/varmland')
    const again = await ask('/embed/region/varmland', { cookie: '__Host-spets.session_token=x' })
    expect(await again.text()).toBe(await first.text())
    expect(mayBeFramed(again)).toBe(true)
    const etag = first.headers.get('etag')!
    expect((await ask('/embed/region/varmland', { 'if-none-match': etag })).status).toBe(304)
  })

  test('nothing else may be framed, at any address', async () => {
    const paths = routesOf(site)
      .filter(({ method, path }) => method === 'GET' && !path.startsWith('/embed'))
      .map(({ path }) => addressOf(path))
    expect(paths.length).toBeGreaterThan(100)
    const framed: string[] = []
    for (const path of [...paths, '/embed/nothing/here', '/embed/region/lappland'])
      if (mayBeFramed(await ask(path))) framed.push(path)
    expect(framed).toEqual([])
  })

  test('what is not there is 404', async () => {
    for (const path of [
      '/embed/region/lappland',
      '/embed/prioritet/nothing',
      '/embed/regions/norrbotten/figures/nothing',
      '/embed/om',
    ])
      expect((await ask(path)).status, path).toBe(404)
  })
})

describe('oEmbed', () => {
  const about = (path: string) => `/oembed?url=${encodeURIComponent(`https://spets.example${path}`)}`

  test('gives the code for a page, which leads to what may be framed', async () => {
    const answer = await ask(about('/region/varmland'))
    const found = (await answer.json()) as { html: string; height: number }
    expect(found).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Spets', title: 'Värmland', width: 600 })
    const [, src] = /src="https:\/\/spets\.example([^"]+)"/.exec(found.html)!
    expect((await ask(src!)).status).toBe(200)
    expect(mayBeFramed(await ask(src!))).toBe(true)
  })

  test('also as XML, and within the size that is asked for', async () => {
    const answer = await ask(`${about('/en/region/varmland')}&format=xml&maxwidth=400&maxheight=300`)
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    const xml = await answer.text()
    expect(xml).toContain('<width>400</width><height>300</height>')
    expect(xml).toContain('&lt;iframe src=&quot;https://spets.example/embed/en/region/varmland')
  })

  test('pages point to it', async () => {
    const html = await (await ask('/region/varmland')).text()
    const [, href] = /type="application\/json\+oembed" href="https:\/\/spets\.example([^"]+)"/.exec(html)!
    expect((await ask(href!.replaceAll('&amp;', '&'))).status).toBe(200)
    expect(await (await ask('/om')).text()).not.toContain('json+oembed')
  })

  test.each([
    ['/oembed', 400],
    ['/oembed?url=varmland', 400],
    ['/oembed?url=javascript:alert(1)', 400],
    ['/oembed?url=https%3A%2F%2Felsewhere.example%2Fregion%2Fvarmland', 404],
    [`${'/oembed?url='}${encodeURIComponent('https://spets.example/om')}`, 404],
    [`${about('/region/varmland')}&format=yaml`, 501],
  ])('%s is refused: %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status)
  })
})

test('a page shows the code to copy, for a site of one’s own', async () => {
  const html = await (await ask('/region/varmland')).text()
  const codes = [...html.matchAll(/<code[^>]*>(&lt;iframe[^<]*)<\/code>/g)].map(([, code]) =>
    code!.replaceAll('&lt;', '<').replaceAll('&quot;', '"'),
  )
  expect(codes).toContainEqual(
    expect.stringContaining('<iframe src="https://spets.example/embed/region/varmland" title="Värmland" width="100%"'),
  )
  expect(codes).toContainEqual(expect.stringContaining('/embed/regions/varmland/figures/'))
})
