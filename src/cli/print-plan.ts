import type { LocalText } from '../records/shared-fields.ts'
import type { ImportItem, ImportLine, ImportPlan } from '../changes/import-plan-types.ts'
import type { Language } from '../records/language.ts'

/** A plan as a person reads it in a terminal: by region, then statements, notices, and lines not understood. */
export function printPlan(plan: ImportPlan, lang: Language): string {
  const text = words[lang]
  const lists = plan.items.filter(({ regionCode }) => regionCode !== null)
  const statements = plan.items.filter(({ regionCode }) => regionCode === null)
  const parts = [
    ...lists.map((item) => printItem(item, lang)),
    statements.length > 0
      ? [
          text.statements,
          ...statements.flatMap((item) =>
            item.lines.map((line) => `  ${sign(line, lang)} ${item.title[lang]}: ${quoted(line, lang)}   [${item.id}]`),
          ),
        ].join('\n')
      : '',
    printNotices(plan, lang),
    plan.notUnderstood.length > 0
      ? [
          text.notUnderstood(plan.notUnderstood.length),
          ...plan.notUnderstood.map(
            ({ line, text: said, reason }) => `  ${text.line} ${line}: ${shorten(said)} – ${reason[lang]}`,
          ),
        ].join('\n')
      : '',
    text.summary(plan),
  ]
  return parts.filter(Boolean).join('\n\n')
}

function printItem(item: ImportItem, lang: Language): string {
  const lines = item.lines.map(
    (line) =>
      `  ${sign(line, lang)}: ${quoted(line, lang)}${line.change === 'unchanged' || line.change === 'confirmed' ? '' : ` – ${line.reason[lang]}`}`,
  )
  return [`${item.title[lang]}   [${item.id}]`, ...lines].join('\n')
}

function printNotices({ notices }: ImportPlan, lang: Language): string {
  if (notices.length === 0) return ''
  const absent = notices.filter(({ kind }) => kind === 'absent')
  const others = notices.filter(({ kind }) => kind !== 'absent')
  const lines = others.map(({ line, text }) => `  ${line === null ? '' : `${words[lang].line} ${line}: `}${text[lang]}`)
  const grouped = absent.length > 3 ? [`  ${words[lang].absent(absent.length)}`] : absent.map(({ text }) => `  ${text[lang]}`)
  return [words[lang].notices, ...lines, ...grouped].join('\n')
}

/** A sign to see at a glance, and what it means. */
const signs: Record<ImportLine['change'], { sign: string } & LocalText> = {
  new: { sign: '+', sv: 'nytt', en: 'new' },
  dropped: { sign: '-', sv: 'finns inte kvar', en: 'no longer there' },
  renamed: { sign: '~', sv: 'nytt namn', en: 'renamed' },
  split: { sign: '<', sv: 'delat', en: 'split' },
  merged: { sign: '>', sv: 'sammanfört', en: 'merged' },
  unchanged: { sign: '=', sv: 'som förut', en: 'as before' },
  confirmed: { sign: '=', sv: 'bekräftat', en: 'confirmed' },
  moved: { sign: '^', sv: 'flyttat', en: 'moved' },
  labelCorrected: { sign: '~', sv: 'rättad stavning', en: 'spelling corrected' },
}
const sign = ({ change }: ImportLine, lang: Language): string => `${signs[change].sign} ${signs[change][lang]}`

function quoted({ before, after, deckLine, change }: ImportLine, lang: Language): string {
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
    absent: (count: number) => `${count} regioner finns inte i bildspelet. Deras listor lämnas som de är.`,
    notUnderstood: (count: number) => `Rader som inte förstods: ${count}`,
    summary: ({ items, unchanged, sourceId }: ImportPlan) => {
      const same = `${count(unchanged.lists, 'lista', 'listor')} och ${count(unchanged.statements, 'uttalande', 'uttalanden')}`
      return items.length === 0
        ? `Inget att publicera: registret säger redan samma sak (${same}). Källa: ${sourceId}.`
        : `${count(items.length, 'ändring', 'ändringar')} att publicera; ${same} är som förut. Källa: ${sourceId}.`
    },
  },
  en: {
    line: 'line',
    statements: 'Findings, wishes and next steps',
    notices: 'To look over',
    absent: (count: number) => `${count} regions are not in the deck. Their lists are left as they are.`,
    notUnderstood: (count: number) => `Lines not understood: ${count}`,
    summary: ({ items, unchanged, sourceId }: ImportPlan) => {
      const same = `${count(unchanged.lists, 'list', 'lists')} and ${count(unchanged.statements, 'statement', 'statements')}`
      return items.length === 0
        ? `Nothing to publish: the registry already says the same (${same}). Source: ${sourceId}.`
        : `${count(items.length, 'change', 'changes')} to publish; ${same} are as before. Source: ${sourceId}.`
    },
  },
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`
}

/** How many changes were published, or are to be. */
export const changesInWords = (number: number): LocalText => ({
  sv: count(number, 'ändring', 'ändringar'),
  en: count(number, 'change', 'changes'),
})

interface Counted {
  regions: { priorities: unknown[] }[]
  findings: unknown[]
  wishes: unknown[]
  nextSteps: unknown[]
}

/** What the deck holds, in one line. */
export function countsOf({ regions, findings, wishes, nextSteps }: Counted): LocalText {
  const areas = regions.reduce((sum, { priorities }) => sum + priorities.length, 0)
  return {
    sv: `${count(regions.length, 'region', 'regioner')}, ${count(areas, 'prioriterat område', 'prioriterade områden')}, ${count(findings.length, 'iakttagelse', 'iakttagelser')}, ${wishes.length} önskemål, ${nextSteps.length} nästa steg`,
    en: `${count(regions.length, 'region', 'regions')}, ${count(areas, 'priority area', 'priority areas')}, ${count(findings.length, 'finding', 'findings')}, ${count(wishes.length, 'wish', 'wishes')}, ${count(nextSteps.length, 'next step', 'next steps')}`,
  }
}
