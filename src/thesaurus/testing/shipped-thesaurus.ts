import { besideOn } from '../../snapshot/beside-on-day.ts'
import { getShippedBeside } from '../../sources/facts/shipped-facts.ts'
import { thesaurusOf } from '../thesaurus-of.ts'

/** The newest edition of the thesaurus that ships. */
export const shippedThesaurus = thesaurusOf(besideOn(getShippedBeside(), '9999-12-31'))
