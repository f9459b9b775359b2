import { findDialogues } from '../../../conversation/dialogues.ts'
import type { Dialogue } from '../../../conversation/dialogues.ts'
import { findRegions, regionRef } from '../../../shapes/from-snapshot.ts'
import type { RegionRef } from '../../../shapes/shapes.ts'
import { defineVisitedPage, signedIn } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { dialoguesAddress } from './dialogue.address.ts'
import { partyTo } from './dialogue-access.ts'
import { dialoguesForms } from './dialogue.form.ts'
import { dialogueText } from './dialogue.text.ts'

interface Shape {
  dialogues: readonly (Dialogue & { name: string })[]
  next: string | null
  regions: readonly RegionRef[]
}

/** The dialogues that one is a party to, newest first, and where one is planned. */
export const dialoguesPage = defineVisitedPage<Shape>({
  ...dialoguesAddress,
  async load({ snapshot, url, lang }, visit) {
    const own = partyTo(signedIn(visit).actor)
    const cursor = url.searchParams.get(namesIn(dialoguesAddress, lang).before)
    const { dialogues, next } = await findDialogues(visit.store.side, { regionCodes: own, cursor })
    const named = dialogues.map((one) => ({ ...one, name: regionRef(snapshot, one.region_code).name }))
    const regions = findRegions(snapshot).filter(({ code }) => own === 'all' || own.includes(code))
    return { dialogues: named, next, regions: regions.map(({ code }) => regionRef(snapshot, code)) }
  },
  render(context, shape) {
    const { title, description } = dialogueText[context.lang]
    return { title, description, body: <Dialogues context={context} shape={shape} /> }
  },
  forms: dialoguesForms,
})

function Dialogues({ context, shape }: { context: PageContext; shape: Shape }) {
  const { lang, paths } = context
  const text = dialogueText[lang]
  const { dialogues, next } = shape
  return (
    <article class="dialogue">
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </header>
      {dialogues.length === 0 ? <p class="empty">{text.none}</p> : null}
      <ul class="link-list">
        {dialogues.map(({ id, name, held_on, starts_at, state }) => (
          <li key={id}>
            <span class="numeric">
              {held_on} {starts_at}
            </span>{' '}
            <a href={paths.to('dialogue', { id })}>{text.with(name)}</a>, {text.states[state]}
          </li>
        ))}
      </ul>
      {next ? (
        <p>
          <a href={paths.to('dialogues', {}, { [namesIn(dialoguesAddress, lang).before]: next })}>{text.older}</a>
        </p>
      ) : null}
      <PlanForm context={context} shape={shape} />
    </article>
  )
}

function PlanForm({ context: { lang, paths, today }, shape: { regions } }: { context: PageContext; shape: Shape }) {
  const text = dialogueText[lang]
  return (
    <section>
      <h2>{text.plan}</h2>
      <form method="post" action={paths.action('dialogues')} enctype="multipart/form-data" class="stack">
        <div class="form-row">
          <div class="field">
            <label for="plan-region">{text.region}</label>
            <select id="plan-region" name="region" required>
              {regions.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="plan-day">{text.day}</label>
            <input id="plan-day" type="date" name="day" value={today} required />
          </div>
          <div class="field">
            <label for="plan-hour">{text.hour}</label>
            <input id="plan-hour" type="time" name="hour" value="13:00" required />
          </div>
        </div>
        <div class="field">
          <label for="plan-roles">{text.roles}</label>
          <textarea id="plan-roles" name="roles" rows={3} maxLength={1000} placeholder={text.rolesExample} lang="sv" />
        </div>
        <p>
          <button type="submit">{text.planButton}</button>
        </p>
      </form>
    </section>
  )
}
