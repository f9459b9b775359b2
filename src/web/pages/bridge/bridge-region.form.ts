import { giveVerdicts } from '../../../changes/bridge-changes.ts'
import type { GivenVerdict } from '../../../changes/bridge-changes.ts'
import { seenIn } from '../../../changes/seen-record.ts'
import { submit } from '../../../changes/submit.ts'
import { bridgeVerdicts } from '../../../records/bridge-verdict.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { snapshotAt } from '../../../snapshot/snapshot.ts'
import { getBridge } from '../../../shapes/bridge-shape.ts'
import type { BridgeAreaShape } from '../../../shapes/bridge-shape.ts'
import type { FormAction, FormActions } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { bridgeRegionAddress } from './bridge-region.address.ts'
import { bridgeText } from './bridge.text.ts'

/** Writes the verdicts that were chosen; areas without a choice are left as they are. */
const give: FormAction = async ({ lang, form, registry, actor, today, paths }, { year = '', slug = '' }) => {
  const text = bridgeText[lang]
  const view = await registry.view()
  const bridge = getBridge(snapshotAt(view.known, today, view.beside), year)
  const own = bridge.regions.find(({ region }) => region.slug === slug)
  if (!own) throw new ExpectedError('region_not_found', { detail: slug.slice(0, 60) })
  const given = own.areas.flatMap((area): GivenVerdict[] => {
    const read = readVerdict(form, area)
    if (!read) return []
    if (read.verdict === 'change' && read.successor === null)
      throw new ExpectedError('bad_request', { detail: text.needSuccessor(area.label) })
    const body = { priorityAreaId: area.id, programmePeriodId: bridge.period.id, ...read }
    return [{ verdict: body, seen: seenIn(form, `seen.${area.id}`) }]
  })
  const written = await submit(registry, giveVerdicts(view, given, today), actor)
  const saved = namesIn(bridgeRegionAddress, lang).saved
  return { redirectTo: paths.to('bridgeRegion', { year, slug }, { [saved]: String(written.length) }) }
}

function readVerdict(
  form: FormData,
  { id, label }: BridgeAreaShape,
): Pick<GivenVerdict['verdict'], 'verdict' | 'lesson' | 'successor'> | null {
  const verdict = bridgeVerdicts.find((one) => one === form.get(`verdict.${id}`))
  if (!verdict) return null
  const words = (name: string) => String(form.get(`${name}.${id}`) ?? '').trim() || null
  const successor = words('successor')
  if (verdict === 'close') return { verdict, lesson: words('lesson'), successor: null }
  return { verdict, lesson: words('lesson'), successor: verdict === 'carryOver' ? (successor ?? label) : successor }
}

/** What a region's page does with its verdicts. */
export const bridgeRegionForms: FormActions = {
  mostBytes: 256 * 1024,
  least: 'proposer',
  refusals: bridgeText,
  actions: { '': give },
}
