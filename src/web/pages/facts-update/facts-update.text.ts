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
  decline: 'Avböj det valda',
  declineNote: 'Det som avböjs föreslås inte igen förrän uppgifterna om det är nya. Det syns nedan och kan tas upp igen.',
  reason: 'Varför, om något avböjs (frivilligt)',
  declined: 'Avböjt',
  declinedBy: (on: string, by: string, note: string) => `avböjt ${on} av ${by}: ${note}`,
  reopen: 'Ta upp det valda igen',
  declinedTitle: 'Avböjt',
  declinedNow: (count: number) => `${count} ${count === 1 ? 'uppgift är avböjd' : 'uppgifter är avböjda'}.`,
  reopenedTitle: 'Upptaget igen',
  reopenedNow: (count: number) => `${count} ${count === 1 ? 'uppgift föreslås' : 'uppgifter föreslås'} igen.`,
  nothingDone: 'Inget var valt, så inget ändrades.',
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
    decline: 'Decline what is chosen',
    declineNote:
      'What is declined is not proposed again until the facts about it are new. It is seen below and can be proposed again.',
    reason: 'Why, if something is declined (optional)',
    declined: 'Declined',
    declinedBy: (on, by, note) => `declined ${on} by ${by}: ${note}`,
    reopen: 'Propose what is chosen again',
    declinedTitle: 'Declined',
    declinedNow: (count) => `${count} ${count === 1 ? 'fact is' : 'facts are'} declined.`,
    reopenedTitle: 'Proposed again',
    reopenedNow: (count) => `${count} ${count === 1 ? 'fact is' : 'facts are'} proposed again.`,
    nothingDone: 'Nothing was chosen, so nothing was changed.',
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
