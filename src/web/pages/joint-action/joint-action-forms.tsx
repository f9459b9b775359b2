import type { ComponentChildren } from 'preact'
import { jointActionStates } from '../../../records/joint-action.ts'
import { ownerRoles } from '../../../records/owner-roles.ts'
import { workingDaysAfter } from '../../../records/working-days.ts'
import type { PageContext } from '../../frame/page.ts'
import { calendarFile } from '../dialogue/calendar-file.ts'
import { Times } from './invite-form.tsx'
import type { ActionProps, OwnView } from './shown-action.ts'
import { jointActionText } from './joint-action.text.ts'

interface OwnProps extends ActionProps {
  own: OwnView
}

/** What waits now: a time to pick, a meeting to hold, or a text to say yes to. */
export function OwnCall({ context, shown, own }: OwnProps) {
  const { stage } = own.talk
  if (shown.isAgreed) return null
  if (stage === 'invited') return <Meeting context={context} shown={shown} own={own} />
  return stage === 'met' ? <Acceptance context={context} shown={shown} own={own} /> : null
}

/** What the parties may write besides, below what has been written. */
export function OwnForms({ context, shown, own }: OwnProps) {
  const { stage } = own.talk
  if (shown.isAgreed) return <Progress context={context} shown={shown} own={own} />
  if (stage === 'closed' || stage === 'agreed') return null
  return (
    <>
      {stage === 'met' ? <Agreement context={context} shown={shown} own={own} /> : null}
      <End context={context} shown={shown} own={own} />
    </>
  )
}

type PostProps = { context: PageContext; id: string; below: string; region: string; children: ComponentChildren; row?: boolean }

/** A form that one of the regions sends. */
const Post = ({ context, id, below, region, children, row = false }: PostProps) => (
  <form
    method="post"
    action={`${context.paths.action('jointAction', { id })}/${below}`}
    enctype="multipart/form-data"
    class={row ? 'actions' : 'stack'}
  >
    <input type="hidden" name="region" value={region} />
    {children}
  </form>
)

function Meeting({ context, shown, own }: OwnProps) {
  const { lang, today } = context
  const text = jointActionText[lang]
  const { talk, parties, time } = own
  const proposer = shown.partners.find(({ region }) => region.code === talk.times_by)!.region.name
  const picking = parties.filter(({ code }) => code !== talk.times_by)
  return (
    <section>
      <h2>{text.times}</h2>
      {time ? <Chosen context={context} shown={shown} own={own} /> : <p class="section-note">{text.timesOf(proposer)}</p>}
      <ul class="link-list">
        {talk.times.map((one) => (
          <li key={one}>
            <span class="numeric">{one.replace('T', ' ')}</span>{' '}
            <span class="small muted">
              {shown.partners
                .filter(({ region }) =>
                  talk.parties.some((party) => party.region_code === region.code && party.picked_time === one),
                )
                .map(({ region }) => `${region.name}: ${text.picked}`)
                .join(', ')}
            </span>
            {picking.map(({ code, name }) => (
              <Post key={code} context={context} id={shown.id} below="tid" region={code} row>
                <button
                  type="submit"
                  name="time"
                  value={one}
                  class="button-quiet"
                  aria-label={`${text.pickTime(name)}: ${one.replace('T', ' ')}`}
                >
                  {parties.length > 1 ? `${text.pick}: ${name}` : text.pick}
                </button>
              </Post>
            ))}
          </li>
        ))}
      </ul>
      <details class="fold">
        <summary>{text.otherTimes}</summary>
        <Post context={context} id={shown.id} below="tider" region={parties[0]!.code}>
          <Times context={context} times={[11, 13, 16].map((days) => `${workingDaysAfter(today, days)}T10:00`)} />
          <p>
            <button type="submit" class="button-quiet">
              {text.propose}
            </button>
          </p>
        </Post>
      </details>
    </section>
  )
}

function Chosen({ context, shown, own: { time, now, parties } }: OwnProps) {
  const text = jointActionText[context.lang]
  const [day = '', hour = ''] = time!.split('T')
  return (
    <>
      <p>
        <strong>{text.meetingAt(day, hour)}</strong>{' '}
        <a href={calendarFile({ id: shown.id, day, hour, title: shown.title, now })} download={`${shown.id}.ics`}>
          {text.calendar}
        </a>
      </p>
      <Post context={context} id={shown.id} below="mote" region={parties[0]!.code}>
        <p>
          <button type="submit">{text.held}</button> <span class="small muted">{text.heldNote}</span>
        </p>
      </Post>
    </>
  )
}

function Acceptance({ context, shown, own }: OwnProps) {
  const text = jointActionText[context.lang]
  const waiting = own.parties.filter(({ waits }) => waits === 'accept')
  return (
    <section class="callout">
      <h2>{waiting.length > 0 ? text.waitsForYou : text.waitsForOthers}</h2>
      <p>{text.acceptNote}</p>
      {waiting.map(({ code, name }) => {
        const { needs, offers } = own.talk.parties.find((party) => party.region_code === code)!
        return needs === '' || offers === '' ? (
          <p key={code}>{text.fillFirst}</p>
        ) : (
          <Post key={code} context={context} id={shown.id} below="ja" region={code} row>
            <input type="hidden" name="seen" value={String(shown.seen)} />
            <button type="submit">{text.accept(name)}</button>
          </Post>
        )
      })}
    </section>
  )
}

function Agreement({ context, shown, own }: OwnProps) {
  const text = jointActionText[context.lang]
  return (
    <>
      {own.parties.map(({ code, name }) => (
        <section key={code}>
          <h2>
            {text.text}
            {own.parties.length > 1 ? `, ${name}` : ''}
          </h2>
          <p class="section-note">{text.textNote}</p>
          <TextForm context={context} shown={shown} own={own} code={code} />
        </section>
      ))}
    </>
  )
}

function TextForm({ context, shown, own, code }: OwnProps & { code: string }) {
  const text = jointActionText[context.lang]
  const { needs, offers } = own.talk.parties.find((party) => party.region_code === code)!
  return (
    <Post context={context} id={shown.id} below="text" region={code}>
      <input type="hidden" name="seen" value={String(shown.seen)} />
      <div class="field">
        <label for={`title-${code}`}>{text.titleField}</label>
        <input id={`title-${code}`} name="title" maxLength={120} required value={shown.title} lang="sv" />
      </div>
      <div class="field">
        <label for={`needs-${code}`}>{text.needs}</label>
        <textarea id={`needs-${code}`} name="needs" rows={2} maxLength={500} required placeholder={text.tenWords} lang="sv">
          {needs}
        </textarea>
      </div>
      <div class="field">
        <label for={`offers-${code}`}>{text.offers}</label>
        <textarea id={`offers-${code}`} name="offers" rows={2} maxLength={500} required lang="sv">
          {offers}
        </textarea>
      </div>
      <NextStepFields context={context} shown={shown} own={own} code={code} />
      <p>
        <button type="submit" class="button-quiet">
          {text.save}
        </button>
      </p>
    </Post>
  )
}

function NextStepFields({ context: { lang }, shown, code }: OwnProps & { code: string }) {
  const text = jointActionText[lang]
  return (
    <>
      <div class="field">
        <label for={`next-${code}`}>{text.nextStep}</label>
        <input id={`next-${code}`} name="nextStep" maxLength={300} value={shown.nextStep ?? ''} lang="sv" />
      </div>
      <div class="form-row">
        <div class="field field-grow">
          <label for={`owner-${code}`}>{text.ownerRole}</label>
          <input
            id={`owner-${code}`}
            name="ownerRole"
            maxLength={120}
            value={shown.ownerRole ?? ''}
            list={`owners-${code}`}
            lang="sv"
          />
          <datalist id={`owners-${code}`}>
            {ownerRoles.map((role) => (
              <option key={role.sv} value={`${role[lang]}, `} />
            ))}
          </datalist>
        </div>
        <div class="field">
          <label for={`due-${code}`}>{text.dueOn}</label>
          <input id={`due-${code}`} type="date" name="dueOn" value={shown.dueOn ?? ''} />
        </div>
      </div>
      <div class="field">
        <label for={`money-${code}`}>{text.money}</label>
        <input
          id={`money-${code}`}
          name="money"
          maxLength={300}
          value={shown.money ?? ''}
          placeholder={text.moneyHelp}
          lang="sv"
        />
      </div>
    </>
  )
}

function Progress({ context, shown, own }: OwnProps) {
  const text = jointActionText[context.lang]
  const { code } = own.parties[0]!
  return (
    <details class="fold" open={shown.state === 'agreed'}>
      <summary>{text.progress}</summary>
      <p class="section-note">{text.progressNote}</p>
      <Post context={context} id={shown.id} below="lage" region={code}>
        <input type="hidden" name="seen" value={String(shown.seen)} />
        <fieldset>
          <legend>{text.state}</legend>
          <div class="choices">
            {jointActionStates.map((state) => (
              <label key={state}>
                <input type="radio" name="state" value={state} checked={state === shown.state} /> {text.states[state]}
              </label>
            ))}
          </div>
        </fieldset>
        <NextStepFields context={context} shown={shown} own={own} code={code} />
        <div class="field">
          <label for="action-result">{text.result}</label>
          <textarea id="action-result" name="result" rows={2} maxLength={1000} lang="sv">
            {shown.result ?? ''}
          </textarea>
        </div>
        <div class="field">
          <label for="action-why">{text.whyNeeded}</label>
          <textarea id="action-why" name="why" rows={2} maxLength={1000} lang="sv">
            {shown.why ?? ''}
          </textarea>
        </div>
        <p>
          <button type="submit">{text.save}</button>
        </p>
      </Post>
    </details>
  )
}

function End({ context, shown, own }: OwnProps) {
  const text = jointActionText[context.lang]
  return (
    <details class="fold">
      <summary>{text.end}</summary>
      <Post context={context} id={shown.id} below="avsluta" region={own.parties[0]!.code}>
        <div class="field">
          <label for="end-why">{text.endWhy}</label>
          <textarea id="end-why" name="why" rows={2} maxLength={1000} required lang="sv" />
        </div>
        <p>
          <button type="submit" class="button-quiet">
            {text.end}
          </button>{' '}
          <span class="small muted">{text.endNote}</span>
        </p>
      </Post>
    </details>
  )
}
