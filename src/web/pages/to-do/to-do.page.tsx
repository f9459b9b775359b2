import { findWriterOf } from '../../../accounts/audit-log.ts'
import { mayAtLeast } from '../../../records/actor.ts'
import { ownersOf } from '../../../records/account-roles.ts'
import { findProposals } from '../../../drafts/proposals.ts'
import type { Proposal } from '../../../drafts/proposals.ts'
import { defineVisitedPage, signedIn } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { findJointActions } from '../../../conversation/joint-actions.ts'
import { waitsFor } from '../../../conversation/joint-action-waiting.ts'
import type { JointActionWait } from '../../../conversation/joint-action-waiting.ts'
import { regionsOf } from '../joint-action/joint-action-access.ts'
import { jointActionText } from '../joint-action/joint-action.text.ts'
import { toDoAddress } from './to-do.address.ts'
import { toDoForms } from './to-do.form.ts'
import { toDoText } from './to-do.text.ts'

interface ToDoShape {
  /** Proposals that wait for this person, with whose they are. */
  proposals: readonly (Proposal & { ownerName: string; isOwn: boolean })[]
  /** How many proposals of the own regions have come back. */
  returnedCount: number
  /** Joint actions that wait for a region that this person speaks for. */
  jointActions: readonly { id: string; title: string; waits: JointActionWait }[]
  done: 'published' | 'returned' | null
}

/** What waits for whoever is signed in, and nothing else. */
export const toDoPage = defineVisitedPage<ToDoShape>({
  ...toDoAddress,
  async load({ lang, url, snapshot }, visit) {
    const viewer = signedIn(visit)
    const { account, actor } = viewer
    const codes = regionsOf(viewer)
    const { talks } = await findJointActions(visit.store.side, { regionCodes: codes })
    const proposals = mayAtLeast(actor, 'officer') ? await findProposals(visit.store) : []
    const own = new Set(ownersOf(account.grants).map(({ kind, id }) => `${kind} ${id}`))
    const returned = own.size === 0 ? [] : await visit.store.findWaiting('returned')
    // Four eyes: what comes from the own account waits for another.
    const isOwn = async ({ contentHash }: Proposal) =>
      !mayAtLeast(actor, 'administrator') && (await findWriterOf(visit.store.side, contentHash)) === account.id
    const ownProposals = new Set(
      (await Promise.all(proposals.map(async (one) => ((await isOwn(one)) ? [one.areaId] : [])))).flat(),
    )
    const words = Object.entries(wordsIn(toDoAddress.query.done, lang)) as ['published' | 'returned', string][]
    const asked = url.searchParams.get(namesIn(toDoAddress, lang).done)
    return {
      proposals: proposals.map((one) => ({
        ...one,
        isOwn: ownProposals.has(one.areaId),
        ownerName: snapshot.getBegun(one.owner.kind, one.owner.id)?.name ?? one.owner.id,
      })),
      returnedCount: returned.filter(
        ({ kind, body }) => kind === 'priorityArea' && 'owner' in body && own.has(ownerKey(body.owner)),
      ).length,
      jointActions: talks.flatMap((talk) => {
        const waits = codes.map((code) => waitsFor(talk, code, visit.now)).find((one) => one !== null)
        return waits ? [{ id: talk.id, title: talk.title, waits }] : []
      }),
      done: words.find(([, word]) => word === asked)?.[0] ?? null,
    }
  },
  render(context, shape) {
    const { title, description } = toDoText[context.lang]
    return { title, description, body: <ToDo context={context} shape={shape} /> }
  },
  forms: toDoForms,
})

const ownerKey = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`

function ToDo({ context, shape: { proposals, returnedCount, jointActions, done } }: { context: PageContext; shape: ToDoShape }) {
  const text = toDoText[context.lang]
  const headline =
    proposals.length > 0
      ? text.count(proposals.length)
      : returnedCount > 0
        ? text.returned(returnedCount)
        : jointActions.length > 0
          ? text.jointActions(jointActions.length)
          : text.nothing
  return (
    <article class="to-do">
      <header class="page-head">
        <p class="eyebrow">{text.title}</p>
        <h1>{headline}</h1>
        {proposals.length > 0 ? <p class="lead">{text.mayNot}</p> : null}
        {proposals.length + returnedCount + jointActions.length === 0 ? <p class="lead">{text.next}</p> : null}
        {done ? (
          <p class="callout" role="status">
            {text.done[done]}
          </p>
        ) : null}
      </header>
      {returnedCount > 0 ? (
        <p>
          {text.returned(returnedCount)} <a href={context.paths.to('myRegion')}>{text.toMyRegion}</a>
        </p>
      ) : null}
      <ul class="link-list">
        {jointActions.map(({ id, title, waits }) => (
          <li key={id}>
            {jointActionText[context.lang].one}:{' '}
            <a href={context.paths.to('jointAction', { id })} lang={context.lang === 'sv' ? undefined : 'sv'}>
              {title}
            </a>
            , <strong>{jointActionText[context.lang].waits[waits]}</strong>
          </li>
        ))}
      </ul>
      {proposals.map((proposal) => (
        <Waiting key={proposal.areaId} context={context} proposal={proposal} />
      ))}
    </article>
  )
}

function Waiting({ context, proposal }: { context: PageContext; proposal: ToDoShape['proposals'][number] }) {
  const { lang, paths } = context
  const text = toDoText[lang]
  const { areaId, version, label, changes, why, by, proposedOn, publishesOn, from, ownerName, isOwn } = proposal
  const hidden = (
    <>
      <input type="hidden" name="area" value={areaId} />
      <input type="hidden" name="version" value={String(version)} />
    </>
  )
  return (
    <section aria-labelledby={`of-${areaId}`}>
      <h2 id={`of-${areaId}`}>
        {ownerName}: <a href={paths.to('priority', { id: areaId })}>{label}</a>
      </h2>
      {changes.map(({ field, before, after }) => (
        <p key={field}>
          <del>{before}</del> <ins>{after}</ins>
        </p>
      ))}
      <p>
        <span lang="sv">{why}</span>{' '}
        <span class="muted">
          (<span lang="sv">{by}</span>)
        </span>
      </p>
      <p class="muted">
        {text.from(proposedOn, publishesOn)} {text.validFrom(from)}
      </p>
      {isOwn ? (
        <p>{text.ownProposal}</p>
      ) : (
        <form method="post" encType="multipart/form-data" action={`${paths.action('toDo')}/publicera`}>
          {hidden}
          <button type="submit" aria-label={text.publishOf(label)}>
            {text.publish}
          </button>
        </form>
      )}
      <form method="post" encType="multipart/form-data" action={`${paths.action('toDo')}/lamna-tillbaka`}>
        {hidden}
        <div class="field">
          <label for={`note-${areaId}`}>{text.note}</label>
          <textarea id={`note-${areaId}`} name="note" rows={2} maxLength={1000} required />
        </div>
        <button type="submit" class="button-quiet" aria-label={text.giveBackOf(label)}>
          {text.giveBack}
        </button>
      </form>
    </section>
  )
}
