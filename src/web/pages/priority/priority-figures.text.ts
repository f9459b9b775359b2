import type { Texts } from '../../../records/language.ts'

interface Change {
  region: string
  from: string
  to: string
}

const sv = {
  topic: (year: string) => `Området i siffror, ${year}`,
  stripFinding: (field: string, common: string) => `${field} är ${common}`,
  partsFinding: (count: number) =>
    count === 2 ? 'Området förenar två fält, som mäts var för sig' : `Området förenar ${count} fält, som mäts var för sig`,
  mentionedFinding: (field: string, common: string) => `Vår beskrivning nämner ${field}: ${common}`,
  mentionedSentence:
    'Området självt går inte att mäta. Det som beskrivningen nämner är en andra läsning, inte regionens egna ord.',
  partsSentence: 'Inget yrke står för det där fälten möts, så området får ingen siffra som helhet.',
  stripSentence: (region: string, first: string) =>
    `Varje ring är ett län. Den fyllda är ${region}, det ljusa bandet visar osäkerheten och strecket där länet låg ${first}.`,
  stripDescription: (region: string) =>
    `En axel från en åttondel till sexton gånger landets andel, med en ring för varje län. ${region} är fylld och har ett band för osäkerheten.`,
  stripLegend: (region: string, first: string) =>
    `Fylld punkt: ${region}. Ringar: de andra länen. Band: 95 procents intervall. Streck: ${first}. Pil: utanför skalan. Logaritmisk skala.`,
  stripTable: 'Andel av de anställda i regionen delad med andelen i landet',
  describedNote: 'nämns i vår beskrivning',
  lineTopic: (from: string, to: string) => `Över tid, ${from}–${to}`,
  lineFinding: ({ region, from, to }: Change) =>
    from === to
      ? `Andelen är ${to} procent, som förut`
      : `Från ${from} till ${to} procent av alla anställda i ${region}`.replace('i Gotland', 'på Gotland'),
  lineSentence: ({ from, to, years }: { from: string; to: string; years: string }) =>
    from === to
      ? `I landet har andelen varit ${to} procent både först och sist (${years}).`
      : `I landet gick andelen från ${from} till ${to} procent (${years}).`,
  lineDescription: (region: string) => `Två linjer över åren: andelen av alla anställda i ${region} och i landet.`,
  lineLegend: 'Linjen bryts där något annat börjar räknas: jämför andelar och kvoter över brotten, inte antal.',
  lineTable: 'Anställda i dessa yrken år för år',
  missing: 'okänd',
  year: 'År',
  employees: 'Anställda',
  share: (region: string) => `Andel, ${region}`,
  nationShare: 'Andel, landet',
  quotient: 'Kvot',
  lower: 'Nedre gräns',
  upper: 'Övre gräns',
  first: (year: string) => `Kvot ${year}`,
  nation: 'Landet',
  region: 'Region',
  ownAreas: 'Områden i länets egen lista',
  listUnknown: 'listan är inte känd',
  regionsTopic: (field: string, year: string) => `${field} i alla län, ${year}`,
  regionsFinding: (names: string) => `Vanligast i ${names}`.replace('i Gotland', 'på Gotland'),
  regionsNone: 'Inget län sticker ut',
  regionsSentence: 'Från norr till söder, inte efter storlek. Bandet är bredast där få arbetar med detta.',
  regionsDescription: 'En rad för varje län från norr till söder, med en punkt på axeln och ett band för osäkerheten.',
  regionsTable: 'Kvoten i varje län, från norr till söder',
}

export const priorityFigureText: Texts<typeof sv> = {
  sv,
  en: {
    topic: (year: string) => `The area in figures, ${year}`,
    stripFinding: (field: string, common: string) => `${field}: ${common}`,
    partsFinding: (count: number) => `The area joins ${count === 2 ? 'two' : count} fields, which are measured one by one`,
    mentionedFinding: (field: string, common: string) => `Our description mentions ${field}: ${common}`,
    mentionedSentence:
      'The area itself cannot be measured. What the description mentions is a second reading, not the region’s own words.',
    partsSentence: 'No occupation speaks for where the fields meet, so the area has no figure as a whole.',
    stripSentence: (region: string, first: string) =>
      `Each ring is a county. The filled one is ${region}, the light band shows the uncertainty, and the line where it was in ${first}.`,
    stripDescription: (region: string) =>
      `An axis from an eighth to sixteen times the nation’s share, with a ring for each county. ${region} is filled and has a band for its uncertainty.`,
    stripLegend: (region: string, first: string) =>
      `Filled: ${region}. Rings: the other counties. Band: 95% interval. Line: ${first}. Arrow: outside the scale. Logarithmic scale.`,
    stripTable: 'Share of employees in the region over the share in the nation',
    describedNote: 'mentioned in our description',
    lineTopic: (from: string, to: string) => `Over time, ${from}–${to}`,
    lineFinding: ({ region, from, to }: Change) =>
      from === to ? `The share is ${to} percent, as before` : `From ${from} to ${to} percent of all employees in ${region}`,
    lineSentence: ({ from, to, years }: { from: string; to: string; years: string }) =>
      from === to
        ? `In the nation the share was ${to} percent both first and last (${years}).`
        : `In the nation the share went from ${from} to ${to} percent (${years}).`,
    lineDescription: (region: string) => `Two lines over the years: the share of all employees in ${region} and in the nation.`,
    lineLegend:
      'The line is broken where something else begins to be counted: compare shares and quotients across the breaks, not numbers.',
    lineTable: 'Employees in these occupations, year by year',
    missing: 'unknown',
    year: 'Year',
    employees: 'Employees',
    share: (region: string) => `Share, ${region}`,
    nationShare: 'Share, nation',
    quotient: 'Quotient',
    lower: 'Lower end',
    upper: 'Upper end',
    first: (year: string) => `Quotient ${year}`,
    nation: 'The nation',
    region: 'Region',
    ownAreas: 'Areas in the county’s own list',
    listUnknown: 'the list is not known',
    regionsTopic: (field: string, year: string) => `${field} in every county, ${year}`,
    regionsFinding: (names: string) => `Most common in ${names}`,
    regionsNone: 'No county stands out',
    regionsSentence: 'From north to south, not by size. The band is widest where few work with this.',
    regionsDescription: 'A row for each county from north to south, with a point on the axis and a band for its uncertainty.',
    regionsTable: 'The quotient of every county, from north to south',
  },
}
