import { findParked } from '../../../drafts/parked-text.ts'
import type { ParkedForm } from '../../../drafts/parked-text.ts'
import { defineVisitedPage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { signInAddress } from '../sign-in/sign-in.address.ts'
import { resumeAddress } from './resume.address.ts'
import { resumeText } from './resume.text.ts'

interface ResumeShape {
  key: string
  isSignedIn: boolean
  /** What was kept, for the account that wrote it. */
  parked: ParkedForm | null
}

/** What somebody had written when the session ended, to be sent again by a button after signing in. */
export const resumePage = defineVisitedPage<ResumeShape>({
  ...resumeAddress,
  section: 'signIn',
  async load({ lang, url }, { viewer, store, now }) {
    const key = (url.searchParams.get(namesIn(resumeAddress, lang).key) ?? '').slice(0, 100)
    const parked = viewer && (await findParked(store.side, { key, accountId: viewer.account.id, now }))
    return { key, isSignedIn: viewer !== null, parked }
  },
  render(context, shape) {
    const text = resumeText[context.lang]
    return {
      title: shape.isSignedIn ? text.title : text.signedOut,
      description: text.description,
      body: (
        <article class="prose">
          {shape.parked ? (
            <Parked context={context} parked={shape.parked} parkedKey={shape.key} />
          ) : (
            <Nothing context={context} shape={shape} />
          )}
        </article>
      ),
    }
  },
})

function Parked({ context, parked, parkedKey }: { context: PageContext; parked: ParkedForm; parkedKey: string }) {
  const text = resumeText[context.lang]
  // Numbers, ids and choices were in the form from the beginning: what has a space was most likely written.
  const written = parked.fields.filter(([, value]) => /\s/.test(value.trim()))
  return (
    <>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </header>
      <form method="post" encType="multipart/form-data" action={parked.action}>
        <input type="hidden" name="formParked" value={parkedKey} />
        {parked.fields.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <p class="button-row">
          <button type="submit">{text.send}</button>
        </p>
      </form>
      {written.length > 0 ? <h2>{text.youWrote}</h2> : null}
      {written.map(([name, value], at) => (
        <blockquote key={`${name} ${at}`} class="own-data">
          {value}
        </blockquote>
      ))}
      <p class="muted">{text.noFile}</p>
    </>
  )
}

function Nothing({ context: { lang, paths }, shape: { key, isSignedIn } }: { context: PageContext; shape: ResumeShape }) {
  const text = resumeText[lang]
  const back = paths.to('resume', {}, { [namesIn(resumeAddress, lang).key]: key })
  return (
    <>
      <header class="page-head">
        <h1>{isSignedIn ? text.gone : text.signedOut}</h1>
        <p class="lead">{isSignedIn ? text.goneHelp : text.signedOutHelp}</p>
      </header>
      {isSignedIn ? null : (
        <p>
          <a class="button" href={paths.to('signIn', {}, { [namesIn(signInAddress, lang).to]: back })}>
            {text.signIn}
          </a>
        </p>
      )}
    </>
  )
}
