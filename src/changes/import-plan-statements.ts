import type { DeckStatement } from '../sources/deck/deck-draft.ts'
import { fingerprintOf } from '../records/fingerprint.ts'
import { appendInTurn, makeVersion, mintId, recordsOf, sourceAt } from './import-appends.ts'
import type { ImportItem, PlanContext } from './import-plan-types.ts'
import { historiesOf } from './registry-view.ts'

const parts = [
  { kind: 'finding', list: 'findings', prefix: 'finding', title: { sv: 'Ny iakttagelse', en: 'New finding' } },
  { kind: 'wish', list: 'wishes', prefix: 'wish', title: { sv: 'Nytt önskemål', en: 'New wish' } },
  { kind: 'nextStep', list: 'nextSteps', prefix: 'next-step', title: { sv: 'Nytt nästa steg', en: 'New next step' } },
] as const
type Part = (typeof parts)[number]

/** Findings, wishes and next steps that the registry does not have; those it has are known by their fingerprint. */
export function planStatements(context: PlanContext): { items: ImportItem[]; unchanged: number } {
  const items: ImportItem[] = []
  let total = 0
  for (const part of parts) {
    const known = new Set(
      historiesOf(context.known, part.kind).flatMap((history) => history.map(({ fingerprint }) => fingerprint)),
    )
    context.draft[part.list].forEach((statement, index) => {
      const fingerprint = fingerprintOf(statement.text)
      total += 1
      if (known.has(fingerprint)) return
      known.add(fingerprint)
      items.push(itemOf(context, part, { statement, fingerprint, order: index + 1 }))
    })
  }
  return { items, unchanged: total - items.length }
}

interface Found {
  statement: DeckStatement
  fingerprint: string
  order: number
}

function itemOf(context: PlanContext, { kind, prefix, title }: Part, { statement, fingerprint, order }: Found): ImportItem {
  const { date } = context
  const year = `${prefix}-${date.slice(0, 4)}`
  const recordId = mintId(context, kind, [
    `${year}-${String(order).padStart(2, '0')}`,
    `${prefix}-${date}-${String(order).padStart(2, '0')}`,
  ])
  const body = { order, text: { sv: statement.text, en: statement.text }, fingerprint }
  const version = makeVersion(context, {
    kind,
    recordId,
    validFrom: date,
    validTo: null,
    body,
    source: sourceAt(context, statement),
    changeNote: `Ur bildspelet, rad ${statement.line}.`,
  })
  const appends = appendInTurn(context, [version])
  const reason = { sv: 'Meningen finns inte i registret.', en: 'The sentence is not in the registry.' }
  return {
    id: `statement:${kind}:${fingerprint.slice(0, 16)}`,
    kind: 'statementNew',
    regionCode: null,
    title,
    lines: [
      {
        subject: 'statement',
        change: 'new',
        before: null,
        after: statement.text,
        deckLine: statement.line,
        reason,
        description: null,
        records: recordsOf(appends),
      },
    ],
    appends,
  }
}
