import { parseArgs } from 'node:util'
import { ExpectedError } from '../records/expected-error.ts'
import { IsoDate } from '../records/time.ts'
import { submit } from '../changes/submit.ts'
import { areasToConfirm, confirmationNote } from '../changes/confirm-list.ts'
import { confirmingRoles, findListedRole } from '../records/confirming-roles.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import type { Language } from '../records/language.ts'
import { historiesOf } from '../changes/registry-view.ts'
import type { RegistryView } from '../changes/registry-view.ts'
import { makeRegionFinder } from '../places/region-called.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { actorOf, registryToWrite, reporting, UsageError, withRegistry } from './with-registry.ts'

/**
 * `spets confirm REGION --on DATE --role ROLE`: a region confirms its list in force; with `--preview` the list is only
 * shown, and `--take-back` takes the confirmation of a day back.
 */
export const confirmCommand: Command = {
  name: 'confirm',
  summary: { sv: 'Bekräfta en regions gällande lista', en: "Confirm a region's list in force" },
  usage: 'spets confirm REGION --on YYYY-MM-DD (--role ROLE | --other-role TEXT [--preview] | --take-back)',
  run: (args, io) => reporting(confirmCommand, io, () => confirm(args, io)),
}

const options = {
  on: { type: 'string' },
  role: { type: 'string' },
  'other-role': { type: 'string' },
  preview: { type: 'boolean', default: false },
  'take-back': { type: 'boolean', default: false },
} as const

async function confirm(args: string[], io: Io): Promise<number> {
  const sv = langOf(io.env) === 'sv'
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [asked, ...surplus] = positionals
  const { on } = values
  if (!asked || surplus.length > 0)
    throw new UsageError(sv ? 'Ange en region, till exempel varmland.' : 'Name a region, for example varmland.')
  if (!on || !IsoDate.safeParse(on).success)
    throw new UsageError(sv ? 'Ange dagen med --on ÅÅÅÅ-MM-DD.' : 'Give the day with --on YYYY-MM-DD.')
  const role = values['take-back'] ? null : readRole(values, langOf(io.env))
  return withRegistry(io, async (store) => {
    const registry = registryToWrite(store, io)
    const view = await registry.view()
    const { code, name } = getRegion(view, asked)
    const confirmed = { regionCode: code, confirmedOn: on, confirmedByRole: role }
    const confirmation = { ...confirmed, changeNote: confirmationNote(confirmed) }
    if (role !== null)
      for (const { order, displayLabel } of areasToConfirm(snapshotAt(view.known, on), confirmation))
        io.stdout(`  ${order}. ${displayLabel}`)
    if (values.preview) {
      io.stdout(
        sv ? 'Inget är skrivet. Utelämna --preview för att bekräfta.' : 'Nothing is written. Leave --preview out to confirm.',
      )
      return 0
    }
    const appends = await submit(registry, { type: 'confirmation', ...confirmation }, actorOf(io))
    const count = new Set(appends.map(({ recordId }) => recordId)).size
    io.stdout(outcome({ name, count, on, role }, sv))
    return 0
  })
}

/** A role of the list, in either language; else what is given as another role. */
function readRole(values: { role?: string | undefined; 'other-role'?: string | undefined }, lang: Language): string {
  const other = values['other-role']?.trim()
  if (other) return other
  const listed = values.role ? findListedRole(values.role) : null
  if (listed) return listed
  const list = confirmingRoles.map((role) => `  ${role[lang]}`).join('\n')
  throw new UsageError(
    lang === 'sv'
      ? `Välj rollen (inte namnet) med --role ur listan, eller skriv en annan roll med --other-role:\n${list}`
      : `Choose the role (not the name) with --role from the list, or write another role with --other-role:\n${list}`,
  )
}

interface Outcome {
  name: string
  /** The number of areas written. */
  count: number
  on: IsoDate
  role: string | null
}

function outcome({ name, count, on, role }: Outcome, sv: boolean): string {
  if (count === 0) return sv ? 'Inget skrevs: så står det redan.' : 'Nothing was written: it is so already.'
  if (role === null)
    return sv
      ? `${name}: bekräftelsen ${on} är tagen tillbaka för ${count} områden.`
      : `${name}: the confirmation of ${on} is taken back for ${count} areas.`
  return sv ? `${name}: ${count} områden bekräftade ${on} (${role}).` : `${name}: ${count} areas confirmed ${on} (${role}).`
}

/** A region by any of its codes and names. @throws ExpectedError `region_not_found` */
function getRegion({ known }: RegistryView, asked: string) {
  const histories = historiesOf(known, 'region')
  const code = makeRegionFinder(histories.map((history) => history.toReversed()))(asked)
  const found = histories.find((history) => history.at(-1)!.code === code)
  if (!found) throw new ExpectedError('region_not_found', { detail: asked, data: { asked } })
  return found.at(-1)!
}
