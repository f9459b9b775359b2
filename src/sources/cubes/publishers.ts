import type { LocalText } from '../../records/shared-fields.ts'

/** How a publisher wants to be named, and on what terms its figures are used. */
export interface Publisher {
  name: string
  attribution: LocalText
  licence: string
}

const known: readonly (Publisher & { isCalled: RegExp })[] = [
  {
    isCalled: /\bSCB\b|statistiska centralbyrån|statistikmyndigheten|statistics sweden/i,
    name: 'Statistikmyndigheten SCB',
    attribution: { sv: 'Källa: SCB', en: 'Source: Statistics Sweden (SCB)' },
    licence: 'CC0 1.0',
  },
  {
    isCalled: /\b(?:eurostat|ESTAT)\b/i,
    name: 'Eurostat',
    attribution: { sv: 'Källa: Eurostat', en: 'Source: Eurostat' },
    licence: 'Eurostat reuse policy (2011/833/EU)',
  },
  {
    isCalled: /\b(?:kolada|RKA)\b/i,
    name: 'Kolada (RKA)',
    attribution: { sv: 'Källa: Kolada', en: 'Source: Kolada' },
    licence: 'Fri att använda med källa',
  },
]

/** The publisher that a file or a person names; null when nobody is named. */
export function publisherNamed(source: string | null, licence: string | null): Publisher | null {
  const written = source?.replace(/^(?:källa|source|datakälla)\s*:\s*/i, '').trim()
  if (!written) return null
  const found = known.find(({ isCalled }) => isCalled.test(written))
  if (found) return { name: found.name, attribution: found.attribution, licence: found.licence }
  const name = written.slice(0, 200)
  return { name, attribution: { sv: `Källa: ${name}`, en: `Source: ${name}` }, licence: licence ?? 'ej angiven' }
}
