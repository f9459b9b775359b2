import { z } from 'zod'
import { ExpectedError } from '../records/expected-error.ts'
import { recordKinds } from '../records/record.ts'
import type { NewVersion, RecordKind, RecordVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { isWithin, swedishDay } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { parseNewVersion } from '../records/version.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import { timelineOf } from '../snapshot/timeline.ts'
import type { Append } from '../store/store.ts'
import { bodyOf, historyOf, versionKey } from './registry-view.ts'
import type { RegistryView } from './registry-view.ts'

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
  /** The day from which it is so; null = as long as the newest stretch has held. */
  validFrom: IsoDate | null
}

/**
 * The appends that change some fields of a record from a day on. Pure; the store refuses them when the record has moved on.
 * Stretches of time after that day are said again with the same change, as a new version would hide them.
 * @param versions all the record's versions, oldest first
 * @throws ExpectedError `not_found`; `version_outdated` when the number is not the newest; `invalid_record` naming each wrong field
 */
export function editRecord(versions: readonly RecordVersion[], edit: RecordEdit): Append[] {
  const { kind, recordId, changes, expectedVersion, recordedBy, changeNote } = edit
  const newest = versions.at(-1)
  if (!newest) throw new ExpectedError('not_found', { detail: `${kind} ${recordId}`, data: { kind, recordId } })
  if (newest.version !== expectedVersion) throw outdatedVersion(newest, expectedVersion)
  return stretchesFrom(versions, edit.validFrom).map(({ base, validFrom, validTo }, index) => {
    const body = Object.entries(changes).reduce(
      (whole, [path, value]) => withField(whole, path.split('.'), value),
      base.body as Body,
    )
    const version = { kind, recordId, validFrom, validTo, recordedBy, changeNote, state: 'published', source: base.source, body }
    return { version: parseOrRefuse(version, changes), expectedVersion: expectedVersion + index }
  })
}

interface Stretch {
  base: RecordVersion
  validFrom: IsoDate
  validTo: IsoDate | null
}

/** The record's stretches from a day on, the first of them cut or begun on that day; without a day, the last one alone. */
function stretchesFrom(versions: readonly RecordVersion[], day: IsoDate | null): Stretch[] {
  const newest = versions.at(-1)!
  const segments = timelineOf([...versions], newest.recordedAt)
  const all = segments.map(({ version, validFrom, validTo }): Stretch => ({ base: version, validFrom, validTo }))
  if (all.length === 0) return [{ base: newest, validFrom: day ?? newest.validFrom, validTo: null }]
  if (day === null) return all.slice(-1)
  const index = Math.max(
    0,
    all.findLastIndex(({ validFrom }) => validFrom <= day),
  )
  const { base, validTo } = all[index]!
  const rest = all.slice(index + 1)
  const isHolding = validTo === null || validTo > day
  return [{ base, validFrom: day, validTo: isHolding ? validTo : (rest[0]?.validFrom ?? null) }, ...rest]
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

export interface Confirmation extends Signed {
  regionCode: string
  confirmedOn: IsoDate
  /** The role, never the name, of who confirmed. */
  confirmedByRole: string
}

/**
 * The appends by which a region's list in force on a day is confirmed as of that day.
 * @throws ExpectedError `not_found` when no list is in force
 */
export function confirmPriorities(
  { known, numbers }: Pick<RegistryView, 'known' | 'numbers'>,
  confirmation: Confirmation,
): Append[] {
  const { regionCode, confirmedOn, confirmedByRole, recordedBy, changeNote } = confirmation
  const edition = findCurrentEdition(snapshotAt(known, confirmedOn), { kind: 'region', id: regionCode })
  const areas = edition?.priorities.filter(({ meta }) => isWithin(confirmedOn, meta)) ?? []
  if (areas.length === 0) {
    const words: LocalText = { sv: `Ingen lista gällde den ${confirmedOn}.`, en: `No list was in force on ${confirmedOn}.` }
    throw new ExpectedError('not_found', { detail: words.en, data: { regionCode, words } })
  }
  return areas.flatMap(({ id }) => {
    const history = historyOf(known, 'priorityArea', id)
    const rest = history.slice(history.findIndex(({ meta }) => isWithin(confirmedOn, meta)))
    return rest.map((stretch, index): Append => {
      const { validFrom, validTo, source } = stretch.meta
      const said = index === 0 ? { confirmedOn, confirmedByRole } : {}
      const note = index === 0 ? changeNote : stretch.meta.changeNote
      const body = { ...bodyOf<'priorityArea'>(stretch), ...said }
      const version: NewVersion = {
        kind: 'priorityArea',
        recordId: id,
        validFrom,
        validTo,
        recordedBy,
        changeNote: note,
        state: 'published',
        source,
        body,
      }
      return { version, expectedVersion: (numbers.get(versionKey('priorityArea', id)) ?? 0) + index }
    })
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
