import { labelsOf } from './area-labels.ts'
import type { PriorityShape } from './shapes.ts'
import type { Language } from '../records/language.ts'

export const columns = ['owner', 'label', 'period', 'themes', 'validFrom', 'source'] as const
export type Column = (typeof columns)[number]

export interface TableChoice {
  text: string
  region: string
  theme: string
  period: string
  onlyInForce: boolean
  sort: Column
  isDescending: boolean
}

const collators = { sv: new Intl.Collator('sv', { numeric: true }), en: new Intl.Collator('en', { numeric: true }) }

/** The areas that match the filters, sorted as chosen. */
export function tableView(all: readonly PriorityShape[], choice: TableChoice, lang: Language): PriorityShape[] {
  const needle = choice.text.toLowerCase()
  const fits = (priority: PriorityShape) =>
    (!choice.onlyInForce || priority.isInForce) &&
    (!choice.region || priority.owner.slug === choice.region || priority.owner.id === choice.region) &&
    (!choice.period || priority.programmePeriodId === choice.period) &&
    (!choice.theme || priority.themes.some((theme) => theme.id === choice.theme || theme.slugEn === choice.theme)) &&
    (!needle || textOf(priority).includes(needle))
  const compare = collators[lang].compare
  const sign = choice.isDescending ? -1 : 1
  return all
    .filter(fits)
    .map((priority) => ({ priority, first: sortKey(priority, choice.sort, lang), second: placeKey(priority, lang) }))
    .sort((a, b) => sign * compare(a.first, b.first) || compare(a.second, b.second))
    .map(({ priority }) => priority)
}

/** What areas with the same key are sorted by. */
const placeKey = (priority: PriorityShape, lang: Language) =>
  `${priority.owner.name[lang]} ${priority.meta.inForceFrom} ${priority.order}`

function sortKey(priority: PriorityShape, column: Column, lang: Language): string {
  const { label, gloss } = labelsOf(priority, lang)
  const keys: Record<Column, string> = {
    owner: priority.owner.name[lang],
    label: gloss ?? label,
    period: priority.programmePeriodId,
    themes: priority.themes[0]?.label[lang] ?? '',
    validFrom: priority.meta.inForceFrom,
    source: priority.citation?.source.title[lang] ?? '',
  }
  return keys[column]
}

function textOf({ displayLabel, verbatimLabel, translatedLabel, owner, themes }: PriorityShape): string {
  const names = themes.flatMap((theme) => [theme.label.sv, theme.label.en])
  return [displayLabel, verbatimLabel, translatedLabel ?? '', owner.name.sv, owner.name.en, ...names].join(' ').toLowerCase()
}
