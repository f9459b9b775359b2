import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** The built program, asked by a real client over its pipes. */
const data = mkdtempSync(join(tmpdir(), 'spets-mcp-'))
const client = new Client({ name: 'test', version: '1' })
beforeAll(async () => {
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ['--disable-warning=ExperimentalWarning', 'dist/server/spets.js', 'mcp'],
      env: { PATH: process.env['PATH'] ?? '', SPETS_DATA: data, SPETS_BASE_URL: 'https://spets.example.se' },
      stderr: 'ignore',
    }),
  )
})
afterAll(async () => {
  await client.close()
  rmSync(data, { recursive: true, force: true })
})

interface Answer {
  isError?: boolean
  structuredContent?: unknown
  content: { type: string; text?: string }[]
}

async function ask(name: string, args: Record<string, unknown> = {}): Promise<Answer> {
  return (await client.callTool({ name, arguments: args })) as Answer
}
const dataOf = async (name: string, args?: Record<string, unknown>) => {
  const answer = await ask(name, args)
  expect(answer.isError ?? false, answer.content[0]?.text).toBe(false)
  expect(JSON.parse(answer.content[0]!.text!)).toEqual(answer.structuredContent)
  return answer.structuredContent as Record<string, never>
}

test('it tells what can be asked, and that nothing is written', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['search', 'regions', 'region', 'area', 'changes', 'evidence', 'partners'])
  for (const { annotations, inputSchema, description } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
    expect(inputSchema).toMatchObject({ type: 'object' })
    expect(description!.length).toBeGreaterThan(40)
  }
})

describe('answers', () => {
  test('have addresses, the day and the licence', async () => {
    expect(await dataOf('search', { text: 'rymd', date: '2026-11-27' })).toMatchObject({
      asOf: '2026-11-27',
      licence: 'CC0 1.0',
      hits: expect.arrayContaining([
        expect.objectContaining({
          kind: 'priorityArea',
          url: expect.stringMatching(/^https:\/\/spets\.example\.se\/en\/priority\//),
          regions: ['Norrbotten'],
        }),
      ]),
    })
  })

  test('name a region in each of its ways, with its words and sources', async () => {
    for (const region of ['Värmland', 'varmland', '17', 'S', 'SE311'])
      expect(await dataOf('region', { region, language: 'sv' })).toMatchObject({
        name: 'Värmland',
        url: 'https://spets.example.se/region/varmland',
        current: { id: 'varmland-2022', areasKnown: 'known' },
        sources: expect.arrayContaining([expect.objectContaining({ publisher: 'Region Värmland' })]),
      })
  })

  test('tell all 21 regions, what changed, what figures say and whom to work with', async () => {
    expect((await dataOf('regions'))['regions']).toHaveLength(21)
    const { changes } = (await dataOf('changes', { from: '2018-06-01', to: '2026-11-27', region: 'Värmland' })) as unknown as {
      changes: { owner: string; outcome: string; areas: unknown[] }[]
    }
    expect(changes).toMatchObject([{ owner: 'Värmland', outcome: 'changed' }])
    expect(changes[0]!.areas.length).toBeGreaterThan(3)
    expect(await dataOf('evidence', { region: 'Norrbotten' })).toMatchObject({
      region: 'Norrbotten',
      source: { year: '2024', attribution: expect.stringContaining('SCB') },
    })
    expect((await dataOf('partners', { region: 'Norrbotten' }))['partners']).not.toHaveLength(0)
  })

  test('of an area: what it means, its evidence and its partners, by the id that search gives', async () => {
    const { hits } = (await dataOf('search', { text: 'energi Norrbotten' })) as unknown as {
      hits: { kind: string; id: string }[]
    }
    const area = hits.find(({ kind }) => kind === 'priorityArea')!.id
    expect(await dataOf('area', { area })).toMatchObject({ id: area, owner: 'Norrbotten', source: { url: expect.any(String) } })
    expect(await dataOf('evidence', { area })).toMatchObject({ owner: 'Norrbotten', sentence: expect.any(String) })
    expect(await dataOf('partners', { area })).toMatchObject({ partners: expect.any(Array) })
  })

  test('are small enough to be read as a whole', async () => {
    for (const [name, args] of [
      ['regions', {}],
      ['region', { region: 'Skåne' }],
      ['evidence', { region: 'Skåne' }],
      ['changes', { from: '2018-06-01' }],
    ] as const)
      expect(JSON.stringify(await dataOf(name, args)).length, name).toBeLessThan(90_000)
  })
})

test.each([
  ['region', { region: 'Lappland' }, /«Lappland» is not a region\. The regions are: .*Värmland/],
  ['area', { area: 'nothing-like-it' }, /Ask search for its id/],
  ['evidence', {}, /either region or area/],
  ['evidence', { region: 'Skåne', area: 'x' }, /either region or area/],
  ['changes', { from: '2026-01-01', to: '2018-01-01' }, /is after/],
  ['search', { text: 'x', date: 'yesterday' }, /date/i],
  ['search', { text: '' }, /text/i],
])('%s %j is refused in words', async (name, args, words) => {
  const answer = await ask(name, args).catch((error: Error): Answer => ({
    isError: true,
    content: [{ type: 'text', text: error.message }],
  }))
  expect(answer.isError).toBe(true)
  expect(answer.content[0]!.text).toMatch(words)
})
