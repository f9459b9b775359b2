import { z } from 'zod'
import { administratorsWrite } from './define-kind.ts'
import type { KindDefinition } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { LocalText, sharedFields } from './shared-fields.ts'

/** What was heard in dialogues, asked of the national level, or announced as a next step. */
export const Statement = z.object({
  order: sharedFields.order(),
  text: labelled(LocalText, 'Text', 'Text'),
  /** SHA-256 (hex) of the source's own sentence, folded by `fingerprintOf`: it is recognised without being copied. */
  fingerprint: labelled(
    z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    'Källans mening, som fingeravtryck',
    'The source’s sentence, as a fingerprint',
  ),
})
export type Statement = z.infer<typeof Statement>

/** What the three kinds of statement have in common. */
export const statementKind = {
  schema: Statement,
  since: '0.1.0',
  owner: () => null,
  references: () => [],
  title: ({ text }) => text,
  search: { among: 'inForce', texts: ({ text }) => ({ titleEn: text.en, texts: [] }) },
  page: (_body, id) => ({ page: 'heard', params: {}, fragment: id }),
  may: administratorsWrite,
} satisfies Omit<KindDefinition<string, typeof Statement>, 'name' | 'label'>
