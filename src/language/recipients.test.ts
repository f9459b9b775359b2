import { describe, expect, test } from 'vitest'
import { recipientStarts } from './recipients.ts'
import { tokensOf } from './tokens.ts'
import { nounsOfVerb } from './verb-nouns.ts'

const recipients = (text: string) => {
  const tokens = tokensOf(text)
  const starts = recipientStarts(text, tokens)
  return tokens.filter(({ start }) => starts.has(start)).map(({ written }) => written)
}

test.each([
  ['Vi formsprutar detaljer till kök och bilar', ['kök', 'och', 'bilar']],
  ['Reparerar lok åt operatörer', ['operatörer']],
  ['Broar till gårdar, även tak av plåt', ['gårdar']],
  ['Tjänster åt sjukhus i Norden', ['sjukhus']],
  ['Vi odlar tomater', []],
  ['åt', []],
  ['', []],
])('«%s»: what is done is not for whom it is done', (text, expected) => {
  expect(recipients(text)).toEqual(expected)
})

test('it ends after some words, so that the rest of a long text counts in full', () => {
  expect(recipients('leder till mycket stora och sega glada ting som bygger hus')).toEqual([
    'mycket',
    'stora',
    'och',
    'sega',
    'glada',
  ])
})

describe('the nouns of verbs', () => {
  test.each([
    ['svetsar', 'svetsning'],
    ['fjärrstyr', 'fjärrstyrning'],
    ['provkör', 'provkörning'],
    ['reparerade', 'reparation'],
    ['galvaniserar', 'galvanisering'],
    ['gallra', 'gallring'],
    ['belägger', 'beläggning'],
  ])('%s: %s', (verb, noun) => {
    expect(nounsOfVerb(verb)).toContain(noun)
  })
  test.each([['hostar'], ['filter'], ['hus'], ['åker'], ['']])('%s has none', (word) => {
    expect(nounsOfVerb(word)).toEqual([])
  })
})
