import { joinQuoted, joinWords } from '../../language/join-words.ts'
import type { Texts } from '../../records/language.ts'
import { countInWords } from '../../language/count-in-words.ts'

const sv = {
  eyebrow: 'På en sida',
  title: (name: string) => `${name}: det här har vi valt`,
  lead: (name: string, count: number) =>
    `${name} har valt ${countInWords(count, 'sv')} ${count === 1 ? 'område' : 'områden'} att satsa på. Här står vad de är, vad de vilar på och vad ni kan fråga.`,
  leadUnknown: (name: string) => `${name} har en nyare plan, men vad som står i den är inte känt här. Fråga regionen.`,
  leadNone: (name: string) => `Ingen lista är känd för ${name} den här dagen.`,
  areas: 'Våra områden',
  evidence: 'Vad det vilar på',
  backed: (labels: string[]) => `Länet har klart fler som jobbar med det här än landet i snitt: ${joinQuoted(labels, 'sv')}.`,
  asNation: (labels: string[]) => `Ungefär som i landet: ${joinQuoted(labels, 'sv')}.`,
  notBacked: (labels: string[]) =>
    `Färre än i landet: ${joinQuoted(labels, 'sv')}. Där bygger valet på något annat än många jobb i dag.`,
  notMeasured: (count: number) =>
    count === 1
      ? 'Ett område går inte att räkna på det sättet.'
      : `${countInWords(count, 'sv', { isFirst: true })} områden går inte att räkna på det sättet.`,
  partners: 'Vilka vi kan göra det med',
  joint: (names: string[]) => `Vi har också valt ihop med andra, i ${joinWords(names, 'sv')}.`,
  sharing: (names: string[]) => `De som har flest teman ihop med oss är ${joinWords(names, 'sv')}.`,
  peers: (names: string[]) => `Län där folk jobbar med ungefär samma saker som här är ${joinWords(names, 'sv')}.`,
  alone: (labels: string[]) => `Till skillnad från dem har vi valt teman som ${joinQuoted(labels, 'sv')}.`,
  change: 'Vad som är nytt',
  oneList: 'Bara en lista är känd. Det går inte att säga vad som är nytt.',
  unknownChange: 'Det går inte att säga vad som är nytt. En av listorna är inte läst.',
  since: (year: string) => `Listan innan var från ${year}.`,
  begun: (labels: string[], count: number) => `Nytt är ${joinQuoted(labels, 'sv')}${count > labels.length ? ` med flera` : ''}.`,
  gone: (labels: string[], count: number) => `Borta är ${joinQuoted(labels, 'sv')}${count > labels.length ? ` med flera` : ''}.`,
  sameAreas: 'Inget är helt nytt, och inget är helt borta.',
  questions: 'Tre frågor att ställa',
  ask: {
    weak: (label: string) => `Få jobbar med ”${label}” här jämfört med i landet. Vad gör att vi ändå tror på det?`,
    strength: (label: string) => `Yrkesgruppen ”${label}” är ovanligt stor här. Varför hör den inte till något område?`,
    over: 'Listan är från en period som är slut. När kommer nästa?',
    old: (year: string) => `Listan är från ${year}. Gäller den än?`,
    partner: 'Vem utanför länet ska vi göra det här med?',
    result: 'Hur vet vi om fem år att det var rätt val?',
    money: 'Vad får vi för pengarna, och vem följer upp?',
  },
  backTitle: 'Smart specialisering på en minut',
  back: [
    'Ingen region kan vara bäst på allt. Smart specialisering är att välja några få saker som man är bra på, eller kan bli bra på.',
    'Valet görs inte vid ett skrivbord. Företag, skolor, forskare och andra ska vara med och pröva fram det. Det tar tid, och det blir aldrig helt klart.',
    'EU ger pengar till regionerna för att utvecklas. För att få dem måste regionen ha en plan som visar vad den har valt, och varför.',
    'Bra val bygger på fakta, men de är inte bara fakta. Många jobb i dag är ett tecken. Något nytt som växer är ett annat.',
    'En lista ska gå att ändra. Om ett område inte håller ska det bort. Om något nytt kommer ska det in.',
    'Er uppgift är att fråga: Varför just det här? Vem är med? Hur vet vi att det går bra? Vad slutar vi med?',
  ],
  sources: 'Källor',
  made: (day: string) => `Läget ${day}. Ur Spets. Områdena står med regionens egna ord; resten är vårt.`,
}

export const briefText: Texts<typeof sv> = {
  sv,
  en: {
    eyebrow: 'On one page',
    title: (name) => `${name}: what we have chosen`,
    lead: (name, count) =>
      `${name} has chosen ${countInWords(count, 'en')} ${count === 1 ? 'area' : 'areas'} to build on. Here is what they are, what they rest on, and what you can ask.`,
    leadUnknown: (name) => `${name} has a newer plan, but what is in it is not known here. Ask the region.`,
    leadNone: (name) => `No list is known for ${name} on this day.`,
    areas: 'Our areas',
    evidence: 'What it rests on',
    backed: (labels) =>
      `The county clearly has more people at work in these than the nation on average: ${joinQuoted(labels, 'en')}.`,
    asNation: (labels) => `About as in the nation: ${joinQuoted(labels, 'en')}.`,
    notBacked: (labels) =>
      `Fewer than in the nation: ${joinQuoted(labels, 'en')}. There the choice rests on something else than many jobs today.`,
    notMeasured: (count) =>
      count === 1
        ? 'One area cannot be counted that way.'
        : `${countInWords(count, 'en', { isFirst: true })} areas cannot be counted that way.`,
    partners: 'Whom we can do it with',
    joint: (names) => `We have also chosen together with others, in ${joinWords(names, 'en')}.`,
    sharing: (names) => `Those who share most themes with us are ${joinWords(names, 'en')}.`,
    peers: (names) => `Counties where people do much the same work as here are ${joinWords(names, 'en')}.`,
    alone: (labels) => `Unlike them we have chosen themes such as ${joinQuoted(labels, 'en')}.`,
    change: 'What is new',
    oneList: 'Only one list is known. What is new cannot be said.',
    unknownChange: 'What is new cannot be said. One of the lists has not been read.',
    since: (year) => `The list before was from ${year}.`,
    begun: (labels, count) => `New: ${joinQuoted(labels, 'en')}${count > labels.length ? ' and more' : ''}.`,
    gone: (labels, count) => `Gone: ${joinQuoted(labels, 'en')}${count > labels.length ? ' and more' : ''}.`,
    sameAreas: 'Nothing is wholly new, and nothing wholly gone.',
    questions: 'Three questions to ask',
    ask: {
      weak: (label) => `Few work with “${label}” here compared with the nation. What makes us believe in it all the same?`,
      strength: (label) => `The occupation “${label}” is unusually common here. Why does it belong to no area?`,
      over: 'The list is from a period that is over. When does the next one come?',
      old: (year) => `The list is from ${year}. Does it still hold?`,
      partner: 'Who outside the county shall we do this with?',
      result: 'How shall we know in five years that it was the right choice?',
      money: 'What do we get for the money, and who follows it up?',
    },
    backTitle: 'Smart specialisation in a minute',
    back: [
      'No region can be best at everything. Smart specialisation is to choose a few things that one is good at, or can become good at.',
      'The choice is not made at a desk. Companies, schools, researchers and others are to take part and try it out. It takes time, and it is never quite done.',
      'The EU gives regions money to develop. To get it a region must have a plan that shows what it has chosen, and why.',
      'Good choices rest on facts, but they are not only facts. Many jobs today are one sign. Something new that grows is another.',
      'A list must be open to change. If an area does not hold, it goes. If something new comes, it is taken in.',
      'Your task is to ask: Why just this? Who is in it? How do we know that it goes well? What do we stop doing?',
    ],
    sources: 'Sources',
    made: (day) => `As of ${day}. From Spets. The areas are in the region’s own words; the rest is ours.`,
  },
}
