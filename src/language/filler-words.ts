import { stemOf } from './stems.ts'

/** Words that carry no subject of their own. */
const small = new Set(
  (
    'och eller i på av för med till från den det de en ett som att om är vid inom mellan mot genom under över ut upp hos samt via utan åt sig vi vår våra jag man oss han hon ' +
    'ger gör har kan ska vill blir var vad hur när där här så men inte än mer bra ' +
    'lite mycket många fler få får hitta finns själv själva drar gärna behöver söker vem vilka vilken vilket något några någon samma också bara mycket redan ' +
    'and or of the in on for with to from a an as at by into is are be that this we our its their per & m fl bl some any who which what where how more less find get near'
  ).split(' '),
)

/** Words that stand in many names and say next to nothing of the subject. */
const fillers =
  'smart hållbar hållbarhet avancerad innovativ innovation utveckling utveckla system lösning systemlösning framtid framtiden morgondagen ny nya effektiv personlig komplex krävande ' +
  'verksamhet verksamhetsnära näring bransch område konkurrenskraftig konkurrenskraft kraft produkt process tjänst stark robust tillväxt region regional kunskapsintensiv centrum strategi satsning ' +
  'forskning lokal nationell internationell global modern unik ledande världsklass omställning möjlighet mål arena nav kluster företag bolag vi plan program projekt värdekedja ' +
  'sustainable sustainability advanced innovative development develop solution future tomorrow new efficient complex demanding competitive competitiveness product process service growth region regional area sector ' +
  'strong research local national international global modern unique leading transition transformation strategy cluster company companies business value chain world class next generation'

/** Words that say something, but stand beside many subjects. */
const faint =
  'digital teknik teknologi grön ekonomi säker naturbaserad biobaserad samverkan resurs technology technologies green economy secure bio-based'

/** What nearly every business says of itself: whom it sells to, that it builds and delivers, that it has staff. */
const everyday =
  'bygga bygger arbeta arbetar jobbar anställd anställda medarbetare personal leverera levererar leverans tillverka tillverkar producera producerar driva driver sälja säljer köpa köper hjälpa hjälper ' +
  'hemma aktiebolag familjeföretag butik butiker lager kurs kurser plats platser kommun kommunen kommunens kommuner kommunerna kund kunden kundens kunder kunderna butiken butikerna lagret handla hyr hyra hyr kör köra gör göra fixar service ' +
  'build builds building work works working employ employees staff deliver delivers make makes making manufacture sell sells selling buy run runs help helps home family shop shops store stores stock course courses municipality municipalities customers'

const stemsOf = (words: string) => new Set(words.split(' ').flatMap((word) => [word, stemOf(word, 'sv'), stemOf(word, 'en')]))
const fillerStems = stemsOf(fillers)
const faintStems = stemsOf(faint)
const everydayWords = new Set(everyday.split(' '))
const isIn = (stems: ReadonlySet<string>, word: string): boolean =>
  stems.has(word) || stems.has(stemOf(word, 'sv')) || stems.has(stemOf(word, 'en'))

export const isSmallWord = (word: string): boolean => small.has(word)
export const isFillerWord = (word: string): boolean => isIn(fillerStems, word)

/** Whether a word says how a business works rather than with what; it counts in full only where nothing else is said. */
export const isEverydayWord = (word: string): boolean => everydayWords.has(word)

/** How much a word says of a text's subject, 0–1. */
export function subjectWeight(word: string): number {
  if (small.has(word)) return 0
  if (isFillerWord(word)) return 0.1
  return isIn(faintStems, word) ? 0.4 : 1
}
