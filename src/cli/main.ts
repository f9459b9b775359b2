import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'

/** Every command. Each is imported only when it is used, so that the program starts fast. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  import: async () => (await import('./import-deck.ts')).importCommand,
  facts: async () => (await import('./facts-command.ts')).factsCommand,
  edit: async () => (await import('./edit-command.ts')).editCommand,
  confirm: async () => (await import('./confirm-command.ts')).confirmCommand,
  round: async () => (await import('./round-command.ts')).roundCommand,
  intersections: async () => (await import('./intersections-command.ts')).intersectionsCommand,
  lineage: async () => (await import('./lineage-command.ts')).lineageCommand,
  coding: async () => (await import('./coding-command.ts')).codingCommand,
  history: async () => (await import('./history-command.ts')).historyCommand,
  search: async () => (await import('./search-command.ts')).searchCommand,
  similar: async () => (await import('./similar-command.ts')).similarCommand,
  match: async () => (await import('./match-command.ts')).matchCommand,
  evidence: async () => (await import('./evidence-command.ts')).evidenceCommand,
  insights: async () => (await import('./insights-command.ts')).insightsCommand,
  brief: async () => (await import('./brief-command.ts')).briefCommand,
  deck: async () => (await import('./deck-command.ts')).deckCommand,
  stats: async () => (await import('./stats-command.ts')).statsCommand,
  backup: async () => (await import('./archive-commands.ts')).backupCommand,
  restore: async () => (await import('./archive-commands.ts')).restoreCommand,
  dump: async () => (await import('./archive-commands.ts')).dumpCommand,
  load: async () => (await import('./archive-commands.ts')).loadCommand,
  accounts: async () => (await import('./accounts-command.ts')).accountsCommand,
  mcp: async () => (await import('./mcp-command.ts')).mcpCommand,
  check: async () => (await import('./check-command.ts')).checkCommand,
}

const version = '0.1.0'

/** Runs the command that the arguments name. @returns its exit code */
export async function runProgram(args: string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  if (!name || name === 'help' || name === '--help' || name === '-h') return help(io)
  if (name === '--version') {
    io.stdout(version)
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) return unknownCommand(name, io)
  const command = await load()
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout(`${command.summary[langOf(io.env)]}\n\n  ${command.usage}`)
    return 0
  }
  return runCommand(command, { args: rest, io })
}

/** Commands report expected errors themselves; an error that reaches this function is a bug. */
async function runCommand(command: Command, { args, io }: { args: string[]; io: Io }): Promise<number> {
  try {
    return await command.run(args, io)
  } catch (error) {
    io.stderr(
      langOf(io.env) === 'sv'
        ? 'Något oväntat gick fel i Spets. Det är en bugg; rapportera den gärna med texten nedan.'
        : 'Something unexpected went wrong in Spets. That is a bug; please report it with the text below.',
    )
    io.stderr(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return 1
  }
}

async function help(io: Io): Promise<number> {
  const lang = langOf(io.env)
  io.stdout(
    lang === 'sv'
      ? 'Spets – atlas över smart specialisering.\n\nKommandon:'
      : 'Spets – an atlas of smart specialisation.\n\nCommands:',
  )
  for (const load of Object.values(commands)) {
    const command = await load()
    io.stdout(`  ${command.usage}\n      ${command.summary[lang]}`)
  }
  return 0
}

async function unknownCommand(name: string, io: Io): Promise<number> {
  const { editDistance } = await import('../language/edit-distance.ts')
  const near = Object.keys(commands)
    .map((known) => ({ known, distance: known.startsWith(name) ? 0 : editDistance(name, known, 2) }))
    .toSorted((a, b) => a.distance - b.distance)
    .find(({ distance }) => distance <= 2)?.known
  const guess = near ? (langOf(io.env) === 'sv' ? ` Menade du «${near}»?` : ` Did you mean «${near}»?`) : ''
  io.stderr(
    (langOf(io.env) === 'sv' ? `Kommandot «${name}» finns inte.` : `There is no command «${name}».`) + `${guess} spets help`,
  )
  return 2
}
