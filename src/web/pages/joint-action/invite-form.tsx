import { workingDaysAfter } from '../../../records/working-days.ts'
import type { RegionRef } from '../../../shapes/shapes.ts'
import type { PageContext } from '../../frame/page.ts'
import { jointActionText } from './joint-action.text.ts'

export interface InviteShape {
  /** So that the same invitation sent twice is one. */
  id: string
  own: readonly RegionRef[]
  chosen: string
  others: readonly RegionRef[]
  invited: readonly string[]
  areas: readonly { id: string; label: string }[]
  area: string
  partnerArea: string
  jointAreaId: string
  /** Somebody came from a match or a joint area to invite. */
  isAsked: boolean
}

/** Where a region invites others: what about, need and offer, who, and three times. */
export function InviteForm({ context, shape }: { context: PageContext; shape: InviteShape }) {
  const { lang, paths, today } = context
  const text = jointActionText[lang]
  const { id, own, chosen, others, invited, partnerArea, jointAreaId } = shape
  return (
    <form method="post" action={paths.action('jointActions')} enctype="multipart/form-data" class="stack">
      <input type="hidden" name="invitation" value={id} />
      <input type="hidden" name="partnerArea" value={partnerArea} />
      <input type="hidden" name="jointArea" value={jointAreaId} />
      {own.length === 1 ? (
        <input type="hidden" name="region" value={chosen} />
      ) : (
        <div class="field">
          <label for="invite-region">{text.ownRegion}</label>
          <select id="invite-region" name="region">
            {own.map(({ code, name }) => (
              <option key={code} value={code} selected={code === chosen}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <Aim context={context} shape={shape} />
      <fieldset>
        <legend>{text.invited}</legend>
        <div class="choices">
          {others
            .filter(({ code }) => own.length > 1 || code !== chosen)
            .map(({ code, name }) => (
              <label key={code}>
                <input type="checkbox" name="invited" value={code} checked={invited.includes(code)} /> {name}
              </label>
            ))}
        </div>
      </fieldset>
      <Times
        context={context}
        times={[10, 12, 15].map((days, at) => `${workingDaysAfter(today, days)}T${['10', '13', '09'][at]}:00`)}
      />
      <p>
        <button type="submit">{text.send}</button>
      </p>
    </form>
  )
}

function Aim({ context: { lang }, shape: { areas, area } }: { context: PageContext; shape: InviteShape }) {
  const text = jointActionText[lang]
  return (
    <>
      <div class="field">
        <label for="invite-title">{text.titleField}</label>
        <input id="invite-title" name="title" maxLength={120} required lang="sv" />
      </div>
      <div class="field">
        <label for="invite-area">{text.area}</label>
        <select id="invite-area" name="area">
          <option value="">{text.noArea}</option>
          {areas.map(({ id, label }) => (
            <option key={id} value={id} selected={id === area} lang="sv">
              {label}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="invite-needs">{text.needs}</label>
        <textarea id="invite-needs" name="needs" rows={2} maxLength={500} required placeholder={text.tenWords} lang="sv" />
      </div>
      <div class="field">
        <label for="invite-offers">{text.offers}</label>
        <textarea id="invite-offers" name="offers" rows={2} maxLength={500} required lang="sv" />
      </div>
    </>
  )
}

/** Three times to choose from. */
export function Times({ context: { lang }, times }: { context: PageContext; times: readonly string[] }) {
  const text = jointActionText[lang]
  return (
    <fieldset>
      <legend>{text.times}</legend>
      <div class="form-row">
        {times.map((time, at) => (
          <div key={time} class="field">
            <label for={`time-${at + 1}`}>{text.time(at + 1)}</label>
            <input id={`time-${at + 1}`} type="datetime-local" name="time" value={time} required />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
