import { expect, test } from 'vitest'
import { wantedForm, withoutEnding } from './wanted-form.ts'

test.each([
  ['text/turtle', 'ttl'],
  ['application/ld+json', 'jsonld'],
  ['application/json', 'json'],
  ['application/rdf+xml', 'rdf'],
  ['Text/Turtle;q=0.5, application/ld+json;q=0.9', 'jsonld'],
  ['text/html;q=0.5, application/json', 'json'],
  // What browsers, and those who take anything, send.
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', null],
  ['text/html, application/json', null],
  ['text/html, text/turtle;q=0.9', null],
  ['*/*', null],
  ['text/turtle;q=0', null],
  ['text/turtle;q=x', null],
  ['', null],
  [undefined, null],
  [`${'a/b,'.repeat(400)}text/turtle`, null],
])('Accept: %s wants %s', (accept, form) => {
  expect(wantedForm(accept)).toBe(form)
})

test('an ending is taken off a name, and only one that is known', () => {
  expect(withoutEnding('varmland.ttl')).toEqual({ name: 'varmland', form: 'ttl' })
  expect(withoutEnding('a.b.jsonld')).toEqual({ name: 'a.b', form: 'jsonld' })
  expect(['varmland', 'varmland.exe', '.ttl', 'varmlandttl'].map(withoutEnding)).toEqual([null, null, null, null])
})
