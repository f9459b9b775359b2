/** Words that carry no subject of their own. */
const small = new Set(
  'och eller i på av för med till från den det de en ett som att om är vid inom mellan mot genom under över ut upp hos samt via and or of the in on for with to from a an as at by into & per m fl bl a'.split(
    ' ',
  ),
)

/** Stems (and words) that stand in many names and say little of the subject: they weigh a fraction of other words. */
const fillers = new Set(
  (
    'smart smarta hållbar hållbara hållbart hållbarhet avancerad avancerade innovativ innovativa innovation utveckling utveckla system lösning lösningar ' +
    'framtid framtiden framtidens morgondagens ny nya effektiv effektiva personlig komplexa komplex krävande verksamhet verksamhetsnära näring näringar bransch branscher branschen område ' +
    'konkurrenskraftig konkurrenskraftiga kraft produkt produkter process processer tjänst tjänster stark starka robusta säkra grön gröna tillväxt region regional regionala kunskapsintensiva centrum ' +
    'sustainable sustainability advanced innovative development develop solution solutions future tomorrow new efficient complex demanding competitive product products process processes service services green growth region regional area areas sector strong'
  ).split(' '),
)

export const isSmallWord = (word: string): boolean => small.has(word)
export const isFillerWord = (word: string): boolean => fillers.has(word)

/** How much a word says of a text's subject, 0–1. */
export const subjectWeight = (word: string): number => (small.has(word) ? 0 : fillers.has(word) ? 0.12 : 1)
