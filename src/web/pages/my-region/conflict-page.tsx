import type { AreaField } from '../../../drafts/own-words.ts'
import type { DraftConflict } from '../../../drafts/region-draft.ts'
import type { Owner } from '../../../records/shared-fields.ts'
import { swedishMinute } from '../../frame/format.ts'
import type { PageReading, RenderedPage } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { myRegionAddress } from './my-region.address.ts'
import { myRegionText } from './my-region.text.ts'

interface Conflicting {
  owner: Owner
  areaId: string
  conflicts: readonly DraftConflict[]
  /** Nothing else was sent. */
  isAll: boolean
}

/** Two people wrote in the same field: both versions, a choice between them, and room for a third. */
export function showConflict(context: PageReading, conflicting: Conflicting): RenderedPage {
  const text = myRegionText[context.lang]
  return {
    title: text.conflict,
    description: text.conflictHelp,
    isPrivate: true,
    status: 409,
    body: <Conflict context={context} conflicting={conflicting} />,
  }
}

function Conflict({ context, conflicting }: { context: PageReading; conflicting: Conflicting }) {
  const { lang, paths } = context
  const { owner, areaId, conflicts, isAll } = conflicting
  const text = myRegionText[lang]
  return (
    <article class="prose">
      <header class="page-head">
        <h1>{text.conflict}</h1>
        <p class="lead">{text.conflictHelp}</p>
        {isAll ? null : <p>{text.conflictOthers}</p>}
      </header>
      <form method="post" encType="multipart/form-data" action={paths.action('myRegion')}>
        <input type="hidden" name="owner" value={owner.id} />
        <input type="hidden" name="area" value={areaId} />
        {conflicts.map((conflict) => (
          <Versions key={conflict.edit.field} context={context} conflict={conflict} />
        ))}
        <p class="button-row">
          <button type="submit">{text.useChosen}</button>{' '}
          <a class="button button-quiet" href={paths.to('myRegion', {}, { [namesIn(myRegionAddress, lang).owner]: owner.id })}>
            {text.leave}
          </a>
        </p>
      </form>
    </article>
  )
}

function Versions({ context: { lang }, conflict: { edit, other } }: { context: PageReading; conflict: DraftConflict }) {
  const text = myRegionText[lang]
  const field = edit.field as AreaField
  const theirs = other ? other.value : edit.base
  const choice = `${field}-choice`
  return (
    <fieldset class="versions">
      <legend>{text.fields[field]}</legend>
      <input type="hidden" name={field} value={edit.value} />
      <input type="hidden" name={`${field}-theirs`} value={theirs} />
      <input type="hidden" name={`${field}-base`} value={edit.base} />
      <input type="hidden" name={`${field}-shown`} value={theirs} />
      <input type="hidden" name={`${field}-seen`} value={String(other?.revision ?? 0)} />
      <label>
        <input type="radio" name={choice} value="mine" checked /> <strong>{edit.value}</strong>
        <span class="muted">{text.yours}</span>
      </label>
      <label>
        <input type="radio" name={choice} value="theirs" /> <strong>{theirs}</strong>
        <span class="muted">{other ? text.theirs(other.saved_role, swedishMinute(other.saved_at)) : text.taken}</span>
      </label>
      <label>
        <input type="radio" name={choice} value="third" /> {text.third}
      </label>
      <textarea name={`${field}-third`} rows={2} aria-label={text.third} />
    </fieldset>
  )
}
