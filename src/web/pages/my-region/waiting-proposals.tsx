import type { PageContext } from '../../frame/page.ts'
import type { OwnRegion } from './my-region.load.ts'
import { myRegionText } from './my-region.text.ts'

/** What the region has proposed and nobody has answered; it can be taken back. */
export function WaitingProposals({ context, own }: { context: PageContext; own: OwnRegion }) {
  const { lang, paths } = context
  const text = myRegionText[lang]
  if (own.proposals.length === 0) return null
  return (
    <section>
      <h2>{text.proposals}</h2>
      <ul class="proposals">
        {own.proposals.map((one) => (
          <li key={one.areaId}>
            {one.changes.map(({ field, before, after }) => (
              <p key={field}>
                <del>{before}</del> <ins>{after}</ins>
              </p>
            ))}
            <p class="muted">
              {text.proposal(one.proposedOn, one.publishesOn)} <span lang="sv">{one.why}</span>
            </p>
            {own.mayPropose ? (
              <form method="post" encType="multipart/form-data" action={`${paths.action('myRegion')}/ta-tillbaka`}>
                <input type="hidden" name="owner" value={own.owner.id} />
                <input type="hidden" name="area" value={one.areaId} />
                <input type="hidden" name="version" value={String(one.version)} />
                <button type="submit" class="button-quiet" aria-label={text.takeBackOf(one.label)}>
                  {text.takeBack}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
