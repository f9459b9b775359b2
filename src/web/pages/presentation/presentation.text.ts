import type { Texts } from '../../../records/language.ts'

const sv = {
  title: 'Gör ett bildspel',
  description: 'Regionernas prioriterade områden som ett bildspel att redigera: egna ord, teman, kartor, ändringar och källor.',
  lead: 'Regionernas områden som PPTX, med egna ord, kartor, diagram och källor. Allt är text, tabeller och former som går att redigera i PowerPoint och LibreOffice.',
  regions: 'Regioner',
  regionsHelp: 'Inget val: alla 21.',
  themes: 'Teman med egen karta',
  themesHelp: 'En bild för varje tema: var det finns, och med vilka ord. Högst 12.',
  since: 'Ändringar sedan',
  sinceHelp: 'Lämna tomt för de senaste fem åren.',
  layout: 'Regionerna på bilderna',
  layouts: { one: 'En region per bild, med diagram', many: 'Sex regioner per bild, som 2018' },
  make: 'Ladda ned bildspelet',
  contains: 'Det här innehåller bildspelet',
  parts: [
    'Läget: vilka av regionerna som har en känd lista, på karta (när du valt fler än en)',
    'Teman: hur många av regionerna som valt vart och ett (när du valt fler än en)',
    'Varje region: områdena i regionens egna ord, och hur områdets yrken står sig mot riket där det går att mäta',
    'Vad som ändrats sedan den dag du valde',
    'Vad vi hört, vad regionerna önskar, med svar, och vad som händer nu',
    'Källorna, på bilderna och i anteckningarna',
  ],
  again: 'Läsa in det igen',
  againText:
    'Ändra regionernas områden i bildspelet och läs in det: bara det som är ändrat föreslås. Det som Spets själv har satt dit räknas inte som en bekräftelse från regionen.',
  importLink: 'Läs in en lista',
}

export const presentationText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Make a deck',
    description: 'The regions’ priority areas as a deck to edit: own words, themes, maps, changes and sources.',
    lead: 'The regions’ areas as PPTX, with own words, maps, charts and sources. Everything is text, tables and shapes that can be edited in PowerPoint and LibreOffice.',
    regions: 'Regions',
    regionsHelp: 'No choice: all 21.',
    themes: 'Themes with a map of their own',
    themesHelp: 'A slide for each theme: where it is, and in what words. At most 12.',
    since: 'Changes since',
    sinceHelp: 'Leave empty for the last five years.',
    layout: 'The regions on the slides',
    layouts: { one: 'One region a slide, with a chart', many: 'Six regions a slide, as in 2018' },
    make: 'Download the deck',
    contains: 'What the deck contains',
    parts: [
      'The standing: which of the regions have a known list, on a map (when you chose more than one)',
      'Themes: how many of the regions have chosen each (when you chose more than one)',
      'Each region: the areas in the region’s own words, and how their occupations stand beside the nation where that can be measured',
      'What has changed since the day you chose',
      'What we heard, what the regions wish for, with answers, and what happens now',
      'The sources, on the slides and in the notes',
    ],
    again: 'Reading it in again',
    againText:
      'Change the regions’ areas in the deck and import it: only what was changed is proposed. What Spets itself put there does not count as the region’s confirmation.',
    importLink: 'Import a list',
  },
}
