import { countInWords } from '../../frame/format.ts'
import type { Texts } from '../../../records/language.ts'

const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase())

const sv = {
  heading: 'Vad satsar Sveriges regioner på?',
  lead: (areas: number, regions: number, joint: number) =>
    `${capital(countInWords(regions, 'sv'))} regioner, ${areas} prioriterade områden i deras egna listor${joint > 0 ? ` och ${joint} som flera regioner har valt tillsammans` : ''} – i regionernas egna ord, med källa och historia.`,
  description: (regions: number) =>
    `Karta och register över de områden som ${regions} regioner har valt för smart specialisering, med källor och historia.`,
  s3Sentence:
    'Smart specialisering (S3) betyder att en region väljer några få områden där den kan bli riktigt stark, och samlar kunskap, företag och pengar där.',
  s3More: 'Läs mer på en minut',
  s3Paragraphs: [
    'Tanken är enkel: ingen region kan vara bäst på allt. I stället för att sprida resurserna tunt letar regionen, tillsammans med företag, högskolor och det offentliga, efter det som den redan är bra på och som kan växa. Det samtalet kallas den entreprenöriella upptäcktsprocessen: det är de som är verksamma som visar var möjligheterna finns.',
    'Valet skrivs ned i en strategi, som följs upp och ändras när kunskapen växer. Inom EU är en sådan strategi ett villkor för vissa medel ur regionalfonden. I Sverige ansvarar varje region för sin egen strategi, så områdena ser olika ut: några är branscher, andra är tekniker, samhällsutmaningar eller sätt att arbeta. Breda eller tidiga val är inte fel, bara olika.',
    'Den här atlasen visar valen som regionerna själva uttrycker dem, varifrån uppgiften kommer, och hur valen har ändrats.',
  ],
  colourBy: 'Färga kartan efter',
  modes: { number: 'Antal områden', theme: 'Tema', changed: 'Vad som ändrats', evidence: 'Stöd i yrkena' },
  themeLabel: 'Tema',
  show: 'Visa',
  listHeading: 'Alla regioner',
  ours: 'Där regionens ord är på ett annat språk följer vår översättning, i kursiv stil.',
  noList: 'Ingen lista är känd den här dagen.',
  mapNumber: (most: number, regions: number) =>
    `Karta över ${regions} regioner, färgad efter hur många områden var och en har valt, som flest ${most}.`,
  mapTheme: (theme: string, count: number, regions: number) =>
    `${capital(countInWords(count, 'sv'))} av ${regions} regioner har ett område inom temat ${theme}.`,
  mapChanged: (since: string, changed: number, regions: number) =>
    `${capital(countInWords(changed, 'sv'))} av ${regions} regioner har ändrat sina områden sedan ${since}.`,
  themeOn: 'Har ett område inom temat',
  themeOff: 'Har inget',
  changed: 'Nya eller ändrade ord',
  restated: 'Samma ord, nyare källa',
  unknown: 'Ingen nyare lista känd',
  unread: 'Nyare lista finns, men är inte läst',
  areasUnknown: 'Okänt',
  unreadAreas: 'En lista finns, men dess områden är inte kända här.',
  newHeading: 'Senast inlästa listor',
  newMore: 'Allt som ändrats mellan två datum',
  themesHeading: 'Det regionerna väljer',
  themesNote:
    'Antal regioner som har minst ett område inom temat. Temana är satta av maskinen utifrån orden i områdets namn, som förslag.',
  allThemes: 'Alla teman',
  together: 'Tillsammans över regiongränserna',
  togetherRow: (members: string) => `${members} har valt områden gemensamt.`,
}

export const startText: Texts<typeof sv> = {
  sv,
  en: {
    heading: 'What are Sweden’s regions betting on?',
    lead: (areas: number, regions: number, joint: number) =>
      `${regions} regions, ${areas} priority areas in their own lists${joint > 0 ? ` and ${joint} that several regions have chosen together` : ''} – in the regions’ own words, with source and history.`,
    description: (regions: number) =>
      `A map and register of the areas that ${regions} regions have chosen for smart specialisation, with sources and history.`,
    s3Sentence:
      'Smart specialisation (S3) means that a region picks a few areas where it can become truly strong, and gathers knowledge, firms and money there.',
    s3More: 'Read more in a minute',
    s3Paragraphs: [
      'The idea is simple: no region can be best at everything. Rather than spread its resources thin, a region looks, together with firms, universities and public bodies, for what it is already good at and what can grow. That conversation is called the entrepreneurial discovery process: those who do the work show where the chances lie.',
      'The choice is written down in a strategy, which is followed up and changed as knowledge grows. In the EU such a strategy is a condition for some of the regional fund’s money. In Sweden every region answers for its own strategy, so the areas differ: some are industries, others technologies, challenges to society or ways of working. Broad or early choices are not faults, only different.',
      'This atlas shows the choices as the regions themselves put them, where each statement comes from, and how the choices have changed.',
    ],
    colourBy: 'Colour the map by',
    modes: { number: 'Number of areas', theme: 'Theme', changed: 'What changed', evidence: 'Backing' },
    themeLabel: 'Theme',
    show: 'Show',
    listHeading: 'All regions',
    ours: 'Where a region’s words are in another language, our translation follows in italics.',
    noList: 'No list is known on this day.',
    mapNumber: (most: number, regions: number) =>
      `A map of ${regions} regions, coloured by how many areas each has chosen, ${most} at most.`,
    mapTheme: (theme: string, count: number, regions: number) =>
      `${count} of ${regions} regions have an area within the theme ${theme}.`,
    mapChanged: (since: string, changed: number, regions: number) =>
      `${changed} of ${regions} regions have changed their areas since ${since}.`,
    themeOn: 'Has an area within the theme',
    themeOff: 'Has none',
    changed: 'New or changed words',
    restated: 'Same words, newer source',
    unknown: 'No newer list known',
    unread: 'A newer list exists but has not been read',
    areasUnknown: 'Unknown',
    unreadAreas: 'There is a list, but its areas are not known here.',
    newHeading: 'Lists most recently dated',
    newMore: 'All that changed between two dates',
    themesHeading: 'What the regions choose',
    themesNote:
      'Number of regions with at least one area within the theme. Themes are suggested by the machine from the words in the area’s name.',
    allThemes: 'All themes',
    together: 'Together across borders',
    togetherRow: (members: string) => `${members} have chosen areas together.`,
  },
}
