import type { LocalText } from '../records/shared-fields.ts'
import { importChangeWords, importSubjectWords, isPlainChange, namesInLine } from '../changes/import-change-words.ts'
import type { ImportItem, ImportLine, ImportPlan } from '../changes/import-plan-types.ts'
import type { Language } from '../records/language.ts'

/** A plan as a person reads it in a terminal: by region, then statements, notices, and lines not understood. */
export function printPlan(plan: ImportPlan, lang: Language): string {
  const text = words[lang]
  const lists = plan.items.filter(({ regionCode }) => regionCode !== null)
  const statements = plan.items.filter(({ regionCode }) => regionCode === null)
  const parts = [
    plan.base
      ? [`${plan.base.title[lang]}   (${text.alongWithAny})`, ...plan.base.lines.map((line) => printLine(line, lang))].join('\n')
      : '',
    ...lists.map((item) => printItem(item, lang)),
    statements.length > 0
      ? [
          text.statements,
          ...statements.flatMap((item) =>
            item.lines.map((line) => `  ${symbols[line.change]} ${item.title[lang]}: ${quoted(line, lang)}   [${item.id}]`),
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
    plan.items.length > 0 ? text.lines : '',
    text.summary(plan),
  ]
  return parts.filter(Boolean).join('\n\n')
}

/** One item of a plan with its lines. */
export function printItem(item: ImportItem, lang: Language): string {
  return [`${item.title[lang]}   [${item.id}]`, ...item.lines.map((line) => printLine(line, lang))].join('\n')
}

/** One line of a plan. */
export function printLine(line: ImportLine, lang: Language): string {
  const reason = isPlainChange(line.change) ? '' : ` – ${line.reason[lang]}`
  return `  ${changeOf(line, lang)}: ${quoted(line, lang)}${reason}${describedAs(line, lang)}`
}

function printNotices({ notices }: ImportPlan, lang: Language): string {
  if (notices.length === 0) return ''
  const absent = notices.filter(({ kind }) => kind === 'absent')
  const others = notices.filter(({ kind }) => kind !== 'absent')
  const lines = others.map(({ line, text }) => `  ${line === null ? '' : `${words[lang].line} ${line}: `}${text[lang]}`)
  const grouped = absent.length > 3 ? [`  ${words[lang].absent(absent.length)}`] : absent.map(({ text }) => `  ${text[lang]}`)
  return [words[lang].notices, ...lines, ...grouped].join('\n')
}

/** A symbol to see at a glance, always with its word beside it. */
const symbols: Record<ImportLine['change'], string> = {
  new: '+',
  entered: '+',
  dropped: '-',
  renamed: '~',
  split: '<',
  merged: '>',
  unchanged: '=',
  confirmed: '=',
  moved: '^',
  reordered: '^',
  labelCorrected: '~',
  described: '~',
  ended: '-',
  corrected: '~',
  reworded: '~',
}
const changeOf = ({ change, subject }: ImportLine, lang: Language): string => {
  const subjectWord = importSubjectWords[subject]?.[lang]
  return `${symbols[change]} ${importChangeWords[change][lang]}${subjectWord ? ` (${subjectWord})` : ''}`
}

const describedAs = ({ description }: ImportLine, lang: Language): string =>
  description ? `\n      ${words[lang].description}: ${shorten(description[lang])}` : ''

function quoted(line: ImportLine, lang: Language): string {
  const { deckLine, change } = line
  const { before, after } = namesInLine(line, lang)
  const isSame = before === null || after === null || before === after
  const label = isSame ? (after ?? before ?? '') : `${before} → ${after}`
  const place = deckLine === null || change === 'unchanged' ? '' : ` (${words[lang].line} ${deckLine})`
  return `${shorten(label)}${place}`
}

const shorten = (text: string): string => (text.length > 160 ? `${text.slice(0, 159)}…` : text)

const words = {
  sv: {
    line: 'rad',
    lines: 'Raderna är räknade i den här filen; i ett annat format av samma bildspel kan de ha andra nummer.',
    description: 'beskrivning',
    alongWithAny: 'publiceras tillsammans med valfri ändring',
    statements: 'Iakttagelser, önskemål och nästa steg',
    notices: 'Att kontrollera',
    absent: (count: number) => `${count} regioner finns inte i bildspelet. Deras listor ändras inte.`,
    notUnderstood: (count: number) => `Rader som inte förstods: ${count}`,
    summary: ({ items, unchanged, sourceId }: ImportPlan) => {
      const same = `${count(unchanged.lists, 'lista', 'listor')} och ${count(unchanged.statements, 'uttalande', 'uttalanden')}`
      return items.length === 0
        ? `Inget att publicera: registret har redan allt detta (${same}). Källa: ${sourceId}.`
        : `${count(items.length, 'ändring', 'ändringar')} att publicera; ${same} är oförändrade. Källa: ${sourceId}.`
    },
  },
  en: {
    line: 'line',
    lines: 'Lines are counted in this file; in another format of the same deck they can have other numbers.',
    description: 'description',
    alongWithAny: 'published together with any change',
    statements: 'Findings, wishes and next steps',
    notices: 'To check',
    absent: (count: number) => `${count} regions are not in the deck. Their lists are not changed.`,
    notUnderstood: (count: number) => `Lines not understood: ${count}`,
    summary: ({ items, unchanged, sourceId }: ImportPlan) => {
      const same = `${count(unchanged.lists, 'list', 'lists')} and ${count(unchanged.statements, 'statement', 'statements')}`
      return items.length === 0
        ? `Nothing to publish: the registry already has all of this (${same}). Source: ${sourceId}.`
        : `${count(items.length, 'change', 'changes')} to publish; ${same} are unchanged. Source: ${sourceId}.`
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

/** What the deck has, counted in one line. */
export function countsOf({ regions, findings, wishes, nextSteps }: Counted): LocalText {
  const areas = regions.reduce((sum, { priorities }) => sum + priorities.length, 0)
  return {
    sv: `${count(regions.length, 'region', 'regioner')}, ${count(areas, 'prioriterat område', 'prioriterade områden')}, ${count(findings.length, 'iakttagelse', 'iakttagelser')}, ${wishes.length} önskemål, ${nextSteps.length} nästa steg`,
    en: `${count(regions.length, 'region', 'regions')}, ${count(areas, 'priority area', 'priority areas')}, ${count(findings.length, 'finding', 'findings')}, ${count(wishes.length, 'wish', 'wishes')}, ${count(nextSteps.length, 'next step', 'next steps')}`,
  }
}
