import { parseArgs } from 'node:util'
import type { LocalText } from '../records/shared-fields.ts'
import { companyAnswer } from '../shapes/company-shape.ts'
import { groupsAnswer, proposalsView } from '../shapes/match-shape.ts'
import { readEdition } from '../matching/register/register-columns.ts'
import { langOf } from './command.ts'
import type { Io } from './command.ts'
import { UsageError } from './with-registry.ts'
import { answer, questionOptions, withSnapshot } from './with-snapshot.ts'

/** The questions beside the register: one company, a region's partners, a group for some themes. */
export const matchQuestions: Record<string, (args: string[], io: Io) => Promise<number>> = {
  company: askCompany,
  region: askRegion,
  group: askGroup,
}

async function askCompany(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const options = {
    ...questionOptions,
    place: { type: 'string', default: '' },
    sni: { type: 'string', default: '' },
    'sni-edition': { type: 'string' },
  } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const text = positionals.join(' ').trim()
  if (!text && !values.sni) throw new UsageError(lang === 'sv' ? 'Skriv vad företaget gör.' : 'Write what the company does.')
  return withSnapshot(io, values.date, (snapshot) => {
    const edition = readEdition(values['sni-edition'])
    const fit = companyAnswer(snapshot, { text, place: values.place, industry: values.sni, edition })
    const line = ({ priority, score, reason }: (typeof fit.own)[number]) =>
      `  ${score.toFixed(2)}  ${priority.displayLabel} (${priority.owner.name[lang]})  – ${reason[lang]}`
    const [own, elsewhere, unknown] =
      lang === 'sv'
        ? ['Den egna regionen', 'Andra regioner', 'Vilka områden regionen har valt nu är inte känt.']
        : ['Own region', 'Other regions', 'Which areas the region has chosen now is not known.']
    return answer(io, values.json, {
      data: fit,
      lines: () => [
        ...fit.industryNotes.map((note) => note[lang]),
        `${own}:`,
        ...fit.own.map(line),
        ...(fit.ownAreasKnown === 'unknown' ? [`  ${unknown}`] : []),
        `${elsewhere}:`,
        ...fit.elsewhere.map(line),
      ],
    })
  })
}

async function askRegion(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const { values, positionals } = parseArgs({ args, options: questionOptions, allowPositionals: true })
  const [region, ...surplus] = positionals
  if (!region || surplus.length > 0)
    throw new UsageError(lang === 'sv' ? 'Ange en region, till exempel varmland.' : 'Name a region, for example varmland.')
  return withSnapshot(io, values.date, (snapshot) => {
    const proposals = proposalsView(snapshot, region)
    const [alike, brings, unknown] =
      lang === 'sv' ? ['liknande', 'har', 'områdena är inte kända'] : ['alike', 'brings', 'areas not known']
    const names = (themes: readonly { theme: { label: LocalText } }[]) => themes.map(({ theme }) => theme.label[lang]).join('; ')
    return answer(io, values.json, {
      data: proposals,
      lines: () =>
        proposals.flatMap(({ region: other, areasKnown, shared, brings: brought }) => [
          areasKnown === 'unknown' ? `${other.name} (${unknown})` : other.name,
          ...shared.map(({ own, other: theirs }) => `  ${alike}: ${own.displayLabel} ↔ ${theirs.displayLabel}`),
          ...(brought.length > 0 ? [`  ${brings}: ${names(brought)}`] : []),
        ]),
    })
  })
}

async function askGroup(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const options = { ...questionOptions, with: { type: 'string' }, size: { type: 'string', default: '3' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (positionals.length === 0) throw new UsageError(lang === 'sv' ? 'Ange ett till sex teman.' : 'Name one to six themes.')
  return withSnapshot(io, values.date, (snapshot) => {
    const groups = groupsAnswer(snapshot, { themeIds: positionals, region: values.with ?? null, size: Number(values.size) })
    return answer(io, values.json, {
      data: groups,
      lines: () =>
        groups.map(
          ({ regions, covers }) =>
            `${regions.map(({ name }) => name).join(', ')}: ${covers.map(({ theme }) => theme.label[lang]).join('; ')}`,
        ),
    })
  })
}
