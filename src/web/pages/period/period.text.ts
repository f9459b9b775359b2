import type { Texts } from '../../../records/language.ts'

const sv = {
  title: 'Programperioder',
  lead: 'EU:s medel delas ut i perioder om sju år. Regionernas listor hör till den period som de skrevs för.',
  description: 'Regionernas listor ordnade efter EU:s programperiod.',
  heading: (label: string) => `Programperioden ${label}`,
  span: (from: string, to: string) => `Från ${from} till ${to}`,
  sentence: (lists: number, regions: number, areas: number) =>
    `${lists} listor från ${regions} regioner, med ${areas} områden, är kända för perioden.`,
  lists: 'Listorna',
  inForce: 'gäller',
  lastKnown: 'den senast kända listan',
  earlier: 'har ersatts',
  joint: 'Samverkansområden',
  missing: 'Regioner utan känd lista för perioden',
  missingNote: 'Att ingen lista är känd betyder inte att regionen saknar strategi.',
  notFound: 'Programperioden finns inte.',
  open: 'Se listorna',
}

export const periodText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Programme periods',
    lead: 'EU funds are shared out in periods of seven years. Each list belongs to the period it was written for.',
    description: 'The regions’ lists by EU programme period.',
    heading: (label: string) => `Programme period ${label}`,
    span: (from: string, to: string) => `From ${from} until ${to}`,
    sentence: (lists: number, regions: number, areas: number) =>
      `${lists} lists from ${regions} regions, with ${areas} areas, are known for the period.`,
    lists: 'The lists',
    inForce: 'in force',
    lastKnown: 'the latest known list',
    earlier: 'replaced',
    joint: 'Joint areas',
    missing: 'Regions with no known list for the period',
    missingNote: 'That no list is known does not mean that the region has no strategy.',
    notFound: 'There is no such programme period.',
    open: 'See the lists',
  },
}
