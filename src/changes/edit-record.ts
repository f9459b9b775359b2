import { z } from 'zod'
import { editDistance } from '../language/edit-distance.ts'
import { ExpectedError } from '../records/expected-error.ts'
import { foldWords } from '../records/fold-words.ts'
import { recordKinds } from '../records/record.ts'
import type { BodyOf, NewVersion, RecordKind, RecordVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { isWithin, swedishDay } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { canonicalJson, parseNewVersion } from '../records/version.ts'
import { timelineOf } from '../snapshot/timeline.ts'
import type { Append } from '../store/store.ts'

/** Who writes, and why. */
export interface Signed {
  recordedBy: string
  changeNote: string
}

export interface RecordEdit extends Signed {
  kind: RecordKind
  recordId: string
  /** Fields by path: `displayLabel`, `text.sv`. */
  changes: Readonly<Record<string, unknown>>
  /** The number that the editor saw. */
  expectedVersion: number
  /** The day from which it is so, within the record's own time; null = for as long as the fields have been as they are now. */
  validFrom: IsoDate | null
  /** Published when omitted; a proposal changes nothing yet. */
  state?: 'published' | 'proposed'
}

/**
 * The appends that change some fields of a record from a day on. Pure; the store refuses them when the record has moved on.
 * Stretches of time after that day are repeated with the same change, as a new version would hide them.
 * @param versions all the record's versions, oldest first
 * @throws ExpectedError `not_found`; `version_outdated` when the number is not the newest; `invalid_record` naming each wrong field
 */
export function editRecord(versions: readonly RecordVersion[], edit: RecordEdit): Append[] {
  const { kind, recordId, changes, expectedVersion, recordedBy, changeNote, state = 'published' } = edit
  const newest = versions.at(-1)
  if (!newest) throw new ExpectedError('not_found', { detail: `${kind} ${recordId}`, data: { kind, recordId } })
  if (newest.version !== expectedVersion) throw outdatedVersion(newest, expectedVersion)
  return stretchesFrom(versions, edit).map(({ base, validFrom, validTo }, index) => {
    const edited = Object.entries(changes).reduce(
      (whole, [path, value]) => withField(whole, path.split('.'), value),
      base.body as Body,
    )
    const body = hasOutlivedConfirmation(edit, { base, validFrom, body: edited })
      ? { ...edited, confirmedOn: null, confirmedByRole: null }
      : edited
    const version = { kind, recordId, validFrom, validTo, recordedBy, changeNote, state, source: base.source, body }
    return { version: parseOrRefuse(version, changes), expectedVersion: expectedVersion + index }
  })
}

/**
 * A region that has confirmed an area has not confirmed other words of its own: those from a later day on, or those that somebody gives
 * it as if they had been so all along. Another spelling of the same words is a mended mistake.
 */
function hasOutlivedConfirmation(
  { kind, changes }: RecordEdit,
  { base, validFrom, body }: { base: RecordVersion; validFrom: IsoDate; body: Body },
): boolean {
  if (kind !== 'priorityArea' || 'confirmedOn' in changes) return false
  const { verbatimLabel, confirmedOn } = base.body as BodyOf<'priorityArea'>
  const now = String(body['verbatimLabel'])
  if (confirmedOn === null || now === verbatimLabel) return false
  return confirmedOn < validFrom || !isSameWording(verbatimLabel, now)
}

/** Whether two labels are one but for punctuation, case and slips: at most a letter in ten differs. */
const isSameWording = (one: string, other: string): boolean => {
  const [a, b] = [foldWords(one), foldWords(other)]
  const atMost = Math.floor(Math.min(a.length, b.length) / 10)
  return editDistance(a, b, atMost) <= atMost
}

interface Stretch {
  base: RecordVersion
  validFrom: IsoDate
  validTo: IsoDate | null
}

/**
 * The record's stretches from a day on, the first of them cut on that day. Without a day, the last one and those before it without
 * a break in which the fields to change are the same: something else, such as a confirmation, may have begun another stretch.
 * @throws ExpectedError `invalid_record` when the record is not in force on that day
 */
function stretchesFrom(
  versions: readonly RecordVersion[],
  { validFrom: day, changes }: Pick<RecordEdit, 'validFrom' | 'changes'>,
): Stretch[] {
  const newest = versions.at(-1)!
  const segments = timelineOf([...versions], newest.recordedAt)
  const all = segments.map(({ version, validFrom, validTo }): Stretch => ({ base: version, validFrom, validTo }))
  if (all.length === 0) return [{ base: newest, validFrom: day ?? newest.validFrom, validTo: null }]
  if (day === null) {
    const isOther = (stretch: Stretch, index: number) =>
      index < all.length - 1 &&
      (stretch.validTo !== all[index + 1]!.validFrom || !hasSame(Object.keys(changes), stretch.base, all.at(-1)!.base))
    return all.slice(all.findLastIndex(isOther) + 1)
  }
  const index = all.findIndex((stretch) => isWithin(day, stretch))
  if (index === -1) throw outsideOwnTime(newest, { day, all })
  const { base, validTo } = all[index]!
  return [{ base, validFrom: day, validTo }, ...all.slice(index + 1)]
}

/** Whether two versions have the same values in some fields, by path. */
const hasSame = (paths: readonly string[], a: RecordVersion, b: RecordVersion): boolean =>
  paths.every((path) => canonicalJson(valueAt(a, path) ?? null) === canonicalJson(valueAt(b, path) ?? null))

const valueAt = ({ body }: RecordVersion, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Body | null | undefined)?.[name], body)

function outsideOwnTime(
  { kind, recordId }: RecordVersion,
  { day, all }: { day: IsoDate; all: readonly Stretch[] },
): ExpectedError {
  const days = (open: string) => all.map(({ validFrom, validTo }) => `${validFrom} – ${validTo ?? open}`).join(', ')
  const words: LocalText = {
    sv: `${kind} ${recordId} gäller inte den ${day}. Välj en dag då posten gäller (${days('tills vidare')}; den sista dagen räknas inte), eller utelämna dagen för att ändra så länge den senaste tiden varat.`,
    en: `${kind} ${recordId} is not in force on ${day}. Choose a day on which it is (${days('open')}; the last day is not counted), or leave the day out to change it for as long as its latest time has lasted.`,
  }
  return new ExpectedError('invalid_record', { detail: words.en, data: { kind, recordId, field: 'validFrom', words } })
}

type Body = Record<string, unknown>

function withField(body: Body, [name, ...rest]: readonly string[], value: unknown): Body {
  if (name === undefined || name === '__proto__' || !(name in body)) {
    const words: LocalText = {
      sv: `Posten har inget fält ”${name}”. Den har: ${Object.keys(body).join(', ')}.`,
      en: `The record has no field “${name}”. It has: ${Object.keys(body).join(', ')}.`,
    }
    throw new ExpectedError('invalid_record', { detail: words.en, data: { field: name, words } })
  }
  if (rest.length === 0) return { ...body, [name]: value }
  return { ...body, [name]: withField((body[name] ?? { sv: '', en: '' }) as Body, rest, value) }
}

function parseOrRefuse(version: unknown, changes: Readonly<Record<string, unknown>>): NewVersion {
  try {
    return parseNewVersion(version)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    const issues = error.issues.map(({ path, message }) => `${path.join('.').replace(/^body\./, '')}: ${message}`)
    throw new ExpectedError('invalid_record', { detail: issues.join(' '), data: { issues, changes }, cause: error })
  }
}

/** Somebody else was first: what the record is now, and who made it so. */
export function outdatedVersion(
  { kind, recordId, version, recordedAt, recordedBy, changeNote }: RecordVersion,
  expectedVersion: number,
): ExpectedError {
  const words: LocalText = {
    sv: `${kind} ${recordId} är nu version ${version}, inte ${expectedVersion}. Senast ändrad ${swedishDay(recordedAt)} av ${recordedBy}: ${changeNote}`,
    en: `${kind} ${recordId} is now version ${version}, not ${expectedVersion}. Last changed ${swedishDay(recordedAt)} by ${recordedBy}: ${changeNote}`,
  }
  return new ExpectedError('version_outdated', {
    detail: words.en,
    data: { kind, recordId, expectedVersion, currentVersion: version, words },
  })
}

/** A kind as people write it at the command line. @throws ExpectedError `bad_request` listing the kinds */
export function parseRecordKind(text: string): RecordKind {
  const found = recordKinds.find((kind) => kind.toLowerCase() === text.toLowerCase())
  if (found) return found
  const words: LocalText = {
    sv: `Det finns inget slag ”${text}”. Det finns: ${recordKinds.join(', ')}.`,
    en: `There is no kind “${text}”. There are: ${recordKinds.join(', ')}.`,
  }
  throw new ExpectedError('bad_request', { detail: words.en, data: { words } })
}
