import type { BodyOf } from '../records/record.ts'

/** What a region changes of its areas itself. */
export const areaFields = ['label', 'translation', 'meaningSv', 'meaningEn'] as const
export type AreaField = (typeof areaFields)[number]

export const longestOf: Record<AreaField, number> = { label: 300, translation: 300, meaningSv: 2000, meaningEn: 2000 }

type Area = BodyOf<'priorityArea'>

/** What an area has in a field, as a form shows it. */
export function baseOf(area: Pick<Area, 'displayLabel' | 'translatedLabel' | 'description'>, field: AreaField): string {
  const values: Record<AreaField, string | null | undefined> = {
    label: area.displayLabel,
    translation: area.translatedLabel,
    meaningSv: area.description?.sv,
    meaningEn: area.description?.en,
  }
  return values[field] ?? ''
}

/** The changes of the record that a region's words mean. Words that the region writes here are both verbatim and shown. */
export function changesOf(area: Area, values: ReadonlyMap<AreaField, string>): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  const label = values.get('label')
  if (label !== undefined && label !== area.displayLabel) Object.assign(changes, { verbatimLabel: label, displayLabel: label })
  const translation = values.get('translation')
  if (translation !== undefined) changes['translatedLabel'] = translation || null
  if (values.has('meaningSv') || values.has('meaningEn')) {
    const sv = values.get('meaningSv') ?? baseOf(area, 'meaningSv')
    const en = values.get('meaningEn') ?? baseOf(area, 'meaningEn')
    changes['description'] = sv === '' && en === '' ? null : { sv: sv || en, en: en || sv }
  }
  return changes
}
