import type { LinkFault } from '../../../accounts/sign-in-links.ts'
import type { PageReading, RenderedPage } from '../../frame/page.ts'
import { AskForLink } from './ask-for-link.tsx'
import { signInText } from './sign-in.text.ts'

/** What happened to a link that signs nobody in, and a new one for the asking. */
export function showLinkFault(context: PageReading, { fault, to }: { fault: LinkFault; to: string | null }): RenderedPage {
  const { lang, paths, viewer } = context
  const text = signInText[lang]
  const { title, help } = text.linkFaults[fault]
  return {
    title,
    description: help,
    isPrivate: true,
    status: 410,
    body: (
      <article class="prose">
        <header class="page-head">
          <h1>{title}</h1>
          <p class="lead">{help}</p>
        </header>
        {fault === 'used' ? (
          <p>
            <a href={to ?? paths.to('signIn')}>{viewer ? text.goOn : text.tryOn}</a>
          </p>
        ) : null}
        {viewer ? null : (
          <>
            <h2>{text.newLink}</h2>
            <AskForLink context={context} to={to} />
          </>
        )}
      </article>
    ),
  }
}
