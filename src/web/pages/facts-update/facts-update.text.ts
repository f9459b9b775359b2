import type { Texts } from '../../../records/language.ts'

const sv = {
  title: 'Nytt i uppgifterna som följer med',
  description: 'Hur de granskade uppgifter som följer med Spets skiljer sig från registret, att titta på och ta in.',
  lead: (count: number) =>
    count === 0
      ? 'Registret har redan det som följer med Spets.'
      : `Den här utgåvan av Spets har nya uppgifter i ${count} ${count === 1 ? 'del' : 'delar'}. Inget är ändrat än: välj vad som ska tas in.`,
  keeps: 'Det som någon har skrivit, beslutat, bekräftat eller tagit bort i registret behålls.',
  alongWithAny: 'Vad som än väljs följer detta med:',
  choose: 'Välj vad som tas in',
  publish: 'Ta in det valda',
  kept: 'Lämnas som det är',
  atCommandLine: 'Det går också vid kommandoraden:',
  back: 'Till det som väntar på granskning',
  doneTitle: 'Infört',
  done: (count: number) => `${count} ${count === 1 ? 'del är införd' : 'delar är införda'}.`,
  noneChosen: 'Inget var valt, så inget infördes.',
  stale: 'Registret har ändrats sedan du såg skillnaden. Inget är infört. Öppna sidan igen och se vad som gäller nu.',
  otherSite: 'Formuläret skickades från en annan webbplats än den här. Öppna sidan här och försök igen.',
  editingOff:
    'Ingen nyckel är inställd. Ta in uppgifterna vid kommandoraden: npm run spets -- facts update. Eller sätt SPETS_ADMIN_TOKEN och starta om.',
  wrongForm: 'Det som skickades är inte formuläret för uppgifterna.',
  tooMuch: 'Formuläret är för stort.',
}

export const factsUpdateText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'News in the facts that ship',
    description: 'How the reviewed facts that ship with Spets differ from the registry, to look at and take in.',
    lead: (count) =>
      count === 0
        ? 'The registry already has what ships with Spets.'
        : `This edition of Spets has new facts in ${count} ${count === 1 ? 'part' : 'parts'}. Nothing is changed yet: choose what to take in.`,
    keeps: 'What somebody has written, decided, confirmed or removed in the registry is kept.',
    alongWithAny: 'Whatever is chosen, this goes along:',
    choose: 'Choose what to take in',
    publish: 'Take in what is chosen',
    kept: 'Left as it is',
    atCommandLine: 'It can be done at the command line, too:',
    back: 'To what waits for review',
    doneTitle: 'Taken in',
    done: (count) => `${count} ${count === 1 ? 'part is' : 'parts are'} taken in.`,
    noneChosen: 'Nothing was chosen, so nothing was taken in.',
    stale:
      'The registry has changed since you saw the difference. Nothing is taken in. Open the page again and see what is there now.',
    otherSite: 'The form was sent from another site than this. Open the page here and try again.',
    editingOff:
      'No key is set. Take the facts in at the command line: npm run spets -- facts update. Or set SPETS_ADMIN_TOKEN and restart.',
    wrongForm: 'What was sent is not the form of the facts.',
    tooMuch: 'The form is too large.',
  },
}
