import { parseArgs } from 'node:util'
import { ExpectedError } from '../records/expected-error.ts'
import { areaEvidenceView } from '../shapes/area-evidence.ts'
import type { AreaEvidenceShape, RegionEvidenceShape, EvidenceStrengthShape } from '../shapes/evidence-shapes.ts'
import { findRegion } from '../shapes/from-snapshot.ts'
import type { AskedEvidence } from '../shapes/computed-evidence.ts'
import { regionEvidenceView } from '../shapes/region-evidence.ts'
import type { Language } from '../records/language.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { areaIdIn } from './named-records.ts'
import { reporting, UsageError } from './with-registry.ts'
import { answer, questionOptions, withSnapshot } from './with-snapshot.ts'

/** `spets evidence AREA|REGION`: what the statistics say about an area, or about a region and its choices. */
export const evidenceCommand: Command = {
  name: 'evidence',
  summary: {
    sv: 'Visa vad statistiken säger om ett område eller en region',
    en: 'Show what the statistics say about an area or a region',
  },
  usage:
    'spets evidence AREA | REGION [--year YEAR] [--threshold NUMBER] [--basis interval|quotient] [--date YYYY-MM-DD] [--json]',
  run: (args, io) => reporting(evidenceCommand, io, () => showEvidence(args, io)),
}

async function showEvidence(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [asked, ...surplus] = positionals
  if (!asked || surplus.length > 0)
    throw new UsageError(lang === 'sv' ? 'Ange ett område eller en region.' : 'Name an area or a region.')
  return withSnapshot(io, values.date, (snapshot) => {
    const area = findRegion(snapshot, asked) ? asked : areaIdIn(snapshot, asked)
    if (snapshot.getBegun('priorityArea', area)) {
      const evidence = areaEvidenceView(snapshot, area)
      return answer(io, values.json, { data: evidence, lines: () => areaLines(evidence, lang) })
    }
    if (!findRegion(snapshot, asked)) throw new ExpectedError('not_found', { detail: `«${asked.slice(0, 60)}»` })
    const evidence = regionEvidenceView(snapshot, asked, askedOf(values))
    return answer(io, values.json, { data: evidence, lines: () => regionLines(evidence, lang) })
  })
}

/** How a region's strengths and backing are told. */
const options = {
  ...questionOptions,
  year: { type: 'string' },
  threshold: { type: 'string' },
  basis: { type: 'string' },
} as const

function askedOf({ year, threshold, basis }: { year?: string; threshold?: string; basis?: string }): AskedEvidence {
  return {
    ...(year ? { year } : {}),
    ...(threshold ? { threshold: Number(threshold) } : {}),
    ...(basis === 'quotient' ? { basis } : {}),
  }
}

function areaLines({ label, sentence, parts, described }: AreaEvidenceShape, lang: Language): string[] {
  const further = parts.length > 1 ? parts.map((part) => `  ${part.label[lang]}: ${part.sentence[lang]}`) : []
  const mentioned = lang === 'sv' ? 'beskrivningen nämner' : 'the description mentions'
  return [
    label[lang],
    `  ${sentence[lang]}`,
    ...further,
    ...described.map((part) => `  (${mentioned}) ${part.label[lang]}: ${part.sentence[lang]}`),
  ]
}

const mostShown = 8

function strengthLine(strength: EvidenceStrengthShape, lang: Language): string {
  const { code, label, quotient, lower, upper, mentionedByIds } = strength
  const areas = mentionedByIds.join(', ')
  return `  ${code} ${label[lang]}  ${quotient.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)})${areas ? `; ${areas}` : ''}`
}

function regionLines(
  { region, sentence, areas, areasKnown, unsettled, notChosen, mentioned, nextSteps, peers }: RegionEvidenceShape,
  lang: Language,
): string[] {
  const [unsettledWord, partlyWord, notChosenWord, mentionedWord, stepsWord, peersWord] =
    lang === 'sv'
      ? [
          'Tydliga styrkor (regionens områden är inte kända):',
          'Styrkor som inget känt område handlar om (bara en del av listan är känd):',
          'Styrkor som inget område handlar om:',
          'Styrkor som hör till ett område, fast namnet inte visar det:',
          'Möjliga nästa steg:',
          'Regioner med liknande struktur:',
        ]
      : [
          'Clear strengths (the region’s areas are not known):',
          'Strengths that no known area is about (only part of the list is known):',
          'Strengths that no area is about:',
          'Strengths of an area whose name does not show it:',
          'Possible next steps:',
          'Regions of a similar structure:',
        ]
  return [
    region.name,
    `  ${sentence[lang]}`,
    ...areas.flatMap((area) => areaLines(area, lang)),
    areasKnown === 'unknown' ? unsettledWord : areasKnown === 'partly' ? partlyWord : notChosenWord,
    ...[...unsettled, ...notChosen].slice(0, mostShown).map((one) => strengthLine(one, lang)),
    ...(mentioned.length > 0 ? [mentionedWord] : []),
    ...mentioned.slice(0, mostShown).map((one) => strengthLine(one, lang)),
    stepsWord,
    ...(nextSteps?.steps ?? [])
      .slice(0, mostShown)
      .map(({ code, label, density }) => `  ${code} ${label[lang]}  ${density.toFixed(2)}`),
    peersWord,
    ...peers.slice(0, mostShown).map(({ region: peer, distance }) => `  ${peer.name}  ${distance.toFixed(3)}`),
  ]
}
