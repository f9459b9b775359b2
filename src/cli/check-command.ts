import { parseArgs } from 'node:util'
import { brokenLine, findBrokenReferences } from '../changes/broken-references.ts'
import { clocksDifferMs } from '../changes/clock-warning.ts'
import { findListLines } from '../changes/list-lines.ts'
import { registryViewOf } from '../changes/registry-view.ts'
import type { RecordVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { placedAt, withStore } from './open-registry.ts'
import { reporting } from './with-registry.ts'

/**
 * `spets check`: that no version is damaged, that every record that others refer to exists, that all pages show the same areas on every
 * day, and that nothing was recorded by a clock that was ahead.
 */
export const checkCommand: Command = {
  name: 'check',
  summary: { sv: 'Kontrollera att registret är helt', en: 'Check that the registry is whole' },
  usage: 'spets check [--database postgres://…]',
  run: (args, io) => reporting(checkCommand, io, () => check(args, io)),
}

/** Faults of one sort: what they are, and a line for each. */
interface Finding {
  heading: LocalText
  lines: string[]
}

async function check(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args, options: { database: { type: 'string' } } })
  const versions = await withStore(placedAt(io, values.database), async (store) => {
    await store.checkIntegrity()
    return store.readVersions()
  })
  const lang = langOf(io.env)
  const findings = findFaults(versions, io).filter(({ lines }) => lines.length > 0)
  for (const { heading, lines } of findings) io.stderr(`${heading[lang]}\n${lines.map((line) => `  ${line}`).join('\n')}`)
  if (findings.length > 0) return 1
  const count = versions.length
  io.stdout(lang === 'sv' ? `Registret är helt: ${count} versioner.` : `The registry is whole: ${count} versions.`)
  return 0
}

function findFaults(versions: readonly RecordVersion[], { env, clock }: Io): Finding[] {
  const { known } = registryViewOf(versions)
  const lang = langOf(env)
  return [
    {
      heading: {
        sv: 'Posterna är oskadade, men några hänvisar till poster som inte finns:',
        en: 'No record is damaged, but some refer to records that do not exist:',
      },
      lines: findBrokenReferences(known).map((one) => brokenLine(one, lang)),
    },
    {
      heading: {
        sv: 'Posterna är oskadade, men alla sidor visar inte samma områden:',
        en: 'No record is damaged, but not all pages show the same areas:',
      },
      lines: findListLines(known).map((line) => line[lang]),
    },
    {
      heading: {
        sv: 'Posterna är oskadade, men några är förda av en klocka som gick före. Ställ klockan; det som skrivs härnäst får annars också fel tid:',
        en: 'No record is damaged, but some were recorded by a clock that was ahead. Set the clock; what is written next gets a wrong time too:',
      },
      lines: recordedAfter(versions, clock()).map(
        ({ kind, recordId, version, recordedAt, recordedBy }) =>
          `${kind}/${recordId} version ${version}: ${recordedAt}, ${recordedBy}`,
      ),
    },
  ]
}

const recordedAfter = (versions: readonly RecordVersion[], now: Date): RecordVersion[] =>
  versions.filter(({ recordedAt }) => Date.parse(recordedAt) > now.getTime() + clocksDifferMs)
