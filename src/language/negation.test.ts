import { expect, test } from 'vitest'
import { deniedStarts } from './negation.ts'
import { tokensOf } from './tokens.ts'

test.each([
  ['Vi bygger inte hus utan båtar', ['hus']],
  ['Inte skog, men vatten', ['skog']],
  ['Inte bara skog', []],
  ['We do not build houses but boats', ['build', 'houses']],
  ['Vi odlar inte', []],
  ['Vi gör det aldrig av plast. Bara trä.', ['av', 'plast']],
  ['Vi odlar tomater', []],
])('«%s»: what is denied', (text, expected) => {
  const starts = deniedStarts(text, tokensOf(text))
  expect(
    tokensOf(text)
      .filter(({ start }) => starts.has(start))
      .map(({ written }) => written),
  ).toEqual(expected)
})
