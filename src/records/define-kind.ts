import type { z } from 'zod'
import type { StateRoles } from './may.ts'
import type { LocalText } from './shared-fields.ts'

/** The kind and id of one record. */
export interface RecordName {
  kind: string
  id: string
}

/** A record that another record refers to, and the field that refers to it. */
export interface Reference extends RecordName {
  field: string
  /**
   * The days on which the referenced record must be in force: all days that the referring record is, its first day, or
   * any day at all.
   */
  on: 'everyDay' | 'firstDay' | 'anyDay'
}

/** A page of the site: its name and the values in its address. */
export interface PageTarget {
  page: string
  params: Record<string, string>
  /** The values in the English page's address, where they differ. */
  paramsEn?: Record<string, string>
  /** The id of an element on the page. */
  fragment?: string
}

/** A placeholder among the texts of a record, replaced by the name of the region or joint area that owns it. */
export const ownersName = Symbol('the name of the owner')

/** The texts by which search finds a record. */
export interface SearchTexts {
  /** The title in the record's own language; the Swedish title when omitted. */
  title?: string
  /** The English title, or null when there is none. */
  titleEn: string | null
  /** Further words, with less weight than the title. */
  texts: readonly (string | typeof ownersName | null | undefined)[]
  /** What we have written about it; a hit by these words is said to be one. */
  description?: LocalText | null
  programmePeriodId?: string
}

/** Everything that Spets needs to know about a kind of record. Forms, tables, search and rules all follow from it. */
export interface KindDefinition<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  name: Name
  label: { one: LocalText; many: LocalText }
  /** The schema of the stored body, with a label for each field. */
  schema: Schema
  /** The form of an id; lower-case letters, digits and hyphens when omitted. */
  id?: z.ZodType<string>
  /** The version of the stored form, raised when older programs cannot read what is written now; 1 when omitted. */
  form?: number
  /** The first version of Spets that can read this form. */
  since: string
  /** The region or joint area that owns the record, or a record with the same owner; null when it has no owner. */
  owner(body: z.infer<Schema>): RecordName | null
  references(body: z.infer<Schema>): readonly Reference[]
  title(body: z.infer<Schema>, id: string): LocalText
  /** How search finds it; null when search does not. */
  search: {
    /** Whether search looks among the records in force, or among all that have begun. */
    among: 'inForce' | 'everBegun'
    texts(body: z.infer<Schema>, id: string): SearchTexts
  } | null
  /** The page that shows it, or a record whose page shows it; null when none does. */
  page: ((body: z.infer<Schema>, id: string) => PageTarget | RecordName) | null
  /** The least role that may write each state. */
  may: StateRoles
  /** The same for records of the kind that have no owner, where the rules differ. */
  mayWithoutOwner?: StateRoles
  /**
   * The columns of the facts that ship, by the path of the field, where they are not called as the field is. Not needed for kinds that
   * do not ship.
   */
  factColumns?: Readonly<Record<string, string>>
  /** The fields whose words belong to the record's owner: the national level may not change them. None when omitted. */
  ownWords?: readonly (keyof z.infer<Schema> & string)[]
}

/** Declares a kind of record. See CONTRIBUTING, "Add a kind of record". */
export const defineKind = <const Name extends string, Schema extends z.ZodType>(
  definition: KindDefinition<Name, Schema>,
): KindDefinition<Name, Schema> => definition

/** For records that regions state themselves: their editors publish them. */
export const ownersWrite: StateRoles = {
  draft: 'proposer',
  proposed: 'proposer',
  published: 'editor',
  returned: 'editor',
  withdrawn: 'editor',
}

/** For what a region says itself, and nobody else has to agree to: its editors publish it. */
export const ownersSay: StateRoles = {
  draft: 'proposer',
  proposed: 'proposer',
  published: 'proposer',
  returned: 'editor',
  withdrawn: 'proposer',
}

/** For what several regions have agreed on: nobody proposes it alone, and it is written once each of them has said yes. */
export const partiesAgree: StateRoles = {
  draft: 'editor',
  proposed: 'editor',
  published: 'editor',
  returned: 'editor',
  withdrawn: 'editor',
}

/** For records that everything builds on: others propose, and the administrator publishes. */
export const administratorsWrite: StateRoles = {
  draft: 'proposer',
  proposed: 'proposer',
  published: 'administrator',
  returned: 'administrator',
  withdrawn: 'administrator',
}

/** For what the nation has heard and been asked: others propose, and its officers publish. */
export const officersWrite: StateRoles = {
  draft: 'proposer',
  proposed: 'proposer',
  published: 'officer',
  returned: 'officer',
  withdrawn: 'officer',
}
