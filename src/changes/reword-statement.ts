import type { BodyOf } from '../records/record.ts'
import { fingerprintOf } from '../records/fingerprint.ts'
import { nearFingerprintsOf } from '../records/near-fingerprints.ts'
import { isWithin } from '../records/time.ts'
import type { Known } from '../snapshot/snapshot.ts'
import type { DeckStatement } from '../sources/deck/deck-draft.ts'
import type { Append } from '../store/store.ts'
import { appendInTurn, makeVersion, sourceAt } from './import-appends.ts'
import type { PlanContext } from './import-plan-types.ts'
import { bodyOf } from './registry-view.ts'

/** The three kinds of statement have one body. */
type Body = BodyOf<'finding'>
type Stretch = Known<'finding' | 'wish' | 'nextStep'>

/**
 * The appends by which a statement has a deck's wording from the deck's day on, as far as the stretch of that day; what is known of
 * later days is repeated. The text is replaced where it is the source's own sentence; a retelling stays.
 */
export function rewordStatement(
  context: PlanContext,
  history: readonly Stretch[],
  { statement, fingerprint }: { statement: DeckStatement; fingerprint: string },
): Append[] {
  const { date } = context
  const at = history.find(({ meta }) => isWithin(date, meta)) ?? null
  const later = history.filter(({ meta }) => meta.validFrom > date)
  const base = at ?? later[0] ?? history.at(-1)!
  const versionOf = (stretch: Stretch, parts: Partial<Parameters<typeof makeVersion<'finding'>>[1]>) =>
    makeVersion(context, {
      // All three kinds are written alike; which one it is comes from the record.
      kind: stretch.meta.kind as 'finding',
      recordId: stretch.id,
      validFrom: stretch.meta.validFrom,
      validTo: stretch.meta.validTo,
      body: bodyOf<'finding'>(stretch as Known<'finding'>),
      source: stretch.meta.source,
      changeNote: stretch.meta.changeNote,
      ...parts,
    })
  const reworded = versionOf(base, {
    validFrom: date,
    validTo: at ? at.meta.validTo : (later[0]?.meta.validFrom ?? null),
    body: rewordedBody(bodyOf<'finding'>(base as Known<'finding'>), { statement, fingerprint }),
    source: sourceAt(context, statement),
    changeNote: `Omformulerad i bildspelet, rad ${statement.line}.`,
  })
  return appendInTurn(context, [reworded, ...later.map((stretch) => versionOf(stretch, {}))])
}

function rewordedBody(body: Body, { statement, fingerprint }: { statement: DeckStatement; fingerprint: string }): Body {
  const sentence = statement.text
  const own = (text: string) => (fingerprintOf(text) === body.fingerprint ? sentence : text)
  const text = { sv: own(body.text.sv), en: own(body.text.en) }
  return { ...body, text, fingerprint, nearFingerprints: nearFingerprintsOf(sentence) }
}
