import type { Texts } from '../../../records/language.ts'

const sv = {
  title: 'Ladda ned allt',
  description: 'Alla öppna data i Spets i en fil, med historik, licens och kontrollsummor, och en katalog för den som skördar.',
  lead: 'Allt som Spets visar är öppna data (CC0) och får användas utan villkor. Ange gärna källan.',
  zip: 'Allt i en fil (zip)',
  zipText:
    'Varje tabell som CSV och JSON, alla som Excel, varje version av varje post, ordlistan som SKOS, licens, hur man citerar, och kontrollsummor.',
  xlsx: 'Alla tabeller i Excel',
  xlsxText: 'Ett blad för varje tabell. Koder är text, så att länskod 09 förblir 09.',
  api: 'API',
  apiText: 'För program: samma uppgifter som sidorna visar, dag för dag.',
  catalog: 'Katalogen (DCAT-AP-SE)',
  catalogText: 'För dataportalen och andra som skördar. Som',
  turtle: 'Ordlistan som länkade data (SKOS)',
  turtleText:
    'Varje region, lista, område, tema, begrepp och källa har en egen adress som svarar med sida, JSON eller länkade data.',
  cite: 'Så citerar du',
  citation: (day: string) => `Spets: prioriterade områden för smart specialisering i Sveriges regioner. Läget ${day}. CC0 1.0.`,
}

export const datasetsText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Download everything',
    description: 'All open data of Spets in one file, with history, licence and checksums, and a catalogue for harvesters.',
    lead: 'All that Spets shows is open data (CC0) and may be used without conditions. Please name the source.',
    zip: 'Everything in one file (zip)',
    zipText:
      'Each table as CSV and JSON, all as Excel, every version of every record, the thesaurus as SKOS, licence, how to cite, and checksums.',
    xlsx: 'All tables in Excel',
    xlsxText: 'A sheet for each table. Codes are text, so that county code 09 stays 09.',
    api: 'API',
    apiText: 'For programs: the same data as the pages show, day by day.',
    catalog: 'The catalogue (DCAT-AP-SE)',
    catalogText: 'For data portals and others who harvest. As',
    turtle: 'The thesaurus as linked data (SKOS)',
    turtleText:
      'Every region, list, area, theme, concept and source has an address of its own that answers with a page, JSON or linked data.',
    cite: 'How to cite',
    citation: (day) => `Spets: priority areas of smart specialisation in Sweden’s regions. As of ${day}. CC0 1.0.`,
  },
}
