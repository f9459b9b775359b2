import type { Texts } from '../../../records/language.ts'

const sv = {
  eyebrow: (label: string) => `Bron till perioden ${label}`,
  headline: (given: number, all: number) =>
    given === all
      ? `Alla ${all} områden har fått ett besked`
      : `${given === 0 ? 'Inget' : given} av ${all} områden har fått ett besked`,
  lead: 'Varje region säger vad som ska hända med varje område den har i dag: föras vidare, ändras eller avslutas, och vad den lärde sig.',
  description: 'Vad varje region gör med sina områden inför nästa programperiod, med lärdom och efterföljare.',
  verdicts: { carryOver: 'Föra vidare', change: 'Ändra', close: 'Avsluta', none: 'Inget besked' },
  counted: { carryOver: 'föra vidare', change: 'ändra', close: 'avsluta', none: 'inget besked' },
  regions: 'Regionerna',
  regionsNote: 'En ruta är ett område i den lista som gäller. Från norr till söder, ingen rangordning.',
  ofAll: (given: number, all: number) => `${given} av ${all}`,
  noAreas: 'Ingen lista vars områden är kända.',
  give: 'Lämna besked',
  annex: 'Bilaga: regionernas besked',
  annexNote: 'Det här är det underlag som planen för nästa period behöver. Skriv ut sidan, eller hämta tabellen.',
  area: 'Område i dag',
  verdict: 'Besked',
  successor: 'Efterföljare',
  lesson: 'Lärdom',
  csv: 'Bilagan som tabell (CSV för Excel)',
  json: 'Som JSON',
  same: 'samma ord',
  none: '–',
  regionTitle: (name: string) => `${name}: besked inför nästa period`,
  regionHeadline: (name: string, given: number, all: number) =>
    all === 0
      ? `${name}: områdena är inte kända, så besked kan inte lämnas`
      : `${name}: ${given} av ${all} områden har fått ett besked`,
  regionLead: 'Tre val för varje område. Efterföljarens ord blir linjen i ”då och nu” när nästa lista kommer.',
  toAll: 'Alla regioner',
  lessonField: 'Vad lärde ni er?',
  successorField: (label: string) => `Efterföljare ${label}`,
  successorHint: 'Tomt fält betyder samma ord som i dag. För det som avslutas behövs ingen.',
  save: 'Spara beskeden',
  saved: (n: number) => (n === 0 ? 'Så står det redan.' : n === 1 ? 'Ett besked är sparat.' : `${n} besked är sparade.`),
  missing: (n: number) =>
    n === 0
      ? 'Alla områden har fått ett besked.'
      : n === 1
        ? 'Ett område saknar besked. Det som är sparat finns kvar.'
        : `${n} områden saknar besked. Det som är sparat finns kvar.`,
  said: (on: string) => `Besked ${on}.`,
  otherDay: 'Sidan visar en annan dag. Besked lämnas på dagens sida.',
  needSuccessor: (label: string) => `Skriv vad ”${label}” ska heta i nästa period.`,
  editingOff: 'Redigering över webben är avstängd.',
  otherSite: 'Formuläret skickades från en annan webbplats.',
  wrongForm: 'Formuläret går inte att läsa. Ladda om sidan och försök igen.',
  tooMuch: 'Högst 256 kB.',
}

export const bridgeText: Texts<typeof sv> = {
  sv,
  en: {
    eyebrow: (label) => `The bridge to the period ${label}`,
    headline: (given, all) =>
      given === all
        ? `All ${all} areas have a verdict`
        : `${given === 0 ? 'None' : given} of ${all} areas ${given === 1 ? 'has' : 'have'} a verdict`,
    lead: 'Each region says what is to become of each area it has today: carried over, changed or closed, and what it learnt.',
    description: 'What each region does with its areas before the next programme period, with lesson and successor.',
    verdicts: { carryOver: 'Carry over', change: 'Change', close: 'Close', none: 'No verdict' },
    counted: { carryOver: 'carry over', change: 'change', close: 'close', none: 'no verdict' },
    regions: 'The regions',
    regionsNote: 'A square is an area of the list in force. From north to south, no ranking.',
    ofAll: (given, all) => `${given} of ${all}`,
    noAreas: 'No list whose areas are known.',
    give: 'Give verdicts',
    annex: 'Annex: the regions’ verdicts',
    annexNote: 'This is what the plan for the next period needs. Print the page, or fetch the table.',
    area: 'Area today',
    verdict: 'Verdict',
    successor: 'Successor',
    lesson: 'Lesson',
    csv: 'The annex as a table (CSV for Excel)',
    json: 'As JSON',
    same: 'same words',
    none: '–',
    regionTitle: (name) => `${name}: verdicts before the next period`,
    regionHeadline: (name, given, all) =>
      all === 0
        ? `${name}: the areas are not known, so no verdict can be given`
        : `${name}: ${given} of ${all} areas ${given === 1 ? 'has' : 'have'} a verdict`,
    regionLead: 'Three choices for each area. The successor’s words become the line in “then and now” when the next list comes.',
    toAll: 'All regions',
    lessonField: 'What did you learn?',
    successorField: (label) => `Successor ${label}`,
    successorHint: 'An empty field means the same words as today. What is closed needs none.',
    save: 'Save the verdicts',
    saved: (n) => (n === 0 ? 'So it is already.' : n === 1 ? 'One verdict is saved.' : `${n} verdicts are saved.`),
    missing: (n) =>
      n === 0
        ? 'All areas have a verdict.'
        : n === 1
          ? 'One area has no verdict. What is saved remains.'
          : `${n} areas have no verdict. What is saved remains.`,
    said: (on) => `Verdict ${on}.`,
    otherDay: 'The page shows another day. Verdicts are given on today’s page.',
    needSuccessor: (label) => `Write what “${label}” is to be called in the next period.`,
    editingOff: 'Editing over the web is turned off.',
    otherSite: 'The form was sent from another website.',
    wrongForm: 'The form cannot be read. Reload the page and try again.',
    tooMuch: 'At most 256 kB.',
  },
}
