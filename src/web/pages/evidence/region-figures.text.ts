import { endSentence } from '../../../language/end-sentence.ts'
import type { Texts } from '../../../records/language.ts'

const sv = {
  areasTopic: (year: string) => `Områdena i siffror, ${year}`,
  areasBacked: (backed: string, measured: string, _number: number) =>
    `${backed} av ${measured} mätbara områden har tydligt stöd i yrkena`,
  areasOne: {
    yes: 'Det enda mätbara området har tydligt stöd i yrkena',
    no: 'Det enda mätbara området saknar tydligt stöd i yrkena',
  },
  areasNone: 'Inget av områdena går att mäta i yrken',
  areasNoneWhole: 'Inget av områdena går att mäta som helhet',
  areasByField: (count: string, _number: number) => `${count} mäts fält för fält`,
  areasUnknown: 'Områdena är inte kända',
  areasAside: (count: string) => `${count} går inte att mäta`,
  areasSentence: (region: string, first: string) =>
    `Varje ring är ett län. Fylld punkt är ${region}, det ljusa bandet osäkerheten och strecket ${first}. Ett svagt mått är inget fel: ett område kan vara nytt eller litet.`,
  areasDescription: (region: string) =>
    `En rad för varje område: 21 län som ringar på en axel från en åttondel till sexton gånger landets andel, ${region} fylld, eller skälet till att området inte går att mäta.`,
  areasLegend:
    'Band: 95 procents intervall. Pil: utanför skalan. Logaritmisk skala. Vilka yrken som hör till ett område är vår läsning, inte regionens.',
  areasTable: 'Områdena i den senast kända listan',
  area: 'Område',
  field: 'Mått',
  reason: 'Skäl',
  workTopic: (year: string) => `Vad länet arbetar med, ${year}`,
  workFinding: (strong: string, chosen: string) =>
    `${strong} av 100 arbetar i länets särskilda styrkor, varav ${chosen} i yrken som ett område handlar om`,
  workFindingUnknown: (strong: string) => `${strong} av 100 arbetar i länets särskilda styrkor`,
  workLegendUnknown: (rest: string) =>
    `Regionens områden är inte kända här, så det går inte att säga vilka av yrkena de handlar om. De andra ${rest} av 100 är inte med i bilden.`,
  workDescriptionUnknown: 'En yta för länets särskilda styrkor, delad i yrken.',
  workSentence: (region: string) =>
    `Varje ruta är ett yrke som är tydligt vanligare ${region} än i landet, bland dem som skiljer länen åt. Rutan är stor efter hur många som arbetar med det.`,
  workDescription:
    'En yta för länets särskilda styrkor, delad i yrken som ett område handlar om och yrken som inget område handlar om.',
  workLegend: (rest: string) =>
    `Mörkt: något område handlar om yrket, genom sitt namn eller vår beskrivning. Ljust: inget område gör det. De andra ${rest} av 100 är inte med i bilden.`,
  people: 'anställda',
  share: 'Andel av alla',
  areaAbout: 'Område som handlar om yrket',
  notChosenTopic: (year: string) => `Styrkor som inget område handlar om, ${year}`,
  notChosenFinding: (label: string, quotient: string) =>
    `${label}: ${quotient} gånger landets andel, och inget område handlar om det`,
  notChosenNone: 'Varje tydlig styrka hör till något valt område',
  notChosenSentence: ({ count, region, shown, first, mentioned }: NotChosen) =>
    `${count} yrken är tydligt vanligare ${region} än i landet utan att något område i listan handlar om dem. Här är de ${shown} tydligaste (med högst nedre gräns), ordnade efter kvot; strecket är ${first}.${mentioned}`,
  unsettledTopic: (year: string) => `Tydliga styrkor, ${year}`,
  unsettledFinding: (label: string, quotient: string) => `${label}: ${quotient} gånger landets andel`,
  unsettledNone: 'Inget yrke är en tydlig styrka',
  unsettledSentence: ({ count, region, shown, first }: NotChosen) =>
    `${count} yrken är tydligt vanligare ${region} än i landet. Regionens områden är inte kända här, så det går inte att säga vilka av yrkena de handlar om. Här är de ${shown} tydligaste (med högst nedre gräns), ordnade efter kvot; strecket är ${first}.`,
  partlySentence: ({ count, region, shown, first, mentioned }: NotChosen) =>
    `${count} yrken är tydligt vanligare ${region} än i landet utan att något känt område handlar om dem. Källan visar bara en del av regionens lista, så ett område kan göra det. Här är de ${shown} tydligaste (med högst nedre gräns), ordnade efter kvot; strecket är ${first}.${mentioned}`,
  workLegendPartly: (rest: string) =>
    `Mörkt: något känt område handlar om yrket, genom sitt namn eller vår beskrivning. Ljust: inget känt område gör det, men bara en del av listan är känd. De andra ${rest} av 100 är inte med i bilden.`,
  notChosenDescription: 'En stapel för varje yrke från landets andel till regionens, med intervall.',
  grewTopic: (from: string, to: string) => `Växte fram, ${from}–${to}`,
  grewFinding: ({ label, from, to, jumpYear }: Grew) =>
    `${label}: från ${from} till ${to} gånger landets andel${jumpYear ? `, mest år ${jumpYear}` : ''}`,
  nobody: 'inga anställda',
  grewNone: 'Inget yrke har gått från under landets andel till en tydlig styrka',
  grewSentence: (count: number, region: string, from: string) =>
    `${count === 1 ? 'Ett yrke' : `${count} yrken`} var mindre vanliga ${region} än i landet ${from} och är nu en tydlig styrka. De som växte över flera år kommer först. Ett årtal inom parentes är det år som ensamt står för mer än hälften av ändringen: yrken kan då ha kodats om. Brott i räkningen 2020 och 2023 kan också ligga bakom en del.`,
  grewDescription: 'En linje för varje yrke mellan två år, på en axel av kvoter.',
  stepsTopic: (year: string) => `Möjliga nästa steg, ${year}`,
  stepsFinding: (names: string) => `Nära det som redan finns: ${names}`,
  stepsNone: 'Inget yrke ligger nära nog för att föreslå',
  stepsSentence: ({ shown, inStep, inNation }: Steps) =>
    `${shown} yrken som är mindre vanliga här än i landet. Till höger: mycket av det som brukar finnas tillsammans med yrket finns redan. Högre upp: det är sällsyntare och finns där mycket annat finns. Bara yrken som något tema eller begrepp mäts med, med minst ${inStep} anställda i länet och ${inNation} i landet, som inte finns överallt.`,
  stepsDescription: 'En punkt för varje yrke: vågrätt hur mycket nära som redan finns, lodrätt hur komplext yrket är.',
  stepsWords: { right: 'närmare det som redan finns', top: 'mer komplext', corner: 'nära och komplext' },
  nearTo: 'Nära',
  peersTopic: (year: string) => `Strukturella likar, ${year}`,
  peersFinding: (names: string) => `Mest lika: ${names}`,
  peersSentence: (region: string, peer: string, alike: string) =>
    endSentence(`${region} och ${peer} har båda mer än landet av ${alike}`),
  peersDescription: 'De 20 andra länen som ringar på en linje, de närmaste till vänster.',
  peersWords: { near: 'samma yrken', far: 'andra yrken' },
  occupation: 'Yrke',
  employees: 'Anställda',
  quotient: 'Kvot',
  lower: 'Nedre gräns',
  upper: 'Övre gräns',
  first: (year: string) => `Kvot ${year}`,
  jumpYear: 'År med mer än halva ändringen',
  density: 'Närhet',
  complexityRank: 'Komplexitet, plats',
  because: 'Därför att här finns',
  region: 'Region',
  distance: 'Avstånd (Jensen–Shannon)',
  mentioned: ({ count, words }: Mentioned) =>
    count === 0
      ? ''
      : count === 1
        ? ` En tydlig styrka till hör till ett område, fast namnet inte visar det: ${words}.`
        : ` ${count} tydliga styrkor till hör till ett område, fast namnet inte visar det, tydligast ${words}.`,
}

interface Grew {
  label: string
  from: string
  to: string
  jumpYear: string | null
}

interface Mentioned {
  count: number
  words: string
}

interface NotChosen {
  count: number
  region: string
  shown: number
  first: string
  mentioned: string
}

interface Steps {
  shown: number
  inStep: number
  inNation: number
}

export const regionFigureText: Texts<typeof sv> = {
  sv,
  en: {
    areasTopic: (year: string) => `The areas in figures, ${year}`,
    areasBacked: (backed: string, measured: string, number: number) =>
      `${backed} of ${measured} measurable areas ${number === 1 ? 'has' : 'have'} clear backing in the occupations`,
    areasOne: {
      yes: 'The only measurable area has clear backing in the occupations',
      no: 'The only measurable area lacks clear backing in the occupations',
    },
    areasNone: 'None of the areas can be measured by occupations',
    areasNoneWhole: 'None of the areas can be measured as a whole',
    areasByField: (count: string, number: number) => `${count} ${number === 1 ? 'is' : 'are'} measured field by field`,
    areasUnknown: 'The areas are not known',
    areasAside: (count: string) => `${count} cannot be measured`,
    areasSentence: (region: string, first: string) =>
      `Each ring is a county. The filled point is ${region}, the light band the uncertainty, and the line ${first}. A weak figure is no fault: an area may be new or small.`,
    areasDescription: (region: string) =>
      `A row for each area: 21 counties as rings on an axis from an eighth to sixteen times the nation’s share, ${region} filled, or the reason why the area cannot be measured.`,
    areasLegend:
      'Band: 95% interval. Arrow: outside the scale. Logarithmic scale. Which occupations belong to an area is our reading, not the region’s.',
    areasTable: 'The areas of the latest known list',
    area: 'Area',
    field: 'Measured by',
    reason: 'Reason',
    workTopic: (year: string) => `What the county works with, ${year}`,
    workFinding: (strong: string, chosen: string) =>
      `${strong} of 100 work in the county’s distinct strengths, ${chosen} of them in occupations that an area is about`,
    workFindingUnknown: (strong: string) => `${strong} of 100 work in the county’s distinct strengths`,
    workLegendUnknown: (rest: string) =>
      `The region’s areas are not known here, so it cannot be said which of the occupations they are about. The other ${rest} of 100 are not in the picture.`,
    workDescriptionUnknown: 'An area for the county’s distinct strengths, divided into occupations.',
    workSentence: (region: string) =>
      `Each rectangle is an occupation that is clearly more common ${region} than in the nation, among those that tell counties apart. It is as large as the number of people in it.`,
    workDescription:
      'An area for the county’s distinct strengths, divided into occupations that an area is about and occupations that none is about.',
    workLegend: (rest: string) =>
      `Dark: some area is about the occupation, by its name or our description. Light: no area is. The other ${rest} of 100 are not in the picture.`,
    people: 'employees',
    share: 'Share of all',
    areaAbout: 'Area that is about it',
    notChosenTopic: (year: string) => `Strengths that no area is about, ${year}`,
    notChosenFinding: (label: string, quotient: string) =>
      `${label}: ${quotient} times the nation’s share, and no area is about it`,
    notChosenNone: 'Every clear strength belongs to a chosen area',
    notChosenSentence: ({ count, region, shown, first, mentioned }: NotChosen) =>
      `${count} occupations are clearly more common ${region} than in the nation without any area of the list being about them. Here are the ${shown} clearest (with the highest lower ends), ordered by quotient; the line is ${first}.${mentioned}`,
    unsettledTopic: (year: string) => `Clear strengths, ${year}`,
    unsettledFinding: (label: string, quotient: string) => `${label}: ${quotient} times the nation’s share`,
    unsettledNone: 'No occupation is a clear strength',
    unsettledSentence: ({ count, region, shown, first }: NotChosen) =>
      `${count} occupations are clearly more common ${region} than in the nation. The region’s areas are not known here, so it cannot be said which of the occupations they are about. Here are the ${shown} clearest (with the highest lower ends), ordered by quotient; the line is ${first}.`,
    partlySentence: ({ count, region, shown, first, mentioned }: NotChosen) =>
      `${count} occupations are clearly more common ${region} than in the nation without any known area being about them. The source shows only part of the region’s list, so an area may be. Here are the ${shown} clearest (of the highest lower limit), by quotient; the line is ${first}.${mentioned}`,
    workLegendPartly: (rest: string) =>
      `Dark: some known area is about the occupation, by its name or our description. Light: no known area is, but only part of the list is known. The other ${rest} of 100 are not in the picture.`,
    notChosenDescription: 'A bar for each occupation from the nation’s share to the region’s, with its interval.',
    grewTopic: (from: string, to: string) => `Grew, ${from}–${to}`,
    grewFinding: ({ label, from, to, jumpYear }: Grew) =>
      `${label}: from ${from} to ${to} times the nation’s share${jumpYear ? `, mostly in ${jumpYear}` : ''}`,
    nobody: 'no employees',
    grewNone: 'No occupation has gone from below the nation’s share to a clear strength',
    grewSentence: (count: number, region: string, from: string) =>
      `${count === 1 ? 'One occupation was' : `${count} occupations were`} less common ${region} than in the nation in ${from} and ${count === 1 ? 'is' : 'are'} now a clear strength. Those that grew over several years come first. A year in brackets is one that alone makes more than half of the change: occupations may then have been coded anew. Breaks in the counting in 2020 and 2023 may be behind some of it too.`,
    grewDescription: 'A line for each occupation between two years, on an axis of quotients.',
    stepsTopic: (year: string) => `Possible next steps, ${year}`,
    stepsFinding: (names: string) => `Near what is here already: ${names}`,
    stepsNone: 'No occupation is near enough to suggest',
    stepsSentence: ({ shown, inStep, inNation }: Steps) =>
      `${shown} occupations that are less common here than in the nation. To the right: much of what is usually found with the occupation is here already. Higher up: it is rarer, and found where much else is. Only occupations that some theme or concept is measured by, with at least ${inStep} employees in the county and ${inNation} in the nation, and that are not found everywhere.`,
    stepsDescription: 'A point for each occupation: across, how much near it is here already; up, how complex it is.',
    stepsWords: { right: 'nearer what is here already', top: 'more complex', corner: 'near and complex' },
    nearTo: 'Near',
    peersTopic: (year: string) => `Structural peers, ${year}`,
    peersFinding: (names: string) => `Most alike: ${names}`,
    peersSentence: (region: string, peer: string, alike: string) =>
      endSentence(`${region} and ${peer} both have more than the nation of ${alike}`),
    peersDescription: 'The 20 other counties as rings on a line, the nearest to the left.',
    peersWords: { near: 'the same occupations', far: 'other occupations' },
    occupation: 'Occupation',
    employees: 'Employees',
    quotient: 'Quotient',
    lower: 'Lower end',
    upper: 'Upper end',
    first: (year: string) => `Quotient ${year}`,
    jumpYear: 'Year with more than half of the change',
    density: 'Nearness',
    complexityRank: 'Complexity, place',
    because: 'Because here are',
    region: 'Region',
    distance: 'Distance (Jensen–Shannon)',
    mentioned: ({ count, words }: Mentioned) =>
      count === 0
        ? ''
        : count === 1
          ? ` One more clear strength belongs to an area whose name does not show it: ${words}.`
          : ` ${count} more clear strengths belong to an area whose name does not show it, the clearest ${words}.`,
  },
}
