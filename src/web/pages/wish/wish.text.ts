import type { Language, Texts } from '../../../records/language.ts'
import type { WishEvent, WishState } from '../../../shapes/wish-shape.ts'
import { countInWords } from '../../frame/format.ts'

const upperFirst = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase())

/** Whole years and months between two days, in words. */
export function timeBetween(from: string, to: string, lang: Language): string {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0)
  const [years, rest] = [Math.floor(months / 12), months % 12]
  const words = {
    sv: [
      years > 0 ? `${countInWords(years, 'sv')} år` : '',
      rest > 0 ? `${rest === 1 ? 'en månad' : `${countInWords(rest, 'sv')} månader`}` : '',
    ],
    en: [
      years > 0 ? `${countInWords(years, 'en')} ${years === 1 ? 'year' : 'years'}` : '',
      rest > 0 ? `${countInWords(rest, 'en')} ${rest === 1 ? 'month' : 'months'}` : '',
    ],
  }[lang].filter(Boolean)
  if (words.length === 0) return lang === 'sv' ? 'mindre än en månad' : 'less than a month'
  return words.join(lang === 'sv' ? ' och ' : ' and ')
}

export interface Headline {
  all: number
  unanswered: number
  /** The year in which all were asked; null when they were in several. */
  year: string | null
}

const sv = {
  menu: 'Önskemål',
  eyebrow: 'Önskemål till den nationella nivån',
  headline: ({ all, unanswered, year }: Headline) => {
    const count = `${upperFirst(all === 1 ? 'ett' : countInWords(all, 'sv'))} önskemål${year ? ` från ${year}` : ''}`
    if (all === 0) return 'Inga önskemål är införda'
    if (unanswered === all) return `${count}, inget svar i registret`
    return `${count}, ${unanswered === 0 ? 'alla har fått svar' : `${unanswered === 1 ? 'ett' : countInWords(unanswered, 'sv')} utan svar`}`
  },
  description: 'Vad regionerna bett den nationella nivån om, vem som ansvarar, vad svaret blev och om det löste saken.',
  lead: 'Regionerna ber, den nationella nivån svarar, och bara den som bad kan stänga.',
  oldest: (day: string, ago: string) => `Det äldsta utan svar ställdes ${day}, för ${ago} sedan.`,
  list: 'Önskemålen',
  listCaption: 'Önskemål med läge, ansvarig och hur länge de väntat',
  columns: { wish: 'Vad regionerna bad om', waited: 'Väntan på svar', state: 'Läge' },
  states: {
    asked: 'Inget svar',
    owned: 'Har ansvarig',
    answered: 'Besvarat',
    done: 'Gjort',
    closed: 'Stängt',
    declined: 'Avböjt',
  } satisfies Record<WishState, string>,
  noOwner: 'Ingen ansvarig',
  due: (day: string) => `senast ${day}`,
  late: (day: string) => `lovat till ${day}, försenat`,
  askers: 'Önskas av',
  unknownAskers: 'Vilka regioner som bad står inte i källan.',
  waitedSince: (from: string, ago: string) => `Utan svar sedan ${from}: ${ago}.`,
  answeredAfter: (on: string, time: string) => `Svar ${on}, efter ${time}.`,
  filter: {
    state: 'Läge',
    anyState: 'Alla lägen',
    region: 'Region',
    anyRegion: 'Alla regioner',
    show: 'Visa',
    none: 'Inga önskemål har det läget.',
  },
  sourceNote: 'Rubrikerna på önskemålen från 2018 är våra, kortade.',
  csv: 'Som tabell (CSV för Excel)',
  json: 'Som JSON',
  ask: 'Ställ ett önskemål',
  askLead: 'Redaktörer för en region ställer önskemål. Det du skriver blir offentligt med regionens namn, aldrig ditt.',
  text: 'Vad önskar ni?',
  textEn: 'På engelska (kan vänta)',
  region: 'Region',
  chooseRegion: 'Välj region',
  send: 'Ställ önskemålet',
  like: 'Det här liknar ett som finns:',
  joinLike: 'Se det och önska det också',
  ownIsOther: 'Nej, vårt är ett annat',
  nothingWritten: 'Inget är skrivet än.',
  steps: {
    asked: 'Ställt',
    owned: 'Ansvarig',
    answered: 'Svar',
    declined: 'Avböjt',
    done: 'Gjort',
    closed: 'Stängt',
    promised: (day: string) => `lovat ${day}`,
    notYet: 'inte än',
  },
  answer: 'Svaret',
  reason: 'Skälet',
  noAnswer: 'Inget svar är infört i registret.',
  proof: 'Det visar att det är gjort',
  timeLine: 'Vad som hänt',
  events: {
    asked: 'Ställt',
    joined: 'Önskar det också',
    left: 'Önskar det inte längre',
    solved: 'Säger att det är löst',
    notSolved: 'Säger att det inte är löst än',
    owned: 'Har en ansvarig',
    answered: 'Besvarat',
    done: 'Gjort',
    declined: 'Avböjt',
  } satisfies Record<WishEvent['what'], string>,
  fromSource: 'enligt källan',
  says: { wishes: 'önskar det', solved: 'säger att det är löst', notSolved: 'säger att det inte är löst än' },
  saved: 'Sparat. Så här står det nu.',
  officer: 'Svara (nationell handläggare)',
  officerState: 'Läge',
  officerStates: { owned: 'Vi tar ansvar', answered: 'Publicera svaret', done: 'Det är gjort', declined: 'Avböj med skäl' },
  ownerRole: 'Ansvarig: roll och organisation, aldrig ett namn',
  ownerRoleExample: 'handläggare, Tillväxtverket',
  dueOn: 'Klart senast',
  answerText: 'Svar, så att en politiker förstår; när du avböjer: skälet',
  answerTextEn: 'Svar på engelska (kan vänta)',
  proofText: 'Vad visar att det är gjort? Ord eller adress',
  saveAnswer: 'Spara svaret',
  regionForm: 'För regionen',
  regionSays: { wishes: 'Vi önskar det också', solved: 'Ja, det löste det: stäng', notSolved: 'Nej, inte än' },
  comment: 'Kommentar (blir offentlig)',
  saySomething: 'Skicka',
  otherDay: 'Sidan visar en annan dag. Svara och önska på dagens sida.',
  versions: 'Versioner',
  editingOff: 'Redigering över webben är avstängd.',
  otherSite: 'Formuläret skickades från en annan webbplats.',
  wrongForm: 'Formuläret går inte att läsa. Ladda om sidan och försök igen.',
  tooMuch: 'Högst 64 kB.',
  needText: 'Skriv vad ni önskar, högst 600 tecken.',
  needRegion: 'Välj vilken region som önskar.',
  needState: 'Välj vad du vill göra.',
}

export const wishText: Texts<typeof sv> = {
  sv,
  en: {
    menu: 'Wishes',
    eyebrow: 'Wishes to the national level',
    headline: ({ all, unanswered, year }) => {
      const count = `${upperFirst(countInWords(all, 'en'))} ${all === 1 ? 'wish' : 'wishes'}${year ? ` from ${year}` : ''}`
      if (all === 0) return 'No wishes have been entered'
      if (unanswered === all) return `${count}, no answer in the registry`
      return `${count}, ${unanswered === 0 ? 'all answered' : `${countInWords(unanswered, 'en')} without an answer`}`
    },
    description:
      'What regions have asked of the national level, who owns it, what the answer was and whether it solved the matter.',
    lead: 'Regions ask, the national level answers, and only those who asked can close.',
    oldest: (day, ago) => `The oldest without an answer was asked on ${day}, ${ago} ago.`,
    list: 'The wishes',
    listCaption: 'Wishes with state, owner and how long they have waited',
    columns: { wish: 'What the regions asked for', waited: 'Waiting for an answer', state: 'State' },
    states: {
      asked: 'No answer',
      owned: 'Has an owner',
      answered: 'Answered',
      done: 'Done',
      closed: 'Closed',
      declined: 'Declined',
    },
    noOwner: 'No owner',
    due: (day) => `by ${day}`,
    late: (day) => `promised by ${day}, late`,
    askers: 'Asked by',
    unknownAskers: 'The source does not tell which regions asked.',
    waitedSince: (from, ago) => `Without an answer since ${from}: ${ago}.`,
    answeredAfter: (on, time) => `Answered ${on}, after ${time}.`,
    filter: {
      state: 'State',
      anyState: 'All states',
      region: 'Region',
      anyRegion: 'All regions',
      show: 'Show',
      none: 'No wish is in that state.',
    },
    sourceNote: 'The headings of the wishes of 2018 are ours, shortened.',
    csv: 'As a table (CSV for Excel)',
    json: 'As JSON',
    ask: 'Ask for something',
    askLead: 'A region’s editors ask. What you write becomes public with the region’s name, never yours.',
    text: 'What do you wish for?',
    textEn: 'In English (can wait)',
    region: 'Region',
    chooseRegion: 'Choose a region',
    send: 'Ask for it',
    like: 'This is like one that is there:',
    joinLike: 'See it and join it',
    ownIsOther: 'No, ours is another one',
    nothingWritten: 'Nothing has been written yet.',
    steps: {
      asked: 'Asked',
      owned: 'Owner',
      answered: 'Answer',
      declined: 'Declined',
      done: 'Done',
      closed: 'Closed',
      promised: (day) => `promised ${day}`,
      notYet: 'not yet',
    },
    answer: 'The answer',
    reason: 'The reason',
    noAnswer: 'No answer has been entered in the registry.',
    proof: 'What shows that it is done',
    timeLine: 'What has happened',
    events: {
      asked: 'Asked',
      joined: 'Asks for it too',
      left: 'No longer asks for it',
      solved: 'Says that it is solved',
      notSolved: 'Says that it is not solved yet',
      owned: 'Has an owner',
      answered: 'Answered',
      done: 'Done',
      declined: 'Declined',
    },
    fromSource: 'according to the source',
    says: { wishes: 'asks for it', solved: 'says that it is solved', notSolved: 'says that it is not solved yet' },
    saved: 'Saved. This is how it stands now.',
    officer: 'Answer (national officer)',
    officerState: 'State',
    officerStates: {
      owned: 'We take it on',
      answered: 'Publish the answer',
      done: 'It is done',
      declined: 'Decline with a reason',
    },
    ownerRole: 'Owner: role and organisation, never a name',
    ownerRoleExample: 'officer, Tillväxtverket',
    dueOn: 'Due by',
    answerText: 'Answer, so that a politician understands; when you decline: the reason (in Swedish)',
    answerTextEn: 'Answer in English (can wait)',
    proofText: 'What shows that it is done? Words or an address',
    saveAnswer: 'Save the answer',
    regionForm: 'For the region',
    regionSays: { wishes: 'We wish for it too', solved: 'Yes, that solved it: close', notSolved: 'No, not yet' },
    comment: 'Comment (becomes public)',
    saySomething: 'Send',
    otherDay: 'The page shows another day. Answer and join on today’s page.',
    versions: 'Versions',
    editingOff: 'Editing over the web is turned off.',
    otherSite: 'The form was sent from another website.',
    wrongForm: 'The form cannot be read. Reload the page and try again.',
    tooMuch: 'At most 64 kB.',
    needText: 'Write what you wish for, at most 600 characters.',
    needRegion: 'Choose which region is asking.',
    needState: 'Choose what you want to do.',
  },
}
