import { areaFields } from '../../../drafts/own-words.ts'
import type { Language } from '../../../records/language.ts'
import type { PageReading, RenderedPage } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { signInAddress } from '../sign-in/sign-in.address.ts'
import { myRegionAddress } from './my-region.address.ts'
import { myRegionText } from './my-region.text.ts'

interface SignedOut {
  /** What was sent. */
  fields: Readonly<Record<string, string>>
  /** The key that it is kept under; null when it is too long to be kept. */
  key: string | null
  lang: Language
}

/** The session ended while somebody was writing: the text is in the page, and comes back after signing in. */
export function showSignedOut({ paths }: PageReading, { fields, key, lang }: SignedOut): RenderedPage {
  const text = myRegionText[lang]
  const names = namesIn(myRegionAddress, lang)
  const back = paths.to('myRegion', {}, { [names.owner]: fields['owner'], [names.edit]: fields['area'], [names.parked]: key })
  return {
    title: text.signedOut,
    description: text.signedOutHelp,
    isPrivate: true,
    status: 401,
    body: (
      <article class="prose">
        <header class="page-head">
          <h1>{text.signedOut}</h1>
          <p class="lead">{key ? text.signedOutHelp : text.signedOutLong}</p>
        </header>
        <p>
          <a class="button" href={paths.to('signIn', {}, { [namesIn(signInAddress, lang).to]: back })}>
            {text.signInAgain}
          </a>
        </p>
        <h2>{text.youWrote}</h2>
        {areaFields.map((field) =>
          fields[field] ? (
            <div key={field} class="field">
              <label for={`written-${field}`}>{text.fields[field]}</label>
              <textarea id={`written-${field}`} readonly rows={3}>
                {fields[field]}
              </textarea>
            </div>
          ) : null,
        )}
      </article>
    ),
  }
}
