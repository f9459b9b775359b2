import { findLanguages } from '../../../accounts/account-list.ts'
import { findRecipients, roundLinkAddress, sendDueLetters, setRecipients } from '../../../conversation/round-job.ts'
import type { RoundRecipientRow } from '../../../conversation/conversation-rows.ts'
import { issueLink } from '../../../conversation/round-links.ts'
import { submit } from '../../../changes/submit.ts'
import { changeSeen } from '../../../changes/seen-record.ts'
import { mayAtLeast } from '../../../records/actor.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { IsoDate } from '../../../records/time.ts'
import { findRegionCalled } from '../../../places/region-called.ts'
import { snapshotAt } from '../../../snapshot/snapshot.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import type { FormAction, FormActions, FormContext } from '../../frame/page.ts'
import { NewLink } from './new-link.tsx'
import { roundText } from './round.text.ts'

/** The role that confirms when the officer has named no other. */
const usualRole = 'ansvarig handläggare'

/** Starts the round, or moves its days, and notes where the letters go. Letters that are due go out at once. */
const start: FormAction = async (context, { year = '' }) => {
  const { form, registry, actor, today, paths } = context
  refuseOthers(context)
  const days = { opensOn: dayIn(form, 'opensOn'), closesOn: dayIn(form, 'closesOn') }
  const view = await registry.view()
  const langOf = await findLanguages(context.visit.store.side)
  const recipients = readRecipients(context, snapshotAt(view.known, today, view.beside), year).map((row) => ({
    ...row,
    lang: langOf(row.email),
  }))
  const body = { year: Number(year), ...days }
  const seen = Number(form.get('seen') ?? 0)
  const versions = changeSeen(view, { kind: 'round', recordId: year, body, from: today, seen, changeNote: `Runda ${year}.` })
  await submit(registry, { type: 'versions', versions }, actor)
  await setRecipients(context.visit.store.side, recipients)
  await sendNow(context)
  return { redirectTo: paths.to('roundWork', { year }) }
}

/** Makes a link for the officer to hand on; it is shown once. */
const makeLink: FormAction = async (context, { year = '' }) => {
  const { form, registry, today, visit, lang } = context
  refuseOthers(context)
  const view = await registry.view()
  const snapshot = snapshotAt(view.known, today, view.beside)
  const round = snapshot.getBegun('round', year)
  const region = snapshot.get('region', String(form.get('region') ?? ''))
  if (!round || !region) throw new ExpectedError('not_found', { detail: roundText[lang].notStarted(year) })
  const { side } = visit.store
  const known = (await findRecipients(side, year)).find((one) => one.region_code === region.code)
  const asked = {
    roundId: year,
    regionCode: region.code,
    role: known?.role ?? usualRole,
    recipient: null,
    lang,
    expiresOn: round.closesOn,
  }
  const token = await issueLink(side, asked, visit.now)
  const link = roundLinkAddress(visit.siteUrl, { roundId: year, token, lang })
  return { show: (reading) => NewLink(reading, { year, regionName: region.name, link }) }
}

/** Publishes a proposal, or returns it with a note. */
const decide: FormAction = async (context, { year = '' }) => {
  const { form, registry, actor, paths } = context
  refuseOthers(context)
  const to = form.get('to') === 'published' ? 'published' : 'returned'
  const note = String(form.get('note') ?? '')
    .trim()
    .slice(0, 500)
  const change = {
    type: 'state',
    kind: 'priorityArea',
    recordId: String(form.get('id') ?? ''),
    to,
    expectedVersion: Number(form.get('version') ?? 0),
    changeNote: note || (to === 'published' ? `Publicerat i runda ${year}.` : `Återlämnat i runda ${year}.`),
  } as const
  await submit(registry, change, actor)
  return { redirectTo: paths.to('roundWork', { year }) }
}

async function sendNow({ registry, today, visit, now }: FormContext): Promise<void> {
  const view = await registry.view()
  const { outbox } = visit.accounts
  const effects = { side: visit.store.side, queue: outbox.queue, siteUrl: visit.siteUrl, now }
  await sendDueLetters(snapshotAt(view.known, today, view.beside), effects)
  await outbox.flush()
}

/** What is not written through `submit`, which asks by itself, is for officers too. */
function refuseOthers({ actor, lang }: FormContext): void {
  if (!mayAtLeast(actor, 'officer')) throw new ExpectedError('not_allowed', { detail: roundText[lang].officersOnly })
}

function dayIn(form: FormData, name: string): IsoDate {
  const day = String(form.get(name) ?? '')
  if (!IsoDate.safeParse(day).success) throw new ExpectedError('invalid_date', { detail: day.slice(0, 20) })
  return day
}

/** Lines such as «Värmland = namn@exempel.se». @throws ExpectedError `bad_request` with the line that cannot be read */
function readRecipients({ form, lang }: FormContext, snapshot: Snapshot, roundId: string): Omit<RoundRecipientRow, 'lang'>[] {
  const lines = String(form.get('addresses') ?? '')
    .slice(0, 20_000)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.map((line) => {
    const [name = '', email = ''] = line.split('=').map((part) => part.trim())
    const region = findRegionCalled(snapshot, name)
    if (!region || !/^[^\s@<>"',;:\\]{1,64}@[^\s@<>"',;:\\]+\.[^\s@<>"',;:\\]+$/.test(email))
      throw new ExpectedError('bad_request', { detail: roundText[lang].badAddress(line.slice(0, 80)) })
    return { round_id: roundId, region_code: region.code, email, role: usualRole }
  })
}

/** What the officer's page of a round does. */
export const roundWorkForms: FormActions = {
  mostBytes: 64 * 1024,
  least: 'officer',
  refusals: roundText,
  actions: { '': start, '/lank': makeLink, '/forslag': decide },
}
