import type { Context, Hono } from 'hono'
import { ExpectedError } from '../../records/expected-error.ts'
import { registryInMemory } from '../../changes/registry.ts'
import { makePaths } from '../frame/paths.ts'
import type { FormAction, FormActions } from '../frame/page.ts'
import type { AppEnv, Effects } from './effects.ts'
import { readGuardedForm } from './guarded-form.ts'
import { answerFormPage, pageRoutesOf } from './page-routes.ts'
import type { PageRoute } from './page-routes.ts'
import { inLanguage } from './problem.ts'

type FormEffects = Pick<Effects, 'store' | 'source' | 'contents' | 'client' | 'adminToken' | 'baseUrl' | 'workerEntry'>

/** Takes what the pages' forms send. Off without an administrator's key. */
export function addFormRoutes(app: Hono<AppEnv>, effects: FormEffects): void {
  for (const page of effects.contents.pages) {
    if (!page.forms) continue
    const { forms } = page
    const admit = makeAdmission(forms)
    for (const route of pageRoutesOf([page]))
      for (const [below, action] of Object.entries(forms.actions))
        app.post(route.path + below, (c) => admit(route, () => act(c, { route, forms, action, effects })))
  }
}

/** Lets as many in at once as the page wants, all its actions together. */
function makeAdmission({ mostAtOnce = Infinity, refusals }: FormActions) {
  let underWay = 0
  return async ({ lang }: PageRoute, work: () => Promise<Response>): Promise<Response> => {
    if (underWay >= mostAtOnce)
      throw new ExpectedError('rate_limited', { detail: refusals[lang].busy ?? null, data: { retryAfterSeconds: 5 } })
    underWay += 1
    try {
      return await work()
    } catch (error) {
      throw inLanguage(error, lang)
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
}

async function act(c: Context<AppEnv>, { route, forms, action, effects }: Acting): Promise<Response> {
  const { lang } = route
  const { store, source, adminToken, baseUrl, workerEntry } = effects
  const { mostBytes, refusals } = forms
  const { form, actor } = await readGuardedForm(c.req.raw, { adminToken, baseUrl, mostBytes, text: refusals[lang] })
  const registry = registryInMemory(store, source.registry)
  const paths = makePaths(effects.contents.addresses, { lang, time: null })
  const context = { lang, form, registry, actor, today: source.today(), paths, workerEntry }
  const answer = await action(context, c.req.param() as Record<string, string>)
  return 'redirectTo' in answer ? c.redirect(answer.redirectTo, 303) : answerFormPage(c, { route, effects, show: answer.show })
}
