import { demonstrationRefused, isDemonstrationFile } from '../../../records/demonstration.ts'
import type { DeckDraft, GazetteerEntry, LineChoice } from '../../../sources/deck/deck-draft.ts'
import type { DeckJob } from '../../../sources/deck/deck-job.ts'
import { deckLimits } from '../../../sources/deck/deck-limits.ts'
import { whyNoDate } from '../../../sources/deck/deck-words.ts'
import { explainDeck } from '../../../sources/deck/explain-deck.ts'
import { readDeckApart } from '../../../sources/deck/read-deck-apart.ts'
import { SentChoice } from '../../../sources/deck/sent-deck.ts'
import type { SentDeck } from '../../../sources/deck/sent-deck.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { IsoDate } from '../../../records/time.ts'
import type { Language } from '../../../records/language.ts'
import { planDeckImport } from '../../../changes/import-plan.ts'
import type { ImportPlan } from '../../../changes/import-plan-types.ts'
import { chosenItems } from '../../../changes/import-choice.ts'
import { submit } from '../../../changes/submit.ts'
import { gazetteerOf } from '../../../changes/registry-view.ts'
import type { RegistryView } from '../../../changes/registry-view.ts'
import { asRead, importReading } from './import-reading.tsx'
import type { FormAction, FormActions, FormAnswer, FormContext } from '../../frame/page.ts'
import { SentFile } from '../../frame/sent-file.ts'
import { findRegion } from '../../../shapes/from-snapshot.ts'
import { importDone, importPreview } from './import-preview.tsx'
import { importText } from './import.text.ts'

/** Reads the file and shows what each line was taken for. */
const readFile: FormAction = async (context) => {
  const { form, lang } = context
  const file = form.get('file')
  if (!(file instanceof SentFile) || (file.content.length === 0 && file.name === ''))
    throw new ExpectedError('bad_request', { detail: importText[lang].needFile })
  const fileName = file.name.replace(/^.*[\\/]/, '').slice(0, 255) || 'deck'
  if (isDemonstrationFile(fileName)) throw new ExpectedError('unsupported_file', { data: { words: demonstrationRefused } })
  return showReading(await readSent(context, { fileName, bytes: file.content }))
}

/** Shows the reading again, with the corrections made so far. */
const readAgain: FormAction = async (context) => showReading(await readSent(context, sentDeck(context)))

/** Shows what the deck changes, read as it has been corrected. */
const showDifference: FormAction = async (context) => {
  const read = await readSent(context, sentDeck(context))
  const { plan, sequence } = planOf(context, read)
  return { show: (page) => importPreview(page, { plan, sequence, deckJson: JSON.stringify(read.deck) }) }
}

/** Publishes what was chosen of the plan that was shown. */
const publish: FormAction = async (context) => {
  const { form, lang, registry, actor } = context
  const { plan, sequence } = planOf(context, await readSent(context, sentDeck(context)))
  const seen = plan.items.map(({ id }) => id).join(' ')
  if (form.get('sequence') !== String(sequence) || form.get('seen') !== seen)
    throw new ExpectedError('version_outdated', { detail: importText[lang].stale })
  const accept = form.getAll('item[]').map(String)
  await submit(registry, { type: 'import', plan, accept }, actor)
  return {
    show: (page) => {
      const slugOf = (code: string | null) => (code === null ? null : (findRegion(page.snapshot, code)?.slug ?? null))
      return importDone(
        page,
        chosenItems(plan, accept).map((item) => ({ item, regionSlug: slugOf(item.regionCode) })),
      )
    },
  }
}

/** What the import page does with its forms: shows the difference, then publishes the choice. */
export const importForms: FormActions = {
  // The file, and the form around it.
  mostBytes: deckLimits.bytes + 256 * 1024,
  // Each may take its 20 MB.
  mostAtOnce: 4,
  refusals: importText,
  actions: { '': readFile, '/reading': readAgain, '/difference': showDifference, '/publish': publish },
}

type Sent = Omit<Extract<DeckJob, { bytes: Uint8Array }>, 'gazetteer'> | Omit<Extract<DeckJob, { json: unknown }>, 'gazetteer'>

/** A deck that comes back from a page, with what was corrected there. */
function sentDeck({ form, lang }: FormContext): Sent {
  const choices: Record<number, LineChoice | null> = {}
  for (const [name, value] of form.entries()) {
    const line = /^line-(\d{1,6})$/.exec(name)?.[1]
    if (line === undefined) continue
    const choice = SentChoice.safeParse(value)
    if (!choice.success && value !== asRead) throw new ExpectedError('bad_request', { detail: importText[lang].wrongForm })
    choices[Number(line)] = choice.data ?? null
  }
  const deck = form.get('deck')
  return { fileName: '', json: deck instanceof SentFile ? deck.content : String(deck), choices }
}

interface ReadDeck {
  deck: SentDeck
  draft: DeckDraft
  gazetteer: readonly GazetteerEntry[]
  view: RegistryView
}

async function readSent({ registry, lang, form, workerEntry }: FormContext, sent: Sent): Promise<ReadDeck> {
  const view = await registry.view()
  const gazetteer = gazetteerOf(view.known)
  const read = await readDeckApart({ ...sent, gazetteer }, { workerEntry, mayTakeBuffer: true }).catch((error: unknown) => {
    throw inWords(error, lang)
  })
  const date = askedDay(form) ?? read.date ?? read.draft.date
  return { deck: { ...read.deck, date }, draft: { ...read.draft, date }, gazetteer, view }
}

function askedDay(form: FormData): string | null {
  const asked = form.get('date')
  if (typeof asked !== 'string' || asked === '') return null
  if (!IsoDate.safeParse(asked).success) throw new ExpectedError('invalid_date')
  return asked
}

function planOf({ actor, lang }: FormContext, { draft, view }: ReadDeck): { plan: ImportPlan; sequence: number } {
  if (draft.date === null)
    throw new ExpectedError('invalid_date', { detail: whyNoDate(draft)?.[lang] ?? importText[lang].needDate })
  const plan = planDeckImport({ draft, ...view, recordedBy: actor.name })
  return { plan, sequence: view.sequence }
}

const showReading = ({ deck, draft, gazetteer }: ReadDeck): FormAnswer => ({
  show: (page) => importReading(page, { deck, gazetteer, slides: explainDeck(deck, draft) }),
})

/** A form that no page of this site has sent is called that. */
const inWords = (error: unknown, lang: Language): unknown =>
  error instanceof ExpectedError && error.code === 'bad_request'
    ? new ExpectedError('bad_request', { detail: importText[lang].wrongForm, cause: error })
    : error
