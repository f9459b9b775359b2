import { describedConcepts, keptOf, themesAndConcepts } from '../coding/area-coding.ts'
import { countedThemes } from '../coding/following-codes.ts'
import type { CodedValue } from '../coding/area-coding.ts'
import type { ActivityKey, SubjectActivities } from '../records/activity-key.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { codesWithin } from './codes-within.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'

/** A theme or concept that an area is measured by, with the activities that speak for it. */
export interface MeasuredSubject {
  kind: 'theme' | 'concept'
  id: string
  /** How sure it is that the area is about it, 0–1, and whether a person has confirmed it. */
  confidence: number
  isConfirmed: boolean
  activities: SubjectActivities
}

/** A field that an area is about: a theme, with those of its subjects that can be measured. */
export interface AreaField {
  themeId: string
  subjects: readonly MeasuredSubject[]
}

/**
 * Why an area has no figures of its own. `process`: it is a way of working; `challenge`: it is a challenge to society;
 * `noOccupation`: no activity speaks for its subjects; `notCoded`: what it is about is not known.
 */
export type NoField = 'process' | 'challenge' | 'noOccupation' | 'notCoded'

export interface AreaFields {
  /** Empty when nothing can be measured. */
  fields: readonly AreaField[]
  /** Whether the fields are near enough to each other to be measured as one. Several that are not are an intersection. */
  isOneField: boolean
  /** Null when there are fields. */
  reason: NoField | null
}

/** A subject with less confidence than this share of the surest one's is left out. */
const leastShare = 0.5
/** A concept with less confidence than this share of its theme's only says that the theme is meant. */
const conceptShare = 0.75

/**
 * What an area can be measured by, from its codes. The narrowest subjects count: a concept that the key has takes the place
 * of its themes. A concept that the key does not have leaves its main theme to speak for it; one that the key has without
 * activities says that nothing does. People's decisions on codes go before suggestions.
 */
export function fieldsOf(snapshot: Snapshot, area: Known<'priorityArea'>): AreaFields {
  const thesaurus = thesaurusOf(snapshot)
  const coding = themesAndConcepts(snapshot, area)
  const find = finderOf(snapshot.activityKey)
  const surest = Math.max(0, ...coding.theme.map(({ confidence }) => confidence))
  const isStrong = ({ decision, confidence }: CodedValue) => decision === 'confirmed' || confidence > leastShare * surest
  // What only a description names is measured apart, as a second reading, unless nothing else says what the area is about.
  const themes = countedThemes(keptOf(coding.theme)).filter(isStrong)
  const listed = new Set(keptOf(coding.theme).map(({ code }) => code))
  // A concept of a field that the area as a whole is not about measures nothing of it.
  const isWithin = ({ code, decision }: CodedValue) =>
    decision === 'confirmed' || listed.size === 0 || thesaurus.findConcept(code)?.themeIds.some((id) => listed.has(id)) === true
  const concepts = keptOf(coding.concept).filter((one) => isStrong(one) && isWithin(one) && isNarrow(thesaurus, one, themes))
  if (themes.length + concepts.length === 0) return { fields: [], isOneField: false, reason: 'notCoded' }
  const themesOfConcept = ({ code }: CodedValue) => thesaurus.findConcept(code)!.themeIds
  const spokenFor = new Set(concepts.flatMap((one) => (find(one.code) ? themesOfConcept(one) : [])))
  const left = new Set(concepts.flatMap((one) => (find(one.code) ? [] : themesOfConcept(one).slice(0, 1))))
  const measured = [
    ...concepts.map((value) => ({ value, kind: 'concept' as const, themeId: fieldThemeOf(themesOfConcept(value), themes) })),
    ...themes
      .filter(({ code }) => !spokenFor.has(code) || left.has(code))
      .map((value) => ({ value, kind: 'theme' as const, themeId: value.code })),
  ].flatMap(({ value, kind, themeId }) => {
    const activities = find(value.code)
    if (!activities || activities.occupations.length === 0) return []
    const { code: id, confidence, basis } = value
    const isConfirmed = value.decision === 'confirmed'
    return [{ themeId, isJoined: basis === 'record' && !isConfirmed, subject: { kind, id, confidence, isConfirmed, activities } }]
  })
  const fields = [...Map.groupBy(measured, ({ themeId }) => themeId)].map(([themeId, ofTheme]) => ({
    themeId,
    subjects: ofTheme.map(({ subject }) => subject),
  }))
  if (fields.length === 0) return { fields, isOneField: false, reason: reasonOf(thesaurus, { area, concepts }) }
  // An owner that says that the area joins themes does not mean their sum, nor one of them alone that the name does not show.
  const isOnlyJoined = measured.every(({ isJoined }) => isJoined) && (area.joinedThemeIds?.length ?? 0) > 1
  const isOneField = fields.length === 1 ? !isOnlyJoined : !area.joinedThemeIds && areNear(thesaurus, fields)
  return { fields, isOneField, reason: null }
}

/**
 * A second reading of an area: fields that our description of it mentions and its codes do not measure, most sure first. It is never mixed
 * into the first reading, since a description is ours and mentions more than the area as a whole is about.
 */
export function describedFieldsOf(snapshot: Snapshot, area: Known<'priorityArea'>): readonly AreaField[] {
  const thesaurus = thesaurusOf(snapshot)
  const find = finderOf(snapshot.activityKey)
  const measured = new Set(
    fieldsOf(snapshot, area).fields.flatMap(({ subjects }) => subjects.flatMap(({ activities }) => activities.occupations)),
  )
  const mentioned = describedConcepts(snapshot, area).flatMap(({ conceptId, confidence }) => {
    const activities = find(conceptId)
    if (!activities || activities.occupations.every((code) => measured.has(code))) return []
    const themeId = thesaurus.findConcept(conceptId)!.themeIds[0]!
    return [{ themeId, subject: { kind: 'concept' as const, id: conceptId, confidence, isConfirmed: false, activities } }]
  })
  return [...Map.groupBy(mentioned, ({ themeId }) => themeId)].map(([themeId, ofTheme]) => ({
    themeId,
    subjects: ofTheme.map(({ subject }) => subject),
  }))
}

const finderOf = (key: ActivityKey | null) => (key ? findersByKey(key) : () => null)

const findersByKey = deriveEach('activities by subject', ({ subjects }: ActivityKey) => {
  const byId = new Map(subjects.map((one) => [one.subjectId, one]))
  return (id: string): SubjectActivities | null => byId.get(id) ?? null
})

/** Whether a concept narrows its themes, rather than being one of many that their words suggest faintly. */
function isNarrow(
  { findConcept }: Thesaurus,
  { code, confidence, decision }: CodedValue,
  themes: readonly CodedValue[],
): boolean {
  const own = new Set(findConcept(code)?.themeIds)
  const surest = Math.max(0, ...themes.filter((theme) => own.has(theme.code)).map((theme) => theme.confidence))
  return own.size > 0 && (decision === 'confirmed' || confidence >= conceptShare * surest)
}

/** Of a concept's themes, the main one that the area has, or else its main one. */
const fieldThemeOf = (themeIds: readonly string[], themes: readonly CodedValue[]): string =>
  themeIds.find((id) => themes.some(({ code }) => code === id)) ?? themeIds[0]!

/** Why nothing can be measured: what the owner says that the area is, or else what all its concepts are. */
function reasonOf(
  { findConcept }: Thesaurus,
  { area, concepts }: { area: Known<'priorityArea'>; concepts: readonly CodedValue[] },
): NoField {
  const kinds = new Set<string>(area.types ?? concepts.map(({ code }) => findConcept(code)!.kind))
  if (kinds.size !== 1) return 'noOccupation'
  const [kind] = kinds
  return kind === 'process' || kind === 'challenge' ? kind : 'noOccupation'
}

/** Every two themes are related. */
function areNear({ findTheme }: Thesaurus, fields: readonly AreaField[]): boolean {
  return fields.every(({ themeId }, at) =>
    fields.slice(at + 1).every((other) => findTheme(themeId)!.relatedIds.includes(other.themeId)),
  )
}

/** The codes of a panel that the subjects' occupations take in, each once. */
export function activitiesOf(subjects: readonly MeasuredSubject[], all: readonly string[]): string[] {
  return codesWithin(
    subjects.flatMap(({ activities }) => activities.occupations),
    all,
  )
}
