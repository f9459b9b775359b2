import themesTsv from '../../facts/themes.tsv?raw'
import type { LocalText } from '../domain/record.ts'

/** Groups of themes that share a colour. */
export const themeFamilies = ['nature', 'industry', 'energy', 'digital', 'people', 'place'] as const
export type ThemeFamily = (typeof themeFamilies)[number]

/** A subject that areas in many regions are about, whatever they call it. */
export interface Theme {
  /** Swedish slug; stable. */
  id: string
  slugEn: string
  label: LocalText
  definition: LocalText
  family: ThemeFamily
  /** Words and phrases that signal the theme; one that begins with ~ signals it weakly. */
  terms: { sv: readonly string[]; en: readonly string[] }
}

/** All themes, in the file's order. */
export const themes: readonly Theme[] = readThemes(themesTsv)

const byName = new Map(themes.flatMap((theme) => [[theme.id, theme] as const, [theme.slugEn, theme] as const]))

export const findTheme = (idOrSlugEn: string): Theme | null => byName.get(idOrSlugEn) ?? null

function readThemes(tsv: string): Theme[] {
  const [, ...lines] = tsv.trimEnd().split('\n')
  return lines.map((line, index) => {
    const [id, slugEn, family, labelSv, labelEn, definitionSv, definitionEn, termsSv, termsEn, ...rest] = line.split('\t')
    if (!id || !slugEn || !labelSv || !labelEn || !definitionSv || !definitionEn || !termsSv || !termsEn || rest.length > 0) {
      throw new Error(`facts/themes.tsv, line ${index + 2}: nine filled columns are needed.`)
    }
    if (!themeFamilies.includes(family as ThemeFamily))
      throw new Error(`facts/themes.tsv, line ${index + 2}: the family «${family}» does not exist.`)
    return {
      id,
      slugEn,
      family: family as ThemeFamily,
      label: { sv: labelSv, en: labelEn },
      definition: { sv: definitionSv, en: definitionEn },
      terms: { sv: termsSv.split('|'), en: termsEn.split('|') },
    }
  })
}
