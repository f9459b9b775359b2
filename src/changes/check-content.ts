import { isRole } from '../records/confirming-roles.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { BodyOf, NewVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { IsoDate } from '../records/time.ts'
import type { Append } from '../store/store.ts'
import { readCode } from '../thesaurus/read-code.ts'
import { everyThesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { findPersonIn } from './check-people.ts'
import type { ContentFault } from './check-people.ts'
import { findUnreadable } from './check-text.ts'
import type { Registry } from './registry.ts'
import { bodyOf, historiesOf, historyOf, versionKey } from './registry-view.ts'
import type { RegistryView } from './registry-view.ts'

/** Pages can be asked for ten years ahead; what begins later could not be seen. */
const furthestYears = 10

/**
 * What no schema can tell: nothing is confirmed or decided after today or begins so far ahead that nobody can see it, a
 * confirmation is by a role and not by a person's name, nothing is promised for a day that has passed, every text can be read and has no personal identity number, and codes exist in some edition of the thesaurus. What a record
 * has had before is not asked about again.
 * @throws ExpectedError `invalid_record` with the record, the field and how to mend it
 */
export async function checkContent(registry: Pick<Registry, 'view' | 'today'>, appends: readonly Append[]): Promise<void> {
  const today = registry.today()
  for (const { version } of appends) {
    const fault =
      dayFault(version, today) ??
      findUnreadable(version) ??
      findPersonIn(version) ??
      (isLookedUp(version) ? lookedUpFault(version, await registry.view(), today) : null)
    if (!fault) continue
    const record = versionKey(version.kind, version.recordId)
    const words = {
      sv: `${record}, fältet ${fault.field}: ${fault.words.sv}`,
      en: `${record}, field ${fault.field}: ${fault.words.en}`,
    }
    const issues = [{ record, path: fault.field, message: fault.words.en }]
    throw new ExpectedError('invalid_record', { detail: words.en, data: { issues, words } })
  }
}

function dayFault({ kind, validFrom, body }: NewVersion, today: IsoDate): ContentFault | null {
  const furthest = `${Number(today.slice(0, 4)) + furthestYears}${today.slice(4)}`
  if (validFrom > furthest)
    return {
      field: 'validFrom',
      words: {
        sv: `${validFrom} ligger så långt fram att ingen sida kan visa det. Ange en dag till och med ${furthest}.`,
        en: `${validFrom} is so far ahead that no page can show it. Give a day no later than ${furthest}.`,
      },
    }
  const [field, day] = pastDayOf(kind, body)
  const words = day ? findFutureDay(day, today) : null
  return words && { field, words }
}

/** What is wrong with a day on which something has been confirmed or decided; null when nothing is. */
export function findFutureDay(day: IsoDate, today: IsoDate): LocalText | null {
  if (day <= today) return null
  return {
    sv: `${day} är efter idag, ${today}. Det som är bekräftat eller beslutat är det en dag som varit; ange idag eller en tidigare dag.`,
    en: `${day} is after today, ${today}. What is confirmed or decided is so on a day that has been; give today or an earlier day.`,
  }
}

/** The field of a kind that tells of something that has happened. */
function pastDayOf(kind: NewVersion['kind'], body: unknown): [field: string, day: IsoDate | null] {
  if (kind === 'priorityArea') return ['confirmedOn', (body as BodyOf<'priorityArea'>).confirmedOn]
  if (kind === 'strategy') return ['decidedOn', (body as BodyOf<'strategy'>).decidedOn]
  return ['', null]
}

const isLookedUp = ({ kind, body }: NewVersion): boolean =>
  kind === 'coding' ||
  kind === 'wishAnswer' ||
  (kind === 'priorityArea' && (body as BodyOf<'priorityArea'>).confirmedByRole !== null)

function lookedUpFault(version: NewVersion, view: RegistryView, today: IsoDate): ContentFault | null {
  if (version.kind === 'coding') return codeFault(version.body, view)
  if (version.kind === 'wishAnswer') return dueFault(version, view, today)
  return roleFault(version as NewVersion<'priorityArea'>, view)
}

/** A due day that has passed promises nothing; one that was promised before may stay. */
function dueFault({ recordId, body: { dueOn } }: NewVersion<'wishAnswer'>, { known }: RegistryView, today: IsoDate) {
  if (dueOn === null || dueOn >= today) return null
  const before = historyOf(known, 'wishAnswer', recordId).at(-1)
  if (before?.meta.validTo === null && before.dueOn === dueOn) return null
  const words = {
    sv: `Klart senast ${dueOn} har redan passerat. Välj ${today} eller en senare dag, eller lämna fältet tomt.`,
    en: `The due day ${dueOn} has already passed. Choose ${today} or a later day, or leave the field empty.`,
  }
  return { field: 'dueOn', words }
}

function roleFault({ recordId, body: { confirmedByRole: role } }: NewVersion<'priorityArea'>, { known }: RegistryView) {
  const before = historyOf(known, 'priorityArea', recordId).map((stretch) => bodyOf(stretch).confirmedByRole)
  if (role === null || before.includes(role)) return null
  const words = findNoRole(role, [...historiesOf(known, 'region'), ...historiesOf(known, 'jointArea')])
  return words && { field: 'confirmedByRole', words }
}

/**
 * What is wrong with a text that is to be a role; null when nothing is.
 * @param owners all that is known of regions and joint areas, whose names are no persons'
 */
export function findNoRole(role: string, owners: readonly (readonly { name: string }[])[]): LocalText | null {
  if (
    isRole(
      role,
      owners.flatMap((history) => history.map(({ name }) => name)),
    )
  )
    return null
  return {
    sv: `”${role}” är ingen roll, eller har en persons namn i sig. Personers namn sparas inte; skriv rollen, till exempel ”regionutvecklingsdirektör”.`,
    en: `“${role}” is no role, or has a person’s name in it. Names of people are not kept; write the role, for example “director of regional development”.`,
  }
}

function codeFault(body: BodyOf<'coding'>, { beside }: RegistryView): ContentFault | null {
  if (!beside.thesaurus) return null
  const [aspect, code, field] = 'code' in body ? [body.aspect, body.code, 'code'] : (['theme', body.themeId, 'themeId'] as const)
  try {
    const found = readCode(everyThesaurusOf(beside.thesaurus), aspect, code)
    if (found === code) return null
    return {
      field,
      words: { sv: `Koden skrivs ”${found}”, inte ”${code}”.`, en: `The code is written “${found}”, not “${code}”.` },
    }
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    return { field, words: error.data['words'] as LocalText }
  }
}
