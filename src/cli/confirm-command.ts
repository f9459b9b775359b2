import { parseArgs } from 'node:util'
import { ExpectedError } from '../records/expected-error.ts'
import { isRegionCalled } from '../records/sweden.ts'
import { IsoDate } from '../records/time.ts'
import { registryOver } from '../changes/registry.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { submit } from '../changes/submit.ts'
import { historiesOf } from '../changes/registry-view.ts'
import type { RegistryView } from '../changes/registry-view.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { reporting, UsageError, withRegistry, actorOf } from './with-registry.ts'

/** `spets confirm REGION --on DATE --role ROLE`: a region confirms its list in force. */
export const confirmCommand: Command = {
  name: 'confirm',
  summary: { sv: 'Bekräfta en regions gällande lista', en: "Confirm a region's list in force" },
  usage: 'spets confirm REGION --on YYYY-MM-DD --role ROLE',
  run: (args, io) => reporting(confirmCommand, io, () => confirm(args, io)),
}

async function confirm(args: string[], io: Io): Promise<number> {
  const sv = langOf(io.env) === 'sv'
  const { values, positionals } = parseArgs({
    args,
    options: { on: { type: 'string' }, role: { type: 'string' } },
    allowPositionals: true,
  })
  const [region, ...surplus] = positionals
  const { on, role } = values
  if (!region || surplus.length > 0)
    throw new UsageError(sv ? 'Ange en region, till exempel varmland.' : 'Name a region, for example varmland.')
  if (!on || !IsoDate.safeParse(on).success)
    throw new UsageError(sv ? 'Ange dagen med --on ÅÅÅÅ-MM-DD.' : 'Give the day with --on YYYY-MM-DD.')
  if (!role)
    throw new UsageError(
      sv
        ? 'Ange rollen (inte namnet) med --role, till exempel --role regionutvecklingsdirektör.'
        : 'Give the role (not the name) with --role, for example --role "director of regional development".',
    )
  return withRegistry(io, async (store) => {
    const registry = registryOver(store, getShippedBeside())
    const { code, name } = getRegion(await registry.view(), region)
    const changeNote = `Listan bekräftad ${on} av ${role}.`
    const confirmation = { regionCode: code, confirmedOn: on, confirmedByRole: role, changeNote }
    const appends = await submit(registry, { type: 'confirmation', ...confirmation }, actorOf(io))
    io.stdout(
      sv
        ? `${name}: ${appends.length} områden bekräftade ${on} (${role}).`
        : `${name}: ${appends.length} areas confirmed ${on} (${role}).`,
    )
    return 0
  })
}

/** A region by code, short name or name. @throws ExpectedError `region_not_found` */
function getRegion({ known }: RegistryView, asked: string) {
  const regions = historiesOf(known, 'region').map((history) => history.at(-1)!)
  const small = asked.toLowerCase()
  const found = regions.find(
    (region) =>
      isRegionCalled(region, asked) ||
      [region.code, region.slug, region.name, ...region.nameVariants].some((written) => written.toLowerCase() === small),
  )
  if (!found) throw new ExpectedError('region_not_found', { detail: asked, data: { asked } })
  return found
}
