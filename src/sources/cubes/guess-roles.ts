import type { CubeDimension, DimensionRole } from '../../records/cube.ts'
import { industrySpans } from '../../records/industry-codes.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { FileDimension, FileTable } from './file-table.ts'
import type { ReadRegion } from './region-codes.ts'
import { isTimeCode } from './time-codes.ts'

/** What a dimension is taken for, and why. */
export interface RoleGuess {
  role: DimensionRole
  classification: string | null
  why: LocalText
}

/** Which dimensions are for what, by id or label, as a person says it. */
export type RoleChoices = Partial<Record<'region' | 'activity' | 'time' | 'measure', string>>

const names: Record<'region' | 'activity' | 'time' | 'measure', RegExp> = {
  region:
    /^(?:region\w*|geo\w*|län\w*|lan|lan_?kod|kommun\w*|municipality\w*|county|nuts\w*|ref_?area|arbetsställets? (?:län|kommun))/i,
  activity:
    /(?:sni|nace|ssyk|isco|isced|^indic_is|yrke|occupation|bransch|näringsgren|naringsgren|industr(?:y|i)|activity|verksamhet|utbildningsnivå|education|^sector|sektor)/i,
  time: /^(?:tid|time\w*|år|ar|year|period\w*|månad|month|kvartal|quarter|vecka|week)$/i,
  measure: /^(?:contentscode|tabellinnehåll|innehåll|observations?|measure|mått|matt|variabel|kpi|na_item|indic\w*|nyckeltal)$/i,
}

/**
 * What each dimension is for: what a person says, then what the file says, then its name, then its codes. Each of region,
 * activity, time and measure is one dimension at most; others are groups.
 */
export function guessRoles(
  dimensions: FileTable['dimensions'],
  { choices, readRegion }: { choices: RoleChoices; readRegion: ReadRegion },
): RoleGuess[] {
  const found: (RoleGuess | null)[] = dimensions.map(() => null)
  const take = (at: number, role: DimensionRole, why: LocalText) => {
    if (at >= 0 && found[at] === null && !found.some((one) => one?.role === role)) found[at] = { role, classification: null, why }
  }
  const chosen = Object.entries(choices) as ['region' | 'activity' | 'time' | 'measure', string][]
  for (const [role, name] of chosen)
    if (name !== 'none')
      take(
        dimensions.findIndex((one) => isCalled(one, name)),
        role,
        { sv: 'sagt vid inläsningen', en: 'said at the import' },
      )
  const isOpen = (role: string) => choices[role as 'region'] === undefined
  dimensions.forEach(
    ({ role }, at) => role && isOpen(role) && take(at, role, { sv: 'så står det i filen', en: 'the file says so' }),
  )
  const open = (['time', 'region', 'measure', 'activity'] as const).filter(isOpen)
  for (const role of open)
    for (const name of ['id', 'label'] as const)
      take(
        dimensions.findIndex((one, at) => found[at] === null && names[role].test(one[name].trim()) && fits(role, one)),
        role,
        byName,
      )
  // Names come first for all roles, since four digits can be municipalities or occupations.
  for (const role of open) {
    const byCodes = codesFit[role]
    if (byCodes)
      take(
        dimensions.findIndex((one, at) => found[at] === null && byCodes(one, readRegion)),
        role,
        { sv: 'koderna ser ut så', en: 'its codes look so' },
      )
  }
  const roles = dimensions.map(
    (_, at) =>
      found[at] ?? {
        role: 'group' as const,
        classification: null,
        why: { sv: 'ingen annan roll passar', en: 'no other role fits' },
      },
  )
  return roles.map((guess, at) => ({ ...guess, classification: classificationOf(dimensions[at]!, guess.role) }))
}

const byName: LocalText = { sv: 'namnet säger det', en: 'its name says so' }

/** Whether a person means this dimension. */
export const isCalled = ({ id, label }: FileDimension, name: string): boolean =>
  [id, label].some((one) => one.toLowerCase() === name.toLowerCase())

const most = (codes: readonly string[], isSuch: (code: string, at: number) => boolean): boolean =>
  codes.length > 0 && codes.filter(isSuch).length >= codes.length * 0.8

const fits = (role: string, { codes }: FileDimension): boolean => role !== 'time' || codes.every(isTimeCode)

const codesFit: Partial<Record<DimensionRole, (one: FileDimension, readRegion: ReadRegion) => boolean>> = {
  time: ({ codes }) => codes.every(isTimeCode),
  // Two digits alone can be counties or industries, so that names or NUTS codes are needed.
  region: ({ codes, labels }, readRegion) =>
    codes.length > 1 &&
    most(
      codes,
      (code, at) =>
        (/^SE[0-9]*$/.test(code) || !/^\d+$/.test(code) || /^00\d\d$/.test(code) || labels[at] !== code) &&
        readRegion(code, labels[at]!) !== null,
    ),
  activity: ({ codes }) => codes.length > 2 && most(codes, (code) => industrySpans(code) !== null),
}

const totalWords =
  /^(?:total|totalt|samtliga|summa|alla|all|båda könen|both sexes|riket|hela riket|hela landet|män och kvinnor|kvinnor och män|totalt?,? .*|samtliga .*|alla (?!andra|övriga).*|all (?!other).*|total .*)$/i
const totalCodes = /^(?:TOTAL|TOT|T|_T|TOTALT|SAMTLIGA|ALLA|ALL|1\+2|A-U(?:\+US)?|TOT[A-Z0-9_-]*|0A|SUM)$/i

/** Whether a code is the sum of the others of its dimension, by its code or name. */
export const isSum = (code: string, label: string): boolean => totalCodes.test(code) || totalWords.test(label.trim())

/** The classification that the codes of an activity or a group belong to, as far as it can be seen. */
function classificationOf({ id, label, codes }: FileDimension, role: DimensionRole): CubeDimension['classification'] {
  const name = `${id} ${label}`.toLowerCase()
  if (role === 'group' && /\b(?:sex|kön|kon|gender)\b/.test(name)) return 'sex'
  if (role !== 'activity') return null
  const parts = codes.filter((code) => !totalCodes.test(code))
  if (/ssyk|yrke|occupation/.test(name)) return parts.every((code) => /^\d{1,4}$/.test(code)) ? 'ssyk-2012' : null
  if (/isced|utbildning|education/.test(name)) return null
  return most(parts, (code) => industrySpans(code) !== null || /^(?:00|US|UNK)$/.test(code)) ? 'sni-2007' : null
}
