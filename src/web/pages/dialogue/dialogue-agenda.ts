import { findOpenFollowUps } from '../../../conversation/dialogues.ts'
import type { Language } from '../../../records/language.ts'
import { getBridge } from '../../../shapes/bridge-shape.ts'
import { wishShapes } from '../../../shapes/wish-shape.ts'
import { findCurrentEdition } from '../../../snapshot/editions.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import type { SideTables } from '../../../store/store.ts'
import { dialogueText } from './dialogue.text.ts'

/** What there is to talk about with a region: what is open since last time, then its list, its changes, its wishes and the bridge. */
export async function openPoints(
  snapshot: Snapshot,
  { side, regionCode, lang }: { side: SideTables; regionCode: string; lang: Language },
): Promise<string[]> {
  const text = dialogueText[lang]
  const followUps = await findOpenFollowUps(side, regionCode)
  const edition = findCurrentEdition(snapshot, { kind: 'region', id: regionCode })
  const days = (edition?.priorities ?? []).map(({ confirmedOn }) => confirmedOn)
  const confirmedOn = days.length > 0 && days.every((day) => day !== null) ? days.toSorted()[0]! : null
  const changes = snapshot
    .inForce('roundAnswer')
    .filter((answer) => answer.regionCode === regionCode && answer.answer === 'changes')
    .map(({ answeredOn }) => text.changesWait(answeredOn))
  return [
    ...followUps.map(({ what, due_on }) => text.openSince(due_on, what)),
    text.listConfirmed(confirmedOn),
    ...changes,
    wishPoint(snapshot, regionCode, lang),
    ...bridgePoint(snapshot, regionCode, lang),
  ]
}

function wishPoint(snapshot: Snapshot, regionCode: string, lang: Language): string {
  const own = wishShapes(snapshot).filter(({ askers }) => askers.some(({ code }) => code === regionCode))
  const open = own.filter(({ state }) => state === 'asked' || state === 'owned')
  return own.length === 0 ? dialogueText[lang].oldWishes : dialogueText[lang].wishes(open.length)
}

function bridgePoint(snapshot: Snapshot, regionCode: string, lang: Language): string[] {
  if (!snapshot.everBegun('programmePeriod').some(({ from }) => from.startsWith('2028-'))) return []
  const areas = getBridge(snapshot, '2028').regions.find(({ region }) => region.code === regionCode)?.areas ?? []
  const given = areas.filter(({ verdict }) => verdict !== null).length
  return areas.length > 0 ? [dialogueText[lang].bridge(given, areas.length)] : []
}
