import { longestOf } from '../../../drafts/own-words.ts'
import { swedishMinute } from '../../frame/format.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { myRegionAddress } from './my-region.address.ts'
import type { MyRegionShape, OwnArea, OwnField, OwnRegion } from './my-region.load.ts'
import { myRegionText } from './my-region.text.ts'

interface Props {
  context: PageContext
  own: OwnRegion
  area: OwnArea
}

/** One area: its words, how it stands in the draft, and its form when it is open. */
export function AreaRow({ context, own, area, shape }: Props & { shape: MyRegionShape }) {
  const { lang, paths } = context
  const text = myRegionText[lang]
  const names = namesIn(myRegionAddress, lang)
  const label = area.fields.find(({ field }) => field === 'label')!
  const drafted = area.fields.find(({ draft, base, value }) => draft && base !== value)?.draft
  const isOpen = own.mayPropose && shape.editing === area.id
  return (
    <li id={area.id} class={drafted ? 'own-area is-drafted' : 'own-area'}>
      <div class="own-area-words">
        <p class="own-area-label" lang={area.language}>
          {label.value}
        </p>
        {drafted ? <p class="muted">{text.draftBy(drafted.saved_role, swedishMinute(drafted.saved_at))}</p> : null}
        {area.isProposed ? <p class="muted">{text.waiting}</p> : null}
        {area.returned ? (
          <div class="note">
            <p>
              <strong>{text.returned}</strong> ({area.returned.on})
            </p>
            <p lang="sv">{area.returned.note}</p>
            <p class="muted">{text.returnedHelp}</p>
          </div>
        ) : null}
        {isOpen ? <AreaForm context={context} own={own} area={area} /> : null}
      </div>
      {isOpen || !own.mayPropose ? null : (
        <a
          href={`${paths.to('myRegion', {}, { [names.owner]: own.owner.id, [names.edit]: area.id })}#${area.id}`}
          aria-label={text.editOf(label.value)}
        >
          {text.edit}
        </a>
      )}
    </li>
  )
}

function AreaForm({ context, own, area }: Props) {
  const { lang, paths } = context
  const text = myRegionText[lang]
  const names = namesIn(myRegionAddress, lang)
  return (
    <div class="own-area-form">
      <form method="post" encType="multipart/form-data" action={paths.action('myRegion')}>
        <input type="hidden" name="owner" value={own.owner.id} />
        <input type="hidden" name="area" value={area.id} />
        {area.fields.map((one) => (
          <Field key={one.field} context={context} area={area} one={one} />
        ))}
        <p class="button-row">
          <button type="submit">{text.save}</button>{' '}
          <a class="button button-quiet" href={paths.to('myRegion', {}, { [names.owner]: own.owner.id })}>
            {text.cancel}
          </a>
        </p>
      </form>
      <section class="own-area-past" aria-label={text.history}>
        <h2>{text.history}</h2>
        <ul>
          {area.past.map(({ label, from, to }) => (
            <li key={from}>
              <span lang={area.language}>{label}</span>
              <br />
              <span class="muted">
                {from} – {to}
              </span>
            </li>
          ))}
        </ul>
        <p>
          <a href={paths.to('history', { kind: 'priorityArea', id: area.id })}>{text.allHistory}</a>
        </p>
      </section>
    </div>
  )
}

interface FieldProps {
  context: PageContext
  area: OwnArea
  one: OwnField
}

function Field({ context: { lang }, area, one: { field, base, value, draft } }: FieldProps) {
  const text = myRegionText[lang]
  const id = `own-${field}`
  const isLong = field === 'meaningSv' || field === 'meaningEn'
  const ofField = { label: area.language, translation: area.language === 'en' ? 'sv' : 'en', meaningSv: 'sv', meaningEn: 'en' }[
    field
  ]
  return (
    <div class="field">
      <label for={id}>{field === 'translation' && area.language === 'en' ? text.inSwedish : text.fields[field]}</label>
      <input type="hidden" name={`${field}-base`} value={base} />
      <input type="hidden" name={`${field}-shown`} value={value} />
      <input type="hidden" name={`${field}-seen`} value={String(draft?.revision ?? 0)} />
      <textarea
        id={id}
        name={field}
        rows={isLong ? 4 : 2}
        maxLength={longestOf[field]}
        lang={ofField}
        required={field === 'label'}
        aria-describedby={value === base ? undefined : `${id}-base`}
      >
        {value}
      </textarea>
      {value === base ? null : (
        <p id={`${id}-base`} class="muted">
          {text.inRegistry(base)}
        </p>
      )}
    </div>
  )
}
