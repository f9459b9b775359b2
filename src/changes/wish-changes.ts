import { ExpectedError } from '../records/expected-error.ts'
import type { BodyOf } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { IsoDate } from '../records/time.ts'
import { wishAskerId } from '../records/wish-asker.ts'
import type { AskerWord } from '../records/wish-asker.ts'
import { stemOf } from '../language/stems.ts'
import { subjectWeight } from '../language/subject-words.ts'
import { tokensOf } from '../language/tokens.ts'
import type { Change } from './change.ts'
import { changeSeen } from './seen-record.ts'
import { historiesOf } from './registry-view.ts'
import type { RegistryView } from './registry-view.ts'

type View = Pick<RegistryView, 'known' | 'numbers'>

export interface AskedWish {
  regionCode: string
  text: string
  textEn: string | null
  today: IsoDate
}

/** A region asks for something new: the wish, and the region as the first that asks. Asked again in the same words it is the same wish. Its id is a number: words can be personal. */
export function askWish(view: View, { regionCode, text, textEn, today }: AskedWish): { change: Change; wishId: string } {
  const before = historiesOf(view.known, 'wish').map((history) => history.at(-1)!)
  const same = before.find(({ meta, text: asked }) => meta.validTo === null && asked.sv === text)
  const wishId = same?.id ?? nextWishId(before, today.slice(0, 4))
  const order = Math.max(0, ...before.map((wish) => wish.order)) + 1
  const body = { order, text: { sv: text, en: textEn ?? text }, fingerprint: null, regionCode }
  const asked = same
    ? []
    : changeSeen(view, { kind: 'wish', recordId: wishId, body, from: today, seen: 0, changeNote: 'Ställt av regionen.' })
  const { change } = sayOnWish(view, { wishId, regionCode, says: 'wishes', comment: null, today })
  return { change: { type: 'versions', versions: [...asked, ...change.versions] }, wishId }
}

/** The number after the highest of the year; one that was once given is not given again. */
function nextWishId(before: readonly { id: string }[], year: string): string {
  const numbers = before.map(({ id }) => Number(new RegExp(`^wish-${year}-(\\d{1,9})$`).exec(id)?.[1] ?? 0))
  return `wish-${year}-${Math.max(0, ...numbers) + 1}`
}

export interface WordOnWish {
  wishId: string
  regionCode: string
  says: AskerWord
  comment: string | null
  today: IsoDate
}

const notes: Record<AskerWord, string> = {
  wishes: 'Regionen önskar det också.',
  solved: 'Regionen säger att svaret löste det.',
  notSolved: 'Regionen säger att det inte är löst än.',
}

/**
 * A region joins a wish, or says whether the answer solved it.
 * @throws ExpectedError `not_allowed` when a region that does not ask would judge the answer; `bad_request` when there is none to judge
 */
export function sayOnWish(
  view: View,
  { wishId, regionCode, says, comment, today }: WordOnWish,
): { change: Extract<Change, { type: 'versions' }> } {
  const recordId = wishAskerId({ wishId, regionCode })
  const own = newestOpen(view, 'wishAsker', recordId)
  const answer = newestOpen(view, 'wishAnswer', wishId)
  if (says !== 'wishes' && !own) throw refused('not_allowed', onlyAskers)
  if (says !== 'wishes' && (answer?.state ?? 'owned') === 'owned') throw refused('bad_request', noAnswerYet)
  // Joining twice changes nothing, and does not take back what the region has said of the answer.
  if (says === 'wishes' && own) return { change: { type: 'versions', versions: [] } }
  const body = { wishId, regionCode, says, comment }
  const seen = own?.meta.version ?? 0
  const versions = changeSeen(view, { kind: 'wishAsker', recordId, body, from: today, seen, changeNote: notes[says] })
  return { change: { type: 'versions', versions } }
}

export interface AnsweredWish {
  answer: BodyOf<'wishAnswer'>
  seen: number
  today: IsoDate
}

const answerNotes: Record<BodyOf<'wishAnswer'>['state'], string> = {
  owned: 'Önskemålet har en ansvarig.',
  answered: 'Önskemålet har ett svar.',
  done: 'Det som lovades är gjort.',
  declined: 'Önskemålet avböjs, med skäl.',
}

/** What the national level says about a wish, by somebody who was shown what it said before. */
export function answerWish(view: View, { answer, seen, today }: AnsweredWish): Change {
  const { wishId: recordId, state } = answer
  const changed = { kind: 'wishAnswer', recordId, body: answer, from: today, seen, changeNote: answerNotes[state] } as const
  return { type: 'versions', versions: changeSeen(view, changed) }
}

const newestOpen = <K extends 'wishAsker' | 'wishAnswer'>({ known }: View, kind: K, id: string) =>
  historiesOf(known, kind)
    .map((history) => history.at(-1)!)
    .find((one) => one.id === id && one.meta.validTo === null)

/** Below this share of common words two wishes are hardly about the same. */
const leastAlike = 0.4

/** The wish in force that is most like a text, when one is like it: so that it can be joined instead of copied. */
export function findLikeWish({ known }: Pick<RegistryView, 'known'>, text: string): (BodyOf<'wish'> & { id: string }) | null {
  const asked = subjectsOf(text)
  const found = historiesOf(known, 'wish')
    .map((history) => history.at(-1)!)
    .filter(({ meta }) => meta.validTo === null)
    .map((wish) => {
      const texts = [wish.text.sv, wish.text.en, ...(wish.heading ? [wish.heading.sv, wish.heading.en] : [])]
      return { wish, likeness: Math.max(...texts.map((one) => likenessOf(asked, subjectsOf(one)))) }
    })
    .toSorted((a, b) => b.likeness - a.likeness)[0]
  return found && found.likeness >= leastAlike ? found.wish : null
}

function subjectsOf(text: string): ReadonlySet<string> {
  const words = tokensOf(text)
    .map(({ word }) => word)
    .filter((word) => subjectWeight(word) > 0.1)
  return new Set(words.map((word) => stemOf(word, 'sv')))
}

/** The share of the smaller text's words that the other has too; nothing when either has hardly any. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size)
  const common = [...a].filter((word) => b.has(word)).length
  return smaller < 2 || common < 2 ? 0 : common / smaller
}

const refused = (code: 'not_allowed' | 'bad_request', words: LocalText) =>
  new ExpectedError(code, { detail: words.en, data: { words } })

const onlyAskers: LocalText = {
  sv: 'Bara den region som bad om något kan säga om svaret löste det. Gå först med i önskemålet.',
  en: 'Only a region that asked can say whether the answer solved it. Join the wish first.',
}
const noAnswerYet: LocalText = {
  sv: 'Önskemålet har inget svar än, så det finns inget att ta ställning till.',
  en: 'The wish has no answer yet, so there is nothing to judge.',
}
