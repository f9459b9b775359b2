import { countInWords, formatNumber } from '../../frame/format.ts'
import type { Texts } from '../../../records/language.ts'

const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase())

const sv = {
  eyebrow: 'Region',
  description: (name: string, count: number) =>
    `${name}: ${count} prioriterade områden för smart specialisering, med regionens egna ord, källor och historia.`,
  descriptionUnknown: (name: string) =>
    `${name}: områdena för smart specialisering i den lista som gäller är inte kända här. Tidigare listor, källor och historia.`,
  lead: (name: string, count: number) =>
    `${name} har ${countInWords(count, 'sv')} ${count === 1 ? 'prioriterat område' : 'prioriterade områden'} i den lista som gäller.`,
  leadPast: (name: string, count: number, period: string) =>
    `${name} har ${countInWords(count, 'sv')} ${count === 1 ? 'prioriterat område' : 'prioriterade områden'} i den senast kända listan, från programperioden ${period} som är slut.`,
  leadNone: (name: string) => `För ${name} är ingen lista känd den här dagen.`,
  leadUnknown: (name: string, since: string) =>
    `${name} har en nyare strategi, men dess områden är inte kända för oss sedan ${since}.`,
  contacts: 'Att fråga',
  clusterUnknown: 'Vad det blev efter programmet är inte känt.',
  now: 'Områden nu',
  onTheDay: 'Områden den dagen',
  thenAndNow: 'Då och nu',
  thenAndNowNote: 'Varje kolumn är en lista, i regionens egna ord; kursiv text är vår översättning.',
  finding: ({ kept, fresh, over }: { kept: number; fresh: number; over: number }) =>
    [
      `${capital(countInWords(kept, 'sv'))} ${kept === 1 ? 'område går' : 'områden går'} tillbaka till en tidigare lista`,
      fresh > 0 ? `${countInWords(fresh, 'sv')} är ${fresh === 1 ? 'nytt' : 'nya'}` : null,
      over > 0 ? `${countInWords(over, 'sv')} har inte fått någon känd fortsättning` : null,
    ]
      .filter(Boolean)
      .join(', '),
  findingUnread: 'Den senaste listan är inte läst, så vad som blev av områdena är inte känt',
  partners: 'Partner',
  allPartners: (name: string) => `Regioner som liknar eller kompletterar ${name}`,
  partnersByArea: 'Tre partner för ett område:',
  oneList: 'Bara en lista är känd. Det finns inget senare att jämföra med.',
  joint: 'Valt tillsammans med andra',
  jointWith: (names: string) => `Tillsammans med ${names}`,
  clusters: 'Kluster',
  clusterProgramme: 'Deltog i',
  neighbours: 'Grannar',
  acrossWater: 'över vatten',
  noNeighbours: 'Inga landgränser.',
  sources: 'Källor',
  factNames: {
    regionName: 'Regional organisation',
    countyName: 'Län',
    code: 'Länskod (SCB)',
    nuts: 'NUTS 3 / NUTS 2',
    city: 'Residensstad',
    municipalities: 'Kommuner',
    population: 'Folkmängd',
    area: 'Landareal',
  },
  population: (year: number, persons: number) => `${formatNumber(persons, 'sv')} (${year})`,
  area: (km2: number) => `${formatNumber(km2, 'sv')} km²`,
  mapDescription: (name: string) => `${name} på Sverigekartan.`,
  compare: 'Jämför med en annan region',
  compareNeighbours: 'Jämför med grannarna',
  history: 'Alla versioner av posten',
  confirm: 'Bekräfta listan',
  json: 'Regionen som JSON',
  brief: 'På en sida (PDF, Word)',
  csv: 'Områdena som CSV (Excel)',
  evidenceUnknown: 'Tydliga styrkor, vad som växt fram, möjliga nästa steg och län som liknar',
  evidence: 'Styrkor som ingen valt, vad som växt fram, möjliga nästa steg och län som liknar',
}

export const regionText: Texts<typeof sv> = {
  sv,
  en: {
    eyebrow: 'Region',
    description: (name: string, count: number) =>
      `${name}: ${count} priority areas for smart specialisation, in the region’s own words, with sources and history.`,
    descriptionUnknown: (name: string) =>
      `${name}: the areas for smart specialisation in the list in force are not known here. Earlier lists, sources and history.`,
    lead: (name: string, count: number) =>
      `${name} has ${countInWords(count, 'en')} priority ${count === 1 ? 'area' : 'areas'} in the list in force.`,
    leadPast: (name: string, count: number, period: string) =>
      `${name} has ${countInWords(count, 'en')} priority ${count === 1 ? 'area' : 'areas'} in the latest known list, of the programme period ${period}, which is over.`,
    leadNone: (name: string) => `No list is known for ${name} on this day.`,
    leadUnknown: (name: string, since: string) =>
      `${name} has a newer strategy, but its areas have been unknown to us since ${since}.`,
    contacts: 'Whom to ask',
    clusterUnknown: 'What became of it after the programme is not known.',
    now: 'Areas now',
    onTheDay: 'Areas on that day',
    thenAndNow: 'Then and now',
    thenAndNowNote: 'Each column is one list, in the region’s own words; text in italics is our translation.',
    finding: ({ kept, fresh, over }: { kept: number; fresh: number; over: number }) =>
      [
        `${capital(countInWords(kept, 'en'))} ${kept === 1 ? 'area goes' : 'areas go'} back to an earlier list`,
        fresh > 0 ? `${countInWords(fresh, 'en')} ${fresh === 1 ? 'is' : 'are'} new` : null,
        over > 0 ? `${countInWords(over, 'en')} ${over === 1 ? 'has' : 'have'} no known continuation` : null,
      ]
        .filter(Boolean)
        .join(', '),
    findingUnread: 'The latest list has not been read, so what became of the areas is not known',
    partners: 'Partners',
    allPartners: (name: string) => `Regions like ${name}, or complementary to it`,
    partnersByArea: 'Three partners for an area:',
    oneList: 'Only one list is known. There is nothing later to compare with.',
    joint: 'Chosen together with others',
    jointWith: (names: string) => `Together with ${names}`,
    clusters: 'Clusters',
    clusterProgramme: 'Took part in',
    neighbours: 'Neighbours',
    acrossWater: 'across water',
    noNeighbours: 'No land borders.',
    sources: 'Sources',
    factNames: {
      regionName: 'Regional authority',
      countyName: 'County',
      code: 'County code (SCB)',
      nuts: 'NUTS 3 / NUTS 2',
      city: 'County seat',
      municipalities: 'Municipalities',
      population: 'Population',
      area: 'Land area',
    },
    population: (year: number, persons: number) => `${formatNumber(persons, 'en')} (${year})`,
    area: (km2: number) => `${formatNumber(km2, 'en')} km²`,
    mapDescription: (name: string) => `${name} on the map of Sweden.`,
    compare: 'Compare with another region',
    compareNeighbours: 'Compare with its neighbours',
    history: 'All versions of the record',
    confirm: 'Confirm the list',
    json: 'The region as JSON',
    brief: 'On one page (PDF, Word)',
    csv: 'The areas as CSV (Excel)',
    evidenceUnknown: 'Clear strengths, what has grown, possible next steps and counties alike',
    evidence: 'Strengths that nobody chose, what has grown, possible next steps and counties alike',
  },
}
