import type { ThesaurusEdition, ThesaurusFacts } from '../records/thesaurus-facts.ts'
import { everyEditionOf } from '../snapshot/beside-on-day.ts'
import { readDictionaries } from '../language/dictionary-words.ts'
import { deriveInSteps } from '../snapshot/derive.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { prepareTerms } from './term-index.ts'
import { makeThesaurus } from './thesaurus.ts'
import type { Thesaurus } from './thesaurus.ts'

/**
 * The thesaurus of the edition in force on the snapshot's day. All days of an edition share one object, so results
 * cached by it stay valid.
 * @throws Error when no thesaurus was loaded
 */
export function thesaurusOf({ thesaurus }: Pick<Snapshot, 'thesaurus'>): Thesaurus {
  if (!thesaurus) throw new Error('No thesaurus was loaded beside the registry. Give snapshotAt one.')
  return thesaurusOfEdition(thesaurus)
}

/** The thesaurus of every edition, newest first. */
export const everyThesaurusOf = (facts: ThesaurusFacts): Thesaurus[] => everyEditionOf(facts).map(thesaurusOfEdition)

const thesaurusOfEdition = deriveEach('thesaurus', (edition: ThesaurusEdition): Thesaurus => makeThesaurus(edition))

/** The thesaurus with all that reading a text by it needs: its terms and the dictionaries. Made ready before anybody asks. */
export const readyThesaurusOf = deriveInSteps('ready thesaurus', ['thesaurus'], function* (snapshot) {
  const thesaurus = thesaurusOf(snapshot)
  yield* readDictionaries()
  yield* prepareTerms(thesaurus)
  return thesaurus
})
