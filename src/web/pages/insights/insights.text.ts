import type { Texts } from '../../../records/language.ts'

const sv = {
  menu: 'Insikter',
  title: 'Insikter',
  heading: 'Det ingen valde',
  description:
    'Vilka av regionernas största specialiseringar 2017 hade inget område i listorna från 2018, vilka hör till ett område i en senare lista och hur står de nu?',
  noData: 'Ingen statistik är inläst.',
  topic: (from: string, to: string) => `Styrkor utan område, ${from} och ${to}`,
  finding: (without: string, all: string) => `${without} av ${all} stora specialiseringar hade inget område 2018`,
  note: (largest: number) =>
    `För varje region de ${largest} tydligaste specialiseringarna bland yrken som inte finns överallt, chefer undantagna, med minst 60 anställda. Ett yrke hör till ett område när områdets teman eller begrepp mäts med det; en strategi kan ha goda skäl att välja annat.`,
  multiplesDescription:
    'Ett litet diagram för varje region från norr till söder: kvoten år för år för den största specialiseringen som inget område handlade om 2018. Linjen vid 1 är landet.',
  multiplesTopic: (from: string, to: string) => `Den största som ingen valde, i varje region, ${from}–${to}`,
  multiplesFinding: (grown: string, all: string) => `${grown} av ${all} har växt sedan 2017`,
  multiplesSentence:
    'Kvot mot landet år för år, alla på samma logaritmiska axel. Blått: yrket hör till ett område i en senare lista.',
  multiplesLegend: 'Linjen bryts 2020 och 2023, då annat började räknas.',
  slopeTopic: (year: string) => `Hör till ett senare område, ${year}`,
  slopeFinding: (count: string) => `${count} hör till ett område i en senare lista`,
  slopeSentence: (shown: number, all: number) =>
    `Kvoten 2017 och nu, för yrken som inget område handlade om 2018 men som ett område i en senare lista mäts med. Listorna nämner områden, inte yrken.${shown < all ? ` Bilden visar de ${shown} av ${all} som har högst kvot nu; tabellen har alla.` : ''}`,
  slopeDescription: 'En linje för varje yrke mellan två år, på en axel av kvoter.',
  table: 'Region för region',
  tableNote:
    'De största specialiseringarna 2017 som inget område i listan från 2018 handlade om. Regionens namn leder till allt belägg.',
  columns: {
    region: 'Region',
    occupation: 'Yrke',
    before: 'Kvot 2017',
    now: (year: string) => `Kvot ${year}`,
    employees: 'Anställda 2017',
    takenUp: 'Område i en senare lista',
    standing: 'Nu',
  },
  standing: { above: 'tydligt över landet', same: 'ungefär som landet', below: 'under landet', missing: 'uppgift saknas' },
  nobody: 'inget område',
  unread: 'okänt: den nyare listan är inte läst i sin helhet',
  mentioned: 'nämns i vår beskrivning av',
  all: 'Alla de största hade ett område.',
  noList: 'Ingen lista är känd för 2018.',
  json: 'Allt som JSON',
  one: 'landet',
}

export const insightsText: Texts<typeof sv> = {
  sv,
  en: {
    menu: 'Insights',
    title: 'Insights',
    heading: 'What nobody chose',
    description:
      'Which of the regions’ largest specialisations of 2017 had no area in the lists of 2018, which belong to an area of a later list, and how do they stand now?',
    noData: 'No statistics are loaded.',
    topic: (from: string, to: string) => `Strengths without an area, ${from} and ${to}`,
    finding: (without: string, all: string) => `${without} of ${all} large specialisations had no area in 2018`,
    note: (largest: number) =>
      `For each region the ${largest} clearest specialisations among occupations that are not found everywhere, managers left out, with at least 60 employees. An occupation belongs to an area when the area’s themes or concepts are measured by it; a strategy may have good reasons to choose otherwise.`,
    multiplesDescription:
      'A small chart for each region from north to south: the quotient year by year of the largest specialisation that no area was about in 2018. The line at 1 is the nation.',
    multiplesTopic: (from: string, to: string) => `The largest that nobody chose, in each region, ${from}–${to}`,
    multiplesFinding: (grown: string, all: string) => `${grown} of ${all} have grown since 2017`,
    multiplesSentence:
      'Quotient against the nation year by year, all on the same logarithmic axis. Blue: it belongs to an area of a later list.',
    multiplesLegend: 'The line is broken in 2020 and 2023, when something else began to be counted.',
    slopeTopic: (year: string) => `Belongs to a later area, ${year}`,
    slopeFinding: (count: string) => `${count} belong to an area of a later list`,
    slopeSentence: (shown: number, all: number) =>
      `The quotient in 2017 and now, for occupations that no area was about in 2018 but that an area of a later list is measured by. Lists name areas, not occupations.${shown < all ? ` The picture shows the ${shown} of ${all} with the highest quotients now; the table has all.` : ''}`,
    slopeDescription: 'A line for each occupation between two years, on an axis of quotients.',
    table: 'Region by region',
    tableNote:
      'The largest specialisations of 2017 that no area of the list of 2018 was about. The region’s name leads to all evidence.',
    columns: {
      region: 'Region',
      occupation: 'Occupation',
      before: 'Quotient 2017',
      now: (year: string) => `Quotient ${year}`,
      employees: 'Employees 2017',
      takenUp: 'Area of a later list',
      standing: 'Now',
    },
    standing: { above: 'clearly above the nation', same: 'about as the nation', below: 'below the nation', missing: 'missing' },
    nobody: 'no area',
    unread: 'unknown: the newer list has not been read as a whole',
    mentioned: 'mentioned in our description of',
    all: 'All of the largest had an area.',
    noList: 'No list is known for 2018.',
    json: 'All as JSON',
    one: 'the nation',
  },
}
