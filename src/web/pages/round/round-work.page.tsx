import { findRecipients } from '../../../conversation/round-job.ts'
import { findLinks } from '../../../conversation/round-links.ts'
import { letter } from '../../../conversation/round-mail.ts'
import { mayAtLeast } from '../../../records/actor.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { swedishDay } from '../../../records/time.ts'
import { roundShape } from '../../../shapes/round-shape.ts'
import type { RoundShape } from '../../../shapes/round-shape.ts'
import { defineVisitedPage, signedIn } from '../../frame/page.ts'
import type { PageContext, Visit } from '../../frame/page.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { roundWorkAddress } from './round.address.ts'
import { roundWorkForms } from './round-work.form.ts'
import { roundText } from './round.text.ts'

interface WorkRow {
  code: string
  name: string
  email: string | null
  sentOn: string | null
  openedOn: string | null
}

interface Proposal {
  id: string
  version: number
  regionName: string
  /** Null: the area is new. */
  now: string | null
  /** Null: the area is gone. */
  proposed: string | null
  note: string
}

interface Shape {
  year: string
  round: RoundShape | null
  version: number
  rows: readonly WorkRow[]
  proposals: readonly Proposal[]
}

/** Where the national officer starts the round, sees what was sent and opened, and decides on what regions propose. */
export const roundWorkPage = defineVisitedPage<Shape>({
  ...roundWorkAddress,
  section: 'round',
  examples: { sv: ['/runda/2027/arbete'], en: ['/en/round/2027/work'] },
  async load({ snapshot, lang }, visit, { year = '' }) {
    if (!mayAtLeast(signedIn(visit).actor, 'officer'))
      throw new ExpectedError('not_allowed', { detail: roundText[lang].officersOnly })
    if (!/^20\d\d$/.test(year)) throw new ExpectedError('not_found', { detail: year.slice(0, 10) })
    const started = snapshot.getBegun('round', year)
    const round = started && roundShape(snapshot, started)
    const rows = await readRows(snapshot, visit, year)
    const proposals = round ? await readProposals(snapshot, visit, round) : []
    return { year, round, version: started?.meta.version ?? 0, rows, proposals }
  },
  render(context, shape) {
    const text = roundText[context.lang]
    return {
      title: `${text.title(shape.year)}: ${text.work}`,
      description: text.description,
      body: <Work context={context} shape={shape} />,
    }
  },
  forms: roundWorkForms,
})

async function readRows(snapshot: Snapshot, { store }: Visit, year: string): Promise<WorkRow[]> {
  const [recipients, links] = [await findRecipients(store.side, year), await findLinks(store.side, year)]
  return snapshot.inForce('region').map(({ code, name }) => {
    const own = links.filter(({ regionCode }) => regionCode === code)
    const opened = own.find(({ openedAt }) => openedAt !== null)?.openedAt
    const sent = own.at(-1)?.issuedAt
    return {
      code,
      name,
      email: recipients.find(({ region_code }) => region_code === code)?.email ?? null,
      sentOn: sent ? swedishDay(sent) : null,
      openedOn: opened ? swedishDay(opened) : null,
    }
  })
}

async function readProposals(snapshot: Snapshot, { store }: Visit, { regions }: RoundShape): Promise<Proposal[]> {
  const asked = regions.flatMap(({ region, changedIds }) => changedIds.map((id) => ({ id, regionName: region.name })))
  const newest = await store.findNewest(asked.map(({ id }) => ({ kind: 'priorityArea' as const, recordId: id })))
  return newest.flatMap((one): Proposal[] => {
    if (one.state !== 'proposed' || one.kind !== 'priorityArea') return []
    const now = snapshot.get('priorityArea', one.recordId)?.displayLabel ?? null
    const isGone = one.validTo !== null && one.validTo <= snapshot.validAt
    return [
      {
        id: one.recordId,
        version: one.version,
        regionName: asked.find(({ id }) => id === one.recordId)!.regionName,
        now,
        proposed: isGone ? null : one.body.displayLabel,
        note: one.changeNote,
      },
    ]
  })
}

interface Props {
  context: PageContext
  shape: Shape
}

function Work({ context, shape }: Props) {
  const { lang, paths } = context
  const text = roundText[lang]
  const { year, round, proposals } = shape
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('round', { year })}>{text.title(year)}</a>
        </p>
        <h1>{round ? `${text.title(year)}: ${text.work}` : text.notStarted(year)}</h1>
        <p class="lead">{text.workLead}</p>
      </header>
      {round ? (
        <section>
          <h2>{text.proposals}</h2>
          {proposals.length === 0 ? <p class="empty">{text.noProposals}</p> : null}
          <ul class="link-list">
            {proposals.map((proposal) => (
              <ProposalItem key={proposal.id} context={context} year={year} proposal={proposal} />
            ))}
          </ul>
        </section>
      ) : null}
      <StartForm context={context} shape={shape} />
      {round ? <Rows context={context} shape={shape} /> : null}
    </article>
  )
}

function ProposalItem({ context: { lang, paths }, year, proposal }: { context: PageContext; year: string; proposal: Proposal }) {
  const text = roundText[lang]
  const { id, version, regionName, now, proposed, note } = proposal
  return (
    <li>
      <p>
        <strong>{regionName}</strong> · {text.now}: {now === null ? text.isNew : <span lang="sv">{now}</span>} · {text.proposed}:{' '}
        {proposed === null ? text.gone : <strong lang="sv">{proposed}</strong>}
      </p>
      <p class="small muted" lang="sv">
        {note}
      </p>
      <form
        method="post"
        action={`${paths.action('roundWork', { year })}/forslag`}
        enctype="multipart/form-data"
        class="form-row"
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <div class="field field-grow">
          <label for={`note-${id}`}>{text.note}</label>
          <input id={`note-${id}`} name="note" maxLength={500} />
        </div>
        <button type="submit" name="to" value="published">
          {text.publish}
        </button>
        <button type="submit" name="to" value="returned" class="button-quiet">
          {text.giveBack}
        </button>
      </form>
    </li>
  )
}

function StartForm({ context: { lang, paths, today }, shape: { year, round, version, rows } }: Props) {
  const text = roundText[lang]
  const example = letter(
    { roundId: year, regionName: 'Värmland', day: 0, expiresOn: round?.closesOn ?? `${year}-04-01`, link: 'https://…' },
    lang,
  )
  return (
    <section>
      <h2>{round ? text.addresses : text.start}</h2>
      <p class="section-note">{text.startLead}</p>
      <form method="post" action={paths.action('roundWork', { year })} enctype="multipart/form-data" class="stack">
        <input type="hidden" name="seen" value={version} />
        <div class="form-row">
          <div class="field">
            <label for="round-opens">{text.opensOn}</label>
            <input id="round-opens" type="date" name="opensOn" value={round?.opensOn ?? today} required />
          </div>
          <div class="field">
            <label for="round-closes">{text.closesOn}</label>
            <input id="round-closes" type="date" name="closesOn" value={round?.closesOn ?? `${year}-04-01`} required />
          </div>
        </div>
        <div class="field">
          <label for="round-addresses">{text.addresses}</label>
          <textarea id="round-addresses" name="addresses" rows={8} maxLength={20_000}>
            {rows.flatMap(({ name, email }) => (email ? [`${name} = ${email}`] : [])).join('\n')}
          </textarea>
          <span class="small muted">{text.addressesHint}</span>
        </div>
        <details>
          <summary>{text.theLetter}</summary>
          <p>
            <strong>{example.subject}</strong>
          </p>
          <p class="plain-letter">{example.text}</p>
        </details>
        <p>
          <button type="submit">{round ? text.saveAddresses : text.start}</button>
        </p>
      </form>
    </section>
  )
}

function Rows({ context: { lang, paths }, shape: { year, rows } }: Props) {
  const text = roundText[lang]
  return (
    <section class="table-wrap" tabIndex={0} aria-label={text.columns.sent}>
      <table>
        <thead>
          <tr>
            {[text.region, text.columns.address, text.columns.sent, text.columns.opened, ''].map((heading, at) => (
              <th key={at} scope="col">
                {heading || <span class="visually-hidden">{text.makeLink}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, email, sentOn, openedOn }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td>{email ?? <span class="muted">{text.noAddress}</span>}</td>
              <td>{sentOn ?? '–'}</td>
              <td>{openedOn ?? '–'}</td>
              <td>
                <form method="post" action={`${paths.action('roundWork', { year })}/lank`} enctype="multipart/form-data">
                  <input type="hidden" name="region" value={code} />
                  <button type="submit" class="button-quiet" aria-label={`${text.makeLink}: ${name}`}>
                    {text.makeLink}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
