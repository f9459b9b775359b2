import { submit } from '../../../changes/submit.ts'
import { askWish, findLikeWish } from '../../../changes/wish-changes.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { findRegions } from '../../../shapes/from-snapshot.ts'
import { snapshotAt } from '../../../snapshot/snapshot.ts'
import { wishShape } from '../../../shapes/wish-shape.ts'
import type { WishShape } from '../../../shapes/wish-shape.ts'
import type { FormAction, FormActions, PageReading, RenderedPage } from '../../frame/page.ts'
import { mayWrite } from '../sign-in/who-may-write.tsx'
import { AskForm } from './ask-form.tsx'
import { Askers, WishMark, Written } from './wish-parts.tsx'
import { wishText } from './wish.text.ts'

const longestWish = 600

/** A new wish, or first the one that is like it. */
const ask: FormAction = async ({ lang, form, registry, actor, today, paths }) => {
  const faults = wishText[lang]
  const text = wordsIn(form, 'text')
  const textEn = wordsIn(form, 'textEn')
  const regionCode = wordsIn(form, 'region')
  if (text === '' || text.length > longestWish || textEn.length > longestWish)
    throw new ExpectedError('bad_request', { detail: faults.needText })
  const view = await registry.view()
  const snapshot = snapshotAt(view.known, today, view.beside)
  if (!snapshot.get('region', regionCode)) throw new ExpectedError('bad_request', { detail: faults.needRegion })
  const like = form.get('isOther') === 'yes' ? null : findLikeWish(view, text)
  const asked = askWish(view, { regionCode, text, textEn: textEn === '' ? null : textEn, today })
  if (like && like.id !== asked.wishId)
    return {
      show: (context) =>
        showLike(context, { like: wishShape(snapshot, snapshot.get('wish', like.id)!), sent: { text, textEn, regionCode } }),
    }
  await submit(registry, asked.change, actor)
  return { redirectTo: paths.to('wish', { id: asked.wishId }) }
}

/** What a form has in a text field, without blanks around it; empty when there is none. */
export function wordsIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim().replaceAll('\r\n', '\n') : ''
}

interface Like {
  like: WishShape
  sent: { text: string; textEn: string; regionCode: string }
}

function showLike(context: PageReading, { like, sent }: Like): RenderedPage {
  const { lang, paths, snapshot } = context
  const text = wishText[lang]
  const all = findRegions(snapshot).map(({ code, slug, name }) => ({ code, slug, name }))
  const own = all.filter(({ code }) => mayWrite(context, 'wish', { kind: 'region', id: code }))
  // One who is not signed in sent it with the key, which writes for all.
  const regions = context.viewer ? own : all
  return {
    title: text.ask,
    description: text.description,
    body: (
      <article>
        <header class="page-head">
          <p class="eyebrow">
            <a href={paths.to('wishes')}>{text.eyebrow}</a>
          </p>
          <h1>{text.like}</h1>
          <p class="muted">{text.nothingWritten}</p>
        </header>
        <section class="callout">
          <p>
            <WishMark context={context} wish={like} /> <Written text={like.heading ?? like.text} lang={lang} />
          </p>
          {like.heading ? <p>{like.text[lang]}</p> : null}
          <p class="small muted">
            <Askers context={context} wish={like} />
          </p>
          <p>
            <a class="button" href={`${paths.to('wish', { id: like.id })}#region`}>
              {text.joinLike}
            </a>
          </p>
        </section>
        <AskForm context={context} regions={regions} sent={sent} isKnownToBeOther />
      </article>
    ),
  }
}

export const wishesForms: FormActions = { mostBytes: 64 * 1024, least: 'proposer', refusals: wishText, actions: { '': ask } }
