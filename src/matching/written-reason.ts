import type { LocalText } from '../records/shared-fields.ts'
import type { Language } from '../records/language.ts'
import { joinQuoted } from '../language/join-words.ts'
import { tokensOf, wordsWithin } from '../language/tokens.ts'
import type { Known } from '../snapshot/snapshot.ts'
import { wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { tellingShare, stemsWithin } from './area-words.ts'

/** One text of an area, and how it is named in a reason. */
interface AreaText {
  text: string
  isDescription?: boolean
  /** After the words of the business, when the text has the same words. */
  same: LocalText
  /** Before the text's own words, and after them, when they are other forms. */
  has: LocalText
  where: LocalText
}

/**
 * The reason when an area writes words of the business itself. The area's own name comes first, since the rest is ours. A
 * word is said to be in a text only when the text has it; of another form or a part of it, the text's own word is quoted.
 */
export function writtenReason(thesaurus: Thesaurus, area: Known<'priorityArea'>, words: readonly string[]): LocalText {
  for (const one of textsOf(area)) {
    const met = words.flatMap((word) => {
      const form = formIn(thesaurus, one, word)
      return form === null ? [] : [{ word, form }]
    })
    if (met.length > 0) return sentence(one, met.slice(0, mostQuoted))
  }
  // A word that only the index finds, such as a part of a phrase, is quoted by itself.
  return sentence(
    textsOf(area).at(-1)!,
    words.slice(0, mostQuoted).map((word) => ({ word, form: word })),
  )
}

/** More words than these make a reason hard to read. */
export const mostQuoted = 3

function textsOf({ displayLabel, translatedLabel, description }: Known<'priorityArea'>): AreaText[] {
  return [
    {
      text: displayLabel,
      same: { sv: 'som området själv har i sitt namn', en: 'which the area has in its own name' },
      has: { sv: 'området har', en: 'the area has' },
      where: { sv: ' i sitt namn', en: ' in its name' },
    },
    {
      text: translatedLabel ?? '',
      same: { sv: 'som vår översättning av områdets namn har', en: 'which our translation of the area’s name has' },
      has: { sv: 'vår översättning av områdets namn har', en: 'our translation of the area’s name has' },
      where: { sv: '', en: '' },
    },
    {
      isDescription: true,
      text: [description?.sv, description?.en].filter(Boolean).join('. '),
      same: { sv: 'som vår beskrivning av området också nämner', en: 'which our description of the area mentions too' },
      has: { sv: 'vår beskrivning av området har', en: 'our description of the area has' },
      where: { sv: '', en: '' },
    },
  ]
}

/** The word of a text that meets a word or phrase best, as it is written there: the same word, a form of it, or one with a part in common. */
function formIn(thesaurus: Thesaurus, { text, isDescription = false }: AreaText, phrase: string): string | null {
  let [best, form] = [0, null as string | null]
  const asked = tokensOf(phrase).map(({ word }) => ({ word, stems: stemsWithin(thesaurus, word) }))
  for (const token of wholeTokensOf(thesaurus, text))
    for (const within of wordsWithin(token)) {
      const telling = tellingShare(within, isDescription)
      if (telling === 0) continue
      const stems = stemsWithin(thesaurus, within)
      for (const { word, stems: own } of asked) {
        const worth =
          word === within
            ? sameWord
            : telling * telling * Math.max(0, ...[...own].map(([stem, share]) => share * (stems.get(stem) ?? 0)))
        if (worth > best) [best, form] = [worth, token.written]
      }
    }
  return form
}

const sameWord = 2

function sentence({ same, has, where }: AreaText, met: readonly { word: string; form: string }[]): LocalText {
  const isSame = met.every(({ word, form }) => form.toLowerCase() === word.toLowerCase())
  const quote = (key: 'word' | 'form', lang: Language) => joinQuoted([...new Set(met.map((one) => one[key]))], lang)
  const told = (lang: Language) => (isSame ? `, ${same[lang]}.` : `; ${has[lang]} ${quote('form', lang)}${where[lang]}.`)
  return { sv: `Ni skriver ${quote('word', 'sv')}${told('sv')}`, en: `You write ${quote('word', 'en')}${told('en')}` }
}
