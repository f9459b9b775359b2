import { confirmingRoles, roleIn } from '../../../records/confirming-roles.ts'
import { isUnread } from '../../../snapshot/areas-known.ts'
import { priorityShape } from '../../../shapes/from-snapshot.ts'
import type { PriorityShape } from '../../../shapes/shapes.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { labelsOf } from '../../../shapes/area-labels.ts'
import { EditionBlock } from '../../frame/edition-parts.tsx'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { TokenField } from '../../frame/token-field.tsx'
import { confirmAddress } from './confirm.address.ts'
import { confirmForms } from './confirm.form.ts'
import { confirmText } from './confirm.text.ts'
import { confirmView, readConfirmAsked } from './confirm.view.ts'
import type { Confirmed, ConfirmPlan, ConfirmRow, ConfirmView } from './confirm.view.ts'

/** Where a region's list is confirmed: what will be written is shown first, and a confirmation can be taken back. */
export const confirmPage = definePage({
  ...confirmAddress,
  section: 'start',
  isHiddenFromRobots: true,
  isPrivateWhenAsked: true,
  sitemap: null,
  examples: {
    sv: ['/region/varmland/bekrafta', '/region/skane/bekrafta?gor=bekrafta&dag=2026-11-01&roll=regionstyrelse'],
    en: ['/en/region/varmland/confirm', '/en/region/skane/confirm?do=confirm&day=2026-11-01&role='],
  },
  read({ lang, snapshot, url }, { slug = '' }) {
    const asked = readConfirmAsked((name) => url.searchParams.get(name), lang)
    const saved = url.searchParams.get(namesIn(confirmAddress, lang).saved)
    return {
      view: confirmView(snapshot, slug, asked),
      savedCount: saved !== null && /^\d{1,3}$/.test(saved) ? Number(saved) : null,
      waiting: waitingAreas(snapshot, url.searchParams.get(namesIn(confirmAddress, lang).waiting)),
    }
  },
  render(context, { view, savedCount, waiting }) {
    const text = confirmText[context.lang]
    return {
      title: text.title(view.region.name),
      description: text.description,
      trail: [{ label: view.region.name, href: context.paths.to('region', { slug: view.region.slug }) }],
      body: <Confirming context={context} view={view} savedCount={savedCount} waiting={waiting} />,
    }
  },
  forms: confirmForms,
})

interface Props {
  context: PageContext
  view: ConfirmView
}

function Confirming({
  context,
  view,
  savedCount,
  waiting,
}: Props & { savedCount: number | null; waiting: readonly PriorityShape[] }) {
  const { lang, paths, time } = context
  const text = confirmText[lang]
  const { region, plan, fault, current } = view
  const isNow = time.isToday && time.knownOn === null
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('region', { slug: region.slug })}>{region.name}</a> · {text.eyebrow}
        </p>
        <h1>{text.title(region.name)}</h1>
        <p class="lead">{text.lead}</p>
        {savedCount === null ? null : (
          <p class="callout" role="status">
            <strong>{text.saved(savedCount)}</strong> <a href={paths.to('region', { slug: region.slug })}>{text.toRegion}</a>
          </p>
        )}
        <LeftOut context={context} areas={waiting} />
      </header>
      {isNow ? (
        <>
          {fault ? (
            <p class="callout" role="alert">
              {fault[lang]}
            </p>
          ) : null}
          {current && isUnread(current) && !plan ? (
            <p class="note">
              {text.unread(current.strategy.meta.inForceFrom)} <a href={paths.to('import')}>{text.toImport}</a>
            </p>
          ) : null}
          {plan ? <Plan context={context} view={view} plan={plan} /> : <Ask context={context} view={view} />}
        </>
      ) : (
        <p class="note">
          {text.otherDay} <a href={paths.action('confirm', { slug: region.slug })}>{text.toToday}</a>
        </p>
      )}
      <Made context={context} view={view} isNow={isNow} />
      <section>
        <h2>{isNow ? text.now : text.onTheDay}</h2>
        {current ? (
          <EditionBlock context={context} edition={current} />
        ) : (
          <p class="empty">{isNow ? text.noList : text.noListThen}</p>
        )}
      </section>
    </article>
  )
}

/** The areas that the address names; what is no area of today is left out. */
function waitingAreas(snapshot: Snapshot, ids: string | null): PriorityShape[] {
  const areas = (ids ?? '').split(',', 60).map((id) => snapshot.get('priorityArea', id))
  return areas.filter((area) => area !== null && area !== undefined).map((area) => priorityShape(snapshot, area))
}

function LeftOut({ context: { lang, paths }, areas }: { context: PageContext; areas: readonly PriorityShape[] }) {
  if (areas.length === 0) return null
  return (
    <section class="callout">
      <p>{confirmText[lang].waiting}</p>
      <ul class="link-list">
        {areas.map((area) => (
          <li key={area.id}>
            <a href={paths.to('priority', { id: area.id })} lang={labelsOf(area, lang).labelLang}>
              {labelsOf(area, lang).label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Ask({ context, view: { asked, region, current } }: Props) {
  const { lang, paths, today } = context
  const text = confirmText[lang]
  const names = namesIn(confirmAddress, lang)
  const isAsked = asked.act === 'confirm'
  // Nothing can be confirmed today of a list that nobody has read, so that no day is filled in.
  const usualDay = isUnread(current) ? '' : today
  return (
    <section>
      <h2>{text.ask}</h2>
      <form action={paths.action('confirm', { slug: region.slug })} class="form-row">
        <input type="hidden" name={names.act} value={wordsIn(confirmAddress.query.act, lang).confirm} />
        <div class="field">
          <label for="confirm-day">{text.day}</label>
          <input id="confirm-day" type="date" name={names.day} value={isAsked ? asked.day : usualDay} max={today} required />
        </div>
        <div class="field">
          <label for="confirm-role">{text.role}</label>
          <select id="confirm-role" name={names.role}>
            <option value="">{text.chooseRole}</option>
            {confirmingRoles.map((role) => (
              <option key={role.sv} value={role[lang]} selected={isAsked && role[lang] === asked.role}>
                {role[lang]}
              </option>
            ))}
          </select>
        </div>
        <div class="field field-grow">
          <label for="confirm-other-role">{text.otherRole}</label>
          <input
            id="confirm-other-role"
            type="text"
            name={names.otherRole}
            maxLength={120}
            value={isAsked ? asked.otherRole : ''}
          />
        </div>
        <button type="submit">{text.look}</button>
      </form>
    </section>
  )
}

function Plan({ context, view, plan }: Props & { plan: ConfirmPlan }) {
  const { lang, paths } = context
  const text = confirmText[lang]
  const { slug } = view.region
  const isChanging = plan.rows.some(({ now, after }) => now?.on !== after?.on || now?.role !== after?.role)
  return (
    <section>
      <h2>{plan.act === 'confirm' ? text.plan.confirm(plan.day, roleIn(plan.role!, lang)) : text.plan.takeBack(plan.day)}</h2>
      <PlanTable context={context} rows={plan.rows} />
      {isChanging ? (
        <form method="post" action={paths.action('confirm', { slug })} enctype="multipart/form-data" class="callout">
          <p>{text.notYet}</p>
          <PlanFields context={context} view={view} plan={plan} />
          <div class="form-row">
            <TokenField context={context} least="editor" />
            <button type="submit">{text.do[plan.act]}</button>
            <a href={paths.to('confirm', { slug })}>{text.cancel}</a>
          </div>
        </form>
      ) : (
        <p class="callout">
          {text.nothing} <a href={paths.to('confirm', { slug })}>{text.cancel}</a>
        </p>
      )}
    </section>
  )
}

function PlanFields({ context: { lang }, view: { asked }, plan }: Props & { plan: ConfirmPlan }) {
  const names = namesIn(confirmAddress, lang)
  const act = wordsIn(confirmAddress.query.act, lang)[plan.act]
  const fields = { [names.act]: act, [names.day]: plan.day, [names.role]: asked.role, [names.otherRole]: asked.otherRole }
  return (
    <>
      {Object.entries({ ...fields, seen: plan.seen }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

function PlanTable({ context, rows }: { context: PageContext; rows: readonly ConfirmRow[] }) {
  const { lang } = context
  const text = confirmText[lang]
  const words = (confirmed: Confirmed | null) =>
    confirmed ? text.by(confirmed.on, confirmed.role && roleIn(confirmed.role, lang)) : text.none
  return (
    <section class="table-wrap" tabIndex={0} aria-label={text.area}>
      <table>
        <thead>
          <tr>
            {[text.area, text.isNow, text.willBe].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ area, now, after }) => (
            <tr key={area.id}>
              <th scope="row" lang={labelsOf(area, lang).labelLang}>
                {labelsOf(area, lang).label}
              </th>
              <td>{words(now)}</td>
              <td>{words(now) === words(after) ? text.same : words(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Made({ context, view: { made, region }, isNow }: Props & { isNow: boolean }) {
  const { lang, paths } = context
  const text = confirmText[lang]
  const names = namesIn(confirmAddress, lang)
  const act = wordsIn(confirmAddress.query.act, lang).takeBack
  return (
    <section>
      <h2>{text.made}</h2>
      {made.length === 0 ? <p class="empty">{text.noneMade}</p> : null}
      <ul class="link-list">
        {made.map(({ on, role, count }) => (
          <li key={on}>
            {text.madeLine(on, role && roleIn(role, lang), count)}{' '}
            {isNow ? (
              <a
                href={paths.to('confirm', { slug: region.slug }, { [names.act]: act, [names.day]: on })}
                aria-label={text.takeBackOf(on)}
              >
                {text.takeBack}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
