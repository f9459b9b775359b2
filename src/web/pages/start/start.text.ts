import { countInWords } from '../../frame/format.ts'
import type { Texts } from '../../../records/language.ts'

const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase())

/** How many regions, as a word: «region» is common gender. */
const regionsInWords = (count: number): string => (count === 1 ? 'en' : countInWords(count, 'sv'))

const sv = {
  heading: 'Vad satsar Sveriges regioner på?',
  description: (regions: number) =>
    `Karta och register över de områden som ${regions} regioner har valt för smart specialisering, med källor och historia.`,
  guideHeading: 'Så läser du Spets',
  guideSteps: [
    ['Börja på kartan.', 'Vid varje region står det som är mest dess eget. Välj ett tema, så visar kartan vilka som har det.'],
    ['Gå till en region.', 'Överst står då och nu: varje rad är vad som blev av ett område.'],
    ['Läs regionens egna ord.', 'De står som i källan. Kursiv text är vår översättning.'],
    ['Se hur säkert det är.', 'Streckat är vårt förslag. ”Inte mätbart” är också ett svar, och aldrig en nolla.'],
    ['Ta med dig det.', 'Varje sida har källa och datum, och går att hämta som data, skriva ut eller se som en annan dag.'],
  ],
  s3Heading: 'Vad är smart specialisering?',
  s3Sentence:
    'Smart specialisering (S3) betyder att en region väljer några få områden där den kan bli riktigt stark, och samlar kunskap, företag och pengar där.',
  s3More: 'Läs mer på en minut',
  s3Paragraphs: [
    'Tanken är enkel: ingen region kan vara bäst på allt. I stället för att sprida resurserna tunt letar regionen, tillsammans med företag, högskolor och det offentliga, efter det som den redan är bra på och som kan växa. Det samtalet kallas den entreprenöriella upptäcktsprocessen: det är de som är verksamma som visar var möjligheterna finns.',
    'Valet skrivs ned i en strategi, som följs upp och ändras när kunskapen växer. Inom EU är en sådan strategi ett villkor för vissa medel ur regionalfonden. I Sverige ansvarar varje region för sin egen strategi, så områdena ser olika ut: några är branscher, andra är tekniker, samhällsutmaningar eller sätt att arbeta. Breda eller tidiga val är inte fel, bara olika.',
    'Den här atlasen visar valen som regionerna själva uttrycker dem, varifrån uppgiften kommer, och hur valen har ändrats.',
  ],
  mapLabel: 'Karta',
  colourBy: 'Färga kartan efter',
  modes: { own: 'Det mest egna', theme: 'Tema', evidence: 'Stöd i yrkena', fresh: 'Färskhet', changed: 'Ändrat' },
  moreThemes: 'Fler teman',
  show: 'Visa',
  listHeading: (regions: number, areas: number) => `${regions} regioner, ${areas} områden i deras egna listor`,
  listJoint: (areas: number) => `${areas} områden till har flera regioner valt tillsammans.`,
  listNote:
    'Områdena i regionernas egna ord. Fetstil: det mest egna. Prickarna visar de vanligaste temana, satta av programmet utifrån orden.',
  listColumns: { region: 'Region', words: 'Områden, i regionens egna ord', date: 'Listan är från' },
  hasTheme: 'har',
  tilesHeading: 'Det många delar',
  tilesNote: (regions: number, since: string | null) =>
    `Antal av ${regions} regioner${since ? `, och skillnad mot bildspelet ${since.slice(0, 4)}` : ''}. Välj ett tema.`,
  ownHeading: 'Det mest egna i varje region',
  ownNote: 'Det av regionens områden vars tema färrest andra har valt, i regionens egna ord.',
  themeNow: (count: number, regions: number) => `${count} av ${regions} regioner, i sina egna ord.`,
  themeThen: (count: number, since: string) => `I bildspelet ${since.slice(0, 4)}: ${count}.`,
  openTheme: 'Öppna temat',
  backToOwn: 'Tillbaka till det mest egna',
  evidenceHeading: 'Stöd i yrkena',
  freshHeading: 'Så färska är listorna',
  changedHeading: (since: string) => `Ändrat sedan ${since}`,
  answerShared: (names: string, { least, most, regions }: { least: number; most: number; regions: number }) =>
    `${capital(names)} är vanligast: ${least === most ? most : `${least}–${most}`} av ${regions} regioner har valt dem.`,
  answerUnique: (pairs: readonly (readonly [string, string])[]) =>
    `${pairs.map(([theme, region], at) => (at === 0 ? `${capital(theme)} har bara ${region}` : `${theme} bara ${region}`)).join('; ')}.`,
  ours: 'Där regionens ord är på ett annat språk följer vår översättning, i kursiv stil.',
  noList: 'Ingen lista är känd den här dagen.',
  mapOwn: (regions: number) =>
    `Karta över ${regions} regioner. Vid varje region finns det område vars tema färrest andra har valt; färgen är temats familj.`,
  mapFresh: (dated: number, regions: number, newest: string) =>
    `${capital(regionsInWords(dated))} av ${regions} regioner har en lista med känt datum. Den nyaste är från ${newest}.`,
  mapTheme: (theme: string, count: number, regions: number) =>
    `${capital(regionsInWords(count))} av ${regions} regioner har ett område inom temat ${theme}.`,
  mapChanged: (since: string, changed: number, regions: number) =>
    `${capital(regionsInWords(changed))} av ${regions} regioner har ändrat sina områden sedan ${since}.`,
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
  together: 'Tillsammans över regiongränserna',
  togetherRow: (members: string) => `${members} har valt områden gemensamt.`,
  noListShort: 'Ingen känd lista',
  noTheme: 'Inget säkert tema',
  undated: 'Odaterad',
  listFrom: (date: string) => `Från ${date}`,
  statedAgain: (date: string) => `Bekräftad ${date}`,
  added: 'Nytt',
  dropped: 'Borta',
  areasNotRead: 'Områdena är inte kända här.',
  first: 'Första kända listan',
  noneNew: 'Inget område är nytt eller borta.',
  slopeHeading: (theme: string) => `${theme} har vuxit mest`,
  slopeSentence: (theme: string, then: number, now: number) =>
    `${theme}: ${regionsInWords(then)} ${then === 1 ? 'region' : 'regioner'} i bildspelet 2018, ${regionsInWords(now)} nu.`,
  slopeNote:
    'Regioner per tema i bildspelet 2018-01-31 och i listorna nu. Inga år däremellan är kända, så linjen visar bara de två.',
  slopeThen: '2018',
  slopeNow: 'nu',
  freshSentence: (newest: string, oldest: string, undated: number) =>
    `Nyast är ${newest}, äldst ${oldest}. ${undated === 1 ? 'En lista' : `${capital(countInWords(undated, 'sv'))} listor`} saknar datum.`,
  confirmedNone: 'Ingen region har bekräftat sin lista här än.',
  confirmedSome: (count: number) =>
    `${count === 1 ? 'En region har själv' : `${capital(countInWords(count, 'sv'))} regioner har själva`} bekräftat sin lista.`,
  freshNote: 'Fylld ruta: dagen är känd. Tom: bara året eller månaden. Streckad: odaterad. Bokstäverna är länens.',
  freshOnMap: 'Se färskheten på kartan',
  questionsHeading: 'Frågor och svar',
  doorsLabel: 'Vägar in',
  doors: {
    politician: ['Politiker', 'Min region på en sida'],
    strategist: ['Strateg', 'Hitta tre partner för ett område'],
    company: ['Företag', 'Var passar vi in? Två minuter'],
    researcher: ['Forskare', 'Hämta allt, med historia och källor'],
    abroad: ['Partner abroad', 'Find Swedish regions by theme'],
  },
  asks: {
    alone: 'Vad har bara en region valt?',
    aloneAnswer: (pairs: string) => `${pairs}.`,
    rising: 'Vad har blivit vanligare sedan 2018?',
    risingAnswer: (themes: string) => `${capital(themes)}.`,
    together: 'Vilka har valt tillsammans?',
    newest: 'Vem ändrade sin lista senast?',
    newestAnswer: (owner: string, date: string) => `${owner}, ${date}.`,
    heard: 'Vad bad regionerna staten om?',
    heardAnswer:
      'Bland annat om tydligare styrning, mötesplatser och analyser. Alla önskemål finns samlade, med det svar som är känt.',
  },
}

/** A theme's label up to its first comma or "och", where there is little room. */
export const shortLabel = (label: string): string => label.replace(/(?:,| och | and ).*$/, '')

export const startText: Texts<typeof sv> = {
  sv,
  en: {
    heading: 'What are Sweden’s regions betting on?',
    description: (regions: number) =>
      `A map and register of the areas that ${regions} regions have chosen for smart specialisation, with sources and history.`,
    guideHeading: 'How to read Spets',
    guideSteps: [
      ['Begin with the map.', 'Beside each region is what is most its own. Choose a theme, and the map shows who has it.'],
      ['Go to a region.', 'It opens with then and now: each row is what became of an area.'],
      ['Read the region’s own words.', 'They are as in the source. Italics are our translation.'],
      ['See how sure it is.', 'Dashed is our suggestion. “Not measurable” is an answer too, and never a zero.'],
      ['Take it with you.', 'Every page has source and date, and can be had as data, printed, or seen as of another day.'],
    ],
    s3Heading: 'What is smart specialisation?',
    s3Sentence:
      'Smart specialisation (S3) means that a region picks a few areas where it can become truly strong, and gathers knowledge, firms and money there.',
    s3More: 'Read more in a minute',
    s3Paragraphs: [
      'The idea is simple: no region can be best at everything. Rather than spread its resources thin, a region looks, together with firms, universities and public bodies, for what it is already good at and what can grow. That conversation is called the entrepreneurial discovery process: those who do the work show where the chances lie.',
      'The choice is written down in a strategy, which is followed up and changed as knowledge grows. In the EU such a strategy is a condition for some of the regional fund’s money. In Sweden every region answers for its own strategy, so the areas differ: some are industries, others technologies, challenges to society or ways of working. Broad or early choices are not faults, only different.',
      'This atlas shows the choices as the regions themselves put them, where each statement comes from, and how the choices have changed.',
    ],
    mapLabel: 'Map',
    colourBy: 'Colour the map by',
    modes: { own: 'Most its own', theme: 'Theme', evidence: 'Backing', fresh: 'Freshness', changed: 'Changes' },
    moreThemes: 'More themes',
    show: 'Show',
    listHeading: (regions: number, areas: number) => `${regions} regions, ${areas} areas in their own lists`,
    listJoint: (areas: number) => `${areas} more areas have been chosen by several regions together.`,
    listNote:
      'The areas in the regions’ own words. Bold: most the region’s own. The dots show the most common themes, suggested by the program from the words.',
    listColumns: { region: 'Region', words: 'Areas, in the region’s own words', date: 'List from' },
    hasTheme: 'has',
    tilesHeading: 'What many share',
    tilesNote: (regions: number, since: string | null) =>
      `Out of ${regions} regions${since ? `, and the difference from the deck of ${since.slice(0, 4)}` : ''}. Choose a theme.`,
    ownHeading: 'What is most each region’s own',
    ownNote: 'The one of its areas whose theme the fewest others have chosen, in the region’s own words.',
    themeNow: (count: number, regions: number) => `${count} of ${regions} regions, in their own words.`,
    themeThen: (count: number, since: string) => `In the deck of ${since.slice(0, 4)}: ${count}.`,
    openTheme: 'Open the theme',
    backToOwn: 'Back to what is most their own',
    evidenceHeading: 'Backing in the occupations',
    freshHeading: 'How fresh the lists are',
    changedHeading: (since: string) => `Changed since ${since}`,
    answerShared: (names: string, { least, most, regions }: { least: number; most: number; regions: number }) =>
      `${capital(names)} are the most common: ${least === most ? most : `${least}–${most}`} of ${regions} regions have chosen them.`,
    answerUnique: (pairs: readonly (readonly [string, string])[]) =>
      `${pairs.map(([theme, region], at) => (at === 0 ? `Only ${region} has ${theme}` : `only ${region} ${theme}`)).join('; ')}.`,
    ours: 'Where a region’s words are in another language, our translation follows in italics.',
    noList: 'No list is known on this day.',
    mapOwn: (regions: number) =>
      `A map of ${regions} regions. Beside each is the area whose theme the fewest others have chosen; the colour is the family of the theme.`,
    mapFresh: (dated: number, regions: number, newest: string) =>
      `${capital(countInWords(dated, 'en'))} of ${regions} regions have a list whose date is known. The newest is from ${newest}.`,
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
    together: 'Together across borders',
    togetherRow: (members: string) => `${members} have chosen areas together.`,
    noListShort: 'No list known',
    noTheme: 'No sure theme',
    undated: 'Undated',
    listFrom: (date: string) => `From ${date}`,
    statedAgain: (date: string) => `Confirmed ${date}`,
    added: 'New',
    dropped: 'Gone',
    areasNotRead: 'Its areas are not known here.',
    first: 'First list known',
    noneNew: 'No area is new or gone.',
    slopeHeading: (themes: string) => `Most growth: ${themes}`,
    slopeSentence: (theme: string, then: number, now: number) =>
      `${theme}: ${countInWords(then, 'en')} regions in the deck of 2018, ${countInWords(now, 'en')} now.`,
    slopeNote:
      'Regions by theme in the deck of 2018-01-31 and in the lists now. No years between are known, so the line shows the two only.',
    slopeThen: '2018',
    slopeNow: 'now',
    freshSentence: (newest: string, oldest: string, undated: number) =>
      `The newest is ${newest}, the oldest ${oldest}. ${capital(countInWords(undated, 'en'))} lists have no date.`,
    confirmedNone: 'No region has confirmed its list here yet.',
    confirmedSome: (count: number) =>
      `${capital(countInWords(count, 'en'))} ${count === 1 ? 'region has' : 'regions have'} confirmed the list themselves.`,
    freshNote: 'Filled: the day is known. Empty: only the year or month. Dashed: undated. The letters are the counties’.',
    freshOnMap: 'See the freshness on the map',
    questionsHeading: 'Questions and answers',
    doorsLabel: 'Ways in',
    doors: {
      politician: ['Politician', 'My region on one page'],
      strategist: ['Strategist', 'Find three partners for an area'],
      company: ['Company', 'Where do we fit? Two minutes'],
      researcher: ['Researcher', 'Get it all, with history and sources'],
      abroad: ['Partner abroad', 'Find Swedish regions by theme'],
    },
    asks: {
      alone: 'What has only one region chosen?',
      aloneAnswer: (pairs: string) => `${pairs}.`,
      rising: 'What has become more common since 2018?',
      risingAnswer: (themes: string) => `${capital(themes)}.`,
      together: 'Who has chosen together?',
      newest: 'Who changed its list last?',
      newestAnswer: (owner: string, date: string) => `${owner}, ${date}.`,
      heard: 'What did the regions ask of the state?',
      heardAnswer:
        'Among other things clearer steering, places to meet and analyses. All wishes are gathered, with the answer that is known.',
    },
  },
}
