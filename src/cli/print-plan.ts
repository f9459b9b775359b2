import type { LocalText } from '../domain/record.ts'
import type { ImportItem, ImportLine, ImportPlan } from '../publishing/import-plan-types.ts'

type Lang = 'sv' | 'en'

/** A plan as a person reads it in a terminal: by region, then statements, notices, and lines not understood. */
export function printPlan(plan: ImportPlan, lang: Lang): string {
  const text = words[lang]
  const lists = plan.items.filter(({ regionCode }) => regionCode !== null)
  const statements = plan.items.filter(({ regionCode }) => regionCode === null)
  const parts = [
    ...lists.map((item) => printItem(item, lang)),
    statements.length > 0 ? [text.statements, ...statements.flatMap((item) => item.lines.map((line) => `  ${sign(line)} ${item.title[lang]}: ${quoted(line, lang)}   [${item.id}]`))].join('\n') : '',
    printNotices(plan, lang),
    plan.notUnderstood.length > 0 ? [text.notUnderstood(plan.notUnderstood.length), ...plan.notUnderstood.map(({ line, text: said, reason }) => `  ${text.line} ${line}: ${shorten(said)} – ${reason[lang]}`)].join('\n') : '',
    text.summary(plan),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function printItem(item: ImportItem, lang: Lang): string {
  const lines = item.lines.map((line) => `  ${sign(line)} ${quoted(line, lang)}${line.change === 'unchanged' || line.change === 'confirmed' ? '' : ` – ${line.reason[lang]}`}`)
  return [`${item.title[lang]}   [${item.id}]`, ...lines].join('\n')
}

function printNotices({ notices }: ImportPlan, lang: Lang): string {
  if (notices.length === 0) return ''
  return [words[lang].notices, ...notices.map(({ line, text }) => `  ${line === null ? '' : `${words[lang].line} ${line}: `}${text[lang]}`)].join('\n')
}

const signs: Record<ImportLine['change'], string> = { new: '+', dropped: '-', renamed: '~', split: '<', merged: '>', unchanged: '=', confirmed: '=', moved: '^', labelCorrected: '~' }
const sign = ({ change }: ImportLine): string => signs[change]

function quoted({ before, after, deckLine, change }: ImportLine, lang: Lang): string {
  const isSame = before === null || after === null || before === after
  const label = isSame ? (after ?? before ?? '') : `${before} → ${after}`
  const place = deckLine === null || change === 'unchanged' ? '' : ` (${words[lang].line} ${deckLine})`
  return `${shorten(label)}${place}`
}

const shorten = (text: string): string => (text.length > 160 ? `${text.slice(0, 159)}…` : text)

const words = {
  sv: {
    line: 'rad',
    statements: 'Iakttagelser, önskemål och nästa steg',
    notices: 'Att se över',
    notUnderstood: (count: number) => `Rader som inte förstods: ${count}`,
    summary: ({ items, unchanged, sourceId }: ImportPlan) =>
      items.length === 0
        ? `Inget att publicera: registret säger redan samma sak (${unchanged.lists} listor och ${unchanged.statements} uttalanden som förut). Källa: ${sourceId}.`
        : `${items.length} ändringar att publicera; ${unchanged.lists} listor och ${unchanged.statements} uttalanden är som förut. Källa: ${sourceId}.`,
  },
  en: {
    line: 'line',
    statements: 'Findings, wishes and next steps',
    notices: 'To look over',
    notUnderstood: (count: number) => `Lines not understood: ${count}`,
    summary: ({ items, unchanged, sourceId }: ImportPlan) =>
      items.length === 0
        ? `Nothing to publish: the registry already says the same (${unchanged.lists} lists and ${unchanged.statements} statements as before). Source: ${sourceId}.`
        : `${items.length} changes to publish; ${unchanged.lists} lists and ${unchanged.statements} statements are as before. Source: ${sourceId}.`,
  },
}

/** What the deck holds, in one line. */
export const countsOf = ({ regions, findings, wishes, nextSteps }: { regions: { priorities: unknown[] }[]; findings: unknown[]; wishes: unknown[]; nextSteps: unknown[] }): LocalText => {
  const areas = regions.reduce((sum, { priorities }) => sum + priorities.length, 0)
  return {
    sv: `${regions.length} regioner, ${areas} prioriterade områden, ${findings.length} iakttagelser, ${wishes.length} önskemål, ${nextSteps.length} nästa steg`,
    en: `${regions.length} regions, ${areas} priority areas, ${findings.length} findings, ${wishes.length} wishes, ${nextSteps.length} next steps`,
  }
}
