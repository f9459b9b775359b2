import type { Texts } from '../../../records/language.ts'
import type { LocalText } from '../../../records/shared-fields.ts'

export const confirmFaults: Record<'day' | 'role', LocalText> = {
  day: {
    sv: 'Ange dagen som ÅÅÅÅ-MM-DD, till exempel 2026-11-27.',
    en: 'Give the day as YYYY-MM-DD, for example 2026-11-27.',
  },
  role: {
    sv: 'Välj rollen i listan, eller skriv en annan roll. Skriv aldrig en persons namn.',
    en: 'Choose the role from the list, or write another role. Never write a person’s name.',
  },
}

const sv = {
  title: (name: string) => `Bekräfta listan: ${name}`,
  description: 'Se vad som bekräftas innan det görs, bekräfta regionens lista, eller ta tillbaka en bekräftelse.',
  eyebrow: 'Bekräfta',
  lead: 'Regionen säger att listan stämmer. Du ser vad som bekräftas innan något skrivs, och det kan tas tillbaka.',
  now: 'Listan i dag',
  onTheDay: 'Listan den dagen',
  noListThen: 'Ingen lista är känd den dagen.',
  unread: (from: string) =>
    `En lista gäller sedan ${from}, men dess områden är inte lästa. Den kan bekräftas när de har lästs in. En äldre lista kan bekräftas för en dag före ${from}.`,
  toImport: 'Läs in listan',
  toToday: 'Till dagens sida',
  noList: 'Ingen lista är känd i dag. En äldre lista kan bekräftas för en dag då den gällde.',
  ask: 'Vad ska bekräftas?',
  day: 'Dag då regionen bekräftade',
  role: 'Roll hos den som bekräftade',
  chooseRole: 'Välj …',
  otherRole: 'Annan roll (aldrig ett namn)',
  look: 'Se vad som bekräftas',
  made: 'Gjorda bekräftelser',
  madeLine: (on: string, role: string | null, count: number) =>
    `${on}${role ? ` av ${role}` : ''}: ${count} ${count === 1 ? 'område' : 'områden'} med underområden`,
  takeBack: 'Ta tillbaka …',
  takeBackOf: (on: string) => `Ta tillbaka bekräftelsen ${on}`,
  noneMade: 'Ingen bekräftelse är gjord.',
  plan: {
    confirm: (day: string, role: string) => `Det här bekräftas: ${day} av ${role}`,
    takeBack: (day: string) => `Det här tas tillbaka: bekräftelsen ${day}`,
  },
  area: 'Område',
  isNow: 'Nu',
  willBe: 'Blir',
  none: 'inte bekräftat',
  same: 'oförändrat',
  by: (on: string, role: string | null) => `${on}${role ? ` av ${role}` : ''}`,
  nothing: 'Så står det redan. Det finns inget att skriva.',
  do: { confirm: 'Bekräfta', takeBack: 'Ta tillbaka' },
  cancel: 'Gör inte det här',
  notYet: 'Inget är skrivet än.',
  saved: (count: number) =>
    count === 0 ? 'Inget skrevs: så står det redan.' : `Klart: ${count} ${count === 1 ? 'område' : 'områden'} skrevs.`,
  waiting: 'Inte med: det finns ett förslag som väntar på svar. Skriv igen när det är besvarat.',
  otherDay: 'Sidan visar en annan dag. Bekräfta görs på dagens sida.',
  toRegion: 'Till regionens sida',
  stale: 'Listan har ändrats sedan du såg den. Inget är skrivet. Se efter igen vad som bekräftas.',
  otherSite: 'Formuläret skickades från en annan webbplats än den här. Öppna sidan här och försök igen.',
  editingOff:
    'Ingen nyckel är inställd. Bekräfta vid kommandoraden: npm run spets -- confirm. Eller sätt SPETS_ADMIN_TOKEN och starta om.',
  wrongForm: 'Det som skickades är inte formuläret för att bekräfta en lista.',
  tooMuch: 'Formuläret är för stort.',
}

export const confirmText: Texts<typeof sv> = {
  sv,
  en: {
    title: (name) => `Confirm the list: ${name}`,
    description: 'See what is confirmed before it is done, confirm the region’s list, or take a confirmation back.',
    eyebrow: 'Confirm',
    lead: 'The region says that the list is right. You see what is confirmed before anything is written, and it can be taken back.',
    now: 'The list today',
    onTheDay: 'The list on that day',
    noListThen: 'No list is known on that day.',
    unread: (from) =>
      `A list has been in force since ${from}, but its areas have not been read. It can be confirmed once they are imported. An older list can be confirmed for a day before ${from}.`,
    toImport: 'Import the list',
    toToday: 'To the page of today',
    noList: 'No list is known today. An older list can be confirmed for a day on which it was in force.',
    ask: 'What is to be confirmed?',
    day: 'Day on which the region confirmed',
    role: 'Role of who confirmed',
    chooseRole: 'Choose …',
    otherRole: 'Another role (never a name)',
    look: 'See what is confirmed',
    made: 'Confirmations made',
    madeLine: (on, role, count) => `${on}${role ? ` by ${role}` : ''}: ${count} ${count === 1 ? 'area' : 'areas'} and sub-areas`,
    takeBack: 'Take back …',
    takeBackOf: (on) => `Take back the confirmation ${on}`,
    noneMade: 'No confirmation has been made.',
    plan: {
      confirm: (day, role) => `This will be confirmed: ${day} by ${role}`,
      takeBack: (day) => `This will be taken back: the confirmation ${day}`,
    },
    area: 'Area',
    isNow: 'Now',
    willBe: 'Becomes',
    none: 'not confirmed',
    same: 'unchanged',
    by: (on, role) => `${on}${role ? ` by ${role}` : ''}`,
    nothing: 'It is so already. There is nothing to write.',
    do: { confirm: 'Confirm', takeBack: 'Take back' },
    cancel: 'Do not do this',
    notYet: 'Nothing is written yet.',
    saved: (count) =>
      count === 0
        ? 'Nothing was written: it is so already.'
        : `Done: ${count} ${count === 1 ? 'area was' : 'areas were'} written.`,
    waiting: 'Left out: a proposal waits for an answer. Do this again once it has been answered.',
    otherDay: 'The page shows another day. Confirming is done on the page of today.',
    toRegion: 'To the region’s page',
    stale: 'The list has changed since you saw it. Nothing is written. Look again at what is confirmed.',
    otherSite: 'The form was sent from another site than this. Open the page here and try again.',
    editingOff: 'No key is set. Confirm at the command line: npm run spets -- confirm. Or set SPETS_ADMIN_TOKEN and restart.',
    wrongForm: 'What was sent is not the form for confirming a list.',
    tooMuch: 'The form is too large.',
  },
}
