import type { Texts } from '../../../records/language.ts'

const sv = {
  title: 'Skicka det du skrev',
  description: 'Det du skrev när inloggningen hade gått ut.',
  lead: 'Du hade blivit utloggad, så det du skickade är inte sparat än. Det finns kvar i ett dygn. Skicka det nu.',
  send: 'Skicka igen',
  youWrote: 'Det du skrev',
  signedOut: 'Du är utloggad. Det du skrev finns kvar.',
  signedOutHelp: 'Det är sparat i ett dygn, och bara ditt konto får se det. Logga in igen, så skickar du det därefter.',
  signIn: 'Logga in igen',
  gone: 'Här finns inget att skicka.',
  goneHelp: 'Det är redan skickat, äldre än ett dygn eller skrivet av ett annat konto.',
  noFile: 'En fil som du hade valt följer inte med. Välj den igen på sidan.',
}

export const resumeText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Send what you wrote',
    description: 'What you wrote when you had been signed out.',
    lead: 'You had been signed out, so what you sent is not saved yet. It is kept for a day. Send it now.',
    send: 'Send again',
    youWrote: 'What you wrote',
    signedOut: 'You are signed out. What you wrote is still here.',
    signedOutHelp: 'It is kept for a day, and only your account may see it. Sign in again, and then send it.',
    signIn: 'Sign in again',
    gone: 'There is nothing to send here.',
    goneHelp: 'It has been sent already, is older than a day or was written by another account.',
    noFile: 'A file that you had chosen is not kept. Choose it again on the page.',
  },
}
