import { countInWords } from '../../frame/format.ts'
import type { Texts } from '../../../records/language.ts'

const sv = {
  title: 'Hitta samarbeten',
  titleOf: (name: string) => `Samarbeten för ${name}`,
  description: 'Vilka regioner liknar varandra, vilka kompletterar varandra, och vilka tillsammans täcker några teman.',
  lead: 'Se vilka regioner som har valt något liknande, vad andra har som ni saknar, och vad ni själva har att ge. Förslagen är maskinens och bygger på regionernas egna ord; de är en början på ett samtal, ingen rangordning.',
  chooseRegion: 'Region',
  choose: 'Välj …',
  show: 'Visa förslag',
  partners: (n: number) => (n === 1 ? 'Börja med den här' : `Börja med de här ${countInWords(n, 'sv')}`),
  partnersOrder: 'I bokstavsordning. Maskinen har valt dem som ni har mest att tala med om, och visar skälen.',
  others: (n: number) => `De andra ${countInWords(n, 'sv')} regionerna, i bokstavsordning`,
  allOf: (name: string) => `Allt om er och ${name}`,
  theyHave: 'De har, ni saknar',
  youHave: 'Ni har, de saknar',
  network: {
    topic: 'Liknande områden, region för region',
    finding: (pairs: string, alike: number) =>
      `Mest lika varandra är ${pairs}, med ${countInWords(alike, 'sv')} par av liknande områden`,
    findingOf: (name: string, proposed: string | null) =>
      proposed ? `${name} har mest att tala om med ${proposed}` : `${name} har inget område som liknar andras`,
    sentence: (least: number) =>
      `Ett streck går mellan två regioner som har minst ${countInWords(least, 'sv')} par av liknande områden. Tryck på ett namn för att se den regionens förslag.`,
    sentenceOf: 'Tryck på ett annat namn för att se den regionens förslag.',
    description: 'Regionerna på en ring, de mest lika bredvid varandra, med streck mellan dem som har liknande områden.',
    note: 'Vad som är likt är maskinens förslag. Ordningen på ringen är ingen rangordning: de som har flest teman gemensamma är grannar.',
    legendOf: (name: string) =>
      `Blå streck går till förslagen, grå till andra som har något likt ${name}. Bredden är antalet par.`,
    table: 'Par av regioner med liknande områden',
    columns: { one: 'Region', other: 'Och', alike: 'Par av liknande områden' },
  },
  matrix: {
    anchor: 'matris',
    title: 'Regioner och teman',
    finding: (label: string, { most, alone }: { most: number; alone: number }) =>
      `${label} delas av ${countInWords(most, 'sv')} regioner; ${alone === 0 ? 'inget tema har bara en' : alone === 1 ? 'ett tema har bara en' : `${countInWords(alone, 'sv')} teman har bara en var`}`,
    help: 'En fylld ruta är ett område i regionens lista och leder dit. Tryck på en region för att se dess förslag, på ett tema för att ställa dess regioner först.',
    order: 'Ordning',
    orders: { alike: 'Lika intill varandra', north: 'Från norr', name: 'Namn' },
    region: 'Region',
    sortBy: (label: string) => `${label}: ställ regionerna med temat först`,
    source: 'Källa: regionernas listor. Temana är maskinens förslag där ingen har bestämt dem.',
  },
  asked: { region: 'Region', themes: 'Teman', member: 'Med', size: 'Antal regioner', day: 'Läget den' },
  answerAnchor: 'svar',
  chooseThemes: 'Kryssa för minst ett tema.',
  tooManyThemes: (asked: number, most: number) => `Ni har valt ${asked} teman. Välj högst ${most} och sök igen.`,
  unknownTheme: (asked: string) => `”${asked}” är inget tema.`,
  unknownSize: 'En grupp har 3, 4 eller 5 regioner.',
  unknownRegion: (asked: string) => `”${asked}” är ingen region.`,
  shared: 'Liknande val',
  complementsUs: (name: string) => `${name} kompletterar er, enligt siffrorna`,
  complementsThem: (name: string) => `Ni kompletterar ${name}, enligt siffrorna`,
  brings: (name: string) => `${name} har valt, intill något ni har valt`,
  gives: (name: string) => `Ni har valt, intill något ${name} har valt`,
  beside: 'intill det ni har i',
  besideTheirs: 'intill det de har i',
  area: {
    title: 'Partner för',
    help: 'Högst tre, en i varje region: områden som liknar det, helst med något det saknar. Maskinens förslag; en början på ett samtal.',
    none: 'Inget område i någon annan region är så likt att det är värt att föreslå.',
    brings: 'Skulle ta med sig',
    bringsSame: 'samma sak som ni: fler som kan den',
    complements: 'Kompletterar er, enligt siffrorna',
    cluster: 'Kluster',
    testBed: 'Testmiljö',
    contact: 'Fråga',
    askRegion: 'regionens ansvariga för smart specialisering',
    unknown: 'inget vi känner till',
  },
  byLand: 'Gränsar till er',
  acrossLake: 'Granne över vattnet',
  apart: 'Inte granne',
  joint: 'Samverkar redan i',
  countsUnknown: 'områdena är inte kända',
  nothingUnknown:
    'Områdena hos en av er är inte kända: en lista finns, men är inte läst. Vad ni delar eller saknar går inte att säga.',
  nothing: 'Inga liknande eller närliggande val.',
  counts: ({ shared, complements, beside }: Counts) =>
    [`${shared} liknande`, ...(complements > 0 ? [`${complements} kompletterande`] : []), `${beside} närliggande`].join(', '),
  overlap: 'Samma val som andra',
  overlapHelp:
    'Att flera regioner väljer samma tema kan läsas på två sätt. Risk: samma sak byggs på många ställen. Chans: tillsammans blir ni tillräckligt många för att synas i Europa. Frågan att ställa är vad var och en gör bäst.',
  overlapTheme: 'Tema',
  overlapRegions: 'Andra regioner med samma tema',
  overlapNone: 'ingen annan',
  group: 'Hitta en grupp',
  groupHelp: 'Tre till fem regioner som tillsammans täcker några teman, till exempel inför en ansökan. Välj högst sex teman.',
  groupFound: 'Grupper som passar',
  groupAsked: (themes: string) =>
    `Grupper som tillsammans täcker så mycket som möjligt av ${themes}. De som täcker mest, och helst dubbelt, står först.`,
  groupChange: 'Ändra teman, antal eller region',
  groupThemes: 'Teman som gruppen ska täcka',
  groupSize: 'Antal regioner',
  groupMust: 'Den här regionen ska vara med',
  groupAny: 'Vilka som helst',
  groupShow: 'Hitta grupper',
  groupNone: 'Ingen grupp täcker något av temana.',
  groupMissing: 'Saknas i gruppen',
  groupApart: 'Ingen av dem gränsar till någon annan i gruppen.',
  groupByLand: (pairs: string) => `${pairs} gränsar till varandra.`,
  groupAcrossLake: (pairs: string) => `${pairs} är grannar över vattnet.`,
  industriesBring: (name: string, areOccupations: boolean) =>
    `${areOccupations ? 'Yrken' : 'Verksamheter'} som ${name} är stark i och ni inte`,
  industriesGive: (name: string, areOccupations: boolean) =>
    `${areOccupations ? 'Yrken' : 'Verksamheter'} som ni är starka i och ${name} inte`,
  industryFacts: ({ quotient, percent, year }: IndustryFacts) =>
    `${quotient} gånger rikets andel${year ? ` (${year})` : ''}; ${percent} % av det som brukar finnas intill finns redan`,
  peers: 'Regioner med liknande struktur',
  peersHelp: (title: string) =>
    `De fem vars fördelning på verksamheter är mest lik, i bokstavsordning. Räknat på ${title}. De kan ha samma villkor, vad de än har valt.`,
  peersAlike: (activities: string) => `Båda har mer än riket av ${activities}.`,
  peersNone: 'Tabellen säger inget om den här regionen.',
  missingRegions: (names: string, count: number) =>
    count === 1 ? `En region finns inte i tabellen: ${names}.` : `${count} regioner finns inte i tabellen: ${names}.`,
  withStatistics: (title: string) => `Närhet mellan verksamheter är räknad på ${title}; resten bygger på teman.`,
  statistics: 'Ingen regional statistik är inläst, så förslagen bygger på teman och begrepp.',
  how: 'Så räknar vi',
}

interface Counts {
  shared: number
  complements: number
  /** Chosen by one and not by the other, without figures that show a complement. */
  beside: number
}

interface IndustryFacts {
  quotient: string
  percent: string
  year: string | null
}

export const matchText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Find partners',
    titleOf: (name: string) => `Partners for ${name}`,
    description: 'Which regions are similar, which complement each other, and which together cover a few themes.',
    lead: 'See which regions have chosen something similar, what others have that you lack, and what you have to give. The proposals are the machine’s and rest on the regions’ own words; they begin a conversation and are no ranking.',
    chooseRegion: 'Region',
    choose: 'Choose …',
    show: 'Show proposals',
    partners: (n: number) => (n === 1 ? 'Begin with this one' : `Begin with these ${countInWords(n, 'en')}`),
    partnersOrder: 'In alphabetical order. The machine chose those with whom you have most to talk about, and shows why.',
    others: (n: number) => `The other ${countInWords(n, 'en')} regions, in alphabetical order`,
    allOf: (name: string) => `All about you and ${name}`,
    theyHave: 'They have, you lack',
    youHave: 'You have, they lack',
    network: {
      topic: 'Areas alike, region by region',
      finding: (pairs: string, alike: number) =>
        `Most alike are ${pairs}, with ${countInWords(alike, 'en')} pairs of similar areas`,
      findingOf: (name: string, proposed: string | null) =>
        proposed ? `${name} has most to talk about with ${proposed}` : `${name} has no area that is like others`,
      sentence: (least: number) =>
        `A line joins two regions that have at least ${countInWords(least, 'en')} pairs of similar areas. Press a name to see that region’s proposals.`,
      sentenceOf: 'Press another name to see that region’s proposals.',
      description: 'The regions on a ring, the most alike beside each other, with lines between those that have areas alike.',
      note: 'What is alike is suggested by the machine. The order on the ring is no ranking: those with most themes in common are neighbours.',
      legendOf: (name: string) =>
        `Blue lines lead to the proposals, grey ones to others with something like ${name}. The width is the number of pairs.`,
      table: 'Pairs of regions with areas alike',
      columns: { one: 'Region', other: 'And', alike: 'Pairs of similar areas' },
    },
    matrix: {
      anchor: 'matrix',
      title: 'Regions and themes',
      finding: (label: string, { most, alone }: { most: number; alone: number }) =>
        `${label} is shared by ${countInWords(most, 'en')} regions; ${alone === 0 ? 'no theme has only one' : alone === 1 ? 'one theme has only one' : `${countInWords(alone, 'en')} themes have only one each`}`,
      help: 'A filled square is an area in the region’s list and leads to it. Press a region to see its proposals, a theme to put its regions first.',
      order: 'Order',
      orders: { alike: 'Alike side by side', north: 'From the north', name: 'Name' },
      region: 'Region',
      sortBy: (label: string) => `${label}: put the regions with this theme first`,
      source: 'Source: the regions’ lists. Themes are suggested by the machine where nobody has decided them.',
    },
    asked: { region: 'Region', themes: 'Themes', member: 'With', size: 'Number of regions', day: 'As of' },
    answerAnchor: 'answer',
    chooseThemes: 'Tick at least one theme.',
    tooManyThemes: (asked: number, most: number) => `You have chosen ${asked} themes. Choose at most ${most} and search again.`,
    unknownTheme: (asked: string) => `“${asked}” is no theme.`,
    unknownSize: 'A group has 3, 4 or 5 regions.',
    unknownRegion: (asked: string) => `“${asked}” is no region.`,
    shared: 'Similar choices',
    complementsUs: (name: string) => `${name} complements you, by the figures`,
    complementsThem: (name: string) => `You complement ${name}, by the figures`,
    brings: (name: string) => `${name} has chosen, beside something you have chosen`,
    gives: (name: string) => `You have chosen, beside something ${name} has chosen`,
    beside: 'beside what you have in',
    besideTheirs: 'beside what they have in',
    area: {
      title: 'Partners for',
      help: 'Three at most, one a region: areas that are alike, best with something it lacks. Suggested by the program; the beginning of a talk.',
      none: 'No area of another region is so alike that it is worth suggesting.',
      brings: 'Would bring',
      bringsSame: 'the same as you: more who know it',
      complements: 'Complements you, by the figures',
      cluster: 'Cluster',
      testBed: 'Test site',
      contact: 'Ask',
      askRegion: 'whoever is in charge of smart specialisation at the region',
      unknown: 'none that we know of',
    },
    byLand: 'Neighbour',
    acrossLake: 'Neighbour across the water',
    apart: 'Not a neighbour',
    joint: 'Already work together in',
    countsUnknown: 'areas not known',
    nothingUnknown:
      'The areas of one of you are not known: there is a list, but it has not been read. What you share or lack cannot be said.',
    nothing: 'No similar or complementary choices.',
    counts: ({ shared, complements, beside }: Counts) =>
      [`${shared} similar`, ...(complements > 0 ? [`${complements} complementary`] : []), `${beside} nearby`].join(', '),
    overlap: 'The same choice as others',
    overlapHelp:
      'That several regions choose the same theme can be read in two ways. Risk: the same thing is built in many places. Chance: together you are enough to be seen in Europe. The question to ask is what each does best.',
    overlapTheme: 'Theme',
    overlapRegions: 'Other regions with the same theme',
    overlapNone: 'no other',
    group: 'Find a group',
    groupHelp: 'Three to five regions that together cover a few themes, for an application say. Choose at most six themes.',
    groupFound: 'Groups that fit',
    groupAsked: (themes: string) =>
      `Groups that together cover as much as possible of ${themes}. Those that cover most, twice over if they can, come first.`,
    groupChange: 'Change themes, number or region',
    groupThemes: 'Themes the group should cover',
    groupSize: 'Number of regions',
    groupMust: 'This region takes part',
    groupAny: 'Any',
    groupShow: 'Find groups',
    groupNone: 'No group covers any of the themes.',
    groupMissing: 'Missing in the group',
    groupApart: 'None of them borders on another in the group.',
    groupByLand: (pairs: string) => `${pairs} border on each other.`,
    groupAcrossLake: (pairs: string) => `${pairs} are neighbours across the water.`,
    industriesBring: (name: string, areOccupations: boolean) =>
      `${areOccupations ? 'Occupations' : 'Activities'} that ${name} is strong in and you are not`,
    industriesGive: (name: string, areOccupations: boolean) =>
      `${areOccupations ? 'Occupations' : 'Activities'} that you are strong in and ${name} is not`,
    industryFacts: ({ quotient, percent, year }: IndustryFacts) =>
      `${quotient} times the nation’s share${year ? ` (${year})` : ''}; ${percent}% of what tends to be near it is there already`,
    peers: 'Regions of a similar structure',
    peersHelp: (title: string) =>
      `The five whose shares of activities are most similar, in alphabetical order. Computed from ${title}. They may share your conditions, whatever they have chosen.`,
    peersAlike: (activities: string) => `Both have more than the nation of ${activities}.`,
    peersNone: 'The table says nothing of this region.',
    missingRegions: (names: string, count: number) =>
      count === 1 ? `One region is not in the table: ${names}.` : `${count} regions are not in the table: ${names}.`,
    withStatistics: (title: string) => `Relatedness between activities is computed from ${title}; the rest goes by themes.`,
    statistics: 'No regional statistics are loaded, so the proposals go by themes and concepts.',
    how: 'How this is calculated',
  },
}
