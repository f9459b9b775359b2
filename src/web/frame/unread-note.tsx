import { joinWords } from '../../language/join-words.ts'
import type { RegionRef } from '../../shapes/shapes.ts'
import type { PageContext } from './page.ts'

interface Props {
  context: PageContext
  regions: readonly RegionRef[]
}

/** That the areas of some regions are missing because nobody has read their lists; nothing where all have been read. */
export function UnreadNote({ context: { lang }, regions }: Props) {
  if (regions.length === 0) return null
  const names = joinWords(
    regions.map(({ name }) => name),
    lang,
  )
  return (
    <p class="note">
      {lang === 'sv'
        ? `Områdena är inte kända för ${names}: en lista finns, men är inte läst. Vad som valts där är därför inte med.`
        : `The areas of ${names} are not known: there is a list, but it has not been read. What was chosen there is therefore not included.`}
    </p>
  )
}
