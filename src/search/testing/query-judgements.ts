/**
 * Queries that people type and the priority areas they hope for, by kind of match. Written before tuning; every second
 * row, from the second, is for testing only. Each row is: kind | query | pattern of titles that answer it | pattern of
 * titles that come near.
 */
const rows = `
exact | skoglig bioekonomi | ^skoglig bioekonomi$ | bioekonomi|bioeconomy|^skog$|trä
exact | Effektiv logistik | ^effektiv logistik$ | logistik|distribution|transport|mobilitet
exact | järnväg | järnväg | transport|mobilit
exact | dataspel | dataspel | simulering
exact | Smarta hållbara städer | ^smarta hållbara städer | städer|samhällen|stadsutveckling
exact | Tjänstedesign | tjänstedesign | tjänsteutveckling
inflection | energin | energi | sol
inflection | livsmedlen | livsmedel | jord
inflection | skogens | skog | bioekonomi|trä|bioeconomy
inflection | material | material | kemi
inflection | besöksnäringen | besöksnäring | upplevelse|turism
inflection | hälsans | häls | vård|life science|välfärd
inflection | upplevelserna | upplevelse | besöksnäring|turism
inflection | industrins | industri | produktion|tillverk
compound | välfärdstjänst | välfärd | omsorg|hälsa
compound | träbyggnad | trä | bygg|skog|boende
compound | miljöteknik | miljöteknik | miljö|cleantech
compound | logistikcentrum | logistik | transport|distribution
compound | systemlösning | systemlösning | system
compound | energisparande | energi | miljö|sol
compound | materialforskning | material | kemi
compound | platsutvecklare | plats | besöksnäring|upplevelse
misspelling | livsmedell | livsmedel | jord
misspelling | besöknäring | besöksnäring | upplevelse|turism
misspelling | bioekonimi | bioekonomi|bioeconomy | skog|trä
misspelling | logstik | logistik | distribution
misspelling | digitaliserng | digital | it|ikt|ict|tech
misspelling | rymdtekink | rymd | flyg
misspelling | materal | material | kemi
misspelling | automaton | autom|autonom | intelligent
folded | halsa | häls | vård|life science|välfärd
folded | jarnvag | järnväg | transport
folded | besoksnaring | besöksnäring | upplevelse|turism
folded | tra | trä | skog
synonym | turism | turism|besöksnäring|upplevelse | attraktion
synonym | mat | livsmedel | jord
synonym | timmer | skog|trä|bioeko | naturbas
synonym | sjukhus | vård|hälsa | life science|välfärd
synonym | tåg | järnväg | transport|mobilit
synonym | solceller | sol | energi
synonym | robotar | automation|autonom|intelligent | industri
synonym | programvara | it|digital|tech | ikt
synonym | turister | turism|besöksnäring | upplevelse
synonym | papper | skog|bioeko|trä | biobas
synonym | omställning till cirkulärt | cirkulär|omställning | grön|miljö
synonym | jobb | arbetsliv | kompetens
synonym | lantbruk | livsmedel|jord|gröna näringar | natur
synonym | satelliter | rymd | flyg
translation | forest | skog|forest|trä | bioeko|naturbas
translation | health | häls|vård|life science | välfärd
translation | tourism | turism|besöksnäring|upplevelse | attraktion
translation | railway | järnväg | transport|mobilit
translation | food | livsmedel | jord
translation | advanced materials | avancerade material|material | kemi
translation | space | rymd | flyg
translation | renewable energy | renewable|förnybar|energi | sol
translation | working life | arbetsliv | kompetens
translation | smart cities | städer|samhällen | stadsutveckling
concept | var bygger man hus av trä | trä|bygg|boende | skog|bostäder
concept | människor som blir äldre | omsorg|välfärd | vård|hälsa
concept | elbilar | transport|mobilit | energi
concept | gröna jobb i skogen | skog|grön|bioeko | arbetsliv
concept | utsläpp av koldioxid | klimat|miljö|grön | energi
concept | båtar och hamnar | marin|maritim | vatten|transport
concept | test av bilar på is | test | transport|mobilit
concept | nya läkemedel | life science|häls | vård
abbreviation | IKT | ikt|ict|it|tech|digital | uppkopp
abbreviation | ICT | ict|ikt|it|tech|digital | uppkopp
abbreviation | KKN | kkn|kulturella|kreativa | besöks
abbreviation | AI | autonom|intelligent|automation|bildanalys | digital
abbreviation | FoU | forskning | innovation|science
abbreviation | VR | visualisering|simulering|spel | digital
`

export interface QueryJudgement {
  kind: string
  query: string
  answers: RegExp
  near: RegExp
}

export const readQueryJudgements = (text: string): QueryJudgement[] =>
  text
    .trim()
    .split('\n')
    .map((row) => {
      const [kind, query, rest] = row.split(' | ', 2).concat(row.split(' | ').slice(2).join(' | '))
      const [answers, near] = rest!.split(' | ')
      return { kind: kind!, query: query!, answers: wordPattern(answers!), near: wordPattern(near!) }
    })

const all = readQueryJudgements(rows)

/** Short names ("it") must be whole words; longer ones may be part of a word. */
function wordPattern(pattern: string): RegExp {
  const parts = pattern.split('|').map((part) => (/^[a-z]{2,3}$/.test(part) ? `(?<!\\p{L})${part}(?!\\p{L})` : part))
  return new RegExp(parts.join('|'), 'iu')
}

export const queryJudgements = {
  tuning: all.filter((_, at) => at % 2 === 0),
  test: all.filter((_, at) => at % 2 === 1),
}

export const gainOf = ({ answers, near }: QueryJudgement, title: string): number =>
  answers.test(title) ? 2 : near.test(title) ? 1 : 0

/** nDCG at ten, 0–1: how close the order of `found` is to the best order of `all`. */
export function normalisedGain(
  judgement: QueryJudgement,
  { found, all: titles }: { found: readonly string[]; all: readonly string[] },
): number {
  const gain = (list: readonly number[]) =>
    list.slice(0, 10).reduce((sum, one, at) => sum + (2 ** one - 1) / Math.log2(at + 2), 0)
  const best = gain(titles.map((title) => gainOf(judgement, title)).toSorted((a, b) => b - a))
  return best === 0 ? 1 : gain(found.map((title) => gainOf(judgement, title))) / best
}
