import themesTsv from '../../facts/themes.tsv?raw'
import type { LocalText } from '../records/record.ts'

/** Groups of themes that share a colour. */
export const themeFamilies = ['nature', 'industry', 'energy', 'digital', 'people', 'place'] as const
export type ThemeFamily = (typeof themeFamilies)[number]

/**
 * How a term speaks for its theme, and the sign before it in the file:
 * `plain`; `weak` (~) says a little; `alone` (=) speaks as a word of its own, not as part of a compound;
 * `head` (?) is silent when what stands before it has a subject ("skogsindustri", "games industry");
 * `other` (!) looks like the theme and means something else ("krävande miljöer").
 */
export type SignalKind = 'plain' | 'weak' | 'alone' | 'head' | 'other'

export interface Signal {
  term: string
  kind: SignalKind
}

/** A subject that areas in many regions are about, whatever they call it. */
export interface Theme {
  /** Swedish slug; stable. */
  id: string
  slugEn: string
  label: LocalText
  definition: LocalText
  family: ThemeFamily
  /** Themes that lie next to this one; the relation goes both ways. */
  relatedIds: readonly string[]
  /** Words and phrases that signal the theme, for reading. */
  terms: { sv: readonly string[]; en: readonly string[] }
  /** The same with how each speaks, and those that only look like the theme. */
  signals: { sv: readonly Signal[]; en: readonly Signal[] }
}

/** All themes, in the file's order. */
export const themes: readonly Theme[] = readThemes(themesTsv)

const byName = new Map(themes.flatMap((theme) => [[theme.id, theme] as const, [theme.slugEn, theme] as const]))

export const findTheme = (idOrSlugEn: string): Theme | null => byName.get(idOrSlugEn) ?? null

function readThemes(tsv: string): Theme[] {
  const [, ...lines] = tsv.trimEnd().split('\n')
  return lines.map((line, index) => {
    const [id, slugEn, family, labelSv, labelEn, definitionSv, definitionEn, related, termsSv, termsEn, ...rest] =
      line.split('\t')
    if (
      !id ||
      !slugEn ||
      !labelSv ||
      !labelEn ||
      !definitionSv ||
      !definitionEn ||
      !related ||
      !termsSv ||
      !termsEn ||
      rest.length > 0
    ) {
      throw new Error(`facts/themes.tsv, line ${index + 2}: ten filled columns are needed.`)
    }
    if (!themeFamilies.includes(family as ThemeFamily))
      throw new Error(`facts/themes.tsv, line ${index + 2}: the family «${family}» does not exist.`)
    const signals = { sv: readSignals(termsSv), en: readSignals(termsEn) }
    return {
      id,
      slugEn,
      family: family as ThemeFamily,
      label: { sv: labelSv, en: labelEn },
      definition: { sv: definitionSv, en: definitionEn },
      relatedIds: related.split('|'),
      terms: { sv: termsOf(signals.sv), en: termsOf(signals.en) },
      signals,
    }
  })
}

export function readSignals(cell: string): Signal[] {
  const signs = new Map<string, SignalKind>([
    ['~', 'weak'],
    ['=', 'alone'],
    ['?', 'head'],
    ['!', 'other'],
  ])
  return cell.split('|').map((written) => {
    const kind = signs.get(written[0]!)
    return kind ? { term: written.slice(1), kind } : { term: written, kind: 'plain' }
  })
}

function termsOf(signals: readonly Signal[]): string[] {
  return signals.filter(({ kind }) => kind !== 'other').map(({ term }) => term)
}
