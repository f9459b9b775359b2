import { readFileSync } from 'node:fs'
import {
  adjectives,
  closers,
  customers,
  english,
  englishBuyers,
  englishThings,
  firstParts,
  lastParts,
  legalForms,
  links,
  nameBegins,
  nameEnds,
  nameMiddles,
  openers,
} from './company-words.ts'

/** A made-up company, as a register tells of it. */
export interface MadeCompany {
  id: string
  sni: string
  text: string
  municipality: string
}

/** How a made-up register is: these shares are guesses at a real one's. */
const share = {
  english: 0.06,
  noText: 0.04,
  noSni: 0.25,
  noPlace: 0.08,
  locality: 0.2,
  misspelt: 0.03,
  second: 0.6,
  customers: 0.6,
  closer: 0.35,
}

const firstColumn = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0]!)

const municipalities = readFileSync('facts/municipalities.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t')[1]!)
const localities = firstColumn('facts/localities.tsv')
const sniCodes = firstColumn('facts/sni-2007.tsv').filter((code) => code.length === 5)

/** Numbers 0–1 that are the same for the same seed (a linear congruence whose upper bits are mixed). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}

/** A company by its number: always the same, and hardly two alike. */
export function makeCompany(number: number): MadeCompany {
  const next = numbersFrom(Math.imul(number + 1, 0x9e3779b1))
  const chance = (limit: number) => next() < limit
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  const compound = () => {
    const word = pick(firstParts) + pick(lastParts)
    return chance(share.misspelt) ? misspell(word, next) : word
  }
  const name = () =>
    `${pick(nameBegins)}${pick(nameMiddles)}${chance(0.4) ? pick(nameMiddles) : ''}${pick(nameEnds)} ${pick(legalForms)}`
  const thing = () => (chance(0.4) ? `${pick(adjectives)} ${compound()}` : compound())
  const swedish = () => {
    const parts = [pick(openers), thing(), pick(links), thing()]
    if (chance(share.second)) parts.push(pick(links), chance(0.3) ? `${pick(firstParts)}- och ${compound()}` : thing())
    if (chance(share.customers)) parts.push(pick(customers))
    if (chance(0.15)) parts.push('i', pick(localities))
    if (chance(share.closer)) parts.push(',', pick(closers))
    const text = `${parts.join(' ').replaceAll(' ,', ',')}.`
    return chance(0.3) ? `${name()}: ${text}` : text
  }
  const inEnglish = () => `${pick(english)} ${pick(englishThings)} and ${pick(englishThings)} ${pick(englishBuyers)}. ${name()}`
  const text = chance(share.noText) ? '' : chance(share.english) ? inEnglish() : swedish()
  return {
    id: `${556_000_000 + number}${number % 10}`,
    sni: text !== '' && chance(share.noSni) ? '' : writtenSni(pick(sniCodes), next),
    text,
    municipality: chance(share.noPlace) ? '' : chance(share.locality) ? pick(localities) : pick(municipalities),
  }
}

const writtenSni = (code: string, next: () => number): string => (next() < 0.5 ? code : `${code.slice(0, 2)}.${code.slice(2)}`)

/** A letter left out, doubled, or changed places with the next. */
function misspell(word: string, next: () => number): string {
  const at = 1 + Math.floor(next() * (word.length - 3))
  const kind = Math.floor(next() * 3)
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1)
  if (kind === 1) return word.slice(0, at) + word[at] + word.slice(at)
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const rowsAtOnce = 1_000

/** A made-up register as CSV, in pieces. */
export function* makeRegister(count: number): Generator<string> {
  yield 'id,sni,text,municipality\n'
  for (let from = 0; from < count; from += rowsAtOnce) {
    const rows = Array.from({ length: Math.min(rowsAtOnce, count - from) }, (_, at) => makeCompany(from + at))
    yield rows.map(({ id, sni, text, municipality }) => `${[id, sni, text, municipality].map(cell).join(',')}\n`).join('')
  }
}
