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
  },
}
