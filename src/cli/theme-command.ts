import { parseArgs } from 'node:util'
import { decideCoding } from '../publishing/edit-record.ts'
import { readRegistryView } from '../publishing/registry-view.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { reporting, UsageError, withRegistry, writerOf } from './with-registry.ts'

/** `spets theme confirm|reject AREA THEME`: a person decides on a suggested theme, or adds one. */
export const themeCommand: Command = {
  name: 'theme',
  summary: { sv: 'Bekräfta eller avvisa ett områdes tema', en: 'Confirm or reject a theme of an area' },
  usage: 'spets theme confirm|reject AREA THEME [--note TEXT]',
  run: (args, io) => reporting(themeCommand, io, () => decide(args, io)),
}

async function decide(args: string[], io: Io): Promise<number> {
  const sv = langOf(io.env) === 'sv'
  const { values, positionals } = parseArgs({ args, options: { note: { type: 'string' } }, allowPositionals: true })
  const [verb, priorityAreaId, themeId, ...surplus] = positionals
  if (verb !== 'confirm' && verb !== 'reject') throw new UsageError(sv ? 'Säg confirm eller reject.' : 'Say confirm or reject.')
  if (!priorityAreaId || !themeId || surplus.length > 0)
    throw new UsageError(sv ? 'Ange områdets och temats id.' : 'Name the ids of the area and of the theme.')
  const verdict = verb === 'confirm' ? ('confirmed' as const) : ('rejected' as const)
  const said = verdict === 'confirmed' ? 'Området gäller temat.' : 'Området gäller inte temat.'
  return withRegistry(io, async (store) => {
    const view = await readRegistryView(store)
    const choice = { priorityAreaId, themeId, verdict, recordedBy: writerOf(io), changeNote: values.note ?? said }
    const [published] = await store.append([decideCoding(view, choice)])
    io.stdout(`${sv ? 'Publicerat' : 'Published'}: coding ${published!.recordId}, version ${published!.version}.`)
    return 0
  })
}
