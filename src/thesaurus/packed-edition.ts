import { noCodeRules, readSignals, writeSignals } from '../records/thesaurus-facts.ts'
import type { ConceptFact, Signals, Theme, ThesaurusEdition } from '../records/thesaurus-facts.ts'

/** A theme or concept with its terms packed as in the facts files and without its definition. */
type Packed<T extends Theme | ConceptFact> = Omit<T, 'definition' | 'signals'> & { terms: Record<keyof Signals, string> }

/** The form of an edition that is sent to browsers: what search needs, without definitions and codes. */
export interface PackedEdition {
  /** Fitted weights, of kinship among others. */
  weights: Readonly<Record<string, number>>
  themes: Packed<Theme>[]
  concepts: Omit<Packed<ConceptFact>, 'sniCodes' | 'fordCodes' | 'sdgGoals'>[]
}

export const packEdition = ({ themes, concepts, codeRules }: ThesaurusEdition): PackedEdition => ({
  weights: codeRules.weights,
  themes: themes.map(packed),
  concepts: concepts.map((concept) => {
    const { sniCodes: _sni, fordCodes: _ford, sdgGoals: _sdg, ...rest } = packed(concept)
    return rest
  }),
})

function packed<T extends Theme | ConceptFact>({ definition: _definition, signals, ...rest }: T): Packed<T> {
  return { ...rest, terms: { sv: writeSignals(signals.sv), en: writeSignals(signals.en) } }
}

const none = { sv: '', en: '' }

/** Restores an edition from its packed form; definitions and codes are empty. */
export const unpackEdition = ({ themes, concepts, weights }: PackedEdition): ThesaurusEdition => ({
  themes: themes.map(({ terms, ...theme }) => ({ ...theme, definition: none, signals: signalsOf(terms) })),
  concepts: concepts.map(({ terms, ...concept }) => ({
    ...concept,
    definition: none,
    sniCodes: [],
    fordCodes: [],
    sdgGoals: [],
    signals: signalsOf(terms),
  })),
  industries: [],
  scienceFields: [],
  codeRules: { ...noCodeRules, weights },
})

const signalsOf = ({ sv, en }: Record<keyof Signals, string>): Signals => ({ sv: readSignals(sv), en: readSignals(en) })
