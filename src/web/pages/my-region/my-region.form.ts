import { ownersOf } from '../../../records/account-roles.ts'
import type { Viewer } from '../../../accounts/accounts.ts'
import { areaFields, longestOf } from '../../../drafts/own-words.ts'
import type { AreaField } from '../../../drafts/own-words.ts'
import { answerProposal, proposeArea } from '../../../drafts/proposals.ts'
import { findDraft, putBack, saveDraft, takeFromDraft } from '../../../drafts/region-draft.ts'
import type { DraftEdit, DraftWriter } from '../../../drafts/region-draft.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import type { Owner } from '../../../records/shared-fields.ts'
import { snapshotAt } from '../../../snapshot/snapshot.ts'
import { signedIn } from '../../frame/page.ts'
import type { FormAction, FormActions, FormContext } from '../../frame/page.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { areasOf, mayPropose, ownerNamed } from './my-region.load.ts'
import { myRegionAddress } from './my-region.address.ts'
import { myRegionText } from './my-region.text.ts'
import { showConflict } from './conflict-page.tsx'

export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
}

interface Writing {
  viewer: Viewer
  owner: Owner
  by: DraftWriter
}

/** Whose list the form is about. @throws ExpectedError when the sender does not write for it */
function writingOf({ form, visit, lang }: FormContext): Writing {
  const viewer = signedIn(visit)
  const owner = ownerNamed(viewer.account, textOf(form, 'owner'))
  if (!owner || !mayPropose(viewer.actor, owner)) throw new ExpectedError('not_allowed', { detail: myRegionText[lang].notYours })
  return { viewer, owner, by: { accountId: viewer.account.id, role: viewer.actor.name, now: visit.now } }
}

type Done = keyof typeof myRegionAddress.query.done.words

function backTo({ lang, paths }: FormContext, { owner, done }: { owner: Owner; done: Done }): { redirectTo: string } {
  const names = namesIn(myRegionAddress, lang)
  return {
    redirectTo: paths.to(
      'myRegion',
      {},
      { [names.owner]: owner.id, [names.done]: wordsIn(myRegionAddress.query.done, lang)[done] },
    ),
  }
}

/** Saves the fields of one area in the draft. Where a colleague has written meanwhile, both versions are shown. */
const save: FormAction = async (context) => {
  const { form, registry, today, visit } = context
  const { owner, by } = writingOf(context)
  const { known, beside } = await registry.view()
  const areaId = textOf(form, 'area')
  const area = areasOf(snapshotAt(known, today, beside), owner).find(({ id }) => id === areaId)
  if (!area) throw new ExpectedError('not_found', { detail: myRegionText[context.lang].notThere })
  const sent = areaFields.filter((field) => form.has(field)).map((field) => editOf(context, { areaId, field }))
  // A field that is as the form showed it is not written: a colleague may have changed it meanwhile.
  const edits = sent.filter(({ field, value }) => !form.has(`${field}-shown`) || textOf(form, `${field}-shown`) !== value)
  const conflicts = await saveDraft(visit.store.side, owner, { edits, by })
  if (conflicts.length > 0)
    return { show: (page) => showConflict(page, { owner, areaId, conflicts, isAll: conflicts.length === edits.length }) }
  return backTo(context, { owner, done: 'saved' })
}

/** What a form says of one field: its own value, or the choice among versions. @throws ExpectedError `bad_request` */
function editOf({ form, lang }: FormContext, { areaId, field }: { areaId: string; field: AreaField }): DraftEdit {
  const text = myRegionText[lang]
  const chosen = textOf(form, `${field}-choice`)
  const value = textOf(form, chosen === '' || chosen === 'mine' ? field : `${field}-${chosen}`)
  if (value.length > longestOf[field])
    throw new ExpectedError('bad_request', { detail: `${text.fields[field]}: ${text.tooLong(longestOf[field])}` })
  if (field === 'label' && value === '') throw new ExpectedError('bad_request', { detail: text.labelNeeded })
  const seen = Number(textOf(form, `${field}-seen`) || '0')
  return { recordId: areaId, field, value, base: textOf(form, `${field}-base`), seen: Number.isInteger(seen) ? seen : 0 }
}

const reasons = ['words', 'decision', 'mistake', 'other'] as const

/** Proposes everything in the draft, an area at a time. Sent twice, the second finds the draft empty. */
const propose: FormAction = async (context) => {
  const { form, registry, actor, lang, today, visit } = context
  const text = myRegionText[lang]
  const { owner } = writingOf(context)
  const rows = (await findDraft(visit.store.side, owner)).filter(({ base, value }) => base !== value)
  if (rows.length === 0 && form.has('source')) return backTo(context, { owner, done: 'proposed' })
  const source = textOf(form, 'source').slice(0, 300)
  if (source === '') throw new ExpectedError('bad_request', { detail: text.noSource })
  const reason = reasons.find((one) => one === textOf(form, 'reason')) ?? 'words'
  const note = textOf(form, 'note').slice(0, 500)
  const said = [`${myRegionText.sv.reasons[reason]}.`, note, `Källa: ${source}`].filter(Boolean).join(' ')
  const from = reason === 'mistake' ? null : today
  for (const [areaId, ofArea] of Map.groupBy(rows, ({ record_id }) => record_id)) {
    const values = new Map(ofArea.map(({ field, value }) => [field as AreaField, value]))
    await proposeArea(registry, { areaId, values, changeNote: said, from }, actor)
    await takeFromDraft(visit.store.side, ofArea)
  }
  return backTo(context, { owner, done: 'proposed' })
}

/** Takes a proposal back; its words return to the draft. */
const takeBack: FormAction = async (context) => {
  const { form, registry, actor, visit } = context
  const { by } = writingOf(context)
  const areaId = textOf(form, 'area')
  const version = Number(textOf(form, 'version'))
  const { owner, changes } = await answerProposal(
    registry,
    { areaId, version, to: 'draft', changeNote: 'Taget tillbaka av regionen.' },
    actor,
  )
  const edits = changes.map(({ field, before, after }) => ({ recordId: areaId, field, value: after, base: before }))
  await putBack(visit.store.side, owner, { edits, by })
  return backTo(context, { owner, done: 'takenBack' })
}

export const myRegionForms: FormActions = {
  mostBytes: 64 * 1024,
  least: 'proposer',
  refusals: myRegionText,
  actions: { '': save, '/foresla': propose, '/ta-tillbaka': takeBack },
}

export const mayWriteForRegions = (viewer: Viewer): boolean => ownersOf(viewer.account.grants).length > 0
