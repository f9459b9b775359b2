import type { Beside } from '../records/beside.ts'
import { editionDaysOf } from '../records/thesaurus-facts.ts'
import type { Dated, ThesaurusEdition, ThesaurusFacts } from '../records/thesaurus-facts.ts'
import { isWithin } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { deriveEach } from './derive-each.ts'
import { shelfOn } from './shelf-on-day.ts'

/** What is beside the registry, as it is on one day. */
export interface BesideOnDay extends Omit<Beside, 'thesaurus'> {
  readonly thesaurus: ThesaurusEdition | null
}

/** What is beside the registry on a day; each part is the same object for as long as it is the same. */
export const besideOn = (beside: Beside, day: IsoDate): BesideOnDay => ({
  ...beside,
  thesaurus: beside.thesaurus && editionOn(beside.thesaurus, day),
  cubes: beside.cubes && shelfOn(beside.cubes, day),
})

/** Every edition of a thesaurus, the newest first. */
export const everyEditionOf = (facts: ThesaurusFacts): ThesaurusEdition[] =>
  editionsOf(facts)
    .map(({ edition }) => edition())
    .reverse()

/** The edition in force on a day. Days before the first edition have the first (decision 22). */
function editionOn(facts: ThesaurusFacts, day: IsoDate): ThesaurusEdition {
  const editions = editionsOf(facts)
  return (editions.findLast(({ from }) => from <= day) ?? editions[0]!).edition()
}

const editionsOf = deriveEach('editions of the thesaurus', (facts: ThesaurusFacts) =>
  editionDaysOf([...facts.themes, ...facts.concepts]).map((from) => {
    let made: ThesaurusEdition | null = null
    return { from, edition: () => (made ??= makeEdition(facts, from)) }
  }),
)

const makeEdition = (
  { themes, concepts, industries, scienceFields, codeRules }: ThesaurusFacts,
  from: IsoDate,
): ThesaurusEdition => ({
  themes: themes.filter((theme) => isWithin(from, theme)).map(withoutDays),
  concepts: concepts.filter((concept) => isWithin(from, concept)).map(withoutDays),
  industries,
  scienceFields,
  codeRules,
})

function withoutDays<T extends Dated>({ validFrom: _validFrom, validTo: _validTo, ...rest }: T): Omit<T, keyof Dated> {
  return rest
}
