import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { McpServer } from '@modelcontextprotocol/server'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { endOfTime, makeLiveRegistry } from '../changes/live-registry.ts'
import { answerNote, assistantTools } from '../documents/assistant/assistant-tools.ts'
import type { AssistantTool } from '../documents/assistant/assistant-tools.ts'
import { errorCodes, ExpectedError } from '../records/expected-error.ts'
import type { Language } from '../records/language.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { swedishDay } from '../records/time.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import type { Store } from '../store/store.ts'
import type { Command, Io } from './command.ts'
import { loadStatistics } from './load-statistics.ts'
import { openCubes } from './open-cubes.ts'
import { publicAddressOf } from './settings.ts'
import { reporting, withRegistry } from './with-registry.ts'

/** `spets mcp`: answers assistants' questions over standard input and output, by the Model Context Protocol. Read only. */
export const mcpCommand: Command = {
  name: 'mcp',
  summary: {
    sv: 'Svara assistenter (Model Context Protocol) på standard in och ut; läser bara',
    en: 'Answer assistants (Model Context Protocol) on standard input and output; reads only',
  },
  usage: 'spets mcp',
  run: (args, io) =>
    reporting(mcpCommand, io, async () => {
      parseArgs({ args, options: {} })
      return withRegistry(io, (store) => answerAssistants(store, io))
    }),
}

const instructions =
  'Spets is the open atlas of smart specialisation in Sweden: each region’s priority areas in its own words, over time, with sources. ' +
  'Cite the address and the source of what you use. Themes, codes and likeness are suggestions unless a decision is given. ' +
  'Regions are not ranked.'

async function answerAssistants(store: Store, io: Io): Promise<number> {
  const ask = await makeAnswerer(store, io)
  const server = new McpServer({ name: 'spets', title: 'Spets', version: '0.1.0' }, { instructions })
  for (const { name, title, description, input, ...tool } of assistantTools)
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input,
        annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      },
      (asked: Record<string, unknown>) => ask(tool, asked),
    )
  await server.connect(new StdioServerTransport())
  // The client ends by closing the pipe.
  await finished(process.stdin, { writable: false }).catch(() => undefined)
  await server.close()
  return 0
}

/** Answers by the registry as it is at each question, which another program may write to meanwhile. */
async function makeAnswerer(store: Store, io: Io) {
  const statistics = await loadStatistics(store, { ...io, stdout: io.stderr })
  const files = await openCubes(io)
  const registry = makeLiveRegistry(store, getShippedBeside())
  const base = publicAddressOf(io.env) ?? ''
  return async ({ answer }: Pick<AssistantTool, 'answer'>, asked: Record<string, unknown>) => {
    const lang: Language = asked['language'] === 'sv' ? 'sv' : 'en'
    const date = typeof asked['date'] === 'string' ? asked['date'] : undefined
    const paths = await io.hitPathsFor?.({ lang, date })
    if (!paths) throw new Error('The command line was started without addresses of pages.')
    const snapshot = snapshotAt(await registry.knownAt(endOfTime), date ?? swedishDay(io.clock()), {
      ...getShippedBeside(),
      statistics,
      cubes: files.shelf(),
    })
    try {
      const data = { ...answer({ snapshot, paths, base }, asked as never), ...answerNote(snapshot, lang) }
      return { content: [{ type: 'text' as const, text: JSON.stringify(data) }], structuredContent: data }
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error
      return { content: [{ type: 'text' as const, text: wordsOf(error, lang) }], isError: true }
    }
  }
}

function wordsOf(error: ExpectedError, lang: Language): string {
  const words = error.data['words'] as LocalText | undefined
  return [errorCodes[error.code][lang], words?.[lang] ?? error.detail].filter(Boolean).join(' ')
}
