import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { DeckLines } from '../../../sources/deck/deck-draft.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { LocalText } from '../../../records/record.ts'
import { IsoDate } from '../../../records/time.ts'
import { planDeckImport } from '../../../changes/import-plan.ts'
import type { ImportPlan } from '../../../changes/import-plan-types.ts'
import { publishPlan } from '../../../changes/publish-plan.ts'
import { gazetteerOf, readRegistryView } from '../../../changes/registry-view.ts'
import { deckLimits } from '../../../sources/deck/deck-limits.ts'
import { parseDeck } from '../../../sources/deck/parse-deck.ts'
import { readDeck } from '../../../sources/deck/read-deck.ts'
import type { RenderedPage } from '../../frame/page.ts'
import { importDone, importPreview } from './import-preview.tsx'
import { importText } from './import.text.ts'
import { renderDocument } from '../../frame/layout.tsx'
import type { AppEnv, Effects } from '../../http/app.ts'
import { readGuardedForm } from '../../http/guarded-form.ts'
import { makePageContext } from '../../http/page-routes.ts'
import { inLanguage } from '../../http/problem.ts'
import type { Language } from '../../../records/language.ts'

type ImportEffects = Pick<Effects, 'store' | 'source' | 'client' | 'adminToken' | 'baseUrl'>

/** The file, and the form around it. */
const mostBytes = deckLimits.bytes + 256 * 1024
/** How many decks may be read at once: each may take its 20 MB. */
const mostAtOnce = 4

/** Takes what the import page sends: shows the difference, then publishes the choice. Off without an administrator's key. */
export function addImportRoutes(app: Hono<AppEnv>, effects: ImportEffects): void {
  let underWay = 0
  const handle = (lang: Language, work: (c: Context<AppEnv>, at: At) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (underWay >= mostAtOnce)
      throw new ExpectedError('rate_limited', { detail: importText[lang].busy, data: { retryAfterSeconds: 5 } })
    underWay += 1
    try {
      return await work(c, { effects, lang })
    } catch (error) {
      throw inLanguage(error, lang)
    } finally {
      underWay -= 1
    }
  }
  for (const [lang, path] of [
    ['sv', '/import'],
    ['en', '/en/import'],
  ] as const) {
    app.post(path, handle(lang, preview))
    app.post(`${path}/publish`, handle(lang, publish))
  }
}

interface At {
  effects: ImportEffects
  lang: Language
}

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

async function preview(c: Context<AppEnv>, at: At): Promise<Response> {
  const { effects, lang } = at
  const text = importText[lang]
  const form = await readGuardedForm(c.req.raw, { ...effects, mostBytes, text: importText[lang] })
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
  const { plan, sequence } = await planFor(at, deck)
  return sendPage(c, at, (context) => importPreview(context, { plan, sequence, deckJson: JSON.stringify(deck) }))
}

async function publish(c: Context<AppEnv>, at: At): Promise<Response> {
  const { effects, lang } = at
  const form = await readGuardedForm(c.req.raw, { ...effects, mostBytes, text: importText[lang] })
  const deck = readSentDeck(form.get('deck'), lang)
  const { plan, sequence } = await planFor(at, deck)
  const seen = plan.items.map(({ id }) => id).join(' ')
  if (form.get('sequence') !== String(sequence) || form.get('seen') !== seen)
    throw new ExpectedError('version_outdated', { detail: importText[lang].stale })
  const { items } = await publishPlan(effects.store, plan, { accept: form.getAll('item[]').map(String) })
  effects.source.refresh()
  return sendPage(c, at, (context) => importDone(context, items))
}

function readSentDeck(sent: FormDataEntryValue | null, lang: Language): SentDeck {
  try {
    return SentDeck.parse(JSON.parse(String(sent)))
  } catch (cause) {
    throw new ExpectedError('bad_request', { detail: importText[lang].wrongForm, cause })
  }
}

async function planFor({ effects, lang }: At, { date, ...deck }: SentDeck): Promise<{ plan: ImportPlan; sequence: number }> {
  const { known, numbers, sequence } = await readRegistryView(effects.store)
  const draft = parseDeck(deck satisfies DeckLines, gazetteerOf(known))
  const dated = { ...draft, date: date ?? draft.date }
  if (dated.date === null) throw new ExpectedError('invalid_date', { detail: importText[lang].needDate })
  return { plan: planDeckImport({ draft: dated, known, numbers, recordedBy: 'administrator' }), sequence }
}

async function sendPage(
  c: Context<AppEnv>,
  { effects, lang }: At,
  render: (context: Awaited<ReturnType<typeof makePageContext>>) => RenderedPage,
): Promise<Response> {
  const path = lang === 'sv' ? '/import' : '/en/import'
  const context = await makePageContext(effects, { url: new URL(path, c.req.url), lang })
  const alternatePath = lang === 'sv' ? '/en/import' : '/import'
  return c.html(renderDocument(context, { ...render(context), alternatePath }, effects.client.assets), 200, {
    'cache-control': 'no-store',
  })
}
