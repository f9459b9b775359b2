import { ownerRoleIn } from '../../../records/owner-roles.ts'
import type { LocalText } from '../../../records/shared-fields.ts'
import type { Language } from '../../../records/language.ts'
import type { WishShape } from '../../../shapes/wish-shape.ts'
import type { PageContext } from '../../frame/page.ts'
import { wishText } from './wish.text.ts'

/** A text that people wrote, in the reader's language where it was written in it; else it is marked as Swedish. */
export function Written({ text, lang }: { text: LocalText; lang: Language }) {
  const isSwedish = lang === 'en' && text.en === text.sv
  return isSwedish ? <span lang="sv">{text.sv}</span> : <>{text[lang]}</>
}

/** Words in Swedish on a page of either language. */
export function InSwedish({ words, lang }: { words: string; lang: Language }) {
  return lang === 'sv' ? <>{words}</> : <span lang="sv">{words}</span>
}

/** A role in the reader's language where it is a listed one, with its organisation. */
export function RoleWords({ role: stored, lang }: { role: string; lang: Language }) {
  const { role, organisation, isListed } = ownerRoleIn(stored, lang)
  if (!isListed) return <InSwedish words={stored} lang={lang} />
  return (
    <>
      {role}
      {organisation === null ? null : (
        <>
          , <InSwedish words={organisation} lang={lang} />
        </>
      )}
    </>
  )
}

/** What shows that something is done: an address becomes a link. */
export function Proof({ proof, lang }: { proof: string; lang: Language }) {
  const isAddress = /^https?:\/\/\S+$/.test(proof) || /^\/[a-z0-9][^\s]*$/.test(proof)
  return isAddress ? <a href={proof}>{proof}</a> : <InSwedish words={proof} lang={lang} />
}

/** A wish's state with a sign of its own, so that colour is never alone. */
export function WishMark({ context, wish: { state } }: { context: PageContext; wish: Pick<WishShape, 'state'> }) {
  return <strong class={`wish-state wish-${state}`}>{wishText[context.lang].states[state]}</strong>
}

/** Who owns it and until when, in one line. */
export function OwnerLine({ context, wish }: { context: PageContext; wish: WishShape }) {
  const { lang } = context
  const text = wishText[lang]
  const { ownerRole, dueOn, isLate, state } = wish
  const isOpen = state === 'owned' || state === 'answered'
  return (
    <span class="muted">
      {ownerRole ? <RoleWords role={ownerRole} lang={lang} /> : text.noOwner}
      {dueOn && isOpen ? (
        <span class={isLate ? 'wish-late' : undefined}>, {isLate ? text.late(dueOn) : text.due(dueOn)}</span>
      ) : null}
    </span>
  )
}

/** The regions that ask, north to south; that the source does not tell, where it does not. */
export function Askers({ context, wish }: { context: PageContext; wish: WishShape }) {
  const text = wishText[context.lang]
  if (wish.askers.length === 0) return <>{text.unknownAskers}</>
  return (
    <>
      {text.askers}{' '}
      {wish.askers.map(({ code, slug, name }, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <a key={code} href={context.paths.to('region', { slug })}>
            {name}
          </a>
        </>
      ))}
      .
    </>
  )
}
