import { createHash } from 'node:crypto'
import type { ThesaurusEdition } from '../../records/thesaurus-facts.ts'
import { deriveEach } from '../../snapshot/derive-each.ts'
import { packEdition } from '../../thesaurus/packed-edition.ts'

/** A file for the browser, named by a hash of its content, so that browsers may cache it for ever. */
export interface ThesaurusFile {
  address: string
  hash: string
  text: string
}

/** The part of an edition that search in the browser needs. */
export const thesaurusFileOf = deriveEach('thesaurus for the browser', (edition: ThesaurusEdition): ThesaurusFile => {
  const text = JSON.stringify(packEdition(edition))
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { address: `/assets/thesaurus-${hash}.json`, hash, text }
})
