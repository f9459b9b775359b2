import type { Texts } from '../../../records/language.ts'

const sv = {
  title: 'Demonstration: välj en roll',
  crumb: 'Roller',
  description: 'Ett register med påhittade roller och samtal, där allt går att prova.',
  lead: 'Här går allt att prova. Inget skickas och inget hamnar i ett riktigt register. Ta bort mappen som slutar på -demo för att börja om.',
  roles: 'Gå in som',
  stepIn: 'Gå in',
  reader: 'Som läsare, utan konto: logga ut på sidan Ditt konto.',
  letters: 'Veckobrev som skulle ha skickats',
  noLetters: 'Inget brev än. De skrivs inom en minut efter starten.',
  editingOff: 'Det går bara i en demonstration.',
  otherSite: 'Formuläret skickades från en annan webbplats.',
  wrongForm: 'Formuläret går inte att läsa. Ladda om sidan och försök igen.',
  tooMuch: 'Högst 4 kB.',
}

export const demoText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Demonstration: choose a role',
    crumb: 'Roles',
    description: 'A registry with invented roles and conversations, where everything can be tried.',
    lead: 'Everything can be tried here. Nothing is sent and nothing ends up in a real registry. Remove the folder that ends in -demo to begin again.',
    roles: 'Step in as',
    stepIn: 'Step in',
    reader: 'As a reader, without an account: sign out on the page of your account.',
    letters: 'Weekly letters that would have been sent',
    noLetters: 'No letter yet. They are written within a minute of the start.',
    editingOff: 'That is for a demonstration only.',
    otherSite: 'The form was sent from another website.',
    wrongForm: 'The form cannot be read. Reload the page and try again.',
    tooMuch: 'At most 4 kB.',
  },
}
