import { describe, expect, test } from 'vitest'
import { fieldLabel, fieldsOf } from './fields.ts'
import { cluster } from './cluster.ts'
import { coding } from './coding-decision.ts'
import { priorityArea } from './priority-area.ts'
import { readForm } from './read-form.ts'
import { kindOf, recordKinds } from './record.ts'
import { source } from './source.ts'

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

const area = {
  'owner.kind': 'region',
  'owner.id': '17',
  strategyId: 'varmland-2018',
  programmePeriodId: '2014-2020',
  order: '3',
  verbatimLabel: ' Skoglig bioekonomi ',
  displayLabel: 'Skoglig bioekonomi',
  language: 'sv',
  translatedLabel: '',
  'description.sv': '',
  'description.en': '',
  confirmedOn: '',
  confirmedByRole: '',
}

test.each(recordKinds)('every field of %s has a label in both languages', (kind) => {
  const fields = fieldsOf(kindOf(kind))
  expect(fields.length).toBeGreaterThan(0)
  for (const { path, label } of fields) {
    const name = path.split('.').at(-1)!
    expect(label.sv, path).not.toMatch(new RegExp(`(^|: )${name}$`))
    expect(label.en, path).not.toBe(path)
  }
})

test('a field has its way of being filled in', () => {
  const fields = Object.fromEntries(fieldsOf(priorityArea as never).map((field) => [field.path, field]))
  expect(fields['order']).toMatchObject({ input: 'number', isRequired: true })
  expect(fields['verbatimLabel']).toMatchObject({ input: 'text', isRequired: true, maxLength: 300 })
  expect(fields['translatedLabel']).toMatchObject({ input: 'text', isRequired: false })
  expect(fields['language']).toMatchObject({ input: 'choice', options: ['sv', 'en'] })
  expect(fields['confirmedOn']).toMatchObject({ input: 'date', isRequired: false })
  expect(fields['description.sv']).toMatchObject({
    isRequired: false,
    label: { sv: 'Vad som menas på svenska', en: 'What is meant in Swedish' },
  })
  expect(fieldsOf(kindOf('region')).find(({ path }) => path === 'nameVariants')).toMatchObject({ input: 'list' })
  expect(fieldsOf(kindOf('strategy')).find(({ path }) => path === 'isComplete')).toMatchObject({ input: 'yesNo' })
  expect(fieldsOf(coding as never).map(({ path }) => path)).toEqual(['priorityAreaId', 'aspect', 'code', 'verdict'])
  expect(fieldLabel(kindOf('priorityArea'), 'displayLabel')).toEqual({ sv: 'Område', en: 'Area' })
  expect(fieldLabel(kindOf('coding'), 'themeId')).toEqual({ sv: 'themeId', en: 'themeId' })
})

describe('a form', () => {
  test('becomes a body; what is left empty is null, and blanks around a text are gone', () => {
    const { body, errors } = readForm(priorityArea, formOf(area))
    expect(errors).toBeNull()
    expect(body).toEqual({
      owner: { kind: 'region', id: '17' },
      strategyId: 'varmland-2018',
      programmePeriodId: '2014-2020',
      order: 3,
      verbatimLabel: 'Skoglig bioekonomi',
      displayLabel: 'Skoglig bioekonomi',
      language: 'sv',
      translatedLabel: null,
      description: null,
      confirmedOn: null,
      confirmedByRole: null,
    })
  })

  test('keeps a text in both languages, and leaves out what may be left out', () => {
    const described = { ...area, 'description.sv': 'Ur skog.', 'description.en': 'From forests.' }
    expect(readForm(priorityArea, formOf(described)).body?.description).toEqual({ sv: 'Ur skog.', en: 'From forests.' })
    const paper = { name: 'Paper Province', regionCode: '17', programme: 'Vinnväxt', year: '2013', themeIds: '' }
    expect(readForm(cluster, formOf(paper)).body).toEqual({
      name: 'Paper Province',
      regionCode: '17',
      programme: 'Vinnväxt',
      year: 2013,
    })
    expect(readForm(cluster, formOf({ ...paper, themeIds: 'skog\r\n\r\n energi ' })).body?.themeIds).toEqual(['skog', 'energi'])
  })

  test('leaves out an optional field of several parts when all of them are empty, and reads it when one is filled in', () => {
    const empty = { 'descriptionBasis.read': '', 'descriptionBasis.confidence': '', 'descriptionBasis.sourceId': '' }
    expect(readForm(priorityArea, formOf({ ...area, ...empty })).body).not.toHaveProperty('descriptionBasis')
    expect(readForm(priorityArea, formOf({ ...area, ...empty, 'descriptionBasis.read': 'page' })).errors).toMatchObject([
      { path: 'descriptionBasis.confidence', label: { en: 'Basis of the description: confidence' } },
      { path: 'descriptionBasis.sourceId' },
    ])
    const paper = { name: 'Paper Province', regionCode: '17', programme: 'Vinnväxt', year: '2013' }
    const became = { 'status.state': 'active', 'status.became.sv': 'Finns kvar.', 'status.became.en': 'It remains.' }
    expect(readForm(cluster, formOf({ ...paper, ...became })).body?.status).toEqual({
      state: 'active',
      year: null,
      became: { sv: 'Finns kvar.', en: 'It remains.' },
      sourceId: null,
    })
  })

  test.each<[changed: Record<string, string>, path: string, en: RegExp, sv: RegExp]>([
    [{ order: 'tre' }, 'order', /a number/, /ett tal/],
    [{ order: '0' }, 'order', /More than 0/, /Mer än 0/],
    [{ verbatimLabel: '' }, 'verbatimLabel', /Fill in/, /Fyll i/],
    [{ displayLabel: 'x'.repeat(301) }, 'displayLabel', /At most 300/, /Högst 300/],
    [{ language: 'no' }, 'language', /sv, en/, /sv, en/],
    [{ confirmedOn: '31/1 2018' }, 'confirmedOn', /YYYY-MM-DD/, /ÅÅÅÅ-MM-DD/],
    [{ 'description.sv': 'Bara svenska.' }, 'description.en', /Fill in/, /Fyll i/],
    [{ 'owner.id': '' }, 'owner.id', /Fill in/, /Fyll i/],
  ])('%o is refused at %s', (changed, path, en, sv) => {
    const { errors } = readForm(priorityArea, formOf({ ...area, ...changed }))
    expect(errors).toHaveLength(1)
    expect(errors![0]).toMatchObject({
      path,
      words: { en: expect.stringMatching(en) as string, sv: expect.stringMatching(sv) as string },
    })
  })

  test('reports every faulty field at once', () => {
    const { errors } = readForm(
      source,
      formOf({ 'title.sv': 'Lista', publisher: 'Regionen', kind: 'bild', url: 'ftp://example.org' }),
    )
    expect(errors!.map(({ path }) => path).sort()).toEqual(['datePrecision', 'kind', 'title.en', 'url'])
  })
})
