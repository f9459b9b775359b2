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
