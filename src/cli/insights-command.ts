import { parseArgs } from 'node:util'
import { insightsOf } from '../shapes/insights.ts'
import type { InsightsShape } from '../shapes/insight-shapes.ts'
import { formatNumber } from '../language/format-number.ts'
import type { Language } from '../records/language.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { reporting } from './with-registry.ts'
import { answer, questionOptions, withSnapshot } from './with-snapshot.ts'

/** `spets insights`: which large specialisations of 2017 had no area in 2018, which belong to an area of a later list, and how they stand now. */
export const insightsCommand: Command = {
  name: 'insights',
  summary: {
    sv: 'Visa vilka stora specialiseringar som inget område handlade om 2018, och hur de står nu',
    en: 'Show which large specialisations no area was about in 2018, and how they stand now',
  },
  usage: 'spets insights [--date YYYY-MM-DD] [--json]',
  run: (args, io) => reporting(insightsCommand, io, () => showInsights(args, io)),
}

async function showInsights(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args, options: questionOptions })
  return withSnapshot(io, values.date, (snapshot) => {
    const insights = insightsOf(snapshot)
    return answer(io, values.json, { data: insights, lines: () => insightLines(insights, langOf(io.env)) })
  })
}

function insightLines({ sentence, regions }: InsightsShape, lang: Language): string[] {
  const takenUpWord = lang === 'sv' ? 'hör till' : 'belongs to'
  const unreadWord =
    lang === 'sv'
      ? '; okänt om det hör till ett senare område: den nyare listan är inte läst i sin helhet'
      : '; unknown whether it belongs to a later area: the newer list has not been read as a whole'
  const number = (value: number | null | undefined) => (value == null ? '–' : formatNumber(value, lang, 1))
  return [
    sentence[lang],
    ...regions
      .filter(({ hasDeckList }) => hasDeckList)
      .flatMap(({ region, hasUnreadList, specialisations }) => [
        region.name,
        ...specialisations
          .filter(({ chosenThen }) => chosenThen.length === 0)
          .map(({ code, label, quotient, latest, takenUp }) => {
            const later = takenUp.length > 0 ? `; ${takenUpWord} ${takenUp.map((area) => area.label[lang]).join(', ')}` : ''
            const end = later || (hasUnreadList ? unreadWord : '')
            return `  ${code} ${label[lang]}  ${number(quotient)} → ${number(latest?.quotient)}${end}`
          }),
      ]),
  ]
}
