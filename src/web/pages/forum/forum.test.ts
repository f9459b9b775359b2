import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'
import { signedInAs } from '../../testing/signed-in.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
let minutes = 0
let [editor, cluster, officer] = ['', '', '']
beforeAll(async () => {
  registry = await openTestRegistry()
  const later = () => new Date(clock().getTime() + (minutes += 1) * 1000)
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock: later })
  editor = await signedInAs(site, { role: 'regionalEditor', owner: { kind: 'region', id: '17' } })
  cluster = await signedInAs(site, { role: 'clusterEditor', owner: { kind: 'cluster', id: 'paper-province' } })
  officer = await signedInAs(site, { role: 'nationalOfficer', owner: null })
})
afterAll(() => registry.close())

const get = (path: string, cookie?: string) => site.app.request(`http://localhost${path}`, cookie ? { headers: { cookie } } : {})
const read = async (path: string, cookie?: string) => (await get(path, cookie)).text()
const send = (path: string, fields: Record<string, string>, cookie = '') => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const headers = { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) }
  return site.app.request(`http://localhost${path}`, { method: 'POST', body: form, headers })
}
const idOf = (number: number) => `${String(number).padStart(8, '0')}-0000`
const pathOf = (number: number) => `/forum/fraga-${idOf(number)}`
const ask = (number: number, title: string, more: Record<string, string> = {}) =>
  send(
    '/forum',
    { post: `${idOf(number)}-4000-8000-000000000000`, title, body: 'Bakgrunden är hemlig för läsare.', ...more },
    editor,
  )
const answer = (number: number, body: string, more: Record<string, string> = {}, cookie = cluster) =>
  send(pathOf(number), { post: `${idOf(number)}-4000-8000-000000000000`, body, ...more }, cookie)

describe('a question', () => {
  test('is for the signed in alone, and asked twice it is one', async () => {
    expect((await ask(1, 'Hur mäter ni ÄLDRE skog?', { theme: 'energi' })).headers.get('location')).toBe(pathOf(1))
    await ask(1, 'Hur mäter ni ÄLDRE skog?')
    expect((await read('/forum', cluster)).match(/Hur mäter ni/g)).toHaveLength(1)
    expect((await get(pathOf(1))).status).toBe(303)
    expect((await get('/forum/finns-inte')).status).toBe(303)
    expect((await get('/forum/finns-inte', editor)).status).toBe(404)
    for (const open of ['/forum', '/sok?q=skog', '/api/v1/conclusions']) expect(await read(open)).not.toContain('Hur mäter ni')
    expect((await send('/forum', { title: 'Utan konto' })).status).toBeGreaterThanOrEqual(401)
  })

  test('is answered, found by the words of both in any case, and by theme', async () => {
    expect((await answer(1, 'Vi frågar Åkerbruket.')).status).toBe(303)
    await answer(1, 'Vi frågar Åkerbruket.')
    expect((await read(pathOf(1), editor)).match(/Vi frågar Åkerbruket/g)).toHaveLength(1)
    const finds = async (query: string) => (await read(`/forum?${query}`, editor)).includes('Hur mäter ni')
    expect(await finds('q=%C3%A4ldre')).toBe(true)
    expect(await finds('q=skog+%C3%85KER')).toBe(true)
    expect(await finds('q=%25')).toBe(true)
    expect(await finds('q=skog+saknas')).toBe(false)
    expect([await finds('tema=energi'), await finds('tema=livsmedel')]).toEqual([true, false])
  })

  test('has a limit, no personal identity number, and is text and never markup', async () => {
    expect((await ask(2, 'x'.repeat(161))).status).toBe(400)
    expect((await ask(2, 'Ring 811218-9876')).status).toBe(400)
    expect((await answer(1, 'y'.repeat(4001))).status).toBe(400)
    await ask(2, '<img src=x onerror=alert(1)>')
    expect(await read(pathOf(2), editor)).not.toContain('<img src=x')
  })

  test('is listed a page at a time, the last written to first, each once', async () => {
    for (let number = 100; number < 135; number += 1) await ask(number, `Sidfråga ${number}`)
    const titles = (html: string) => [...html.matchAll(/Sidfråga (\d+)/g)].map(([, number]) => number)
    const first = await read('/forum?q=sidfr%C3%A5ga', editor)
    const older = /href="([^"]*fore=[^"]*)"/.exec(first)![1]!.replaceAll('&amp;', '&')
    const second = await read(older, editor)
    expect([titles(first).length, titles(second).length]).toEqual([30, 5])
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(35)
    expect(titles(first)[0]).toBe('134')
  })
})

describe('a conclusion', () => {
  test('is an officer’s, and open to all with the question alone', async () => {
    await ask(3, 'Hur följer vi upp?')
    const words = { conclusion: 'Med tre mått, en gång om året.', seen: '0' }
    expect((await send(`${pathOf(3)}/slutsats`, words, editor)).status).toBe(403)
    expect((await send(`${pathOf(3)}/slutsats`, words, officer)).status).toBe(303)
    expect((await send(`${pathOf(3)}/slutsats`, { ...words, conclusion: 'Annat.' }, officer)).status).toBe(409)
    const html = await read(pathOf(3))
    expect(html).toContain('Med tre mått, en gång om året.')
    expect(html).toContain('Hur följer vi upp?')
    expect(html).not.toContain('hemlig')
    expect(await read('/forum')).toContain('Med tre mått')
    expect(await read('/sok?q=f%C3%B6ljer')).toContain(pathOf(3))
  })
})

describe('a report', () => {
  test('goes to the officers, who hide the post or let it stand, with a reason and a log', async () => {
    await ask(4, 'En fråga')
    await answer(4, 'Ett otrevligt svar')
    const answerId = `fraga-${idOf(4)}-${idOf(4)}`
    expect((await send(`${pathOf(4)}/anmal`, { answer: answerId, why: 'Otrevligt' }, editor)).status).toBe(303)
    await send(`${pathOf(4)}/anmal`, { answer: answerId, why: 'Igen' }, cluster)
    expect(await read('/forum', editor)).not.toContain('Anmälda')
    const officers = await read('/forum', officer)
    expect(officers).toContain('Otrevligt')
    expect(officers).not.toContain('Igen')
    const reportId = /name="report" value="([^"]+)"/.exec(officers)![1]!
    const decision = { report: reportId, decision: 'hidden', note: 'Håll god ton.' }
    expect((await send('/forum/anmalda', decision, editor)).status).toBe(403)
    expect((await send('/forum/anmalda', { ...decision, note: '' }, officer)).status).toBe(400)
    expect((await send('/forum/anmalda', decision, officer)).status).toBe(303)
    expect((await send('/forum/anmalda', { ...decision, decision: 'kept' }, officer)).status).toBe(409)
    const html = await read(pathOf(4), editor)
    expect(html).toContain('Dolt av en handläggare: Håll god ton.')
    expect(html).not.toContain('Ett otrevligt svar')
    expect(await read('/forum?q=otrevligt+svar', editor)).toContain('Ingen fråga har alla orden')
    const deeds = await registry.store.side.read.selectFrom('audit_entry').select('action').execute()
    const actions = deeds.map(({ action }) => action)
    for (const action of ['asked', 'answered', 'reported', 'hidden']) expect(actions).toContain(`${action} in the forum`)
  })
})
