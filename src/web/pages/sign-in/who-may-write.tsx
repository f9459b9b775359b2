import { may } from '../../../records/may.ts'
import { kindOf } from '../../../records/record.ts'
import type { RecordKind } from '../../../records/record.ts'
import type { Owner } from '../../../records/shared-fields.ts'
import { namesIn } from '../../frame/page-address.ts'
import type { PageContext } from '../../frame/page.ts'
import { signInAddress } from './sign-in.address.ts'

/** Whether the one who is signed in may publish a new record of a kind for an owner; a reader may nothing. */
export function mayWrite({ viewer }: Pick<PageContext, 'viewer'>, kind: RecordKind, owner: Owner | null): boolean {
  const wanted = { kind, recordId: '', from: null, to: 'published', owners: [owner] } as const
  return !!viewer && may(viewer.actor, wanted, kindOf(kind).may) === true
}

const words = {
  sv: { signIn: 'Logga in', for: 'för att skriva här.' },
  en: { signIn: 'Sign in', for: 'to write here.' },
} as const

/** In the place of a form, for a reader: the way to sign in and come back. One who is signed in and may not write sees nothing. */
export function SignInToWrite({ context: { lang, paths, viewer }, back }: { context: PageContext; back: string }) {
  if (viewer) return null
  const text = words[lang]
  return (
    <p class="small muted">
      <a href={paths.to('signIn', {}, { [namesIn(signInAddress, lang).to]: back })}>{text.signIn}</a> {text.for}
    </p>
  )
}
