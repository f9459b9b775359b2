import { makeAccounts } from '../accounts/accounts.ts'
import { registryToWrite } from './with-registry.ts'
import { giveVerdicts } from '../changes/bridge-changes.ts'
import type { Change } from '../changes/change.ts'
import { askForTime, confirmInRound } from '../changes/round-changes.ts'
import { submit } from '../changes/submit.ts'
import { answerWish, askWish, sayOnWish } from '../changes/wish-changes.ts'
import { proposeArea } from '../drafts/proposals.ts'
import { commandLineActor } from '../records/actor.ts'
import { demonstrationId, demonstrationMark } from '../records/demonstration.ts'
import { ExpectedError } from '../records/expected-error.ts'
import { dayAfter } from '../records/time.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import { isUnread } from '../snapshot/areas-known.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { Store } from '../store/store.ts'
import { demoAccounts, demoAnswers } from './demo-content.ts'
import type { DemoAccount } from './demo-content.ts'
import { demoActor } from './demo-filling.ts'
import type { DemoFilling } from './demo-filling.ts'
import { fillTalks } from './demo-talks.ts'
import type { Io } from './command.ts'

/**
 * Fills an empty registry with a year of rounds, wishes, dialogues, joint actions and forum, by invented roles; one that is filled is
 * left alone. The mark that it is a demonstration is written first of all.
 * @throws ExpectedError when the registry has something else in it, or was left half filled
 */
export async function fillDemonstration(store: Store, io: Io): Promise<void> {
  const isMarked = (await store.findNewest([{ kind: 'source', recordId: demonstrationId }])).length > 0
  const filled = await store.side.read.selectFrom('account_user').select('id').where('email', '=', lastAccount).executeTakeFirst()
  if (filled) return
  if (isMarked) throw new ExpectedError('bad_setting', { detail: halfFilled.en, data: { words: halfFilled } })
  const registry = registryToWrite(store, io)
  const today = registry.today()
  const daysAgo = (days: number) => new Date(io.clock().getTime() - days * 86_400_000)
  const filling: DemoFilling = { store, registry, today, daysAgo }
  const mark = { version: demonstrationMark(today), expectedVersion: 0 }
  await submit(registry, { type: 'versions', versions: [mark] }, commandLineActor('demonstration'))
  await fillRounds(filling)
  await fillWishes(filling)
  await fillBridge(filling)
  await fillProposal(filling)
  await fillTalks(filling)
  const accounts = makeAccounts({ store, clock: io.clock, siteUrl: 'http://localhost' })
  for (const account of Object.values(demoAccounts) as DemoAccount[])
    await accounts.invite({ ...account, lang: 'sv' }, 'demonstration')
  // The invitations are for nobody: one steps into a role on a page.
  await store.side.write((db) => db.deleteFrom('outbox_mail').execute())
}

/** The account that is made last: with it the demonstration is whole. */
const lastAccount = Object.values(demoAccounts).at(-1)!.email

const halfFilled = {
  sv: 'Demonstrationen blev avbruten när den fylldes. Ta bort dess mapp, som slutar på -demo, och börja om.',
  en: 'The demonstration was broken off while it was filled. Remove its folder, which ends in -demo, and begin again.',
}

const allRegions = '01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25'.split(' ')

/** One round that is over, with nearly all answers, and one that is open, with some. */
async function fillRounds({ registry, today }: DemoFilling): Promise<void> {
  const year = Number(today.slice(0, 4))
  const rounds = [
    { year, opensOn: dayAfter(today, -320), closesOn: dayAfter(today, -290), late: ['22'], away: ['08'] },
    {
      year: year + 1,
      opensOn: dayAfter(today, -12),
      closesOn: dayAfter(today, 18),
      late: ['14', '23'],
      away: allRegions.slice(9),
    },
  ]
  for (const { late, away, ...body } of rounds) {
    const roundId = String(body.year)
    const version = { kind: 'round', recordId: roundId, validFrom: body.opensOn, validTo: null, state: 'published' } as const
    const begun = { ...version, changeNote: 'Rundan är öppnad.', source: null, body }
    await submit(registry, { type: 'versions', versions: [{ version: begun, expectedVersion: 0 }] }, demoActor('officer'))
    const view = await registry.view()
    const answeredOn = dayAfter(body.opensOn, 6)
    const snapshot = snapshotAt(view.known, answeredOn, view.beside)
    const changes: Change[] = allRegions
      .filter((code) => !away.includes(code) && hasReadList(snapshot, code))
      .map((regionCode) => {
        const answering = { roundId, regionCode, role: 'strateg för smart specialisering', today: answeredOn }
        return late.includes(regionCode) ? askForTime(view, answering, dayAfter(answeredOn, 30)) : confirmInRound(view, answering)
      })
    await submit(registry, { type: 'together', changes }, commandLineActor('demonstration'))
  }
}

/** A list whose areas nobody has read cannot be confirmed. */
function hasReadList(snapshot: Snapshot, id: string): boolean {
  const edition = findCurrentEdition(snapshot, { kind: 'region', id })
  return edition !== null && !isUnread(edition)
}

async function fillWishes({ registry, today }: DemoFilling): Promise<void> {
  for (const { wishId, state, answer, proof, asks } of demoAnswers) {
    for (const regionCode of asks) {
      const word = { wishId, regionCode, says: 'wishes', comment: null, today } as const
      await submit(registry, sayOnWish(await registry.view(), word).change, commandLineActor('demonstration'))
    }
    const told = answer === null ? null : { sv: answer, en: answer }
    const dueOn = state === 'owned' ? dayAfter(today, 60) : null
    const body = { wishId, state, ownerRole: 'handläggare, Tillväxtverket', dueOn, answer: told, proof }
    await submit(registry, answerWish(await registry.view(), { answer: body, seen: 0, today }), demoActor('officer'))
  }
  const solved = {
    wishId: 'wish-2018-01',
    regionCode: '17',
    says: 'solved',
    comment: 'Vi använder det varje vecka.',
    today,
  } as const
  await submit(registry, sayOnWish(await registry.view(), solved).change, demoActor('varmland'))
  const asked = {
    regionCode: '17',
    text: 'Ett gemensamt underlag om elnätets kapacitet',
    textEn: 'A shared basis on grid capacity',
    today,
  }
  await submit(registry, askWish(await registry.view(), asked).change, demoActor('varmland'))
}

/** Two regions have said what becomes of their areas in the period to come. */
async function fillBridge({ registry, today }: DemoFilling): Promise<void> {
  const view = await registry.view()
  const snapshot = snapshotAt(view.known, today, view.beside)
  const period = snapshot.everBegun('programmePeriod').find(({ from }) => from.startsWith('2028-'))
  if (!period) return
  for (const name of ['varmland', 'dalarna'] as const) {
    const { owner } = demoAccounts[name].grants[0]!
    const areas = findCurrentEdition(snapshot, { kind: 'region', id: owner!.id })?.priorities ?? []
    const given = areas.slice(0, 4).map(({ id, displayLabel }, at) => {
      const verdict = (['carryOver', 'change', 'carryOver', 'close'] as const)[at]!
      const successor =
        verdict === 'close' ? null : verdict === 'change' ? `${displayLabel} i hela länet`.slice(0, 200) : displayLabel
      const lesson = verdict === 'carryOver' ? null : 'Arbetet behöver fler kommuner från början.'
      return { verdict: { priorityAreaId: id, programmePeriodId: period.id, verdict, lesson, successor }, seen: 0 }
    })
    await submit(registry, giveVerdicts(view, given, today), demoActor(name))
  }
}

/** A proposal that waits for the officer. */
async function fillProposal({ registry, today }: DemoFilling): Promise<void> {
  const view = await registry.view()
  const area = findCurrentEdition(snapshotAt(view.known, today, view.beside), { kind: 'region', id: '25' })?.priorities[0]
  if (!area) return
  const values = new Map([['label', `${area.displayLabel} och kompetens`]] as const)
  const changeNote = 'Skäl: nämnden vill att kompetens syns. Källa: nämndens protokoll, exempel.'
  await proposeArea(registry, { areaId: area.id, values, changeNote, from: today }, demoActor('norrbotten'))
}
