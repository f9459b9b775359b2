import { joinWords } from '../../../language/join-words.ts'
import { upperFirst } from '../../../language/upper-first.ts'
import type { Texts } from '../../../records/language.ts'
import { countInWords } from '../../frame/format.ts'

/** How many regions can be compared at once. */
export const mostCompared = 4

interface Told {
  names: string
  /** The themes that two or more of them have; of many the last word is how many more there are. */
  shared: readonly string[]
  sharedCount: number
  /** Themes that only one has, by region. */
  single: readonly { name: string; themes: readonly string[] }[]
}

const sv = {
  title: 'Jämför regioner',
  titleOf: (names: string) => `Jämför ${names}`,
  lead: 'Två till fyra regioner sida vid sida: deras egna ord, och teman de delar.',
  sentence: ({ names, shared, sharedCount, single }: Told) =>
    [
      shared.length === 0
        ? `${names} delar inget tema.`
        : `${names} delar ${sharedCount === 1 ? 'ett tema' : `${countInWords(sharedCount, 'sv')} teman`}: ${joinWords(shared, 'sv')}.`,
      ...single.map(({ name, themes }) => `Bara ${name} har ${joinWords(themes, 'sv')}.`),
    ].join(' '),
  more: (n: number) => `${countInWords(n, 'sv')} till`,
  figure: {
    topic: (year: string) => `Områdena i siffror, ${year}`,
    finding: (measured: number) =>
      `${measured === 1 ? 'Ett område' : `${upperFirst(countInWords(measured, 'sv'))} områden`} går att mäta i båda länens yrken`,
    findingMany: (measured: number) =>
      `${measured === 1 ? 'Ett område' : `${upperFirst(countInWords(measured, 'sv'))} områden`} går att mäta i alla länens yrken`,
    sentence:
      'Fylld punkt är den region som har området, öppen blå är de andra som jämförs, och de svaga ringarna är övriga län. Bandet är osäkerheten.',
    description: 'En rad för varje mätbart område: länen som ringar på en axel, de som jämförs med bokstäver.',
    legend: (letters: string) =>
      `${letters}. Band: 95 procents intervall. Logaritmisk skala. Vilka yrken som hör till ett område är vår läsning.`,
    table: 'Områden som går att mäta',
    columns: { region: 'Region', area: 'Område', field: 'Mått' },
    quotient: (name: string) => `Kvot, ${name}`,
  },
  description: 'Jämför två till fyra regioners prioriterade områden sida vid sida.',
  choose: (n: number) => `Region ${n}`,
  none: 'Välj …',
  show: 'Jämför',
  needTwo: 'Välj minst två regioner.',
  tooMany: 'Högst fyra regioner kan jämföras på en gång.',
  words: 'Regionernas egna ord',
  shared: 'Teman som delas',
  sharedNone: 'Inga teman delas av de valda regionerna.',
  sharedNote:
    'Att två regioner väljer samma sak kan vara en risk (dubbelarbete) eller en chans (kritisk massa). Temana är maskinens förslag.',
  only: 'Teman som bara en av dem har',
  theme: 'Tema',
  noList: 'Ingen lista känd den här dagen.',
  unread: 'En lista finns, men dess områden är inte kända här.',
  unknown: 'okänt',
  unknownNote: (names: string) => `Områdena är inte kända för ${names}. Vilka teman som delas där går inte att säga.`,
}
export const compareText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Compare regions',
    titleOf: (names: string) => `Compare ${names}`,
    lead: 'Two to four regions side by side: their own words, and the themes they share.',
    sentence: ({ names, shared, sharedCount, single }: Told) =>
      [
        shared.length === 0
          ? `${names} share no theme.`
          : `${names} share ${sharedCount === 1 ? 'one theme' : `${countInWords(sharedCount, 'en')} themes`}: ${joinWords(shared, 'en')}.`,
        ...single.map(({ name, themes }) => `Only ${name} has ${joinWords(themes, 'en')}.`),
      ].join(' '),
    more: (n: number) => `${countInWords(n, 'en')} more`,
    figure: {
      topic: (year: string) => `The areas in figures, ${year}`,
      finding: (measured: number) =>
        `${measured === 1 ? 'One area' : `${upperFirst(countInWords(measured, 'en'))} areas`} can be measured in the occupations of both counties`,
      findingMany: (measured: number) =>
        `${measured === 1 ? 'One area' : `${upperFirst(countInWords(measured, 'en'))} areas`} can be measured in the occupations of all the counties`,
      sentence:
        'A full point is the region that has the area, an open blue one the others compared, and the faint rings all other counties. The band is the uncertainty.',
      description: 'A row for each area that can be measured: the counties as rings on an axis, those compared with letters.',
      legend: (letters: string) =>
        `${letters}. Band: 95% interval. Logarithmic scale. Which occupations belong to an area is our reading.`,
      table: 'Areas that can be measured',
      columns: { region: 'Region', area: 'Area', field: 'Measure' },
      quotient: (name: string) => `Quotient, ${name}`,
    },
    description: 'Compare the priority areas of two to four regions side by side.',
    choose: (n: number) => `Region ${n}`,
    none: 'Choose …',
    show: 'Compare',
    needTwo: 'Choose at least two regions.',
    tooMany: 'At most four regions can be compared at once.',
    words: 'The regions’ own words',
    shared: 'Themes they share',
    sharedNone: 'The chosen regions share no theme.',
    sharedNote:
      'That two regions choose the same thing can be a risk (duplication) or a chance (critical mass). Themes are suggested by the machine.',
    only: 'Themes that only one of them has',
    theme: 'Theme',
    noList: 'No list known on this day.',
    unread: 'There is a list, but its areas are not known here.',
    unknown: 'unknown',
    unknownNote: (names: string) => `The areas of ${names} are not known. Which themes are shared there cannot be said.`,
  },
}
