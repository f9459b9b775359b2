import type { z } from 'zod'
import type { StateRoles } from './may.ts'
import type { LocalText } from './shared-fields.ts'

/** Which record. */
export interface RecordName {
  kind: string
  id: string
}

/** One record that another names, and in which field. */
export interface Reference extends RecordName {
  field: string
  /**
   * On which days the named record must be there: on all days that the record naming it is in force, by its first day, or
   * on any day at all.
   */
  on: 'everyDay' | 'firstDay' | 'anyDay'
}

/** A place on the site: a page's name and what varies in its address. */
export interface PageTarget {
  page: string
  params: Record<string, string>
  /** What varies in the English page's address, where it differs. */
  paramsEn?: Record<string, string>
  /** The place on the page. */
  fragment?: string
}

/** In the place of a text: the name of the region or joint area whose record it is. */
export const ownersName = Symbol('the name of the owner')

/** What search finds a record by. */
export interface SearchTexts {
  /** The title in the record's own words; the Swedish one when left out. */
  title?: string
  /** The title in English where it has one. */
  titleEn: string | null
  /** Further words, weighing less than the title. */
  texts: readonly (string | typeof ownersName | null | undefined)[]
  programmePeriodId?: string
}

/** All that Spets needs to know of a kind of record. Everything else about it follows from this. */
export interface KindDefinition<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  name: Name
  label: { one: LocalText; many: LocalText }
  /** What is stored, with a label for each field. */
  schema: Schema
  /** What an id looks like; small letters, digits and hyphens when left out. */
  id?: z.ZodType<string>
  /** Grows when programs that know the form before could not read what is written now; 1 when left out. */
  form?: number
  /** The first version of Spets that can read this form. */
  since: string
  /** The region or joint area whose record it is, or a record that has the same owner; null when it is everybody's. */
  owner(body: z.infer<Schema>): RecordName | null
  references(body: z.infer<Schema>): readonly Reference[]
  title(body: z.infer<Schema>, id: string): LocalText
  /** Null when search does not find it. */
  search: {
    /** Whether search looks among those in force, or among all that have begun. */
    among: 'inForce' | 'everBegun'
    texts(body: z.infer<Schema>, id: string): SearchTexts
  } | null
  /** The page that shows it; null when none does. */
  page: ((body: z.infer<Schema>, id: string) => PageTarget | RecordName) | null
  /** The least role that may write each state. */
  may: StateRoles
}

/** Declares a kind of record. See CONTRIBUTING, "Add a kind of record". */
export const defineKind = <const Name extends string, Schema extends z.ZodType>(
  definition: KindDefinition<Name, Schema>,
): KindDefinition<Name, Schema> => definition

/** What regions say themselves: their own editors publish it. */
export const ownersWrite: StateRoles = {
  draft: 'proposer',
  proposed: 'proposer',
  published: 'editor',
  returned: 'editor',
  withdrawn: 'editor',
}

/** What everybody builds on: others propose, the administrator publishes. */
export const administratorsWrite: StateRoles = {
  draft: 'proposer',
  proposed: 'proposer',
  published: 'administrator',
  returned: 'administrator',
  withdrawn: 'administrator',
}
