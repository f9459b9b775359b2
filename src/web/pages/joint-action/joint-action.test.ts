import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'
import { signedInAs } from '../../testing/signed-in.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
let now = clock()
let [inviter, invited, stranger, officer] = ['', '', '', '']
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock: () => now })
  const editorOf = (id: string) => signedInAs(site, { role: 'regionalEditor', owner: { kind: 'region', id } })
  inviter = await editorOf('20')
  invited = await editorOf('17')
  stranger = await editorOf('25')
  officer = await signedInAs(site, { role: 'nationalOfficer', owner: null })
})
afterAll(() => registry.close())

const get = (path: string, cookie?: string) => site.app.request(`http://localhost${path}`, cookie ? { headers: { cookie } } : {})
const read = async (path: string, cookie?: string) => (await get(path, cookie)).text()
const send = (path: string, fields: Record<string, string | string[]>, cookie: string) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  const headers = { 'sec-fetch-site': 'same-origin', cookie }
  return site.app.request(`http://localhost${path}`, { method: 'POST', body: form, headers })
}
const times = ['2026-12-14T10:00', '2026-12-16T13:00', '2026-12-18T09:00']
const areas = { ours: 'dalarna-2022-smarta-energisystem', theirs: 'varmland-2022-hallbara-systemlosningar-med-solel-i-centrum' }
const invite = (number: string, more: Record<string, string | string[]> = {}, cookie = inviter) =>
  send(
    '/samarbete',
    {
      invitation: `${number}-1111-4111-8111-111111111111`,
      region: '20',
      title: 'Sol över länsgränsen',
      needs: 'fler lösningar att prova',
      offers: 'nätägare och en provplats',
      invited: '17',
      time: times,
      ...more,
    },
    cookie,
  )
const seenIn = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
const text = {
  title: 'Sol över länsgränsen',
  needs: 'någon att prova med',
  offers: 'kunskap om solel',
  nextStep: 'Skriva en ansökan',
}

/** To the point where both have met and written what they need. */
async function met(number: string): Promise<string> {
  await invite(number)
  const path = `/samarbete/samarbete-${number}`
  await send(`${path}/tid`, { region: '17', time: times[1]! }, invited)
  await send(`${path}/mote`, { region: '20' }, inviter)
  const seen = seenIn(await read(path, invited))
  const written = { ...text, region: '17', seen, ownerRole: 'strateg, Region Dalarna', dueOn: '2027-06-15', money: '' }
  expect((await send(`${path}/text`, written, invited)).status).toBe(303)
  return path
}
const accept = async (path: string, region: string, cookie: string) =>
  send(`${path}/ja`, { region, seen: seenIn(await read(path, cookie)) }, cookie)

describe('an invitation', () => {
  test('is begun from a match, and from a joint area with its members', async () => {
    expect(await read('/matchning?region=dalarna')).toMatch(/href="\/samarbete\?region=dalarna&amp;med=[a-z-]+/)
    const form = await read('/samarbete?region=dalarna&med=varmland', inviter)
    expect(form).toMatch(/name="invited" value="17" checked/)
    expect(await read('/samverkan/smaland-och-oarna')).toContain('/samarbete?samverkan=smaland-och-oarna')
    const joint = await read('/samarbete?samverkan=smaland-och-oarna', inviter)
    expect(joint.match(/name="invited" value="\d\d" checked/g)).toHaveLength(4)
    expect(await read('/samarbete')).not.toContain('id="invite-title"')
  })

  test('sent twice is one, and is there for its parties alone', async () => {
    const path = '/samarbete/samarbete-00000001'
    expect((await invite('00000001')).headers.get('location')).toBe(path)
    await invite('00000001', { title: 'En annan' })
    for (const cookie of [inviter, invited]) expect(await read(path, cookie)).toContain('Sol över länsgränsen')
    for (const cookie of [stranger, officer]) expect((await get(path, cookie)).status).toBe(404)
    for (const unknown of [path, '/samarbete/finns-inte']) expect((await get(unknown)).status).toBe(303)
    const sent = { time: times[0]!, seen: '1', why: 'x', region: '25' }
    for (const below of ['tid', 'ja', 'avsluta']) expect((await send(`${path}/${below}`, sent, stranger)).status).toBe(404)
    for (const open of ['/samarbete', '/api/v1/joint-actions', '/sok?q=länsgränsen', '/region/varmland'])
      expect(await read(open)).not.toContain('Sol över länsgränsen')
  })

  test('needs another region, three coming times, need and offer, and one’s own region', async () => {
    const status = async (more: Record<string, string | string[]>) => (await invite('00000002', more)).status
    expect(await status({ invited: '20' })).toBe(400)
    expect(await status({ invited: 'XX' })).toBe(400)
    expect(await status({ time: times.slice(1) })).toBe(400)
    expect(await status({ time: ['2026-01-01T10:00', times[1]!, times[2]!] })).toBe(400)
    expect(await status({ needs: '' })).toBe(400)
    expect(await status({ needs: 'Ring 811218-9876' })).toBe(400)
    expect(await status({ region: '25', invited: '17' })).toBe(403)
    expect((await get('/samarbete/samarbete-00000002', inviter)).status).toBe(404)
  })

  test('waits for those invited until they pick a time, then there is a calendar file', async () => {
    const path = '/samarbete/samarbete-00000003'
    await invite('00000003', { title: 'Om tider' })
    expect(await read('/att-gora', invited)).toMatch(/Om tider<\/a>, <strong>välj en tid/)
    expect(await read('/att-gora', inviter)).not.toContain('Om tider')
    expect((await send(`${path}/tid`, { region: '20', time: times[0]! }, inviter)).status).toBe(400)
    expect((await send(`${path}/mote`, { region: '20' }, inviter)).status).toBe(400)
    await send(`${path}/tid`, { region: '17', time: times[0]! }, invited)
    expect(decodeURIComponent(await read(path, inviter))).toContain('DTSTART;TZID=Europe/Stockholm:20261214T100000')
    expect(await read('/att-gora', invited)).not.toContain('Om tider')
  })

  test('for which no time fits gets three others, and the one who invited picks', async () => {
    const path = '/samarbete/samarbete-00000004'
    await invite('00000004', { title: 'Andra tider' })
    const others = ['2027-01-11T10:00', '2027-01-12T10:00', '2027-01-13T10:00']
    await send(`${path}/tider`, { region: '17', time: others }, invited)
    expect(await read('/att-gora', inviter)).toContain('Andra tider')
    await send(`${path}/tid`, { region: '20', time: others[2]! }, inviter)
    expect(await read(path, invited)).toContain('Mötet är 2027-01-13 kl. 10:00.')
  })

  test('of several waits until they have picked the same time', async () => {
    const path = '/samarbete/samarbete-00000005'
    await invite('00000005', { invited: ['17', '25'] })
    await send(`${path}/tid`, { region: '17', time: times[0]! }, invited)
    await send(`${path}/tid`, { region: '25', time: times[1]! }, stranger)
    expect(await read(path, inviter)).not.toContain('Mötet är')
    await send(`${path}/tid`, { region: '25', time: times[0]! }, stranger)
    expect(await read(path, inviter)).toContain('Mötet är 2026-12-14 kl. 10:00.')
  })

  test('that nobody answers rests after thirty days, and asks nobody any more', async () => {
    await invite('00000006', { title: 'Utan svar' })
    now = new Date('2026-12-27T12:00:00.000Z')
    expect(await read('/att-gora', invited)).not.toContain('Utan svar')
    expect(await read('/samarbete/samarbete-00000006', inviter)).toContain('vilar, ingen har svarat')
    now = clock()
  })
})

describe('an agreement', () => {
  test('is public when each region has said yes for itself, on its own pages too', async () => {
    const path = await met('00000010')
    expect((await send(`${path}/ja`, { region: '20', seen: '2' }, invited)).status).toBe(403)
    expect((await accept(path, '17', invited)).status).toBe(303)
    expect((await get(path)).status).toBe(303)
    expect(await read('/att-gora', inviter)).toContain('säg ja eller ändra')
    expect((await accept(path, '20', inviter)).status).toBe(303)
    expect((await accept(path, '20', inviter)).status).toBe(303)
    const html = await read(path)
    for (const words of [
      'Sol över länsgränsen',
      'någon att prova med',
      'nätägare och en provplats',
      'Skriva en ansökan',
      'Inte bestämt',
    ])
      expect(html).toContain(words)
    expect(html).not.toContain('method="post"')
    for (const slug of ['dalarna', 'varmland']) expect(await read(`/region/${slug}`)).toContain(path)
    expect(await read('/region/skane')).not.toContain(path)
    const data = (await (await get(`/api/v1/joint-actions/${path.split('/').at(-1)}`)).json()) as { partners: unknown[] }
    expect(data.partners).toHaveLength(2)
  })

  test('is about areas whose pages show it, when they are the partners’ own', async () => {
    await invite('00000011', { title: 'Med områden', area: areas.ours, partnerArea: areas.theirs })
    await invite('00000012', { title: 'Fel område', area: areas.theirs })
    expect(await read('/samarbete/samarbete-00000012', inviter)).not.toContain('/prioritet/')
    const html = await read('/samarbete/samarbete-00000011', inviter)
    for (const id of Object.values(areas)) expect(html).toContain(`/prioritet/${id}`)
  })

  test('changed after a yes is asked about again, and a yes to an older text is refused', async () => {
    const path = await met('00000013')
    await accept(path, '17', invited)
    const old = seenIn(await read(path, inviter))
    const changed = { ...text, region: '20', needs: 'annat', offers: 'annat', seen: old, money: '2 miljoner kronor' }
    expect((await send(`${path}/text`, changed, inviter)).status).toBe(303)
    expect((await send(`${path}/ja`, { region: '17', seen: old }, invited)).status).toBe(409)
    expect((await send(`${path}/text`, { ...changed, money: '3' }, inviter)).status).toBe(409)
    await accept(path, '20', inviter)
    expect((await get(path)).status).toBe(303)
    await accept(path, '17', invited)
    expect(await read(path)).toContain('2 miljoner kronor')
  })

  test('both yeses at the same moment write one record', async () => {
    const path = await met('00000014')
    await Promise.all([accept(path, '17', invited), accept(path, '20', inviter)])
    expect(await registry.store.findVersions('jointAction', 'samarbete-00000014')).toHaveLength(1)
  })

  test('names no person as owner of the next step', async () => {
    const path = await met('00000015')
    const seen = seenIn(await read(path, invited))
    const sent = await send(`${path}/text`, { ...text, region: '17', seen, ownerRole: 'Anna Andersson' }, invited)
    expect([sent.status, await sent.text()]).toEqual([400, expect.stringContaining('är ingen roll')])
  })

  test('goes on in public, and is done or closed with why', async () => {
    const path = await met('00000016')
    await accept(path, '17', invited)
    await accept(path, '20', inviter)
    const told = { region: '17', result: 'Två provplatser', nextStep: '', money: '' }
    const seen = async () => seenIn(await read(path, invited))
    expect((await send(`${path}/lage`, { ...told, state: 'running', seen: await seen() }, invited)).status).toBe(303)
    expect(await read(path)).toContain('Två provplatser')
    expect((await send(`${path}/lage`, { ...told, state: 'done', seen: await seen() }, invited)).status).toBe(400)
    expect((await send(`${path}/lage`, { ...told, state: 'done', why: 'Allt är prövat.', seen: '1' }, invited)).status).toBe(409)
    expect(
      (await send(`${path}/lage`, { ...told, state: 'done', why: 'Allt är prövat.', seen: await seen() }, invited)).status,
    ).toBe(303)
    expect(await read('/en/joint-actions')).toMatch(/Sol över länsgränsen<\/a>, done/)
    expect(await read(path)).toContain('Allt är prövat.')
    expect((await send(`${path}/lage`, { ...told, region: '25', state: 'running', seen: '3' }, stranger)).status).toBe(404)
  })

  test('that is not reached ends with why, and stays between the parties', async () => {
    const path = '/samarbete/samarbete-00000017'
    await invite('00000017', { title: 'Blir inte av' })
    expect((await send(`${path}/avsluta`, { region: '17', why: '' }, invited)).status).toBe(400)
    expect((await send(`${path}/avsluta`, { region: '17', why: 'Pengarna gick till annat.' }, invited)).status).toBe(303)
    expect(await read(path, inviter)).toContain('Pengarna gick till annat.')
    expect((await send(`${path}/tid`, { region: '17', time: times[0]! }, invited)).status).toBe(409)
    expect((await get(path)).status).toBe(303)
  })
})
