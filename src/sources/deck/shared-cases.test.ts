import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { getShippedFacts } from '../facts/shipped-facts.ts'
import type { DeckDraft } from './deck-draft.ts'
import { parseDeck } from './parse-deck.ts'
import { readDeck } from './read-deck.ts'

/** Beside the repository, or beside the folder of its worktrees. */
const folders = ['../../../../shared/cases/', '../../../../../shared/cases/'].map((path) => new URL(path, import.meta.url))
const folder = folders.find((one) => existsSync(one)) ?? folders[0]!
const gazetteer = getShippedFacts().regions.map(({ code, name, county_name, region_name, name_variants }) => ({
  code,
  names: [name, county_name, region_name, ...name_variants],
}))

/** Regions by name with their areas, sub-items in brackets. */
const listsOf = (draft: DeckDraft): Record<string, string[]> =>
  Object.fromEntries(
    draft.regions.map(({ code, priorities }) => [
      gazetteer.find((entry) => entry.code === code)!.names[0]!,
      priorities.map(({ verbatimLabel, details }) =>
        details ? `${verbatimLabel} (${details.map(({ text }) => text).join('; ')})` : verbatimLabel,
      ),
    ]),
  )

const halland = ['Hälsa', 'Grön tillväxt']
const expected: Record<string, Record<string, string[]>> = {
  'd01-softbreak-placeholder.pptx': { Dalarna: ['Energieffektivt samhällsbyggande', 'Avancerad industri'] },
  'd03-softbreak-title.pptx': { 'Jämtland Härjedalen': ['Sport, turism, outdoor', 'Entreprenörskraft'] },
  'd04-softbreak-cover.pptx': { Dalarna: ['Avancerad industri'] },
  'd10-hidden-slide.pptx': { Halland: halland },
  'd11-hidden-shape.pptx': { Halland: halland },
  'd13-levels.pptx': { Örebro: ['Autonoma system (Robotik i gruvor; Självkörande lastare)', 'Livsmedel'] },
  'd14-footer.pptx': { Halland: halland, Kalmar: ['Mat', 'Trä'] },
  'd17-title-words.pptx': { Halland: halland, Kalmar: ['Mat'] },
  'd18-smartart.pptx': { Halland: halland },
  'd21-picture.pptx': { Halland: [], Kalmar: ['Mat'] },
  'd22-region-then-table.pptx': { Dalarna: ['Avancerad industri'], Uppsala: ['Life science', 'Energi/miljö'] },
  'd23-region-then-overview.pptx': { Dalarna: ['Avancerad industri'] },
  'd25-footer-first.pptx': { Halland: halland },
  'd27-label-and-description.pptx': {
    Värmland: ['Skoglig bioekonomi (Med fokus på nya material)', 'Systemlösningar med sol (I samverkan med Örebro)'],
  },
  'p01-two-columns.pdf': { Kronoberg: ['Träindustri', 'Konkurrenskraftig produktion'], Kalmar: ['Mat', 'Trä'] },
  'p02-hyphen.pdf': { Dalarna: ['Energieffektivt samhällsbyggande', 'Avancerad industri'] },
  'p05-footer.pdf': { Halland: halland, Kalmar: ['Mat'] },
  'p08-subbullets.pdf': { Örebro: ['Autonoma system (Robotik i gruvor; Självkörande lastare)', 'Livsmedel'] },
  'p09-table.pdf': { Halland: halland, Kalmar: ['Mat', 'Trä'] },
  'p11-region-then-table.pdf': { Dalarna: ['Avancerad industri'], Halland: halland },
  'q-cols.pdf': { Halland: halland, Kalmar: ['Mat', 'Trä'] },
  't03-symbol-bullets.txt': { Halland: halland, Kalmar: ['Mat', 'Trä'] },
  't05-hyphenated-wrap.txt': { Dalarna: ['Energieffektivt samhällsbyggande', 'Avancerad industri'] },
  't07-lettered.txt': { Halland: halland },
  't16-inline-list.txt': { Halland: halland, Kalmar: ['Mat', 'Trä'] },
  't19-ligature.txt': { Halland: ['Effektiv logistik', 'Biobaserade flöden'] },
  't22-nested.txt': { Örebro: ['Autonoma system (Robotik i gruvor; Självkörande lastare)', 'Livsmedel'] },
  't23-subheadings.txt': { Skåne: ['Tech', 'Life science', 'Smarta hållbara städer'], Halland: ['Hälsa'] },
  't25-quote-dash.txt': {
    Halland: ['"Hälsa" – nära vård', '’Grön’ tillväxt', '3D-utskrift', '5G', 'E-hälsa'],
  },
}

describe('the inputs that people have reported as trouble', () => {
  test.runIf(existsSync(folder)).each(Object.keys(expected))('%s', async (fileName) => {
    const draft = parseDeck(await readDeck(new Uint8Array(readFileSync(new URL(fileName, folder))), { fileName }), gazetteer)
    expect([draft.title, draft.place, draft.date]).toEqual(['Regionernas områden 2026', 'Falun', '2026-02-03'])
    expect(listsOf(draft)).toEqual(expected[fileName])
  })

  test.runIf(existsSync(folder))('have all a right answer here', () => {
    const decks = readdirSync(folder).filter((name) => /^[dpqt].*\.(pptx|pdf|txt)$/.test(name))
    expect(decks.toSorted()).toEqual(Object.keys(expected).toSorted())
  })
})
