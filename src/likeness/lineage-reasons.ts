import { joinQuoted, joinWords } from '../language/join-words.ts'
import { isSubjectless } from '../language/subject-words.ts'
import { tokensOf } from '../language/tokens.ts'
import type { Language } from '../records/language.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { AreaPair } from './pair-areas.ts'
import { reasonFor } from './similarity.ts'

export const droppedReason: LocalText = {
  sv: 'Inget område i den nya listan liknar det.',
  en: 'No area of the new list is like it.',
}
export const newReason: LocalText = {
  sv: 'Inget område i den förra listan liknar det.',
  en: 'No area of the previous list is like it.',
}

/** Why two areas are taken to be linked: what differs in equal labels, else what labels and descriptions share. */
export function reasonOf(thesaurus: Thesaurus, pair: AreaPair): LocalText {
  const { predecessor, successor, isSame } = pair
  if (!isSame) return likenessReason(thesaurus, pair)
  const [before, after] = [predecessor.displayLabel, successor.displayLabel]
  if (before === after) return { sv: 'Samma namn i båda listorna.', en: 'The same name in both lists.' }
  const differences = differencesBetween(before, after)
  const list = (lang: Language) =>
    joinWords(
      differences.map((one) => one[lang]),
      lang,
    )
  return { sv: `Samma ord; bara ${list('sv')} skiljer.`, en: `The same words; only ${list('en')} differ.` }
}

/** Describes how two spellings of the same label differ. */
function differencesBetween(before: string, after: string): LocalText[] {
  const words = (text: string, keepSmall: boolean) =>
    tokensOf(text)
      .filter(({ word }) => keepSmall || !isSubjectless(word))
      .map(({ written }) => written)
      .join(' ')
  const lower = (text: string) => text.toLowerCase()
  const punctuation = (text: string) => [...text.matchAll(/[^\p{L}\p{N}\s]/gu)].map(([character]) => character).join('')
  const differences: LocalText[] = []
  if (words(before, false) !== words(after, false)) differences.push({ sv: 'stora och små bokstäver', en: 'capital letters' })
  if (lower(words(before, true)) !== lower(words(after, true))) differences.push({ sv: 'småord', en: 'small words' })
  if (punctuation(before) !== punctuation(after)) differences.push({ sv: 'skiljetecken', en: 'punctuation' })
  return differences.length > 0 ? differences : [{ sv: 'mellanrum', en: 'spaces' }]
}

function likenessReason(thesaurus: Thesaurus, { similarity, describedWords }: AreaPair): LocalText {
  const isInLabels = similarity.sharedWords.length > 0 || similarity.sharedThemeIds.length > 0
  if (isInLabels || describedWords.length === 0) return reasonFor(thesaurus, similarity)
  return {
    sv: `Beskrivningarna nämner båda ${joinQuoted(describedWords, 'sv')}.`,
    en: `The descriptions, in Swedish, both mention ${joinQuoted(describedWords, 'en')}.`,
  }
}
