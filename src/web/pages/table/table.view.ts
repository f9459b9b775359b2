import type { Lang } from '../../lang.ts'
import type { PriorityShape } from '../../shapes/shapes.ts'
import { labelsOf } from '../../ui/priority-parts.tsx'

export const columns = ['owner', 'label', 'period', 'themes', 'validFrom', 'source'] as const
export type Column = (typeof columns)[number]

/** Query names in each language. */
export const tableQuery = {
  sv: {
    text: 'q',
    region: 'region',
    theme: 'tema',
    period: 'period',
    inForce: 'galler',
    sort: 'sortera',
    inForceWords: { all: 'alla' },
  },
  en: {
    text: 'q',
    region: 'region',
    theme: 'theme',
    period: 'period',
    inForce: 'holds',
    sort: 'sort',
    inForceWords: { all: 'all' },
  },
} as const

export interface TableChoice {
  text: string
  region: string
  theme: string
  period: string
  onlyInForce: boolean
  sort: Column
  isDescending: boolean
}

export function readTableChoice(query: URLSearchParams, lang: Lang): TableChoice {
  const names = tableQuery[lang]
  const sort = query.get(names.sort) ?? 'owner'
  const column = columns.find((name) => name === sort.replace(/^-/, '')) ?? 'owner'
  const read = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  return {
    text: read(names.text),
    region: read(names.region),
    theme: read(names.theme),
    period: read(names.period),
    onlyInForce: query.get(names.inForce) !== names.inForceWords.all,
    sort: column,
    isDescending: sort.startsWith('-'),
  }
}

const collators = { sv: new Intl.Collator('sv', { numeric: true }), en: new Intl.Collator('en', { numeric: true }) }

/** The areas that fit the choice, sorted as chosen. */
export function tableView(all: readonly PriorityShape[], choice: TableChoice, lang: Lang): PriorityShape[] {
  const needle = choice.text.toLowerCase()
  const fits = (priority: PriorityShape) =>
    (!choice.onlyInForce || priority.isInForce) &&
    (!choice.region || priority.owner.slug === choice.region || priority.owner.id === choice.region) &&
    (!choice.period || priority.programmePeriodId === choice.period) &&
    (!choice.theme || priority.themes.some((theme) => theme.id === choice.theme || theme.slugEn === choice.theme)) &&
    (!needle || textOf(priority).includes(needle))
  const compare = collators[lang].compare
  const key = (priority: PriorityShape) => sortKey(priority, choice.sort, lang)
  const sign = choice.isDescending ? -1 : 1
  return all.filter(fits).sort((a, b) => sign * compare(key(a), key(b)) || compare(key2(a, lang), key2(b, lang)))
}

const key2 = (priority: PriorityShape, lang: Lang) => `${priority.owner.name[lang]} ${priority.meta.validFrom} ${priority.order}`

function sortKey(priority: PriorityShape, column: Column, lang: Lang): string {
  const { label, gloss } = labelsOf(priority, lang)
  const keys: Record<Column, string> = {
    owner: priority.owner.name[lang],
    label: gloss ?? label,
    period: priority.programmePeriodId,
    themes: priority.themes[0]?.label[lang] ?? '',
    validFrom: priority.meta.validFrom,
    source: priority.citation?.source.title[lang] ?? '',
  }
  return keys[column]
}

function textOf({ displayLabel, verbatimLabel, translatedLabel, owner, themes }: PriorityShape): string {
  const names = themes.flatMap((theme) => [theme.label.sv, theme.label.en])
  return [displayLabel, verbatimLabel, translatedLabel ?? '', owner.name.sv, owner.name.en, ...names].join(' ').toLowerCase()
}
