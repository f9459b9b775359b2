import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findLinks, issueLink } from '../../../conversation/round-links.ts'
import { sendDueLetters, setRecipients } from '../../../conversation/round-job.ts'
import { registryOver } from '../../../changes/registry.ts'
import { submit } from '../../../changes/submit.ts'
import { commandLineActor } from '../../../records/actor.ts'
import type { BodyOf } from '../../../records/record.ts'
import { getShippedBeside } from '../../../sources/facts/shipped-facts.ts'
import { snapshotAt } from '../../../snapshot/snapshot.ts'
import { openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'
import { signedInAs } from '../../testing/signed-in.ts'

const forest = 'varmland-2022-skoglig-bioekonomi'
const health = 'varmland-2022-digital-halsoinnovation'
let now: Date
const clock = () => now
let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeEach(async () => {
  now = new Date('2027-03-01T09:00:00.000Z')
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
  const body: BodyOf<'round'> = { year: 2027, opensOn: '2027-03-01', closesOn: '2027-04-01' }
  const common = { kind: 'round', recordId: '2027', validFrom: '2027-03-01', validTo: null } as const
  const version = { ...common, changeNote: 'Prov', state: 'published', source: null, body } as const
  const change = { type: 'versions', versions: [{ version, expectedVersion: 0 }] } as const
  await submit(registryOver(registry.store, getShippedBeside(), { clock }), change, commandLineActor('prov'))
})
afterEach(() => registry.close())

const onDay = (day: string) => {
  now = new Date(`${day}T09:00:00.000Z`)
}
const linkFor = (regionCode: string, roundId = '2027') =>
  issueLink(
    registry.store.side,
    { roundId, regionCode, role: 'ansvarig handläggare', recipient: null, lang: 'sv', expiresOn: '2027-04-01' },
    now,
  )
const get = (path: string) => site.app.request(`http://localhost${path}`)
const read = async (path: string) => (await get(path)).text()
const post = (path: string, fields: Record<string, string>, site_ = 'same-origin') => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return site.app.request(`http://localhost${path}`, { method: 'POST', body: form, headers: { 'sec-fetch-site': site_ } })
}
const answer = (path: string, key: string, fields: Record<string, string> = {}) =>
  post(`/runda/2027/svar${path}`, { key, ...fields })
const newest = async (id: string) => (await registry.store.findVersions('priorityArea', id)).at(-1)!
const confirmed = async (id: string) => ((await newest(id)).body as BodyOf<'priorityArea'>).confirmedOn

describe('“Stämmer fortfarande”', () => {
  test('looking confirms nothing, the button does, and the atlas and the wall show it', async () => {
    const key = await linkFor('17')
    const before = await registry.store.getSequence()
    const page = await get(`/runda/2027/svar?nyckel=${key}`)
    expect([page.status, page.headers.get('cache-control'), page.headers.get('set-cookie')]).toEqual([200, 'no-store', null])
    expect(await page.text()).toContain('Värmland: stämmer det här fortfarande?')
    expect(await registry.store.getSequence()).toBe(before)
    expect((await findLinks(registry.store.side, '2027')).map(({ openedAt }) => openedAt !== null)).toEqual([true])

    const sent = await answer('', key)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/runda/2027/svar?nyckel=${key}`])
    expect(await confirmed(forest)).toBe('2027-03-01')
    expect(await read(`/runda/2027/svar?nyckel=${key}`)).toContain('Listan är bekräftad av regionen 2027-03-01.')
    expect(await read('/region/varmland')).toContain('Bekräftad 2027-03-01 av ansvarig handläggare')
    expect(await read('/runda/2027')).toContain('<h1>1 av 21 stämmer.</h1>')
  })

  test('sent twice it is one answer', async () => {
    const key = await linkFor('17')
    await answer('', key)
    const after = await registry.store.getSequence()
    expect((await answer('', key)).status).toBe(303)
    expect(await registry.store.getSequence()).toBe(after)
  })

  test('is taken back within a week, and not later', async () => {
    const key = await linkFor('17')
    await answer('', key)
    onDay('2027-03-08')
    const late = await answer('/ta-tillbaka', key)
    expect([late.status, await late.text()]).toEqual([400, expect.stringContaining('kan tas tillbaka i 7 dagar')])
    expect(await confirmed(forest)).toBe('2027-03-01')
    onDay('2027-03-07')
    expect((await answer('/ta-tillbaka', key)).status).toBe(303)
    expect(await confirmed(forest)).toBeNull()
    expect(await read('/runda/2027')).toContain('<h1>0 av 21 stämmer.</h1>')
    expect((await answer('', key)).status).toBe(303)
    expect(await confirmed(forest)).toBe('2027-03-07')
  })

  test('is taken back also from an area that somebody has proposed to change since, and the proposal still waits', async () => {
    const key = await linkFor('17')
    await answer('', key)
    const { version: expectedVersion } = await newest(forest)
    const changes = { displayLabel: 'Skog' }
    const proposal = { type: 'fields', state: 'proposed', kind: 'priorityArea', recordId: forest, changes } as const
    const registered = registryOver(registry.store, getShippedBeside(), { clock })
    const dated = { ...proposal, expectedVersion, validFrom: '2027-03-01', changeNote: 'Nytt ord.' }
    await submit(registered, dated, commandLineActor('prov'))
    onDay('2027-03-03')
    expect((await answer('/ta-tillbaka', key)).status).toBe(303)
    const { state, changeNote, body } = await newest(forest)
    expect([state, changeNote, (body as BodyOf<'priorityArea'>).displayLabel]).toEqual(['proposed', 'Nytt ord.', 'Skog'])
    const published = (await registry.store.findVersions('priorityArea', forest)).findLast((one) => one.state === 'published')!
    expect([(published.body as BodyOf<'priorityArea'>).confirmedOn, await confirmed(forest)]).toEqual([null, null])
    expect(await read('/runda/2027')).toContain('<h1>0 av 21 stämmer.</h1>')
  })
})

describe('“Något har ändrats”', () => {
  const changes = {
    [`wrong.${health}`]: 'yes',
    [`label.${health}`]: 'Digital vård- och hälsoinnovation',
    added: 'Rymd',
    reason: 'Beslut i nämnden',
    source: 'Protokoll 2027-02-11',
  }
  test('what is ticked is proposed with reason and source, the rest confirmed, and readers still see the old words', async () => {
    const key = await linkFor('17')
    expect((await answer('/andring', key, changes)).status).toBe(303)
    const proposed = await newest(health)
    expect([proposed.state, (proposed.body as BodyOf<'priorityArea'>).displayLabel]).toEqual([
      'proposed',
      'Digital vård- och hälsoinnovation',
    ])
    expect(proposed.changeNote).toContain('Skäl: Beslut i nämnden Källa: Protokoll 2027-02-11')
    expect((await newest('varmland-2022-rymd')).state).toBe('proposed')
    expect(await confirmed(forest)).toBe('2027-03-01')
    const region = await read('/region/varmland')
    expect(region).toContain('Digital hälsoinnovation')
    expect(region).not.toContain('Digital vård- och hälsoinnovation')
    expect(await read('/runda/2027')).toContain('<h1>0 av 21 stämmer. 1 vill ändra.</h1>')
  })

  test('when the officer has published them, the region is done and the new words stand', async () => {
    await answer('/andring', await linkFor('17'), changes)
    const officer = {
      kind: 'account',
      role: 'officer',
      name: 'nationell handläggare',
      owners: 'all',
      limit: 'notOwnWords',
    } as const
    const over = registryOver(registry.store, getShippedBeside(), { clock })
    for (const id of [health, 'varmland-2022-rymd']) {
      const { version } = await newest(id)
      const change = { type: 'state', kind: 'priorityArea', recordId: id, to: 'published', expectedVersion: version } as const
      await submit(over, { ...change, changeNote: 'Publicerat.' }, officer)
    }
    expect(await read('/runda/2027')).toContain('<h1>1 av 21 stämmer.</h1>')
    expect(await read('/region/varmland')).toContain('Digital vård- och hälsoinnovation')
  })

  test('taken back, the proposals are returned and nothing of them is left to publish', async () => {
    const key = await linkFor('17')
    await answer('/andring', key, changes)
    expect((await answer('/ta-tillbaka', key)).status).toBe(303)
    expect([(await newest(health)).state, (await newest('varmland-2022-rymd')).state]).toEqual(['returned', 'returned'])
    expect(await confirmed(forest)).toBeNull()
  })

  test('without a tick, or without a reason, nothing is written', async () => {
    const key = await linkFor('17')
    const before = await registry.store.getSequence()
    expect((await answer('/andring', key, { reason: 'x' })).status).toBe(400)
    expect((await answer('/andring', key, { ...changes, reason: '' })).status).toBe(400)
    expect(await registry.store.getSequence()).toBe(before)
  })
})

describe('“Vi behöver mer tid”', () => {
  test('the wall says until when, and that it is late once the day has passed', async () => {
    const key = await linkFor('17')
    expect((await answer('/tid', key, { until: '2027-03-01' })).status).toBe(400)
    expect((await answer('/tid', key, { until: '2027-03-20' })).status).toBe(303)
    expect(await read('/runda/2027')).toContain('till 2027-03-20')
    expect(await confirmed(forest)).toBeNull()
    onDay('2027-03-21')
    const data = (await (await get('/api/v1/rounds/2027')).json()) as { regions: { region: { code: string }; state: string }[] }
    expect(data.regions.find(({ region }) => region.code === '17')!.state).toBe('late')
  })
})

describe('a link', () => {
  test('answers for its own region and round alone, whatever is sent with it', async () => {
    const key = await linkFor('20')
    await answer('', key, { region: '17', roundId: '2026', [`wrong.${forest}`]: 'yes' })
    expect(await confirmed(forest)).toBeNull()
    const proposed = await answer('/andring', key, { [`wrong.${forest}`]: 'yes', [`label.${forest}`]: 'Kapat', reason: 'x' })
    expect(proposed.status).toBe(400)
    expect((await newest(forest)).state).toBe('published')
    expect((await post('/runda/2028/svar', { key })).status).toBe(403)
    expect(await read(`/runda/2028/svar?nyckel=${key}`)).toContain('Länken går inte att använda.')
  })

  test('that is guessed, cut off, from another site or expired does nothing', async () => {
    const key = await linkFor('17')
    const guessed = key.slice(0, -1) + (key.endsWith('x') ? 'y' : 'x')
    expect((await answer('', guessed)).status).toBe(403)
    expect((await answer('', '')).status).toBe(403)
    expect((await post('/runda/2027/svar', { key }, 'cross-site')).status).toBe(400)
    onDay('2027-04-01')
    expect((await answer('', key)).status).toBe(403)
    expect(await read(`/runda/2027/svar?nyckel=${key}`)).toContain('Länken har gått ut: rundan stängde 2027-04-01.')
    expect(await confirmed(forest)).toBeNull()
  })

  test('is kept as a hash alone', async () => {
    const key = await linkFor('17')
    const rows = await registry.store.side.read.selectFrom('round_link').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(key)
  })
})

describe('letters', () => {
  const recipient = {
    round_id: '2027',
    region_code: '17',
    email: 'strateg@region.example',
    role: 'ansvarig handläggare',
    lang: 'sv',
  } as const
  const mails = async () => {
    const found = await registry.store.side.read.selectFrom('outbox_mail').selectAll().orderBy('created_at').execute()
    return found.map(({ subject, body, recipient: to }) => ({ subject, body, to }))
  }
  const send = async () => {
    const { known } = await registryOver(registry.store, getShippedBeside(), { clock }).view()
    const { outbox } = site.effects.accounts
    const effects = { side: registry.store.side, queue: outbox.queue, siteUrl: 'https://spets.example', now }
    return sendDueLetters(snapshotAt(known, now.toISOString().slice(0, 10)), effects)
  }

  test('go out once on the opening day and on day 10 and 20, however often and by however many they are looked for', async () => {
    await setRecipients(registry.store.side, [recipient])
    onDay('2027-02-28')
    expect(await send()).toBe(0)
    onDay('2027-03-01')
    expect(await Promise.all([send(), send(), send()])).toSatisfy((counts: number[]) => counts.reduce((a, b) => a + b) === 1)
    for (const day of ['2027-03-05', '2027-03-11', '2027-03-12', '2027-03-21', '2027-03-30', '2027-04-02']) {
      onDay(day)
      await send()
      await send()
    }
    // A clock that is turned back sends nothing again.
    onDay('2027-03-11')
    expect(await send()).toBe(0)
    expect((await mails()).map(({ subject }) => subject.split(':')[0])).toEqual(['Värmland', 'Påminnelse', 'Påminnelse'])
  })

  test('are in the language of the account that they go to, and in Swedish to others', async () => {
    const { accounts } = site.effects
    const grants = [{ role: 'nationalOfficer', owner: null }] as const
    await accounts.invite({ email: 'strategist@region.example', organisation: 'prov', lang: 'en', grants }, 'prov')
    const officer = await signedInAs(site, ...grants)
    const form = new FormData()
    const addresses = 'Värmland = Strategist@region.example\nSkåne = strateg@region.example'
    for (const [name, value] of Object.entries({ opensOn: '2027-03-01', closesOn: '2027-04-01', seen: '1', addresses }))
      form.append(name, value)
    const headers = { 'sec-fetch-site': 'same-origin', cookie: officer }
    const started = await site.app.request('http://localhost/runda/2027/arbete', { method: 'POST', body: form, headers })
    expect(started.status).toBe(303)
    const letters = (await mails()).filter(({ subject }) => subject.includes('2027'))
    const ofRegion = (name: string) => letters.find(({ subject }) => subject.startsWith(name))!
    expect(ofRegion('Värmland').subject).toContain('are your priority areas still right?')
    expect(ofRegion('Värmland').body).toContain('/en/round/2027/answer?key=')
    expect(ofRegion('Skåne').subject).toContain('stämmer era prioriterade områden')
  })

  test('each has a link that works, and none goes to a region that has answered', async () => {
    await setRecipients(registry.store.side, [recipient])
    await send()
    const [first] = await mails()
    const { body, to } = first!
    expect(to).toBe('strateg@region.example')
    const [, path, key] = /https:\/\/spets\.example(\/runda\/2027\/svar\?nyckel=([\w-]+))/.exec(body)!
    expect(await read(path!)).toContain('Värmland: stämmer det här fortfarande?')
    expect((await answer('', key!)).status).toBe(303)
    onDay('2027-03-11')
    expect(await send()).toBe(0)
  })
})

describe('the officer’s page', () => {
  test('is shown to nobody who is not signed in, and takes nothing from them', async () => {
    const page = await get('/runda/2027/arbete')
    expect([page.status, page.headers.get('location')?.split('?')[0]]).toEqual([303, '/logga-in'])
    expect((await post('/runda/2027/arbete/lank', { region: '17' })).status).toBeGreaterThanOrEqual(400)
    expect(await findLinks(registry.store.side, '2027')).toEqual([])
  })
})
