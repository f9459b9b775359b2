import type { Language } from '../../records/language.ts'

/** The parts of a deck that a heading may open. */
export type DeckSection = 'regions' | 'findings' | 'wishes' | 'nextSteps'

export interface SectionHeading {
  section: DeckSection
  language: Language
}

const patterns: [RegExp, DeckSection, SectionHeading['language']][] = [
  [/^(detta |det här |det )?(vad )?(har |vi )+(har )?(hört|sett|lärt)/, 'findings', 'sv'],
  [/^vad (som )?(har )?(vi )?(har )?(hörts|framkommit|kommit fram|hört|sett)/, 'findings', 'sv'],
  [/^(röster )?(från|ur) (våra |de )?(regionala )?(dialog|samtal|möte)/, 'findings', 'sv'],
  [/^(iakttagelser|observationer|intryck|lärdomar|slutsatser|resultat från dialog)/, 'findings', 'sv'],
  [/^(here is )?(what )?(have )?we('ve| have)? (have )?(heard|seen|learn)/, 'findings', 'en'],
  [/^(from|voices from) (the |our )?(regional )?(dialogue|dialog|conversation|meeting)/, 'findings', 'en'],
  [/^(findings|observations|lessons|impressions)\b/, 'findings', 'en'],
  [/^(regionernas |våra )?(önskemål|önskningar|önskelista|behov|förväntningar|medskick)\b/, 'wishes', 'sv'],
  [/^(vad )?(regionerna |vi )?(önskar|efterfrågar|önskas)\b/, 'wishes', 'sv'],
  [/^(the regions' |our )?(wishes|requests|wish list|needs|expectations|asks)\b/, 'wishes', 'en'],
  [/^(och )?vad (händer|sker|gör vi) (nu|härnäst|sen|sedan|framöver|framåt)/, 'nextSteps', 'sv'],
  [
    /^(nästa|kommande|fortsatta) steg|^(fortsatt arbete|vägen framåt|vägen vidare|så (här )?går vi vidare|på gång framöver)/,
    'nextSteps',
    'sv',
  ],
  [
    /^(and )?what (happens|comes|is|will happen) (now|next)|^what('s)? next\b|^(the )?(next|coming|further) steps?\b|^(the )?way (forward|ahead)\b/,
    'nextSteps',
    'en',
  ],
  [
    /^(s3|smart specialisering) i (sverige|landet|region)|^(regionernas |regionala )?(prioriteringar|prioriterade områden|områden)\b|^översikt/,
    'regions',
    'sv',
  ],
  [
    /^(s3|smart speciali[sz]ation) in (sweden|the region|\d|swedish)|^(regional )?(priorities|priority areas)\b|^overview/,
    'regions',
    'en',
  ],
]

/** The part of the deck that a heading opens, in the wordings that decks use; null for any other line. */
export function readSectionHeading(text: string): SectionHeading | null {
  if (text.length > 90 || /[.;,]$/.test(text)) return null
  const folded = text.toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ').trim()
  const found = patterns.find(([pattern]) => pattern.test(folded))
  return found ? { section: found[1], language: found[2] } : null
}

/** Words that announce areas without naming any; the last word decides. */
const subHeadingNoun =
  /^(?:styrke|utvecklings|fokus|insats|satsnings|profil|tillväxt|spets|kärn|nisch|huvud|del|tema|prioriterings|specialiserings|innovations|kraft|test|framtids|s3)[\s-]*(?:områden|områdena|område)$|^(?:områden|områdena)$|^(?:prioriteringar|styrkor|specialiseringar|inriktningar|satsningar|spetsar|nischer|priorities|strengths|specialisations|specializations)$/u
const subHeadingAdjective =
  /^(?:prioriterade|prioriterat|starka|regionala|regionens|länets|smarta|utpekade|utvalda|valda|våra|tvärgående|horisontella|övergripande|gemensamma|nya|strategiska|viktiga|viktigaste|övriga|andra|kommande|framväxande|potentiella|nuvarande|befintliga|nationella|internationella|s3|smart|priority|strong|emerging|cross-cutting|horizontal|other|our|new|regional|development|focus|growth|strength)$/u
const englishNoun = /^(?:areas|area|domains|fields|themes)$/u

/** Whether a line only announces a kind of areas: "Styrkeområden", "Prioriterade områden:", "Development areas". */
export function readSubHeading(text: string): boolean {
  if (text.length > 60) return false
  const words = text
    .toLowerCase()
    .replace(/[([].*$/su, '')
    .replace(/\s+(?:inom|för|i) (?:smart specialisering|s3|regionen|länet)\s*:?\s*$/u, '')
    .replace(/[:.]\s*$/, '')
    .trim()
    .split(/\s+/)
  const noun = words.at(-1)!
  const isNoun = subHeadingNoun.test(noun) || (englishNoun.test(noun) && words.length > 1)
  return isNoun && words.slice(0, -1).every((word) => subHeadingAdjective.test(word) || /^(?:och|and|\d+)$/u.test(word))
}

const contents =
  /^(?:innehåll|innehållsförteckning|dagens innehåll|agenda|dagordning|disposition|program för dagen|contents|table of contents|outline|upplägg)\b/u

/** Whether a heading opens the deck's table of contents, whose lines are no content of their own. */
export const readContentsHeading = (text: string): boolean => text.length <= 60 && contents.test(text.toLowerCase().trim())

/** A line of a list of contents: what is on which page. */
export const isContentsLine = (text: string): boolean => /(?:\.\s?){4,}\s*\d+$|…+\s*\d+$/u.test(text)

const tableHeadWords =
  /^(?:region(?:er)?|län|nr|namn|rubrik|beskrivning|kommentar|kontakt(?:person)?|ansvarig|källa|år|status|länskod|kod|område|description|comment|contact|name|source|county|areas?|priority areas?)$/u

/** Whether a table's cell names the content of its column. */
export const readTableHead = (text: string): boolean =>
  readSubHeading(text) || tableHeadWords.test(text.toLowerCase().replace(/:$/, '').trim())

/** Whether a table's head names its column as one of areas. */
export const namesAreas = (text: string): boolean =>
  readSubHeading(text) || /^(?:område|(?:priority )?areas?)$/u.test(text.toLowerCase().trim())
