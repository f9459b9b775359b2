import type { Texts } from '../../../records/language.ts'

const sv = {
  topic: (year: string) => `Yrkena som en karta, ${year}`,
  finding: (linked: number, lit: number) =>
    linked === lit
      ? `Alla ${lit} särskilda styrkor ligger intill en annan styrka`
      : `${linked} av ${lit} särskilda styrkor ligger intill en annan styrka`,
  findingAlone: 'Den särskilda styrkan ligger för sig själv',
  findingNone: 'Inget yrke som skiljer länen åt är en tydlig styrka',
  sentence: (region: string) =>
    `Varje punkt är ett yrke som skiljer länen åt. Ett streck binder yrken som samma län brukar vara starka i, så grannar på kartan hör ihop. Det som lyser är styrkor ${region}, stora efter hur många som arbetar med dem.`,
  description:
    'Ett nät av omkring 200 yrken. Regionens styrkor är stora punkter med namn, övriga yrken små. Streck mellan två styrkor är blå.',
  legend: {
    known: 'Fylld: ett område handlar om yrket. Ring: inget område gör det. Streckad ring: ett möjligt nästa steg.',
    partly:
      'Fylld: ett känt område handlar om yrket. Ring: inget känt område gör det, men bara en del av listan är känd. Streckad ring: ett möjligt nästa steg.',
    unknown:
      'Ring: en styrka. Regionens områden är inte kända här, så det går inte att säga om något handlar om yrket. Streckad ring: ett möjligt nästa steg.',
  },
  legendEnd: 'Kartan är densamma för alla län och år; vad som är upp eller ner betyder inget.',
  occupation: 'Yrke',
  mark: 'Vad det är',
  employees: 'Anställda',
  quotient: 'Kvot',
  nearest: 'Grannar på kartan',
  marks: {
    chosen: 'styrka, ett område handlar om den',
    open: 'styrka, inget område handlar om den',
    step: 'möjligt nästa steg',
    other: 'annat',
  },
  strength: 'styrka',
  people: 'anställda',
}

export const spaceFigureText: Texts<typeof sv> = {
  sv,
  en: {
    topic: (year: string) => `The occupations as a map, ${year}`,
    finding: (linked: number, lit: number) =>
      linked === lit
        ? `All ${lit} distinct strengths lie beside another strength`
        : `${linked} of ${lit} distinct strengths lie beside another strength`,
    findingAlone: 'The one distinct strength lies by itself',
    findingNone: 'No occupation that tells counties apart is a clear strength',
    sentence: (region: string) =>
      `Each point is an occupation that tells counties apart. A line joins occupations that the same counties tend to be strong in, so neighbours on the map belong together. What is lit are strengths ${region}, as large as the number of people in them.`,
    description:
      'A network of some 200 occupations. The region’s strengths are large named points, other occupations small. Lines between two strengths are blue.',
    legend: {
      known: 'Filled: an area is about the occupation. Ring: no area is. Dashed ring: a possible next step.',
      partly:
        'Filled: a known area is about the occupation. Ring: no known area is, but only part of the list is known. Dashed ring: a possible next step.',
      unknown:
        'Ring: a strength. The region’s areas are not known here, so it cannot be said whether any is about it. Dashed ring: a possible next step.',
    },
    legendEnd: 'The map is the same for all counties and years; up and down mean nothing.',
    occupation: 'Occupation',
    mark: 'What it is',
    employees: 'Employees',
    quotient: 'Quotient',
    nearest: 'Neighbours on the map',
    marks: {
      chosen: 'strength that an area is about',
      open: 'strength that no area is about',
      step: 'possible next step',
      other: 'other',
    },
    strength: 'strength',
    people: 'employees',
  },
}
