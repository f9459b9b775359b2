import type { Texts } from '../records/language.ts'

const sv = {
  subject: (count: number) => (count === 1 ? 'Spets: en sak sedan sist' : `Spets: ${count} saker sedan sist`),
  waits: 'Väntar på dig',
  proposals: (count: number) =>
    count === 1 ? 'Ett förslag att publicera eller lämna tillbaka' : `${count} förslag att publicera eller lämna tillbaka`,
  returned: (count: number) => (count === 1 ? 'Ett förslag har kommit tillbaka' : `${count} förslag har kommit tillbaka`),
  questions: 'Nya frågor i dina teman',
  answers: 'Svar på era frågor',
  wishes: 'Önskemål',
  newWish: (text: string) => `Nytt: ${text}`,
  answeredWish: (text: string) => `Har fått besked: ${text}`,
  jointActions: 'Samarbeten',
  off: 'Brevet går en gång i veckan, och bara när något har hänt. Stäng av det här:',
}

export const digestText: Texts<typeof sv> = {
  sv,
  en: {
    subject: (count) => (count === 1 ? 'Spets: one thing since last time' : `Spets: ${count} things since last time`),
    waits: 'Waits for you',
    proposals: (count) => (count === 1 ? 'One proposal to publish or return' : `${count} proposals to publish or return`),
    returned: (count) => (count === 1 ? 'One proposal has come back' : `${count} proposals have come back`),
    questions: 'New questions in your themes',
    answers: 'Answers to your questions',
    wishes: 'Wishes',
    newWish: (text) => `New: ${text}`,
    answeredWish: (text) => `Has been answered: ${text}`,
    jointActions: 'Joint actions',
    off: 'This letter goes out once a week, and only when something has happened. Turn it off here:',
  },
}
