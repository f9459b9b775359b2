import { z } from 'zod'
import { defineKind, ownersWrite } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { LocalText, sharedFields, WebAddress } from './shared-fields.ts'
import type { Language } from './language.ts'
import { IsoDate } from './time.ts'

/** A document or page that statements are taken from. */
export const Source = z.object({
  title: labelled(LocalText, 'Titel', 'Title'),
  publisher: labelled(z.string().min(1).max(200), 'Utgivare', 'Publisher'),
  kind: labelled(z.enum(['deck', 'webPage', 'strategyDocument', 'newsItem', 'dataset']), 'Slag', 'Kind'),
  date: labelled(IsoDate.nullable(), 'Datum', 'Date'),
  datePrecision: sharedFields.datePrecision(),
  url: labelled(WebAddress.nullable(), 'Adress', 'Address'),
  note: sharedFields.note(),
  /** Names the document by its words, so that it is known again and another one of the same day is not taken for it. */
  fingerprint: labelled(
    sharedFields.fingerprint().optional(),
    'Källans ord, som fingeravtryck',
    'The source’s words, as a fingerprint',
  ),
})
export type Source = z.infer<typeof Source>

export const source = defineKind({
  name: 'source',
  label: { one: { sv: 'källa', en: 'source' }, many: { sv: 'källor', en: 'sources' } },
  schema: Source,
  since: '0.1.0',
  owner: () => null,
  references: () => [],
  title: ({ title }) => title,
  search: null,
  page: null,
  may: ownersWrite,
})

/** What is put for the sender of a source that names none. */
export const unknownSender = 'Okänd avsändare'

/** Who published a source, in the reader's language: names are the same in both, only that there is none is told in words. */
export const publisherIn = (publisher: string, lang: Language): string =>
  lang === 'en' && publisher.startsWith(unknownSender) ? `Unknown sender${publisher.slice(unknownSender.length)}` : publisher
