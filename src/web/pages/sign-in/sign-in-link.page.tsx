import { defineVisitedPage } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { signInLinkAddress } from './sign-in.address.ts'
import { signInLinkForms } from './sign-in.form.ts'
import { signInText } from './sign-in.text.ts'
import { wayBack } from './way-back.ts'

/** Where a link in a mail leads: a button, since programs that look through mail open the links in it. */
export const signInLinkPage = defineVisitedPage<{ key: string | null; to: string | null }>({
  ...signInLinkAddress,
  section: 'signIn',
  async load({ lang, url }) {
    const names = namesIn(signInLinkAddress, lang)
    const key = url.searchParams.get(names.key)
    return { key: key && /^[A-Za-z0-9_-]{20,100}$/.test(key) ? key : null, to: wayBack(url.searchParams.get(names.to)) }
  },
  render({ lang, paths }, { key, to }) {
    const text = signInText[lang]
    return {
      title: text.linkTitle,
      description: text.linkLead,
      body: (
        <article class="prose">
          <header class="page-head">
            <h1>{text.linkTitle}</h1>
            <p class="lead">{key ? text.linkLead : text.noKey}</p>
          </header>
          {key ? (
            <form method="post" encType="multipart/form-data" action={paths.action('signInLink')}>
              <input type="hidden" name="key" value={key} />
              {to ? <input type="hidden" name="to" value={to} /> : null}
              <button type="submit">{text.linkButton}</button>
            </form>
          ) : null}
          <p>
            <a href={paths.to('signIn')}>{text.newLink}</a>
          </p>
        </article>
      ),
    }
  },
  forms: signInLinkForms,
})
