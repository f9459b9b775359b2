import { ExpectedError } from '../records/expected-error.ts'
import type { CodingAspect } from '../records/coding-decision.ts'
import { foldWords } from '../records/fold-words.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { conceptKinds } from '../records/thesaurus-facts.ts'
import type { ConceptKind } from '../records/thesaurus-facts.ts'
import type { Thesaurus } from './thesaurus.ts'

/**
 * Finds the code that a person has written in any of its forms, or by the name of what it stands for.
 * @param editions searched in this order; old and coming editions are included, because their codes can be decided on as
 * well
 * @throws ExpectedError `bad_request` when no edition has such a code
 */
export function readCode(editions: readonly Thesaurus[], aspect: CodingAspect, written: string): string {
  const findIn: Record<CodingAspect, (thesaurus: Thesaurus) => string | undefined> = {
    theme: ({ findTheme, themes }) => (findTheme(written) ?? findLabelled(themes, written))?.id,
    concept: ({ findConcept, concepts }) => (findConcept(written) ?? findLabelled(concepts, written))?.id,
    kind: () => conceptKinds.find((kind) => kind === (written as ConceptKind)),
    industry: ({ findIndustry }) => findIndustry(written)?.code,
    scienceField: ({ findScienceField, scienceFields }) =>
      (findScienceField(written) ?? findLabelled(scienceFields, written))?.code,
    goal: ({ goals }) => goals.find(({ code }) => code === written.trim())?.code,
    objective: ({ findObjective }) => findObjective(written)?.code,
  }
  const found = editions.map(findIn[aspect]).find((code) => code !== undefined)
  if (found) return found
  const shown = written.slice(0, 60)
  const words: LocalText = {
    sv: `${noSuch[aspect].sv} ”${shown}”. ${noSuch[aspect].see.sv}`,
    en: `${noSuch[aspect].en} “${shown}”. ${noSuch[aspect].see.en}`,
  }
  throw new ExpectedError('bad_request', { detail: words.en, data: { aspect, asked: shown, words } })
}

/** The one that has a name, in either language and any case; undefined where none has it, or several. */
function findLabelled<T extends { label: LocalText }>(all: readonly T[], written: string): T | undefined {
  const wanted = foldWords(written)
  const found = wanted === '' ? [] : all.filter(({ label }) => foldWords(label.sv) === wanted || foldWords(label.en) === wanted)
  return found.length === 1 ? found[0] : undefined
}

const noSuch: Record<CodingAspect, LocalText & { see: LocalText }> = {
  theme: {
    sv: 'Det finns inget tema',
    en: 'There is no theme',
    see: { sv: 'Alla teman finns på /tema.', en: 'All themes are listed at /en/theme.' },
  },
  concept: {
    sv: 'Det finns inget begrepp',
    en: 'There is no concept',
    see: {
      sv: 'Begreppen finns på temats sida, under /tema.',
      en: 'Concepts are listed on the page of their theme, below /en/theme.',
    },
  },
  kind: {
    sv: 'Det finns inget slag',
    en: 'There is no kind',
    see: { sv: `Slagen är ${conceptKinds.join(', ')}.`, en: `The kinds are ${conceptKinds.join(', ')}.` },
  },
  industry: {
    sv: 'Det finns ingen bransch i SNI 2007 med koden',
    en: 'There is no industry of SNI 2007 with the code',
    see: {
      sv: 'Skriv två till fem siffror, till exempel 16 eller 16.101.',
      en: 'Write two to five digits, for example 16 or 16.101.',
    },
  },
  scienceField: {
    sv: 'Det finns inget forskningsämne i FORD med koden',
    en: 'There is no field of research in FORD with the code',
    see: { sv: 'Skriv till exempel 2.5.', en: 'Write for example 2.5.' },
  },
  goal: {
    sv: 'Det finns inget globalt mål',
    en: 'There is no Sustainable Development Goal',
    see: { sv: 'Skriv ett tal från 1 till 17.', en: 'Write a number from 1 to 17.' },
  },
  objective: {
    sv: 'Det finns inget mål i EU:s sammanhållningspolitik',
    en: 'There is no objective of the EU’s cohesion policy',
    see: { sv: 'Skriv till exempel 2 eller 2.6.', en: 'Write for example 2 or 2.6.' },
  },
}
