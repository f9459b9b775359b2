import { parseArgs } from 'node:util'
import { codingAspects } from '../records/coding-decision.ts'
import type { CodingAspect } from '../records/coding-decision.ts'
import type { Verdict } from '../records/shared-fields.ts'
import { submit } from '../changes/submit.ts'
import { codeText } from '../coding/area-coding.ts'
import { codingShape } from '../shapes/coding-shape.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { recordIdOf } from './named-records.ts'
import { actorOf, publishedLine, registryToWrite, reporting, UsageError, withRegistry } from './with-registry.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { answer, besideToday } from './with-snapshot.ts'

/** `spets coding confirm|reject|reopen AREA ASPECT CODE`: a person decides on a code of an area, adds one, or takes a decision back. */
export const codingCommand: Command = {
  name: 'coding',
  summary: {
    sv: 'Bekräfta eller avvisa ett områdes tema, begrepp, slag, SNI-kod eller forskningsämne',
    en: 'Confirm or reject a theme, concept, kind, SNI code or field of science of an area',
  },
  usage: `spets coding confirm|reject|reopen AREA ${codingAspects.join('|')} CODE [--note TEXT]\n  spets coding suggest TEXT [--json]`,
  run: (args, io) => reporting(codingCommand, io, () => (args[0] === 'suggest' ? suggest(args.slice(1), io) : decide(args, io))),
}

const verdictOf: Record<string, readonly [Verdict | null, string]> = {
  confirm: ['confirmed', 'Området gäller det.'],
  reject: ['rejected', 'Området gäller inte det.'],
  reopen: [null, 'Beslutet är taget tillbaka.'],
}

/** Prints the codes that are suggested for any text. */
async function suggest(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const text = positionals.join(' ').trim()
  if (!text) throw new UsageError(lang === 'sv' ? 'Skriv den text som ska kodas.' : 'Write the text to be coded.')
  const thesaurus = thesaurusOf(besideToday(io))
  const coding = codingShape(thesaurus, codeText(thesaurus, text))
  return answer(io, values.json, {
    data: coding,
    lines: () =>
      codingAspects.flatMap((aspect) =>
        coding[aspect].map(
          ({ code, label, confidence, words }) =>
            `${aspect}  ${code}  ${label[lang]}  ${confidence.toFixed(2)}  (${words.join(', ')})`,
        ),
      ),
  })
}

async function decide(args: string[], io: Io): Promise<number> {
  const sv = langOf(io.env) === 'sv'
  const { values, positionals } = parseArgs({ args, options: { note: { type: 'string' } }, allowPositionals: true })
  const [verb = '', priorityAreaId, aspect, code, ...surplus] = positionals
  if (!Object.hasOwn(verdictOf, verb))
    throw new UsageError(sv ? 'Skriv confirm, reject eller reopen.' : 'Write confirm, reject or reopen.')
  if (!priorityAreaId || !aspect || !code || surplus.length > 0)
    throw new UsageError(sv ? 'Ange området, vad som kodas och koden.' : 'Name the area, what is coded, and the code.')
  if (!codingAspects.includes(aspect as CodingAspect))
    throw new UsageError(`«${aspect}»: ${sv ? 'det som kodas är' : 'what is coded is'} ${codingAspects.join(', ')}.`)
  const [verdict, usualNote] = verdictOf[verb]!
  return withRegistry(io, async (store) => {
    const choice = {
      priorityAreaId: await recordIdOf(store, io, { kind: 'priorityArea', asked: priorityAreaId }),
      aspect: aspect as CodingAspect,
      code,
      verdict,
      changeNote: values.note ?? usualNote,
    }
    const decisions = [{ type: 'coding' as const, ...choice }]
    const [published] = await submit(registryToWrite(store, io), { type: 'decisions', decisions }, actorOf(io))
    io.stdout(publishedLine(published, sv))
    return 0
  })
}
