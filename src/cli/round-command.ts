import { findLanguages } from '../accounts/account-list.ts'
import { parseArgs } from 'node:util'
import { makeAccounts } from '../accounts/accounts.ts'
import { sendBySmtp } from '../accounts/smtp.ts'
import { sendDueLetters, setRecipients } from '../conversation/round-job.ts'
import { changeSeen } from '../changes/seen-record.ts'
import { historiesOf, historyOf } from '../changes/registry-view.ts'
import { submit } from '../changes/submit.ts'
import { makeRegionFinder } from '../places/region-called.ts'
import { IsoDate, swedishDay } from '../records/time.ts'
import { roundShape } from '../shapes/round-shape.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import type { RegistryView } from '../changes/registry-view.ts'
import type { Store } from '../store/store.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { mailSettingsOf, siteUrlOf } from './settings.ts'
import { actorOf, registryToWrite, reporting, UsageError, withRegistry } from './with-registry.ts'

/** `spets round …`: starts a yearly round, sends what is due, and shows how it stands. */
export const roundCommand: Command = {
  name: 'round',
  summary: { sv: 'Årlig runda: starta, påminn, visa läget', en: 'Yearly round: start, remind, show how it stands' },
  usage: 'spets round (start YEAR --opens YYYY-MM-DD --closes YYYY-MM-DD [--to REGION=EMAIL …] | remind | show YEAR)',
  run: (args, io) => reporting(roundCommand, io, () => round(args, io)),
}

const options = {
  opens: { type: 'string' },
  closes: { type: 'string' },
  to: { type: 'string', multiple: true },
} as const

type Asked = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values']

async function round(args: string[], io: Io): Promise<number> {
  const sv = langOf(io.env) === 'sv'
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [what = '', year = ''] = positionals
  if (!['start', 'remind', 'show'].includes(what) || (what !== 'remind' && !/^20\d\d$/.test(year)))
    throw new UsageError(sv ? 'Skriv start ÅR, remind eller show ÅR.' : 'Write start YEAR, remind or show YEAR.')
  return withRegistry(io, async (store) => {
    if (what === 'start') await start(store, { year, values }, io)
    if (what !== 'show') {
      const sent = await send(store, io)
      io.stdout(
        sv
          ? `${sent} brev köade. Läs dem med: spets accounts outbox`
          : `${sent} letters in line. Read them with: spets accounts outbox`,
      )
    }
    if (what === 'show') await show(store, year, io)
    return 0
  })
}

async function start(store: Store, { year, values }: { year: string; values: Asked }, io: Io): Promise<void> {
  const sv = langOf(io.env) === 'sv'
  const { opens = '', closes = '', to = [] } = values
  if (![opens, closes].every((day) => IsoDate.safeParse(day).success))
    throw new UsageError(sv ? 'Ange --opens och --closes som ÅÅÅÅ-MM-DD.' : 'Give --opens and --closes as YYYY-MM-DD.')
  const registry = registryToWrite(store, io)
  const view = await registry.view()
  const languageOf = await findLanguages(store.side)
  const recipients = to.map((text) => {
    const row = readRecipient(view, { text, year, sv })
    return { ...row, lang: languageOf(row.email) }
  })
  const seen = historyOf(view.known, 'round', year).at(-1)?.meta.version ?? 0
  const body = { year: Number(year), opensOn: opens, closesOn: closes }
  const from = registry.today()
  const versions = changeSeen(view, { kind: 'round', recordId: year, body, from, seen, changeNote: `Runda ${year}.` })
  await submit(registry, { type: 'versions', versions }, actorOf(io))
  await setRecipients(store.side, recipients)
}

function readRecipient({ known }: RegistryView, { text, year, sv }: { text: string; year: string; sv: boolean }) {
  const [name = '', email = ''] = text.split('=').map((part) => part.trim())
  const code = makeRegionFinder(historiesOf(known, 'region').map((history) => history.toReversed()))(name)
  if (!code || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new UsageError(
      sv ? `«${text}»: skriv --to Värmland=namn@exempel.se.` : `«${text}»: write --to Värmland=name@example.com.`,
    )
  return { round_id: year, region_code: code, email, role: 'ansvarig handläggare' }
}

async function send(store: Store, io: Io): Promise<number> {
  const smtp = mailSettingsOf(io.env)
  const siteUrl = siteUrlOf(io.env)
  const { outbox } = makeAccounts({ store, clock: io.clock, siteUrl, send: smtp && sendBySmtp(smtp) })
  const { known } = await registryToWrite(store, io).view()
  const now = io.clock()
  const sent = await sendDueLetters(snapshotAt(known, swedishDay(now)), { side: store.side, queue: outbox.queue, siteUrl, now })
  await outbox.flush()
  return sent
}

async function show(store: Store, year: string, io: Io): Promise<void> {
  const sv = langOf(io.env) === 'sv'
  const { known } = await registryToWrite(store, io).view()
  const snapshot = snapshotAt(known, swedishDay(io.clock()))
  const found = snapshot.getBegun('round', year)
  if (!found) {
    io.stdout(sv ? `Runda ${year} har inte startat.` : `Round ${year} has not started.`)
    return
  }
  for (const { region, state, answeredOn, confirmedOn } of roundShape(snapshot, found).regions)
    io.stdout([region.name, state, answeredOn ?? '–', confirmedOn ?? '–'].join('\t'))
}
