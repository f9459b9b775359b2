import { formatNumber } from '../language/format-number.ts'
import { joinWords, quoted } from '../language/join-words.ts'
import { lowerFirst } from '../language/lower-first.ts'
import type { AreasKnown } from '../snapshot/areas-known.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { clearestByQuotient } from './evidence-findings.ts'
import type { EvidenceFigureShape, EvidenceReasonShape, EvidenceSourceShape, notMeasurable } from './evidence-shapes.ts'

/** Fewer employees than this, found and expected, are too few to measure an area by. */
export const fewestInArea = 20

export const evidenceMethod: LocalText = {
  sv: 'Områdets teman och begrepp pekar ut yrken (SSYK 2012), och de räknas ihop. Kvoten är deras andel av länets anställda, delad med samma andel i landet: 1 är som i landet. Intervallet (95 %) är Poissonintervallet för antalet, delat med det antal som landets andel skulle ge (Garwood 1936).',
  en: 'The area’s themes and concepts point at occupations (SSYK 2012), which are added up. The quotient is their share of the county’s employees over the same share in the nation: 1 is as in the nation. The interval (95%) is the Poisson interval of the count, over the count that the nation’s share would give (Garwood 1936).',
}

const reasons: Record<(typeof notMeasurable)[number], LocalText> = {
  process: {
    sv: 'Inte mätbart: området är ett arbetssätt, och inget yrke står för det.',
    en: 'Not measurable: the area is a way of working, and no occupation speaks for it.',
  },
  challenge: {
    sv: 'Inte mätbart: området är en samhällsutmaning, och inget yrke står för den.',
    en: 'Not measurable: the area is a challenge to society, and no occupation speaks for it.',
  },
  intersection: {
    sv: 'Inte mätbart som helhet: området förenar flera fält, och inget yrke står för det där de möts. Varje fält visas för sig.',
    en: 'Not measurable as a whole: the area joins several fields, and no occupation speaks for where they meet. Each field is shown by itself.',
  },
  noOccupation: {
    sv: 'Inte mätbart: inget yrke i statistiken står för området.',
    en: 'Not measurable: no occupation in the statistics speaks for the area.',
  },
  notCoded: {
    sv: 'Inte mätbart: det framgår inte av orden vad området handlar om.',
    en: 'Not measurable: the words do not show what the area is about.',
  },
  tooFew: {
    sv: `Inte mätbart: färre än ${fewestInArea} anställda i länet, och färre än så om andelen vore som i landet.`,
    en: `Not measurable: fewer than ${fewestInArea} employees in the county, and fewer than that if the share were as in the nation.`,
  },
  noData: {
    sv: 'Inte mätbart: statistiken har inga uppgifter för regionen.',
    en: 'Not measurable: the statistics have no figures for the region.',
  },
}

export const evidenceReason = (code: (typeof notMeasurable)[number]): EvidenceReasonShape => ({ code, words: reasons[code] })

interface Measured {
  owner: { name: LocalText; isJoint: boolean }
  label: LocalText
  latest: EvidenceFigureShape
  first: EvidenceFigureShape | null
  source: EvidenceSourceShape
}

/** The preposition of a region in Swedish: islands have another. */
const placeWord = (regionName: string): string => (regionName === 'Gotland' ? 'På' : 'I')

/** A figure as a sentence that can be quoted. */
export function figureSentence({ owner, label, latest, first, source }: Measured): LocalText {
  const write = (lang: 'sv' | 'en'): string => {
    const number = (value: number, digits = 0) => formatNumber(value, lang, digits)
    const percent = (share: number) => number(share * 100, share < 0.01 ? 2 : 1)
    const [quotient, lower, upper] = [latest.quotient!, latest.lower, latest.upper].map((one) =>
      one === null ? null : number(one, 2),
    )
    const interval =
      lower === null ? '' : lang === 'sv' ? ` (95 % intervall ${lower}–${upper})` : ` (95% interval ${lower}–${upper})`
    const field = label[lang]
    const cited = `${source.attribution[lang]}, ${source.publisherTable}.`
    if (lang === 'sv') {
      const then = first?.quotient == null ? '' : ` ${first.year} var kvoten ${number(first.quotient, 2)}.`
      const place = owner.isJoint ? `I de län som ingår i ${owner.name.sv}` : `${placeWord(owner.name.sv)} ${owner.name.sv}`
      return `${place} arbetade ${number(latest.count!)} anställda i yrken inom ${quoted(field, lang)} ${latest.year}, ${percent(latest.share!)} procent av alla: ${quotient} gånger landets andel${interval}.${then} ${cited}`
    }
    const then = first?.quotient == null ? '' : ` In ${first.year} the quotient was ${number(first.quotient, 2)}.`
    const place = owner.isJoint ? `In the counties of ${owner.name.en}` : `In ${owner.name.en}`
    return `${place}, ${number(latest.count!)} employees had occupations in ${quoted(field, lang)} in ${latest.year}, ${percent(latest.share!)} percent of all: ${quotient} times the nation’s share${interval}.${then} ${cited}`
  }
  return { sv: write('sv'), en: write('en') }
}

interface RegionFinding {
  regionName: string
  areasKnown: AreasKnown | 'partly'
  /** Strengths that no known area is about, the surest first. */
  strengths: readonly { label: LocalText; quotient: number }[]
  withoutBacking: number
  /** How many areas are measured as a whole, and how many field by field. */
  measured: number
  byField: number
  source: EvidenceSourceShape | null
}

/** What a region's evidence says, in two sentences. */
export function regionSentence({
  regionName,
  areasKnown,
  strengths: all,
  withoutBacking,
  measured,
  byField,
  source,
}: RegionFinding): LocalText {
  if (!source) return { sv: `Ingen statistik finns inläst för ${regionName}.`, en: `No statistics are loaded for ${regionName}.` }
  const top = clearestByQuotient(all, 3)
  const names = (lang: 'sv' | 'en') =>
    joinWords(
      top.map(({ label, quotient }) => `${lowerFirst(label[lang])} (${formatNumber(quotient, lang, 1)})`),
      lang,
    )
  if (areasKnown === 'unknown') {
    const most: LocalText = {
      sv: top.length > 0 ? `${regionName} är tydligast specialiserat i ${names('sv')} (${source.year}). ` : '',
      en: top.length > 0 ? `${regionName} is most clearly specialised in ${names('en')} (${source.year}). ` : '',
    }
    return {
      sv: `${most.sv}Regionens områden är inte kända här, så det går inte att säga vilka styrkor de handlar om eller vilket stöd de har. ${source.attribution.sv}, ${source.publisherTable}.`,
      en: `${most.en}The region’s areas are not known here, so it cannot be said which strengths they are about or what backing they have. ${source.attribution.en}, ${source.publisherTable}.`,
    }
  }
  const strengths: LocalText =
    top.length > 0 && areasKnown === 'partly'
      ? {
          sv: `Bland yrken som inget känt område handlar om är ${regionName} tydligast specialiserat i ${names('sv')} (${source.year}), men källan visar bara en del av regionens lista.`,
          en: `Among occupations that no known area is about, ${regionName} is most clearly specialised in ${names('en')} (${source.year}), but the source shows only part of the region’s list.`,
        }
      : top.length === 0
        ? {
            sv: 'Varje tydlig styrka i yrkena hör till något valt område.',
            en: 'Every clear strength in the occupations belongs to a chosen area.',
          }
        : {
            sv: `${regionName} är tydligast specialiserat i ${names('sv')} bland yrken som inget valt område handlar om (${source.year}).`,
            en: `Among occupations that no chosen area is about, ${regionName} is most clearly specialised in ${names('en')} (${source.year}).`,
          }
  const backed = backedSentence({ measured, withoutBacking, byField })
  return {
    sv: `${strengths.sv} ${backed.sv} ${source.attribution.sv}, ${source.publisherTable}.`,
    en: `${strengths.en} ${backed.en} ${source.attribution.en}, ${source.publisherTable}.`,
  }
}

type Backing = Pick<RegionFinding, 'measured' | 'withoutBacking' | 'byField'>

/** How many of the areas that can be measured have clear backing, and how many are measured only field by field. */
function backedSentence({ measured, withoutBacking, byField }: Backing): LocalText {
  if (measured === 0) {
    if (byField === 0)
      return { sv: 'Inget av områdena går att mäta i yrken.', en: 'None of the areas can be measured by occupations.' }
    return {
      sv: `Inget av områdena går att mäta som helhet, men ${byField === 1 ? 'ett' : byField} mäts fält för fält.`,
      en: `None of the areas can be measured as a whole, but ${byField === 1 ? 'one is' : `${byField} are`} measured field by field.`,
    }
  }
  const whole = wholeSentence({ measured, withoutBacking })
  if (byField === 0) return whole
  return {
    sv: `${whole.sv} ${byField === 1 ? 'Ett område till' : `${byField} områden till`} mäts fält för fält.`,
    en: `${whole.en} ${byField === 1 ? 'One more area is' : `${byField} more areas are`} measured field by field.`,
  }
}

function wholeSentence({ measured, withoutBacking }: Omit<Backing, 'byField'>): LocalText {
  if (measured === 1)
    return {
      sv: `Det enda mätbara området ${withoutBacking === 0 ? 'har' : 'saknar'} tydligt stöd i yrkena.`,
      en: `The only measurable area ${withoutBacking === 0 ? 'has' : 'lacks'} clear backing in the occupations.`,
    }
  return {
    sv: `Av ${measured} mätbara områden ${withoutBacking === 0 ? 'har alla' : `saknar ${withoutBacking}`} tydligt stöd i yrkena.`,
    en: `Of ${measured} measurable areas, ${withoutBacking === 0 ? 'all have' : withoutBacking === 1 ? 'one lacks' : `${withoutBacking} lack`} clear backing in the occupations.`,
  }
}
