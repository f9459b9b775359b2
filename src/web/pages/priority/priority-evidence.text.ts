import { lowerFirst } from '../../../language/lower-first.ts'
import type { Texts } from '../../../records/language.ts'

const sv = {
  heading: 'Belägg i statistiken',
  verdicts: {
    backed: 'Tydligt stöd i yrkena',
    asNation: 'Ungefär som i landet',
    notBacked: 'Mindre än i landet',
  },
  parts: 'Fälten var för sig',
  described: 'Det som beskrivningen nämner',
  describedNote: 'Beskrivningen är vår, inte regionens egna ord. Varje fält räknas för sig.',
  count: 'Anställda',
  quotient: 'Kvot',
  missing: 'uppgift saknas',
  occupations: (count: number) => (count === 1 ? 'Ett yrke räknas' : `${count} yrken räknas`),
  occupation: 'Yrke',
  occupationTable: 'Yrkena som räknas',
  code: 'SSYK',
  inNation: 'I landet',
  why: 'Varför just dessa',
  growth: (from: string, to: string) => `Förändring ${from}–${to}`,
  growthWords: (own: string, set: string, all: string) =>
    `${own} procent i regionen, ${set} i landet i samma yrken och ${all} i alla yrken.`,
  method: 'Så räknas det',
  json: 'Belägget som JSON',
  elsewhere: {
    heading: (field: string) => `Andra län som är starka i ${lowerFirst(field)}`,
    note: (year: string) =>
      `Kvot ${year} med 95 procents intervall; bara län där hela intervallet är över 1. Från norr till söder, ingen rangordning.`,
    none: 'Inget annat län är tydligt över landets andel.',
    listed: 'Har det i sin egen lista',
    notListed: 'Har det inte i sin lista',
    unknown: 'Listan är inte känd här',
  },
}

export const priorityEvidenceText: Texts<typeof sv> = {
  sv,
  en: {
    heading: 'Evidence in the statistics',
    verdicts: {
      backed: 'Clear backing in the occupations',
      asNation: 'About as in the nation',
      notBacked: 'Less than in the nation',
    },
    parts: 'The fields one by one',
    described: 'What the description mentions',
    describedNote: 'The description is ours, not the region’s own words. Each field is measured by itself.',
    count: 'Employees',
    quotient: 'Quotient',
    missing: 'missing',
    occupations: (count: number) => (count === 1 ? 'One occupation is counted' : `${count} occupations are counted`),
    occupation: 'Occupation',
    occupationTable: 'The occupations counted',
    code: 'SSYK',
    inNation: 'In the nation',
    why: 'Why these',
    growth: (from: string, to: string) => `Change ${from}–${to}`,
    growthWords: (own: string, set: string, all: string) =>
      `${own} percent in the region, ${set} in the nation in the same occupations and ${all} in all occupations.`,
    method: 'How it is computed',
    json: 'The evidence as JSON',
    elsewhere: {
      heading: (field: string) => `Other counties strong in ${lowerFirst(field)}`,
      note: (year: string) =>
        `Quotient in ${year} with its 95% interval; only counties whose whole interval is above 1. From north to south, no ranking.`,
      none: 'No other county is clearly above the nation’s share.',
      listed: 'Have it in their own list',
      notListed: 'Do not have it in their list',
      unknown: 'The list is not known here',
    },
  },
}
