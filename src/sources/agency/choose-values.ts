import type { CubeHeader } from '../../records/cube.ts'
import type { ReadRegion } from '../cubes/region-codes.ts'
import { unreadable } from '../cubes/file-table.ts'
import { isTimeCode } from '../cubes/time-codes.ts'
import type { PresetRow } from './preset-row.ts'
import type { Selected } from './split-selection.ts'

/** A variable of a service’s table, as its description says. */
export interface TableVariable {
  code: string
  text: string
  values: readonly string[]
  valueTexts: readonly string[]
  /** Whether the service sums it up when it is left out. */
  canBeLeftOut: boolean
  isTime: boolean
  isMeasure: boolean
  isRegion: boolean
}

export interface Choosing {
  selection: PresetRow['selection']
  level: CubeHeader['level']
  readRegion: ReadRegion
}

/**
 * Which values of a table’s variables are asked for: what the preset says; of regions those of its level and the nation; of
 * variables that can be summed up none; of the rest all.
 * @throws ExpectedError naming a variable or a value that the table does not have, or the measures to choose among
 */
export function chooseValues(variables: readonly TableVariable[], { selection, level, readRegion }: Choosing): Selected[] {
  const unknown = selection.find(({ name }) => !variables.some((one) => isCalled(one, name)))
  if (unknown)
    throw unreadable(
      `Tabellen har ingen variabel «${unknown.name}». Den har: ${variables.map(({ code }) => code).join(', ')}.`,
      `The table has no variable «${unknown.name}». It has: ${variables.map(({ code }) => code).join(', ')}.`,
    )
  return variables.flatMap((variable): Selected[] => {
    const asked = selection.find(({ name }) => isCalled(variable, name))
    const role = variable.isTime ? 'time' : variable.isMeasure ? 'measure' : variable.isRegion ? 'region' : 'other'
    if (asked) return [{ code: variable.code, role, values: valuesAsked(variable, asked.values) }]
    if (variable.isRegion) return [{ code: variable.code, role, values: regionsOfLevel(variable, level, readRegion) }]
    if (variable.isMeasure && variable.values.length > 1)
      throw unreadable(
        `Välj mått med --select ${variable.code}=KOD. De är: ${variable.values
          .map((code, at) => `${code} (${variable.valueTexts[at]})`)
          .join(', ')
          .slice(0, 600)}.`,
        `Choose a measure with --select ${variable.code}=CODE. They are: ${variable.values
          .map((code, at) => `${code} (${variable.valueTexts[at]})`)
          .join(', ')
          .slice(0, 600)}.`,
      )
    return variable.canBeLeftOut && !variable.isTime ? [] : [{ code: variable.code, role, values: variable.values }]
  })
}

const isCalled = ({ code, text }: TableVariable, name: string): boolean =>
  [code, text].some((one) => one.toLowerCase() === name.toLowerCase())

function valuesAsked({ code, values, valueTexts }: TableVariable, written: string): readonly string[] {
  if (written === '*') return values
  const [, count] = /^top\((\d{1,4})\)$/.exec(written) ?? []
  if (count) return values.slice(-Number(count))
  // The first of several words that is found in a text: tables name the same measure differently.
  const words = written.toLowerCase().split('~').slice(1)
  const word = words.find((one) => valueTexts.some((text) => text.toLowerCase().includes(one)))
  const found = written.startsWith('~')
    ? values.filter((_, at) => values.length === 1 || (word !== undefined && valueTexts[at]!.toLowerCase().includes(word)))
    : written.split(' ').filter((value) => values.includes(value))
  const missing = written.startsWith('~') ? [] : written.split(' ').filter((value) => !values.includes(value))
  if (found.length === 0 || missing.length > 0)
    throw unreadable(
      `Variabeln «${code}» har inte «${(missing[0] ?? written).slice(0, 60)}». Den har: ${values
        .slice(0, 20)
        .map((value, at) => `${value} (${valueTexts[at]})`)
        .join(', ')}.`,
      `The variable «${code}» does not have «${(missing[0] ?? written).slice(0, 60)}». It has: ${values
        .slice(0, 20)
        .map((value, at) => `${value} (${valueTexts[at]})`)
        .join(', ')}.`,
    )
  return found
}

function regionsOfLevel(
  { code, values, valueTexts }: TableVariable,
  level: CubeHeader['level'],
  readRegion: ReadRegion,
): readonly string[] {
  const kept = values.filter((value, at) => {
    const region = readRegion(value, valueTexts[at]!)
    return level === 'other' || region?.level === level || region?.level === 'nation'
  })
  if (kept.length === 0)
    throw unreadable(`Inga regioner i «${code}» är på nivån ${level}.`, `No regions of «${code}» are of the level ${level}.`)
  return kept
}

const regionName = /^(?:region|län|lan|kommun|geo|område|arbetsställets? )/i

/** Whether a variable is of regions, by its name or by what the service says. */
export const isRegionVariable = ({ code, text, map }: { code: string; text: string; map?: unknown }): boolean =>
  map !== undefined || regionName.test(code) || regionName.test(text)

/** Whether a variable is of times, by its codes or by what the service says. */
export const isTimeVariable = ({ code, values, time }: { code: string; values: readonly string[]; time?: unknown }): boolean =>
  time === true || /^(?:tid|time)$/i.test(code) || (values.length > 0 && values.every(isTimeCode))
