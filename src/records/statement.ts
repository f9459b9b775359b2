import { z } from 'zod'
import { officersWrite } from './define-kind.ts'
import type { KindDefinition } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { LocalText, sharedFields } from './shared-fields.ts'

/** A statement heard in dialogues, a wish to the national level, or an announced next step. */
export const Statement = z.object({
  order: sharedFields.order(),
  text: labelled(LocalText, 'Text', 'Text'),
  /** `fingerprintOf` the sentence in the source, which identifies the sentence without a copy of it. */
  fingerprint: labelled(
    sharedFields.fingerprint().nullable(),
    'Källans mening, som fingeravtryck',
    'The source’s sentence, as a fingerprint',
  ),
  /** `nearFingerprintsOf` the sentence in the source, by which it is known again with a word less. */
  nearFingerprints: labelled(
    z.array(z.string().regex(/^[0-9a-f]{16}$/)).optional(),
    'Källans mening utan ett av sina ord, som fingeravtryck',
    'The source’s sentence without one of its words, as fingerprints',
  ),
  /** Key words of the source's sentence that our retelling does not repeat; it is found by them. */
  keywords: labelled(z.array(z.string().min(1).max(120)).optional(), 'Nyckelord', 'Key words'),
})
export type Statement = z.infer<typeof Statement>

/** The definition that the three kinds of statement share. */
export const statementKind = {
  schema: Statement,
  since: '0.1.0',
  owner: () => null,
  references: () => [],
  title: ({ text }) => text,
  search: { among: 'inForce', texts: ({ text, keywords = [] }) => ({ titleEn: text.en, texts: keywords }) },
  page: (_body, id) => ({ page: 'heard', params: {}, fragment: id }),
  may: officersWrite,
} satisfies Omit<KindDefinition<string, typeof Statement>, 'name' | 'label'>
