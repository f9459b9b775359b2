import type { Texts } from '../../../records/language.ts'

/** One sort of data: what, whose, why, who sees it and how long it is kept. */
export interface Processing {
  what: string
  why: string
  who: string
  howLong: string
}

const sv = {
  title: 'Personuppgifter',
  description: 'Vilka personuppgifter Spets behandlar, varför, vem som ser dem och hur länge de sparas.',
  lead: 'Den som läser lämnar inga uppgifter: inget konto, ingen kaka, inga anrop till andra. Den som ändrar har ett konto, och det som visas offentligt är roll och organisation, aldrig ett namn.',
  headings: { what: 'Uppgift', why: 'Varför', who: 'Vem ser den', howLong: 'Hur länge' },
  caption: 'Register över behandlingar',
  rows: [
    {
      what: 'Kontots e-postadress, organisation, språk och roller',
      why: 'Logga in och veta vad kontot får ändra',
      who: 'Kontot självt och den som har tillgång till servern. Roll och organisation är offentliga',
      howLong: 'Tills kontot avslutas',
    },
    {
      what: 'Session: en kaka och dess motsvarighet i databasen',
      why: 'Vara inloggad. Ingen adress och ingen uppgift om webbläsaren sparas med den',
      who: 'Ingen',
      howLong: 'Sju dagar, eller tills man loggar ut',
    },
    {
      what: 'Länkar för inloggning, som kontrollsumma',
      why: 'Logga in utan lösenord',
      who: 'Ingen',
      howLong: 'Går att använda en gång, i 30 minuter; inbjudningar i sju dagar',
    },
    {
      what: 'Försök att logga in: adress och konto som nycklad kontrollsumma',
      why: 'Hindra gissning och oönskad post',
      who: 'Ingen',
      howLong: 'Räknas i 15 minuter, och tas bort vid nästa försök därefter',
    },
    {
      what: 'Utskick: mottagare och ämne, och texten tills den är skickad',
      why: 'Skicka länkar och påminnelser, och inte samma två gånger',
      who: 'Den som har tillgång till servern',
      howLong: 'Sju dagar; påminnelser så länge de visar vad som redan skickats',
    },
    {
      what: 'Utkast: vad som skrivits i en regions utkast, av vilket konto',
      why: 'Dela utkast utan att någons arbete går förlorat',
      who: 'De som skriver för samma region, som roll',
      howLong: 'Tills vidare; kontots nummer tas bort när kontot avslutas',
    },
    {
      what: 'Text som skrevs när sessionen tog slut',
      why: 'Lägga in den igen efter inloggning',
      who: 'Kontot som skrev den',
      howLong: 'Ett dygn',
    },
    {
      what: 'Veckobrevet: att kontot har stängt av det',
      why: 'Inte skicka det',
      who: 'Kontot självt',
      howLong: 'Tills det sätts på igen, eller kontot avslutas',
    },
    {
      what: 'Inlägg i forumet och texter om samarbeten, som roll och organisation',
      why: 'Fråga, svara och komma överens',
      who: 'Forumet: alla inloggade. Samarbeten: de regioner som är inbjudna, tills de blir offentliga',
      howLong: 'Tills vidare, utan konto',
    },
    {
      what: 'Loggen: kontots nummer, roll, tid och vad som gjordes',
      why: 'Visa att ingen har skrivit om registret',
      who: 'Den som har tillgång till servern',
      howLong: 'Tas aldrig bort. När kontot är avslutat går numret inte att knyta till någon',
    },
    {
      what: 'Kontaktroller och bekräftelser i registret',
      why: 'Visa vilken roll som svarar för en uppgift',
      who: 'Alla',
      howLong: 'Med registrets historik. Namn på personer tas inte emot som roll',
    },
  ] as readonly Processing[],
  rights: 'Dina rättigheter',
  rightsText:
    'På sidan Ditt konto kan du se allt som finns om dig och avsluta kontot. Felaktiga uppgifter rättas av administratören.',
  toAccount: 'Till Ditt konto',
}

export const personalDataText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Personal data',
    description: 'Which personal data Spets processes, why, who sees them and for how long they are kept.',
    lead: 'Readers leave nothing: no account, no cookie, no requests to others. Those who make changes have an account, and what is shown publicly is role and organisation, never a name.',
    headings: { what: 'Data', why: 'Why', who: 'Who sees it', howLong: 'How long' },
    caption: 'Register of processing',
    rows: [
      {
        what: 'The account’s e-mail address, organisation, language and roles',
        why: 'To sign in and to know what the account may change',
        who: 'The account itself and those with access to the server. Role and organisation are public',
        howLong: 'Until the account is ended',
      },
      {
        what: 'Session: a cookie and its counterpart in the database',
        why: 'To be signed in. No address and nothing about the browser is kept with it',
        who: 'Nobody',
        howLong: 'Seven days, or until signing out',
      },
      {
        what: 'Links for signing in, as a checksum',
        why: 'To sign in without a password',
        who: 'Nobody',
        howLong: 'Usable once, for 30 minutes; invitations for seven days',
      },
      {
        what: 'Attempts to sign in: address and account as a keyed checksum',
        why: 'To stop guessing and unwanted mail',
        who: 'Nobody',
        howLong: 'Counted for 15 minutes, and removed at the next attempt after that',
      },
      {
        what: 'Mail: recipient and subject, and the text until it has been sent',
        why: 'To send links and reminders, and none of them twice',
        who: 'Those with access to the server',
        howLong: 'Seven days; reminders for as long as they show what has been sent',
      },
      {
        what: 'Drafts: what was written in a region’s draft, by which account',
        why: 'To share drafts without losing anybody’s work',
        who: 'Those who write for the same region, as role',
        howLong: 'Until further notice; the account’s number is removed when the account is ended',
      },
      {
        what: 'A text that was being written when the session ended',
        why: 'To put it in again after signing in',
        who: 'The account that wrote it',
        howLong: 'One day',
      },
      {
        what: 'The weekly letter: that the account has turned it off',
        why: 'To not send it',
        who: 'The account itself',
        howLong: 'Until it is turned on again, or the account is ended',
      },
      {
        what: 'Posts in the forum and texts about joint actions, as role and organisation',
        why: 'To ask, to answer and to agree',
        who: 'The forum: all who are signed in. Joint actions: the regions that are invited, until they become public',
        howLong: 'Until further notice, without account',
      },
      {
        what: 'The log: the account’s number, role, time and what was done',
        why: 'To show that nobody has rewritten the registry',
        who: 'Those with access to the server',
        howLong: 'Never removed. When the account is ended the number cannot be tied to anybody',
      },
      {
        what: 'Contact roles and confirmations in the registry',
        why: 'To show which role answers for a statement',
        who: 'Everybody',
        howLong: 'With the registry’s history. Names of persons are not accepted as a role',
      },
    ],
    rights: 'Your rights',
    rightsText:
      'On the page Your account you can see everything that is kept about you and end the account. Wrong data are corrected by the administrator.',
    toAccount: 'To Your account',
  },
}
