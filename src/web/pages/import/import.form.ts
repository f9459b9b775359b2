import type { LineChoice } from '../../../sources/deck/deck-draft.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { IsoDate } from '../../../records/time.ts'
import { planDeckImport } from '../../../changes/import-plan.ts'
import type { ImportPlan } from '../../../changes/import-plan-types.ts'
import { chosenItems } from '../../../changes/import-choice.ts'
import { submit } from '../../../changes/submit.ts'
import { gazetteerOf } from '../../../changes/registry-view.ts'
import { deckLimits } from '../../../sources/deck/deck-limits.ts'
import { whyNoDate } from '../../../sources/deck/deck-words.ts'
import { readDeckApart } from '../../../sources/deck/read-deck-apart.ts'
import type { SentDeck } from '../../../sources/deck/sent-deck.ts'
import type { FormAction, FormActions, FormContext } from '../../frame/page.ts'
import { importDone, importPreview } from './import-preview.tsx'
import { importText } from './import.text.ts'
import type { Language } from '../../../records/language.ts'

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
  const fileName = file.name.replace(/^.*[\\/]/, '').slice(0, 255) || 'deck'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { plan, sequence, deck } = await planFor(context, { fileName, bytes, date })
  return { show: (page) => importPreview(page, { plan, sequence, deckJson: JSON.stringify(deck) }) }
}

/** Publishes what was chosen of the plan that was shown. */
const publish: FormAction = async (context) => {
  const { form, lang, registry, actor } = context
  const { plan, sequence } = await planFor(context, { fileName: '', json: String(form.get('deck')), choices: {}, date: null })
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

/** What is sent: a file with the day that was asked for, or a deck that was read before and knows its own. */
type Sent = { fileName: string; date: string | null } & (
  | { bytes: Uint8Array }
  | { json: string; choices: Readonly<Record<number, LineChoice | null>> }
)

interface Planned {
  plan: ImportPlan
  sequence: number
  deck: SentDeck
}

async function planFor({ registry, actor, lang, workerEntry }: FormContext, { date, ...sent }: Sent): Promise<Planned> {
  const { known, numbers, sequence, beside } = await registry.view()
  const read = await readDeckApart({ ...sent, gazetteer: gazetteerOf(known) }, { workerEntry }).catch((error: unknown) => {
    throw inWords(error, lang)
  })
  const asked = date ?? read.date
  const draft = { ...read.draft, date: asked ?? read.draft.date }
  if (draft.date === null)
    throw new ExpectedError('invalid_date', { detail: whyNoDate(draft)?.[lang] ?? importText[lang].needDate })
  const plan = planDeckImport({ draft, known, numbers, beside, recordedBy: actor.name })
  return { plan, sequence, deck: { ...read.deck, date: asked } }
}

/** A form that no page of this site has sent is called that. */
const inWords = (error: unknown, lang: Language): unknown =>
  error instanceof ExpectedError && error.code === 'bad_request'
    ? new ExpectedError('bad_request', { detail: importText[lang].wrongForm, cause: error })
    : error
