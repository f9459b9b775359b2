import type { AreaField } from '../../../drafts/own-words.ts'
import type { PageContext } from '../../frame/page.ts'
import type { OwnRegion } from './my-region.load.ts'
import { myRegionText } from './my-region.text.ts'

/** Before and after of all that is in the draft, why, and where it is written. */
export function ProposeForm({ context, own, publishesOn }: { context: PageContext; own: OwnRegion; publishesOn: string }) {
  const { lang, paths } = context
  const text = myRegionText[lang]
  return (
    <section class="propose" aria-labelledby="propose-title">
      <h2 id="propose-title">{text.proposeTitle}</h2>
      <dl>
        {own.draft.map(({ record_id, field, base, value }) => (
          <div key={`${record_id} ${field}`} class="before-after">
            <dt>{text.fields[field as AreaField]}</dt>
            <dd>
              <del>{base}</del> <ins>{value}</ins>
            </dd>
          </div>
        ))}
      </dl>
      <form method="post" encType="multipart/form-data" action={`${paths.action('myRegion')}/foresla`}>
        <input type="hidden" name="owner" value={own.owner.id} />
        <fieldset>
          <legend>{text.why}</legend>
          {(['words', 'decision', 'mistake', 'other'] as const).map((reason, at) => (
            <label key={reason} class="choice">
              <input type="radio" name="reason" value={reason} checked={at === 0} /> {text.reasons[reason]}
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="propose-note">{text.note}</label>
          <textarea id="propose-note" name="note" rows={2} maxLength={500} />
        </div>
        <div class="field">
          <label for="propose-source">{text.source}</label>
          <input id="propose-source" name="source" maxLength={300} required aria-describedby="propose-source-help" />
          <p id="propose-source-help" class="muted">
            {text.sourceHelp}
          </p>
        </div>
        <button type="submit">{text.send}</button>
        <p class="muted">{text.publishes(publishesOn)}</p>
      </form>
    </section>
  )
}
