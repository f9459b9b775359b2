import type { LocalText } from './shared-fields.ts'

/** The activities that speak for a subject: where many work with them, the subject is at home. */
export interface SubjectActivities {
  /** The id of a theme or of a concept. */
  readonly subjectId: string
  /** Codes of SSYK 2012, three or four digits; a code of three takes in all below it. */
  readonly occupations: readonly string[]
  /** Broad groups of industries (NACE), as `employed-by-branch` has them; empty where none is narrow enough to say anything. */
  readonly branches: readonly string[]
  /** Why these, and what they leave out. */
  readonly why: LocalText
}

/** The key from subjects to activities. A subject that is not in it cannot be measured. */
export interface ActivityKey {
  /** Made from the content; null for the shipped key, which the program's build identifies. */
  readonly id: string | null
  readonly subjects: readonly SubjectActivities[]
}
