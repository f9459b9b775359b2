import { randomUUID } from 'node:crypto'
import { findJointActions } from '../../../conversation/joint-actions.ts'
import type { JointActionTalk } from '../../../conversation/joint-actions.ts'
import { isResting, waitsFor } from '../../../conversation/joint-action-waiting.ts'
import { findRegion, findRegions, regionRef } from '../../../shapes/from-snapshot.ts'
import { jointActionShapes } from '../../../shapes/joint-action-shape.ts'
import type { JointActionShape } from '../../../shapes/joint-action-shape.ts'
import { findCurrentEdition } from '../../../snapshot/editions.ts'
import type { Page, PageContext, PageReading, RenderedPage, Visit } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { SignInToWrite } from '../sign-in/who-may-write.tsx'
import { InviteForm } from './invite-form.tsx'
import type { InviteShape } from './invite-form.tsx'
import { regionsOf } from './joint-action-access.ts'
import { jointActionsAddress } from './joint-action.address.ts'
import { jointActionsApi } from './joint-action.api.ts'
import { jointActionsForms } from './joint-action.form.ts'
import { jointActionText } from './joint-action.text.ts'

interface Shape {
  agreed: readonly JointActionShape[]
  /** Null for a reader, who sees what is public. */
  own: OwnShape | null
}

interface OwnShape {
  talks: readonly (JointActionTalk & { isResting: boolean; names: readonly string[]; waits: readonly string[] })[]
  next: string | null
  invite: InviteShape
}

/** What regions do together: to all what is agreed, and to a region's editors what is under way, and where they invite others. */
export const jointActionsPage: Page = {
  ...jointActionsAddress,
  menu: { where: 'footer', place: 0.7, label: { sv: jointActionText.sv.menu, en: jointActionText.en.menu } },
  show: (context) => render(context, { agreed: jointActionShapes(context.snapshot), own: null }),
  visit: async (context, visit) => {
    const agreed = jointActionShapes(context.snapshot)
    if (!visit.viewer) return render(context, { agreed, own: null })
    return { ...render(context, { agreed, own: await readOwn(context, visit) }), isPrivate: true }
  },
  forms: jointActionsForms,
  api: [jointActionsApi],
}

async function readOwn({ snapshot, url, lang }: PageReading, { viewer, store, now }: Visit): Promise<OwnShape | null> {
  const codes = regionsOf(viewer!)
  if (codes.length === 0) return null
  const names = namesIn(jointActionsAddress, lang)
  const asked = (name: keyof typeof names) => url.searchParams.get(names[name]) ?? ''
  const { talks, next } = await findJointActions(store.side, { regionCodes: codes, cursor: asked('before') || null })
  const areas = codes.flatMap((code) => findCurrentEdition(snapshot, { kind: 'region', id: code })?.priorities ?? [])
  const joint = snapshot.get('jointArea', asked('jointArea'))
  const partner = asked('partner') ? findRegion(snapshot, asked('partner')) : null
  const region = asked('region') ? findRegion(snapshot, asked('region')) : null
  return {
    talks: talks.map((talk) => ({
      ...talk,
      isResting: isResting(talk, now),
      names: talk.parties.map(({ region_code: code }) => regionRef(snapshot, code).name),
      waits: codes.flatMap((code) => waitsFor(talk, code, now) ?? []),
    })),
    next,
    invite: {
      id: randomUUID(),
      own: codes.map((code) => regionRef(snapshot, code)),
      chosen: region && codes.includes(region.code) ? region.code : codes[0]!,
      others: findRegions(snapshot).map(({ code }) => regionRef(snapshot, code)),
      invited: partner ? [partner.code] : joint ? joint.memberCodes.filter((code) => !codes.includes(code)) : [],
      areas: areas.map(({ id, displayLabel }) => ({ id, label: displayLabel })),
      area: asked('area'),
      partnerArea: asked('partnerArea'),
      jointAreaId: joint?.id ?? '',
      isAsked: partner !== null || joint !== null,
    },
  }
}

function render(context: PageContext, shape: Shape): RenderedPage {
  const { title, description } = jointActionText[context.lang]
  return { title, description, body: <JointActions context={context} shape={shape} /> }
}

function JointActions({ context, shape: { agreed, own } }: { context: PageContext; shape: Shape }) {
  const { lang, paths } = context
  const text = jointActionText[lang]
  const isAsked = own?.invite.isAsked ?? false
  return (
    <article class="joint-actions">
      <header class="page-head">
        <h1>{isAsked ? text.invite : text.title}</h1>
        <p class="lead">{isAsked ? text.inviteNote : text.lead}</p>
        {own ? null : <SignInToWrite context={context} back={context.url.pathname + context.url.search} />}
      </header>
      {own && isAsked ? <InviteForm context={context} shape={own.invite} /> : null}
      {own ? <Own context={context} own={own} /> : null}
      <section>
        <h2>{text.agreed}</h2>
        {agreed.length === 0 ? <p class="empty">{text.none}</p> : <AgreedList context={context} actions={agreed} />}
        <p class="actions small">
          <a href={paths.to('match')}>{text.findPartner}</a>
          <a href={paths.api('joint-actions')}>{text.data}</a>
        </p>
      </section>
      {own && !isAsked ? (
        <section>
          <h2>{text.invite}</h2>
          <p class="section-note">{text.inviteNote}</p>
          <InviteForm context={context} shape={own.invite} />
        </section>
      ) : null}
    </article>
  )
}

/** Joint actions that are public, one line each. */
export function AgreedList({
  context: { lang, paths },
  actions,
}: {
  context: PageContext
  actions: readonly JointActionShape[]
}) {
  const text = jointActionText[lang]
  return (
    <ul class="link-list">
      {actions.map(({ id, title, state, partners, agreedOn }) => (
        <li key={id}>
          <a href={paths.to('jointAction', { id })} lang={lang === 'sv' ? undefined : 'sv'}>
            {title}
          </a>
          , {text.states[state]}
          <br />
          <span class="small muted">
            {partners.map(({ region }) => region.name).join(', ')} · <span class="numeric">{agreedOn}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Joint actions of a region, an area or a joint area; nothing where there are none. */
export function JointActionsSection({ context, actions }: { context: PageContext; actions: readonly JointActionShape[] }) {
  if (actions.length === 0) return null
  return (
    <section>
      <h2>{jointActionText[context.lang].menu}</h2>
      <AgreedList context={context} actions={actions} />
    </section>
  )
}

function Own({ context: { lang, paths }, own: { talks, next } }: { context: PageContext; own: OwnShape }) {
  const text = jointActionText[lang]
  return (
    <section>
      <h2>{text.own}</h2>
      <p class="section-note">{talks.length === 0 ? text.noneOwn : text.ownNote}</p>
      <ul class="link-list">
        {talks
          .filter(({ stage }) => stage !== 'agreed')
          .map((talk) => (
            <li key={talk.id}>
              <a href={paths.to('jointAction', { id: talk.id })} lang={lang === 'sv' ? undefined : 'sv'}>
                {talk.title}
              </a>
              , {text.states[talk.isResting ? 'resting' : talk.stage]}
              {talk.waits.length > 0 ? <strong> · {text.waitsForYou}</strong> : null}
              <br />
              <span class="small muted">{talk.names.join(', ')}</span>
            </li>
          ))}
      </ul>
      {next ? (
        <p>
          <a href={paths.to('jointActions', {}, { [namesIn(jointActionsAddress, lang).before]: next })}>{text.older}</a>
        </p>
      ) : null}
    </section>
  )
}
