import type { LocalText } from '../records/shared-fields.ts'
import { joinWords, quoted as quotedWord } from '../language/join-words.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import { kinship } from '../thesaurus/kinship.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { Comparison } from './area-scores.ts'
import type { CompanySubject } from './company-subjects.ts'
import type { AreaSubject, Subject, SubjectTable } from './subject-table.ts'
import { mostQuoted, writtenReason } from './written-reason.ts'
import type { Language } from '../records/language.ts'

/**
 * `shared`: the business and the area have a concept in common, or a word; `near`: they have closely related subjects;
 * `theme`: only the theme in common.
 */
export type Closeness = 'shared' | 'near' | 'theme'

/** What connects a business with an area. */
export interface FitReason {
  /** The subject that best connects the two; null when only words of the business do that the thesaurus does not know. */
  subject: CompanySubject | null
  closeness: Closeness
  /** The area is only beside what the business does, and a single word of it leads there. */
  isFaint: boolean
  /** A plain sentence. */
  reason: LocalText
}

export interface ReasonFinder {
  /** Why a business fits the area at a place. */
  reasonAt(at: number): FitReason
  /** The reason when a subject of the business is only within a theme of the area's. */
  themeReason(subject: CompanySubject, about: AreaSubject): FitReason
}

/** Explains the fits of one business; what several areas have in common is worked out once. */
export function reasonFinder(thesaurus: Thesaurus, table: SubjectTable, connectionAt: Comparison['connectionAt']): ReasonFinder {
  const known = new Map<string, LocalText>()
  const reasonAt = (at: number): FitReason => {
    const { sense, writtenWords, wordCount, share } = connectionAt(at)
    const isSideWord = wordCount === 1 && share < leastOfOneWord
    const subject = sense?.subject ?? null
    if (subject === null || writtenWords.length > 0)
      return {
        subject,
        closeness: isSideWord ? 'theme' : 'shared',
        isFaint: isSideWord,
        reason: writtenReason(thesaurus, table.areas[at]!, writtenWords),
      }
    const about = nearestOfArea(thesaurus, { table, subject, at })
    const key = `${subject.id} ${about.id} ${about.isOnlyDescribed}`
    const reason = known.get(key) ?? subjectReason(thesaurus, subject, about)
    known.set(key, reason)
    const isUnsure = about.isOnlyDescribed || sense!.strength <= leastAgreed
    const closeness = isSideWord ? 'theme' : closenessOf(thesaurus, subject, about.id)
    const isBeside = closeness === 'theme' && !isPartOf(thesaurus, subject, about.id)
    return { subject, closeness, isFaint: isSideWord || (wordCount <= 1 && isBeside && isUnsure), reason }
  }
  return {
    reasonAt,
    themeReason: (subject, about) => ({
      subject,
      closeness: 'theme',
      isFaint: false,
      reason: subjectReason(thesaurus, subject, about),
    }),
  }
}

const nearestBySubject = deriveEach('nearest of area', (_table: SubjectTable) => new Map<string, AreaSubject[]>())

/** The area's theme or concept that is closest to a subject. */
function nearestOfArea(
  thesaurus: Thesaurus,
  { table, subject: { id }, at }: { table: SubjectTable; subject: CompanySubject; at: number },
): AreaSubject {
  const ofTable = nearestBySubject(table)
  const ofSubject = ofTable.get(id) ?? []
  ofTable.set(id, ofSubject)
  const strength = (one: Subject) => one.confidence * kinship(thesaurus, id, one.id)
  return (ofSubject[at] ??= table.subjectsOfArea[at]!.reduce((best, one) => (strength(one) > strength(best) ? one : best)))
}

/** One word that counts for less among all that a business writes is beside what it does. */
const leastOfOneWord = 0.2

/** A sense below this is one of several that no other word agrees with. */
const leastAgreed = 0.35

const isPartOf = ({ findConcept }: Thesaurus, { id }: Subject, about: string): boolean =>
  id === about || Boolean(findConcept(id)?.themeIds.includes(about) || findConcept(id)?.broaderIds.includes(about))

const nearKinship = 0.5

function closenessOf(thesaurus: Thesaurus, { id }: CompanySubject, about: string): Closeness {
  if (!thesaurus.findConcept(about)) return id === about ? 'near' : 'theme'
  const nearness = kinship(thesaurus, id, about)
  return nearness === 1 ? 'shared' : nearness >= nearKinship ? 'near' : 'theme'
}

/** Explains a fit by a subject: the words of the business, their subject, and how that relates to the area's subject. */
function subjectReason(thesaurus: Thesaurus, subject: CompanySubject, about: AreaSubject): LocalText {
  const bridge = bridgeTo(thesaurus, subject, about.id)
  const described = about.isOnlyDescribed ? onlyDescribed : { sv: '', en: '' }
  const [sv, en] = [`${bridge('sv')}.${described.sv}`, `${bridge('en')}.${described.en}`]
  const { label, fromIndustry } = subject
  if (fromIndustry) return { sv: `Er bransch hör till ${label.sv}${sv}`, en: `Your industry belongs to ${label.en}${en}` }
  return {
    sv: `Ni skriver ${quoted(subject, 'sv')}, som hör till ${label.sv}${sv}`,
    en: `You write ${quoted(subject, 'en')}, which belongs to ${label.en}${en}`,
  }
}

/** A label is the owner's words; a description is ours, so a fit through it is said to be one. */
const onlyDescribed: LocalText = {
  sv: ' Det framgår av vår beskrivning av området, inte av dess namn.',
  en: ' That is in our description of the area, not in its name.',
}

function quoted({ words, readAs }: CompanySubject, lang: Language): string {
  const quote = (word: string) => quotedWord(word.toLowerCase(), lang)
  const reading = (word: string) => (lang === 'sv' ? ` (läst som ${quote(word)})` : ` (read as ${quote(word)})`)
  return joinWords(
    words.slice(0, mostQuoted).map((word) => quote(word) + (readAs.has(word) ? reading(readAs.get(word)!) : '')),
    lang,
  )
}

/** Describes how the subject of a business relates to the area's; empty when they are the same. */
const bridgeTo =
  (thesaurus: Thesaurus, subject: CompanySubject, about: string) =>
  (lang: Language): string => {
    if (subject.id === about) return ''
    const { label } = (thesaurus.findConcept(about) ?? thesaurus.findTheme(about))!
    const isPart = isPartOf(thesaurus, subject, about)
    if (lang === 'sv') return isPart ? `, en del av ${label.sv}` : `; det ligger intill ${label.sv}, som området handlar om`
    return isPart ? `, a part of ${label.en}` : `; it lies beside ${label.en}, which the area is about`
  }
