import { joinWords } from '../../language/join-words.ts'
import type { Texts } from '../../records/language.ts'

interface Counted {
  known: number
  of: number
  period: string
}

const sv = {
  title: 'Smart specialisering i Sveriges regioner',
  titleOf: (names: readonly string[]) => `Smart specialisering: ${joinWords(names, 'sv')}`,
  place: 'Sverige',
  from: 'Ur Spets, den öppna atlasen över smart specialisering. Regionernas egna ord, med källor.',
  standing: ({ known, of, period }: Counted) => `${known} av ${of} regioner har en känd lista för ${period}`,
  standingLead: 'Listan som gäller, eller den senast kända, för varje region.',
  legend: {
    now: 'Lista för programperioden',
    earlier: 'Senast kända lista är från en tidigare period',
    unknown: 'Nyare lista finns, områdena är inte kända',
    none: 'Ingen lista är känd',
    chosen: 'Har ett område inom temat',
    notChosen: 'Inget område inom temat',
  },
  mapAlt: (name: string, status: string) => `${name}: ${status}`,
  themesTitle: (labels: readonly string[], count: number) => `${joinWords(labels, 'sv')} är vanligast: ${count} regioner`,
  themesLead: 'Antal regioner med minst ett område inom temat. Temana är maskinens förslag utifrån områdenas namn.',
  themesSeries: 'Regioner',
  quotient: 'Jämfört med riket',
  themesAlt: (rows: string) => `Stapeldiagram över antal regioner per tema: ${rows}.`,
  themeTitle: (label: string, count: number, of: number) => `${label}: ${count} av ${of} regioner`,
  themeLead: 'Regionernas egna ord för områden inom temat.',
  areas: (count: number) => (count === 1 ? 'Ett prioriterat område' : `${count} prioriterade områden`),
  periodOf: (period: string, isOver: boolean) =>
    isOver ? `senast kända lista, programperioden ${period}` : `programperioden ${period}`,
  unread: 'En nyare strategi finns, men dess områden är inte kända här. De är okända, inte borttagna.',
  noList: 'Ingen lista är känd den här dagen.',
  incomplete: 'Källan visar bara en del av listan.',
  evidence: 'Anställda i områdets yrken, jämfört med riket (1 = som i riket)',
  evidenceAlt: (name: string, rows: string) =>
    `Stapeldiagram för ${name}, anställda i områdets yrken jämfört med riket: ${rows}.`,
  notMeasured: (count: number) => (count === 1 ? 'Ett område går inte att mäta så.' : `${count} områden går inte att mäta så.`),
  changesTitle: (changed: number, since: string) =>
    changed === 0
      ? `Inga kända ändringar sedan ${since}`
      : `${changed} ${changed === 1 ? 'region har' : 'regioner har'} ändrat sin lista sedan ${since}`,
  changesLead: 'Listan då och nu. Vad som hör ihop är delvis maskinens förslag.',
  changesHead: ['Region', 'Nya områden', 'Nya ord, delade, sammanförda', 'Borta'],
  unknownChange: 'Okänt: en av listorna är inte läst.',
  more: (count: number) => `+ ${count} till`,
  heard: { finding: 'Vad vi hört i dialogerna', wish: 'Vad regionerna önskar', nextStep: 'Vad händer nu' },
  wish: {
    asked: (day: string, names: readonly string[]) =>
      `Framfört i Spets ${day}${names.length > 0 ? ` av ${joinWords(names, 'sv')}` : ''}.`,
    answer: (words: string) => `Svar: ${words}`,
    states: {
      asked: 'Inget svar än.',
      owned: 'Någon har tagit på sig att svara.',
      answered: 'Besvarat.',
      done: 'Gjort.',
      closed: 'Löst, enligt dem som bad om det.',
      declined: 'Avslaget.',
    },
  },
  continued: (title: string) => `${title} (forts.)`,
  sources: 'Källor',
  source: 'Källa',
  sourceOf: (title: string, date: string) => `${title}, ${date}`,
  undated: 'odaterad',
  notes: 'Källor till bilden',
  noteRegion: (path: string) => `Regionens sida i Spets: ${path}`,
}

export const deckText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Smart specialisation in Sweden’s regions',
    titleOf: (names) => `Smart specialisation: ${joinWords(names, 'en')}`,
    place: 'Sweden',
    from: 'From Spets, the open atlas of smart specialisation. The regions’ own words, with sources.',
    standing: ({ known, of, period }) => `${known} of ${of} regions have a known list for ${period}`,
    standingLead: 'The list in force, or the latest one known, for each region.',
    legend: {
      now: 'List for the programme period',
      earlier: 'Latest known list is from an earlier period',
      unknown: 'A newer list exists, its areas are not known',
      none: 'No list is known',
      chosen: 'Has an area within the theme',
      notChosen: 'No area within the theme',
    },
    mapAlt: (name, status) => `${name}: ${status}`,
    themesTitle: (labels, count) =>
      `${joinWords(labels, 'en')} ${labels.length === 1 ? 'is' : 'are'} most common: ${count} regions`,
    themesLead: 'Regions with at least one area within the theme. Themes are the machine’s suggestions from the areas’ names.',
    themesSeries: 'Regions',
    quotient: 'Compared with the nation',
    themesAlt: (rows) => `Bar chart of regions per theme: ${rows}.`,
    themeTitle: (label, count, of) => `${label}: ${count} of ${of} regions`,
    themeLead: 'The regions’ own words for areas within the theme.',
    areas: (count) => (count === 1 ? 'One priority area' : `${count} priority areas`),
    periodOf: (period, isOver) => (isOver ? `latest known list, programme period ${period}` : `programme period ${period}`),
    unread: 'A newer strategy exists, but its areas are not known here. They are unknown, not dropped.',
    noList: 'No list is known on this day.',
    incomplete: 'The source shows only part of the list.',
    evidence: 'Employees in the area’s occupations, compared with the nation (1 = as in the nation)',
    evidenceAlt: (name, rows) => `Bar chart for ${name}, employees in the area’s occupations compared with the nation: ${rows}.`,
    notMeasured: (count) => (count === 1 ? 'One area cannot be measured so.' : `${count} areas cannot be measured so.`),
    changesTitle: (changed, since) =>
      changed === 0
        ? `No known changes since ${since}`
        : `${changed} ${changed === 1 ? 'region has' : 'regions have'} changed the list since ${since}`,
    changesLead: 'The list then and now. What belongs together is partly suggested by the machine.',
    changesHead: ['Region', 'New areas', 'New words, split, merged', 'Gone'],
    unknownChange: 'Unknown: one of the lists has not been read.',
    more: (count) => `+ ${count} more`,
    heard: { finding: 'What we heard in the dialogues', wish: 'What the regions wish for', nextStep: 'What happens now' },
    wish: {
      asked: (day, names) => `Asked in Spets ${day}${names.length > 0 ? ` by ${joinWords(names, 'en')}` : ''}.`,
      answer: (words) => `Answer: ${words}`,
      states: {
        asked: 'No answer yet.',
        owned: 'Somebody has undertaken to answer.',
        answered: 'Answered.',
        done: 'Done.',
        closed: 'Solved, as those who asked for it say.',
        declined: 'Declined.',
      },
    },
    continued: (title) => `${title} (cont.)`,
    sources: 'Sources',
    source: 'Source',
    sourceOf: (title, date) => `${title}, ${date}`,
    undated: 'undated',
    notes: 'Sources of this slide',
    noteRegion: (path) => `The region’s page in Spets: ${path}`,
  },
}
