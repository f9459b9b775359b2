import { endSentence } from '../../../language/end-sentence.ts'
import type { Texts } from '../../../records/language.ts'

const sv = {
  eyebrow: 'Belägg',
  title: (region: string) => `Belägg: ${region}`,
  heading: (region: string) => `Vad yrkena säger om ${region}`,
  description: (region: string) =>
    `Vad statistiken säger om ${region}: områden med och utan stöd, styrkor som inget område handlar om, möjliga nästa steg och län som liknar.`,
  descriptionUnknown: (region: string) =>
    `Vad statistiken säger om ${region}: tydliga styrkor, möjliga nästa steg och län som liknar. Regionens områden är inte kända här.`,
  noData: 'Statistiken har inga uppgifter för regionen.',
  controls: 'Räkna på ett annat sätt',
  year: 'Sista år',
  threshold: 'En styrka är över',
  thresholdWords: (times: string) => (times === '1' ? 'landets andel' : `${times} gånger landets andel`),
  basis: 'Det som ska vara över',
  basisWords: { interval: 'intervallets nedre gräns (säkrare)', quotient: 'kvoten (fler)' },
  show: 'Räkna',
  usual: 'Som vanligt',
  counted: (year: string, threshold: string, basis: string) =>
    `Räknat till och med ${year}; en styrka är ${basis} över ${threshold}.`,
  region: 'Regionens sida',
  json: 'Allt som JSON',
  insights: 'Alla regioner',
  stepsHeading: 'De första, och varför',
  step: ({ near, complexity, of, count }: Step) =>
    `${endSentence(`Ligger nära ${near}`)} Plats ${complexity} av ${of} i komplexitet. ${count} anställda i dag.`,
  peersHeading: 'Vad som liknar och skiljer',
  alike: 'Lika',
  apart: 'Skiljer',
  contextHeading: 'Annat om regionen',
  contextNote: 'Tabellerna är äldre än yrkesstatistiken; varje rad har sina år.',
  contextCount: (count: number) => `${count} mått av produktion, utbildning, forskning och branscher`,
  contextNames: ['Mått', 'Först', 'Senast', 'Enhet', 'Källa'],
  areasHeading: 'Område för område',
  method: 'Så räknas det',
}

interface Step {
  near: string
  complexity: number
  of: number
  count: string
}

export const evidenceText: Texts<typeof sv> = {
  sv,
  en: {
    eyebrow: 'Evidence',
    title: (region: string) => `Evidence: ${region}`,
    heading: (region: string) => `What the occupations say about ${region}`,
    description: (region: string) =>
      `What the statistics say about ${region}: areas with and without backing, strengths that no area is about, possible next steps and counties alike.`,
    descriptionUnknown: (region: string) =>
      `What the statistics say about ${region}: clear strengths, possible next steps and counties alike. The region’s areas are not known here.`,
    noData: 'The statistics have no figures for the region.',
    controls: 'Count in another way',
    year: 'Last year',
    threshold: 'A strength is above',
    thresholdWords: (times: string) => (times === '1' ? 'the nation’s share' : `${times} times the nation’s share`),
    basis: 'What must be above it',
    basisWords: { interval: 'the interval’s lower end (surer)', quotient: 'the quotient (more)' },
    show: 'Count',
    usual: 'As usual',
    counted: (year: string, threshold: string, basis: string) =>
      `Counted up to ${year}; a strength is ${basis} above ${threshold}.`,
    region: 'The region’s page',
    json: 'All as JSON',
    insights: 'All regions',
    stepsHeading: 'The first ones, and why',
    step: ({ near, complexity, of, count }: Step) =>
      `${endSentence(`Near ${near}`)} Place ${complexity} of ${of} in complexity. ${count} employees today.`,
    peersHeading: 'What is alike and what differs',
    alike: 'Alike',
    apart: 'Differs',
    contextHeading: 'Other figures of the region',
    contextNote: 'These tables are older than that of occupations; each row has its years.',
    contextCount: (count: number) => `${count} measures of production, education, research and industries`,
    contextNames: ['Measure', 'First', 'Last', 'Unit', 'Source'],
    areasHeading: 'Area by area',
    method: 'How it is computed',
  },
}
