import type { RegionRef } from '../../../shapes/shapes.ts'
import type { PageContext } from '../../frame/page.ts'
import { TokenField } from '../../frame/token-field.tsx'
import { wishText } from './wish.text.ts'

interface AskFormProps {
  context: PageContext
  regions: readonly RegionRef[]
  /** What was sent and not written, to be sent again. */
  sent?: { text: string; textEn: string; regionCode: string } | undefined
  /** It has been shown that another wish is like this one. */
  isKnownToBeOther?: boolean
}

/** Where a region's editor asks for something. */
export function AskForm({ context, regions, sent, isKnownToBeOther = false }: AskFormProps) {
  const { lang, paths } = context
  const text = wishText[lang]
  return (
    <section>
      <h2>{text.ask}</h2>
      <p class="section-note">{text.askLead}</p>
      <form method="post" action={paths.action('wishes')} enctype="multipart/form-data" class="stack">
        <TokenField context={context} least="proposer" />
        {isKnownToBeOther ? <input type="hidden" name="isOther" value="yes" /> : null}
        <RegionField context={context} regions={regions} chosen={sent?.regionCode ?? ''} id="ask-region" />
        <div class="field">
          <label for="ask-text">{text.text}</label>
          <textarea id="ask-text" name="text" rows={3} maxLength={600} required lang="sv">
            {sent?.text ?? ''}
          </textarea>
        </div>
        <div class="field">
          <label for="ask-text-en">{text.textEn}</label>
          <textarea id="ask-text-en" name="textEn" rows={2} maxLength={600} lang="en">
            {sent?.textEn ?? ''}
          </textarea>
        </div>
        <p>
          <button type="submit">{isKnownToBeOther ? text.ownIsOther : text.send}</button>
        </p>
      </form>
    </section>
  )
}

/** The region that a form is sent for. */
export function RegionField({
  context,
  regions,
  chosen,
  id,
}: {
  context: PageContext
  regions: readonly RegionRef[]
  chosen: string
  id: string
}) {
  const text = wishText[context.lang]
  return (
    <div class="field">
      <label for={id}>{text.region}</label>
      <select id={id} name="region" required>
        <option value="">{text.chooseRegion}</option>
        {regions.map(({ code, name }) => (
          <option key={code} value={code} selected={code === chosen}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
