import type { DeckStatement } from '../sources/deck/deck-draft.ts'
import { fingerprintOf } from '../records/fingerprint.ts'
import { findOneWord, nearFingerprintsOf } from '../records/near-fingerprints.ts'
import type { OneWord } from '../records/near-fingerprints.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { sentenceWordsFor } from '../language/word-lists.ts'
import type { Known } from '../snapshot/snapshot.ts'
import { appendInTurn, makeVersion, mintId, recordsOf, sourceAt } from './import-appends.ts'
import type { ImportItem, ImportLine, PlanContext } from './import-plan-types.ts'
import { rewordStatement } from './reword-statement.ts'
import { historiesOf } from './registry-view.ts'

const parts = [
  {
    kind: 'finding',
    list: 'findings',
    prefix: 'finding',
    title: { sv: 'Ny iakttagelse', en: 'New finding' },
    reworded: { sv: 'Iakttagelse, omformulerad', en: 'Finding, reworded' },
  },
  {
    kind: 'wish',
    list: 'wishes',
    prefix: 'wish',
    title: { sv: 'Nytt önskemål', en: 'New wish' },
    reworded: { sv: 'Önskemål, omformulerat', en: 'Wish, reworded' },
  },
  {
    kind: 'nextStep',
    list: 'nextSteps',
    prefix: 'next-step',
    title: { sv: 'Nytt nästa steg', en: 'New next step' },
    reworded: { sv: 'Nästa steg, omformulerat', en: 'Next step, reworded' },
  },
] as const
type Part = (typeof parts)[number]
type History = readonly Known<Part['kind']>[]

/** Words that make a sentence with one of them say something else. */
const reversals = sentenceWordsFor('reversal')

/**
 * Findings, wishes and next steps that the registry does not have. Those it has are known by their fingerprint, whatever was known
 * of them when; a sentence with one word more or less than one of them is the same, reworded.
 */
export function planStatements(context: PlanContext): { items: ImportItem[]; unchanged: number } {
  const items: ImportItem[] = []
  let total = 0
  for (const part of parts) {
    const histories = historiesOf(context.known, part.kind)
    const stated = context.draft[part.list].map((statement, index) => ({
      statement,
      fingerprint: fingerprintOf(statement.text),
      order: index + 1,
    }))
    total += stated.length
    const known = new Set(histories.flatMap((history) => history.map(({ fingerprint }) => fingerprint)))
    const prints = new Set(stated.map(({ fingerprint }) => fingerprint))
    const isInDeck = (history: History) => history.some(({ fingerprint }) => fingerprint !== null && prints.has(fingerprint))
    const left = new Set<History>(histories.filter((history) => !isInDeck(history)))
    for (const found of stated) {
      if (known.has(found.fingerprint)) continue
      known.add(found.fingerprint)
      const same = findReworded([...left], found.statement.text)
      if (same) left.delete(same.history)
      items.push(same ? rewordedItem(context, part, { ...found, ...same }) : newItem(context, part, found))
    }
  }
  return { items, unchanged: total - items.length }
}

interface Found {
  statement: DeckStatement
  fingerprint: string
  order: number
}

interface Reworded {
  history: History
  word: OneWord
}

/** A statement that the registry has with one word more or less, as it was last worded. */
function findReworded(histories: readonly History[], sentence: string): Reworded | null {
  for (const history of histories) {
    const word = findOneWord(sentence, history.at(-1)!, reversals)
    if (word) return { history, word }
  }
  return null
}

function rewordedItem(context: PlanContext, part: Part, { statement, fingerprint, history, word }: Found & Reworded): ImportItem {
  const appends = rewordStatement(context, history, { statement, fingerprint })
  const reason: LocalText =
    'more' in word
      ? {
          sv: `Samma mening som registret har, med ett ord till: ”${word.more}”.`,
          en: `The sentence that the registry has, with one word more: “${word.more}”.`,
        }
      : {
          sv: 'Samma mening som registret har, med ett ord mindre.',
          en: 'The sentence that the registry has, with one word less.',
        }
  const line = { change: 'reworded', before: history.at(-1)!.text.sv, after: statement.text, reason } as const
  return itemOf(part, { statement, fingerprint, kind: 'statementReworded', title: part.reworded, line, appends })
}

function newItem(context: PlanContext, part: Part, { statement, fingerprint, order }: Found): ImportItem {
  const { date } = context
  const { kind, prefix } = part
  const year = `${prefix}-${date.slice(0, 4)}`
  const recordId = mintId(context, kind, [
    `${year}-${String(order).padStart(2, '0')}`,
    `${prefix}-${date}-${String(order).padStart(2, '0')}`,
  ])
  const nearFingerprints = nearFingerprintsOf(statement.text)
  const version = makeVersion(context, {
    kind,
    recordId,
    validFrom: date,
    validTo: null,
    body: { order, text: { sv: statement.text, en: statement.text }, fingerprint, nearFingerprints },
    source: sourceAt(context, statement),
    changeNote: `Ur bildspelet, rad ${statement.line}.`,
  })
  const reason = { sv: 'Meningen finns inte i registret.', en: 'The sentence is not in the registry.' }
  const line = { change: 'new', before: null, after: statement.text, reason } as const
  const appends = appendInTurn(context, [version])
  return itemOf(part, { statement, fingerprint, kind: 'statementNew', title: part.title, line, appends })
}

interface ItemParts extends Pick<ImportItem, 'kind' | 'title' | 'appends'>, Omit<Found, 'order'> {
  line: Pick<ImportLine, 'change' | 'before' | 'after' | 'reason'>
}

const itemOf = (part: Part, { statement, fingerprint, kind, title, line, appends }: ItemParts): ImportItem => ({
  id: `statement:${part.kind}:${fingerprint.slice(0, 16)}`,
  kind,
  regionCode: null,
  title,
  lines: [{ subject: 'statement', ...line, deckLine: statement.line, description: null, records: recordsOf(appends) }],
  appends,
})
