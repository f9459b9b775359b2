import { z } from 'zod'
import { administratorsWrite, defineKind } from './define-kind.ts'
import { labelled } from './field-labels.ts'

/**
 * That the facts which ship with Spets were loaded into the empty registry. The facts themselves are recorded on the days from
 * which they could be known; this is recorded when it was done.
 */
export const LoadedFacts = z.object({
  count: labelled(z.number().int().positive(), 'Antal inlästa versioner', 'Versions loaded'),
})
export type LoadedFacts = z.infer<typeof LoadedFacts>

export const loadedFacts = defineKind({
  name: 'loadedFacts',
  label: {
    one: { sv: 'inläsning av uppgifter', en: 'loading of facts' },
    many: { sv: 'inläsningar av uppgifter', en: 'loadings of facts' },
  },
  schema: LoadedFacts,
  since: '0.1.0',
  owner: () => null,
  references: () => [],
  title: ({ count }) => ({
    sv: `${count} versioner av uppgifter som följer med Spets`,
    en: `${count} versions of facts that ship with Spets`,
  }),
  search: null,
  page: null,
  may: administratorsWrite,
})
