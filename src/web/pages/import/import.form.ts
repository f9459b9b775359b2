import { z } from 'zod'
import type { DeckLines } from '../../../sources/deck/deck-draft.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { LocalText } from '../../../records/record.ts'
import { IsoDate } from '../../../records/time.ts'
import { planDeckImport } from '../../../changes/import-plan.ts'
import type { ImportPlan } from '../../../changes/import-plan-types.ts'
import { chosenItems } from '../../../changes/import-choice.ts'
import { submit } from '../../../changes/submit.ts'
import { gazetteerOf } from '../../../changes/registry-view.ts'
import { deckLimits } from '../../../sources/deck/deck-limits.ts'
import { parseDeck } from '../../../sources/deck/parse-deck.ts'
import { readDeck } from '../../../sources/deck/read-deck.ts'
import type { FormAction, FormActions, FormContext } from '../../frame/page.ts'
import { importDone, importPreview } from './import-preview.tsx'
import { importText } from './import.text.ts'
import type { Language } from '../../../records/language.ts'

/** The deck as it travels through the preview page and back. */
const SentDeck = z.object({
  fileName: z.string().max(255),
  format: z.enum(['text', 'pptx', 'pdf']),
  notices: z.array(LocalText).max(10),
  date: IsoDate.nullable(),
  lines: z
    .array(
      z.object({
        text: z.string().min(1).max(deckLimits.lineLength),
        line: z.number().int().positive(),
        page: z.number().int().positive().nullable(),
        isBullet: z.boolean().nullable(),
        hasGapBefore: z.boolean(),
      }),
    )
    .max(deckLimits.lines),
})
type SentDeck = z.infer<typeof SentDeck>

/** Reads the deck and shows what it would change. */
const preview: FormAction = async (context) => {
  const { form, lang } = context
  const text = importText[lang]
  const file = form.get('file')
  if (!(file instanceof File) || (file.size === 0 && file.name === ''))
    throw new ExpectedError('bad_request', { detail: text.needFile })
  const asked = form.get('date')
  const date = typeof asked === 'string' && asked !== '' ? asked : null
  if (date !== null && !IsoDate.safeParse(date).success) throw new ExpectedError('invalid_date')
  const read = await readDeck(new Uint8Array(await file.arrayBuffer()), {
    fileName: file.name.replace(/^.*[\\/]/, '').slice(0, 255) || 'deck',
  })
  const deck: SentDeck = { ...read, date }
  const { plan, sequence } = await planFor(context, deck)
  return { show: (page) => importPreview(page, { plan, sequence, deckJson: JSON.stringify(deck) }) }
}

/** Publishes what was chosen of the plan that was shown. */
const publish: FormAction = async (context) => {
  const { form, lang, registry, actor } = context
  const deck = readSentDeck(form.get('deck'), lang)
  const { plan, sequence } = await planFor(context, deck)
  const seen = plan.items.map(({ id }) => id).join(' ')
  if (form.get('sequence') !== String(sequence) || form.get('seen') !== seen)
    throw new ExpectedError('version_outdated', { detail: importText[lang].stale })
  const accept = form.getAll('item[]').map(String)
  await submit(registry, { type: 'import', plan, accept }, actor)
  return { show: (page) => importDone(page, chosenItems(plan, accept)) }
}

/** What the import page does with its forms: shows the difference, then publishes the choice. */
export const importForms: FormActions = {
  // The file, and the form around it.
  mostBytes: deckLimits.bytes + 256 * 1024,
  // Each may take its 20 MB.
  mostAtOnce: 4,
  refusals: importText,
  actions: { '': preview, '/publish': publish },
}

function readSentDeck(sent: FormDataEntryValue | null, lang: Language): SentDeck {
  try {
    return SentDeck.parse(JSON.parse(String(sent)))
  } catch (cause) {
    throw new ExpectedError('bad_request', { detail: importText[lang].wrongForm, cause })
  }
}

type PlanContext = Pick<FormContext, 'registry' | 'actor' | 'lang'>

async function planFor(
  { registry, actor, lang }: PlanContext,
  { date, ...deck }: SentDeck,
): Promise<{ plan: ImportPlan; sequence: number }> {
  const { known, numbers, sequence } = await registry.view()
  const draft = parseDeck(deck satisfies DeckLines, gazetteerOf(known))
  const dated = { ...draft, date: date ?? draft.date }
  if (dated.date === null) throw new ExpectedError('invalid_date', { detail: importText[lang].needDate })
  return { plan: planDeckImport({ draft: dated, known, numbers, recordedBy: actor.name }), sequence }
}
