import { workingDaysAfter } from '../../../records/working-days.ts'
import { silenceWorkingDays } from '../../../drafts/proposals.ts'
import { swedishMinute } from '../../frame/format.ts'
import { defineVisitedPage, signedIn } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { AreaRow } from './area-row.tsx'
import { myRegionAddress } from './my-region.address.ts'
import { myRegionForms } from './my-region.form.ts'
import { loadOwnRegion, ownerNamed } from './my-region.load.ts'
import type { MyRegionShape, OwnRegion } from './my-region.load.ts'
import { myRegionText } from './my-region.text.ts'
import { ProposeForm } from './propose-form.tsx'
import { WaitingProposals } from './waiting-proposals.tsx'

/** The whole list of a region on one page, edited in place in a draft that its people share. */
export const myRegionPage = defineVisitedPage<MyRegionShape>({
  ...myRegionAddress,
  async load({ lang, url, snapshot }, visit) {
    const { account } = signedIn(visit)
    const names = namesIn(myRegionAddress, lang)
    const asked = (name: keyof typeof names) => url.searchParams.get(names[name])
    const owner = ownerNamed(account, asked('owner'))
    // Which other regions have drafts is nobody's business.
    if (!owner && asked('owner')) throw new ExpectedError('not_found')
    const words = Object.entries(wordsIn(myRegionAddress.query.done, lang)) as [NonNullable<MyRegionShape['done']>, string][]
    return {
      own: owner && (await loadOwnRegion(snapshot, visit, owner)),
      editing: asked('edit'),
      isProposing: asked('propose') !== null,
      done: words.find(([, word]) => word === asked('done'))?.[0] ?? null,
    }
  },
  render(context, shape) {
    const { title, description } = myRegionText[context.lang]
    return { title, description, body: <MyRegion context={context} shape={shape} /> }
  },
  forms: myRegionForms,
})

function MyRegion({ context, shape }: { context: PageContext; shape: MyRegionShape }) {
  const { lang, paths, today } = context
  const text = myRegionText[lang]
  const { own, done } = shape
  if (!own) return <p class="empty">{text.nobody}</p>
  const names = namesIn(myRegionAddress, lang)
  return (
    <article class="my-region">
      <header class="page-head">
        <p class="eyebrow">
          {own.owner.kind === 'region' ? <a href={paths.to('region', { slug: own.slug })}>{own.name}</a> : own.name}
        </p>
        <h1>{text.heading}</h1>
        <p class="lead">{own.areas.length === 0 ? text.noList : text.count(own.areas.length, today)}</p>
        {done ? (
          <p class="callout" role="status">
            {text.done[done]}
          </p>
        ) : null}
        {own.mayPropose ? null : (
          <p>
            {text.confirmsOnly}{' '}
            {own.owner.kind === 'region' && own.areas.length > 0 ? (
              <a href={paths.to('confirm', { slug: own.slug })}>{text.toConfirm}</a>
            ) : null}
          </p>
        )}
        {own.others.length > 0 ? (
          <p>
            {text.others}:{' '}
            {own.others.map(({ owner, name }) => (
              <a key={owner.id} href={paths.to('myRegion', {}, { [names.owner]: owner.id })}>
                {name}{' '}
              </a>
            ))}
          </p>
        ) : null}
      </header>
      {shape.isProposing && own.mayPropose && own.draft.length > 0 ? (
        <ProposeForm context={context} own={own} publishesOn={workingDaysAfter(today, silenceWorkingDays)} />
      ) : null}
      <ol class="own-areas">
        {own.areas.map((area) => (
          <AreaRow key={area.id} context={context} own={own} area={area} shape={shape} />
        ))}
      </ol>
      {shape.isProposing ? null : <DraftFoot context={context} own={own} />}
      <WaitingProposals context={context} own={own} />
      <PastDrafts context={context} own={own} />
    </article>
  )
}

function DraftFoot({ context, own }: { context: PageContext; own: OwnRegion }) {
  const text = myRegionText[context.lang]
  const names = namesIn(myRegionAddress, context.lang)
  const last = own.draft.at(-1)
  if (!last) return null
  return (
    <aside class="draft-foot">
      <p>
        <strong>{text.draftCount(own.draft.length)}</strong> {text.lastSaved(last.saved_role, swedishMinute(last.saved_at))}
      </p>
      {own.mayPropose ? (
        <a class="button" href={context.paths.to('myRegion', {}, { [names.owner]: own.owner.id, [names.propose]: '1' })}>
          {text.propose}
        </a>
      ) : null}
    </aside>
  )
}

function PastDrafts({ context, own }: { context: PageContext; own: OwnRegion }) {
  const text = myRegionText[context.lang]
  if (own.past.length === 0) return null
  return (
    <details class="past-drafts">
      <summary>{text.past}</summary>
      <ul>
        {own.past.map(({ record_id, field, value, saved_at, saved_role }) => (
          <li key={`${record_id} ${field} ${saved_at}`}>
            {swedishMinute(saved_at)} <span lang="sv">{saved_role}</span>, {record_id}: {value}
          </li>
        ))}
      </ul>
    </details>
  )
}
