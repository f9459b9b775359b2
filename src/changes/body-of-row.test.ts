import { expect, test } from 'vitest'
import { bodyOfRow } from './body-of-row.ts'

const cluster = { name: 'Skogsklustret', region_code: '17', programme: 'Vinnväxt', year: 2010, themes: ['skog'], url: null }
const unknownStatus = { status: null, status_year: null, became_sv: null, became_en: null, status_source: null }

test('fields are read from the columns called as they are, without «Id», or as the kind says', () => {
  const status = { status: 'merged', status_year: 2020, became_sv: 'Det nya', became_en: 'The new', status_source: 'webb' }
  expect(bodyOfRow('cluster', { ...cluster, ...status })).toEqual({
    name: 'Skogsklustret',
    regionCode: '17',
    programme: 'Vinnväxt',
    year: 2010,
    themeIds: ['skog'],
    status: { state: 'merged', year: 2020, became: { sv: 'Det nya', en: 'The new' }, sourceId: 'webb' },
  })
})

test('what is empty and need not be there is left out, and null where a field is always there', () => {
  expect(bodyOfRow('cluster', { ...cluster, ...unknownStatus, themes: [] })).toEqual({
    name: 'Skogsklustret',
    regionCode: '17',
    programme: 'Vinnväxt',
    year: 2010,
  })
  const status = { ...unknownStatus, status: 'unknown', became_sv: 'Bara på svenska' }
  expect(bodyOfRow('cluster', { ...cluster, ...status }).status).toEqual({
    state: 'unknown',
    year: null,
    became: null,
    sourceId: null,
  })
})

test('a list that must be there may be empty, and what is given goes before the columns', () => {
  const row = { id: 'norr', name: 'Norr', name_en: 'North', members: [], note_sv: null, note_en: null }
  expect(bodyOfRow('jointArea', row, { name: 'Given' })).toEqual({
    slug: 'norr',
    name: 'Given',
    nameEn: 'North',
    memberCodes: [],
    note: null,
  })
})

test('a row without a column that is needed is refused, and the message names the field', () => {
  const { name: _name, ...nameless } = cluster
  expect(() => bodyOfRow('cluster', { ...nameless, ...unknownStatus })).toThrow('No column of a cluster has its name')
})
