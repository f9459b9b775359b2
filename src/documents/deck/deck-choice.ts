import { ExpectedError } from '../../records/expected-error.ts'
import type { Language } from '../../records/language.ts'
import { IsoDate } from '../../records/time.ts'
import { findRegionCalled } from '../../places/region-called.ts'
import { findRegions } from '../../shapes/from-snapshot.ts'
import type { Known, Snapshot } from '../../snapshot/snapshot.ts'
import type { Theme } from '../../records/thesaurus-facts.ts'
import { thesaurusOf } from '../../thesaurus/thesaurus-of.ts'

/** What somebody wants in a deck, as it is asked for. */
export interface AskedDeck {
  lang: Language
  /** Regions by any of their names and codes; all when empty. */
  regions: readonly string[]
  /** Themes by id, each with a map of its own; none when empty. */
  themes: readonly string[]
  /** The day that changes are counted from; five years before when left out. */
  since?: string | null
  /** One region to a slide, or six as in the first deck. */
  layout?: 'one' | 'many'
}

/** The same, understood. */
export interface DeckChoice {
  lang: Language
  regions: readonly Known<'region'>[]
  /** Whether all regions are in it. */
  isNational: boolean
  themes: readonly Theme[]
  since: string
  layout: 'one' | 'many'
}

const mostThemes = 12

/** @throws ExpectedError `bad_request`, `region_not_found` or `invalid_date` for what is not understood */
export function readDeckChoice(snapshot: Snapshot, asked: AskedDeck): DeckChoice {
  const all = findRegions(snapshot)
  const chosen = new Set(asked.regions.map((name) => regionCalled(snapshot, name).code))
  const since = asked.since || yearsBefore(snapshot.validAt, 5)
  if (!IsoDate.safeParse(since).success || since > snapshot.validAt) {
    const words = {
      sv: `«${since.slice(0, 20)}» är ingen dag före den som bildspelet gäller. Skriv ÅÅÅÅ-MM-DD.`,
      en: `«${since.slice(0, 20)}» is no day before the one that the deck is of. Write YYYY-MM-DD.`,
    }
    throw new ExpectedError('invalid_date', { detail: words.en, data: { words, asked: since.slice(0, 20) } })
  }
  return {
    lang: asked.lang,
    regions: chosen.size === 0 ? all : all.filter(({ code }) => chosen.has(code)),
    isNational: chosen.size === 0 || chosen.size === all.length,
    themes: themesCalled(snapshot, asked.themes),
    since,
    layout: asked.layout ?? 'one',
  }
}

function regionCalled(snapshot: Snapshot, name: string): Known<'region'> {
  const region = findRegionCalled(snapshot, name)
  if (!region)
    throw new ExpectedError('region_not_found', { detail: `«${name.slice(0, 80)}»`, data: { asked: name.slice(0, 80) } })
  return region
}

function themesCalled(snapshot: Snapshot, names: readonly string[]): Theme[] {
  const { themes, findTheme } = thesaurusOf(snapshot)
  const found = names.map((name) => findTheme(name))
  const unknown = names.filter((_, at) => found[at] === null)
  if (unknown.length > 0 || names.length > mostThemes) {
    const ids = themes.map(({ id }) => id).join(', ')
    const words =
      unknown.length > 0
        ? {
            sv: `«${unknown[0]!.slice(0, 80)}» är inget tema. De som finns: ${ids}.`,
            en: `«${unknown[0]!.slice(0, 80)}» is no theme. There are: ${ids}.`,
          }
        : { sv: `Högst ${mostThemes} teman på en gång.`, en: `At most ${mostThemes} themes at once.` }
    throw new ExpectedError('bad_request', { detail: words.en, data: { words } })
  }
  return themes.filter((theme) => found.includes(theme))
}

/** The same day some years before; the first of March for a leap day in a year without one. */
const yearsBefore = (day: string, years: number): string => {
  const before = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
  return IsoDate.safeParse(before).success ? before : before.replace('-02-29', '-03-01')
}
