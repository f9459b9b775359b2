import { confirmationNote } from '../../../changes/confirm-list.ts'
import { submit } from '../../../changes/submit.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { canonicalJson } from '../../../records/version.ts'
import { findWaitingAreas } from '../../../changes/waiting-areas.ts'
import { snapshotAt } from '../../../snapshot/snapshot.ts'
import type { FormAction, FormActions } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { confirmAddress } from './confirm.address.ts'
import { confirmText } from './confirm.text.ts'
import { confirmView, readConfirmAsked } from './confirm.view.ts'

/** Writes the confirmation that was looked at, or takes it back; nothing when the list has changed since. */
const confirm: FormAction = async ({ lang, form, registry, actor, today, paths }, { slug = '' }) => {
  const text = confirmText[lang]
  const { known, beside } = await registry.view()
  const read = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : null
  }
  const { plan, fault, region } = confirmView(snapshotAt(known, today, beside), slug, readConfirmAsked(read, lang))
  if (fault) throw new ExpectedError('bad_request', { detail: fault[lang], data: { words: fault } })
  if (!plan) throw new ExpectedError('bad_request', { detail: text.wrongForm })
  const names = namesIn(confirmAddress, lang)
  const ids = plan.rows.filter(({ now, after }) => canonicalJson(now) !== canonicalJson(after)).map(({ area }) => area.id)
  const waiting = await findWaitingAreas(registry.store, ids)
  const redirectAfter = (count: number) => ({
    redirectTo: paths.to(
      'confirm',
      { slug: region.slug },
      { [names.saved]: String(count), ...(waiting.size > 0 ? { [names.waiting]: [...waiting].join(',') } : {}) },
    ),
  })
  // A form that is sent twice, by a double click or the back button, is answered by what holds: the browser shows the last answer only.
  if (plan.act === 'confirm' && ids.length === 0) return redirectAfter(0)
  if (form.get('seen') !== plan.seen) throw new ExpectedError('version_outdated', { detail: text.stale })
  const confirmed = { regionCode: region.code, confirmedOn: plan.day, confirmedByRole: plan.role }
  const written = await submit(registry, { type: 'confirmation', ...confirmed, changeNote: confirmationNote(confirmed) }, actor)
  return redirectAfter(new Set(written.map(({ recordId }) => recordId)).size)
}

/** What the confirming page does with the form it shows. */
export const confirmForms: FormActions = {
  mostBytes: 64 * 1024,
  least: 'editor',
  refusals: confirmText,
  actions: { '': confirm },
}
