import type { Context, Hono } from 'hono'
import { ExpectedError } from '../../records/expected-error.ts'
import { mayAtLeast, reader } from '../../records/actor.ts'
import { makePaths } from '../frame/paths.ts'
import type { Language } from '../../records/language.ts'
import type { FormAction, FormActions } from '../frame/page.ts'
import type { AppEnv, Effects } from './effects.ts'
import { forgetParked } from '../../drafts/parked-text.ts'
import { admitForm } from './guarded-form.ts'
import { parkForm, writerFields } from './kept-forms.ts'
import { answerFormPage, pageRoutesOf } from './page-routes.ts'
import type { PageRoute } from './page-routes.ts'
import { inLanguage } from './problem.ts'
import { visitOf } from './visitor.ts'

type FormEffects = Pick<
  Effects,
  | 'store'
  | 'source'
  | 'accounts'
  | 'clock'
  | 'logger'
  | 'contents'
  | 'client'
  | 'adminToken'
  | 'baseUrl'
  | 'siteUrl'
  | 'workerEntry'
> &
  Partial<Pick<Effects, 'cubes'>>

/** Takes what the pages' forms send, from those who are signed in with the role it takes, or have the administrator's key. */
export function addFormRoutes(app: Hono<AppEnv>, effects: FormEffects): void {
  for (const page of effects.contents.pages) {
    if (!page.forms) continue
    const { forms } = page
    const takePlace = makePlaces(forms)
    for (const route of pageRoutesOf([page]))
      for (const [below, action] of Object.entries(forms.actions))
        app.post(route.path + below, (c) => act(c, { route, forms, action, effects, takePlace }))
  }
}

type TakePlace = <T>(lang: Language, work: () => Promise<T>) => Promise<T>

/** Lets as many be under way at once as the page wants, all its actions together. A place is taken by those alone who may write. */
function makePlaces({ mostAtOnce = Infinity, refusals }: FormActions): TakePlace {
  let underWay = 0
  return async (lang, work) => {
    if (underWay >= mostAtOnce)
      throw new ExpectedError('rate_limited', { detail: refusals[lang].busy ?? null, data: { retryAfterSeconds: 5 } })
    underWay += 1
    try {
      return await work()
    } finally {
      underWay -= 1
    }
  }
}

interface Acting {
  route: PageRoute
  forms: FormActions
  action: FormAction
  effects: FormEffects
  takePlace: TakePlace
}

async function act(c: Context<AppEnv>, { route, forms, action, effects, takePlace }: Acting): Promise<Response> {
  const { lang } = route
  const { source, clock, adminToken, baseUrl, workerEntry, cubes = null } = effects
  const { mostBytes, refusals, least = 'administrator' } = forms
  try {
    const visit = await visitOf(c, effects)
    const sender = visit.viewer?.actor ?? reader
    const admitted = mayAtLeast(sender, least) ? sender : null
    const guard = { sender: admitted, adminToken, baseUrl, mostBytes, text: refusals[lang] }
    const sent = await admitForm(c.req.raw, visit.viewer ? guard : { ...guard, accountOf: accountOf(c, effects) })
    const answer = await takePlace(lang, async () => {
      const form = await sent.read()
      const parked = textIn(form, writerFields.parked)
      for (const name of Object.values(writerFields)) form.delete(name)
      if ('signedOut' in sent.by)
        return keep(c, { form, effects, lang, accountId: sent.by.signedOut, tooMuch: refusals[lang].tooMuch })
      const { actor } = sent.by
      const { registry } = visit
      const paths = makePaths(effects.contents.addresses, { lang, time: null })
      const acting = { lang, form, registry, actor, visit, today: source.today(), now: clock() }
      const context = { ...acting, cubes, paths, workerEntry }
      const done = await action(context, c.req.param() as Record<string, string>)
      const accountId = visit.viewer?.account.id
      if (parked && accountId && 'redirectTo' in done) await forgetParked(effects.store.side, { key: parked, accountId })
      return done
    }).finally(sent.discard)
    if ('redirectTo' in answer) {
      for (const cookie of answer.cookies ?? []) c.header('set-cookie', cookie, { append: true })
      c.header('cache-control', 'no-store')
      return c.redirect(answer.redirectTo, 303)
    }
    return await answerFormPage(c, { route, effects, show: answer.show })
  } catch (error) {
    throw inLanguage(error, lang)
  }
}

const textIn = (form: FormData, name: string): string | null => {
  const value = form.get(name)
  return typeof value === 'string' ? value : null
}

/** The account that a form was made for. A program that saves by itself is told instead, and keeps the text in its page. */
const accountOf =
  (c: Context<AppEnv>, { accounts }: Pick<Effects, 'accounts'>) =>
  async (account: string, proof: string): Promise<string | null> => {
    if (account.length > 200 || proof !== (await accounts.proofOf(account))) return null
    if ((c.req.header('sec-fetch-mode') ?? 'navigate') !== 'navigate') throw new ExpectedError('sign_in_needed')
    return account
  }

/** What was written when the session had ended is kept, and its writer is led to where it can be sent again. */
async function keep(
  c: Context<AppEnv>,
  { form, effects, lang, accountId, tooMuch }: Keeping,
): Promise<{ redirectTo: string; cookies?: readonly string[] }> {
  const { pathname, search } = new URL(c.req.url)
  const at = await parkForm(effects, { form, lang, action: pathname + search, accountId, now: effects.clock() })
  if (at === null) throw new ExpectedError('too_large', { detail: tooMuch })
  return { redirectTo: at }
}

interface Keeping {
  form: FormData
  effects: FormEffects
  lang: Language
  accountId: string
  tooMuch: string
}
