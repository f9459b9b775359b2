import { ExpectedError } from '../../../records/expected-error.ts'
import { codingAspects } from '../../../records/coding-decision.ts'
import { pairChanges } from '../../../records/lineage-decision.ts'
import type { CodingAspect } from '../../../records/coding-decision.ts'
import type { LineageChange } from '../../../records/lineage-decision.ts'
import type { Verdict } from '../../../records/shared-fields.ts'
import type { Decision } from '../../../changes/change.ts'
import { submit } from '../../../changes/submit.ts'
import { snapshotAt } from '../../../snapshot/snapshot.ts'
import { readCode } from '../../../thesaurus/read-code.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../../../thesaurus/thesaurus.ts'
import { namesIn } from '../../frame/page-address.ts'
import { codingAddress } from './coding.address.ts'
import { codingText } from './coding.text.ts'
import { codingView, linkName, stances, stancesOf } from './coding.view.ts'
import type { CodingView, Stance } from './coding.view.ts'
import { codeLabelOf } from '../../../shapes/coding-shape.ts'
import type { FormAction, FormActions } from '../../frame/page.ts'
import type { Language } from '../../../records/language.ts'

/** Writes all of what a person has decided, or nothing. */
const decide: FormAction = async ({ lang, form, registry, actor, today, paths }, { id: areaId = '' }) => {
  const { known, beside } = await registry.view()
  const snapshot = snapshotAt(known, today, beside)
  const thesaurus = thesaurusOf(snapshot)
  const choices = readChoices(form, { view: codingView(snapshot, areaId), lang, thesaurus })
  const said = form.get('note')
  const note = (typeof said === 'string' ? said.trim().slice(0, 300) : '') || null
  const decisions = choices.map((choice) => decisionOf(choice, { areaId, note, thesaurus }))
  await submit(registry, { type: 'decisions', decisions }, actor)
  const query = { [namesIn(codingAddress, lang).saved]: String(decisions.length) }
  return { redirectTo: paths.to('coding', { id: areaId }, query) }
}

/** What the coding page does with the form it shows. */
export const decisionForm: FormActions = { mostBytes: 64 * 1024, least: 'editor', refusals: codingText, actions: { '': decide } }

type Choice =
  | { aspect: CodingAspect; code: string; verdict: Verdict | null }
  | { aspect: 'lineage'; predecessorId: string; successorId: string; change: LineageChange; verdict: Verdict | null }

const defaultNotes = (verdict: Verdict | null, label: string): string =>
  verdict === null
    ? `Beslutet om ”${label}” är taget tillbaka.`
    : `${verdict === 'confirmed' ? 'Gäller' : 'Gäller inte'} ”${label}”.`

function decisionOf(
  choice: Choice,
  { areaId, note, thesaurus }: { areaId: string; note: string | null; thesaurus: Thesaurus },
): Decision {
  const { verdict } = choice
  const noteOn = (label: string): string => note ?? defaultNotes(verdict, label)
  if (choice.aspect === 'lineage') {
    const { predecessorId, successorId, change } = choice
    return { type: 'lineage', predecessorId, successorId, change, verdict, changeNote: noteOn('sambandet') }
  }
  const { aspect, code } = choice
  const changeNote = noteOn(codeLabelOf(thesaurus, aspect, code).sv)
  return { type: 'coding', priorityAreaId: areaId, aspect, code, verdict, changeNote }
}

/**
 * What a person has changed or added. Fields that come back as they were shown are no decision.
 * @throws ExpectedError `bad_request`; `version_outdated` where somebody else has decided since
 */
function readChoices(
  form: FormData,
  { view, lang, thesaurus }: { view: CodingView; lang: Language; thesaurus: Thesaurus },
): Choice[] {
  const text = codingText[lang]
  const now = stancesOf(view)
  const seen = new Map(
    form.getAll('seen[]').map((said): [string, string] => {
      const [name = '', stance = ''] = String(said).split(' ')
      return [name, stance]
    }),
  )
  const changed = [...seen].flatMap(([name, before]): Choice[] => {
    const chosen = form.get(name)
    const change = form.get(`change.${name}`)
    if (chosen === null) return []
    if (!stances.includes(chosen as Stance)) throw new ExpectedError('bad_request', { detail: text.wrongForm })
    const isReworded = isOtherChange(view, name, change) && chosen === 'confirmed'
    if (chosen === before && !isReworded) return []
    if ((now.get(name) ?? 'open') !== before)
      throw new ExpectedError('version_outdated', { detail: text.stale(nameFor(thesaurus, name, lang)) })
    return [choiceOf(name, { verdict: chosen === 'open' ? null : (chosen as Verdict), change, text })]
  })
  return [...changed, ...readAdded(form, { now, text, thesaurus })]
}

/** Whether a person gives a link another kind of change than it has. */
function isOtherChange(view: CodingView, name: string, change: FormDataEntryValue | null): boolean {
  const link = view.links.find(({ predecessor, successor }) => linkName(predecessor.id, successor.id) === name)
  return link !== undefined && change !== null && change !== link.change && pairChanges.includes(link.change as never)
}

type Text = (typeof codingText)['sv']

function choiceOf(
  name: string,
  { verdict, change, text }: { verdict: Verdict | null; change: FormDataEntryValue | null; text: Text },
): Choice {
  const [aspect, ...rest] = name.split('.')
  if (aspect === 'lineage' && rest.length === 2) {
    const found = pairChanges.find((one) => one === (change ?? 'renamed'))
    if (!found) throw new ExpectedError('bad_request', { detail: text.wrongForm })
    return { aspect, predecessorId: rest[0]!, successorId: rest[1]!, change: found, verdict }
  }
  const known = codingAspects.find((one) => one === aspect)
  if (!known || rest.length === 0) throw new ExpectedError('bad_request', { detail: text.wrongForm })
  return { aspect: known, code: rest.join('.'), verdict }
}

/** What is added counts only where it is not confirmed already. */
function readAdded(
  form: FormData,
  { now, text, thesaurus }: { now: ReadonlyMap<string, Stance>; text: Text; thesaurus: Thesaurus },
): Choice[] {
  const written = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const names = codingAspects.flatMap((aspect) => {
    const code = written(`add.${aspect}`)
    return code === '' ? [] : [`${aspect}.${readCode([thesaurus], aspect, code)}`]
  })
  const link = written('add.lineage')
  return [...names, ...(link === '' ? [] : [`lineage.${link}`])]
    .filter((name) => now.get(name) !== 'confirmed')
    .map((name) => choiceOf(name, { verdict: 'confirmed', change: form.get('add.change'), text }))
}

/** What a field is about, in words. */
function nameFor(thesaurus: Thesaurus, name: string, lang: Language): string {
  const [aspect, ...rest] = name.split('.')
  const known = codingAspects.find((one) => one === aspect)
  return known ? codeLabelOf(thesaurus, known, rest.join('.'))[lang] : rest.join(' → ')
}
