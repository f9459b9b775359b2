import type { Texts } from '../../records/language.ts'
import { swedishMinute } from './format.ts'

const sv = {
  skip: 'Hoppa till innehållet',
  tagline: 'Spets – en öppen atlas över smart specialisering i Sverige',
  menuLabel: 'Huvudmeny',
  menu: 'Meny',
  crumbsLabel: 'Var du är',
  startCrumb: 'Start',
  pageFoot: 'Koder, filer och poster',
  search: 'Sök',
  searchLabel: 'Sök i atlasen',
  searchPlaceholder: 'Sök område, region, tema …',
  otherLanguageShort: 'English',
  toggleTheme: 'Byt mellan ljust och mörkt',
  timeSummary: 'Annan dag',
  validAtLabel: 'Läget den',
  knownOnLabel: 'som det var känt den',
  show: 'Visa',
  showToday: 'Tillbaka till idag',
  timeHelp: 'Lämna det andra fältet tomt för att använda allt som är känt idag.',
  today: (date: string) => `Läget ${date}`,
  away: (since: string) =>
    `Registret går inte att nå just nu. Sidan visar vad som var känt ${swedishMinute(since)}; inget kan ändras förrän det går att nå igen.`,
  travelling: (date: string) => `Du ser läget den ${date}`,
  travellingKnown: (date: string) => `, så som det var känt den ${date}`,
  footerLabel: 'Mer om Spets',
  viewerLabel: 'Inloggad',
  myRegion: 'Min region',
  toDo: 'Att göra',
  openData:
    'Regionernas ord återges ordagrant med källa. Maskinens förslag är märkta som förslag. Uppgifterna är fria att använda (CC0).',
}

export const layoutText: Texts<typeof sv> = {
  sv,
  en: {
    skip: 'Skip to content',
    tagline: 'Spets – an open atlas of smart specialisation in Sweden',
    menuLabel: 'Main menu',
    menu: 'Menu',
    crumbsLabel: 'Where you are',
    startCrumb: 'Start',
    pageFoot: 'Codes, files and records',
    search: 'Search',
    searchLabel: 'Search the atlas',
    searchPlaceholder: 'Search area, region, theme …',
    otherLanguageShort: 'Svenska',
    toggleTheme: 'Switch between light and dark',
    timeSummary: 'Another day',
    validAtLabel: 'As of',
    knownOnLabel: 'as known on',
    show: 'Show',
    showToday: 'Back to today',
    timeHelp: 'Leave the second field empty to use all that is known today.',
    today: (date: string) => `As of ${date}`,
    away: (since: string) =>
      `The registry cannot be reached right now. The page shows what was known on ${swedishMinute(since)}; nothing can be changed until it is back.`,
    travelling: (date: string) => `You see things as of ${date}`,
    travellingKnown: (date: string) => `, as known on ${date}`,
    footerLabel: 'More about Spets',
    viewerLabel: 'Signed in',
    myRegion: 'My region',
    toDo: 'To do',
    openData:
      'The regions’ own words are kept verbatim, with their source. Suggestions by the machine are marked as such. The data are free to use (CC0).',
  },
}
