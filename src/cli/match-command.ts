import { parseArgs } from 'node:util'
import { readRegistryView } from '../publishing/registry-view.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { matchRegister, openRegister, RegisterError } from './match-companies.ts'
import { reporting, UsageError, withRegistry } from './with-registry.ts'

/** `spets match companies FILE.csv`: a register of companies to the areas they fit, a row a match, to standard output. */
export const matchCommand: Command = {
  name: 'match',
  summary: {
    sv: 'Matcha ett register av företag mot regionernas områden',
    en: 'Match a register of companies to the regions’ areas',
  },
  usage: 'spets match companies FILE.csv|- [--most 3]',
  run: (args, io) => reporting(matchCommand, io, () => match(args, io)),
}

async function match(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const sv = lang === 'sv'
  const { values, positionals } = parseArgs({ args, options: { most: { type: 'string', default: '3' } }, allowPositionals: true })
  const [what, file, ...surplus] = positionals
  if (what !== 'companies' || !file || surplus.length > 0)
    throw new UsageError(
      sv ? 'Säg companies och en fil, eller - för det som skickas in.' : 'Say companies and a file, or - for standard input.',
    )
  const most = Number(values.most)
  if (!Number.isInteger(most) || most < 1 || most > 20)
    throw new UsageError(sv ? '--most ska vara 1 till 20.' : '--most must be from 1 to 20.')
  return withRegistry(io, async (store) => {
    const { known } = await readRegistryView(store)
    const snapshot = snapshotAt(known, io.clock().toISOString().slice(0, 10))
    try {
      for await (const text of matchRegister(snapshot, openRegister(file), { most, lang })) if (text) io.stdout(text.trimEnd())
      return 0
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code === 'ENOENT') io.stderr(sv ? `Det finns ingen fil ${file}.` : `There is no file ${file}.`)
      else if (error instanceof RegisterError) io.stderr(`${file}: ${message}`)
      else throw error
      return 1
    }
  })
}
