import { describe, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { shippedSnapshot } from '../themes/testing/shipped-snapshot.ts'
import { matchRegister, RegisterError } from './match-companies.ts'

const snapshot = shippedSnapshot('2026-11-01')

async function matchesOf(...pieces: (string | Buffer)[]): Promise<Record<string, string>[]> {
  let text = ''
  const input = (async function* () {
    yield* pieces
  })()
  for await (const part of matchRegister(snapshot, input, { most: 2, lang: 'sv' })) text += part
  return parse(text, { columns: true })
}

describe('a register of companies', () => {
  test('gives a row a match, own region first, with the reason', async () => {
    const rows = await matchesOf('id,sni,text,municipality\n1,,Vi hyvlar lister,Nässjö\n')
    expect(rows[0]).toMatchObject({ id: '1', region: '06', scope: 'own', priority: 'Skogsnäring och träförädling' })
    expect(rows[0]!['reason']).toContain('hyvlar')
    expect(rows.map(({ scope }) => scope)).toEqual(['own', 'own', 'elsewhere', 'elsewhere'])
  })

  test('is read whichever way it is cut, with semicolons and letters of two bytes', async () => {
    const bytes = Buffer.from('\ufeffOrgnr;Kommun;Beskrivning\r\n556;Växjö;"Trähus; till kommuner"\r\n')
    const whole = await matchesOf(bytes)
    expect(whole[0]).toMatchObject({ id: '556', place: 'Växjö', region: '07' })
    for (const at of [1, 17, 31, 45]) expect(await matchesOf(bytes.subarray(0, at), bytes.subarray(at))).toEqual(whole)
  })

  test('a company that fits nothing has a row that says so, and so has an unknown place or code', async () => {
    const rows = await matchesOf('id,sni,text,kommun\n1,,xyzzyx,Atlantis\n2,00001,Hotell,Åre\n')
    expect(rows[0]).toMatchObject({ id: '1', priority: '', problem: 'place not known: Atlantis; fits no area' })
    expect(rows[1]).toMatchObject({ id: '2', problem: 'SNI not known: 00001' })
  })

  test('what a spreadsheet would run stays text', async () => {
    expect((await matchesOf('id,text\n=1+1,Hotell\n'))[0]!['id']).toBe("'=1+1")
  })

  test('a register that cannot be read is refused with what is missing, or the line', async () => {
    await expect(matchesOf('name,city\nA,B\n')).rejects.toThrow(RegisterError)
    await expect(matchesOf('name,city\nA,B\n')).rejects.toThrow('needs a column text or sni')
    await expect(matchesOf('')).rejects.toThrow('empty')
    await expect(matchesOf('id,text\n1,a,b\n')).rejects.toThrow(/line 2/i)
  })
})
