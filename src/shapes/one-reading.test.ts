import { expect, test } from 'vitest'
import { codeArea, keptOf, subjectIdsOf, subjectsAsRead, themesOfArea } from '../coding/area-coding.ts'
import { fieldsOf } from '../evidence/area-fields.ts'
import { subjectTableOf } from '../matching/subject-table.ts'
import { searchIndexOf } from '../search/search-of-snapshot.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { themeRefs } from './from-snapshot.ts'

const snapshot = shippedSnapshot('2026-11-27')
const areas = snapshot.everBegun('priorityArea')
const thesaurus = thesaurusOf(snapshot)

test('the themes of an area are the same for its page, its codes, likeness, search and the door, on every area that ships', () => {
  const documents = new Map(
    searchIndexOf(snapshot)
      .documents.filter(({ kind }) => kind === 'priorityArea')
      .map((document) => [document.id, document.whole().themeIds]),
  )
  const table = subjectTableOf(snapshot)
  const atDoor = new Map(
    table.areas.map(({ id }, at) => [
      id,
      table.subjectsOfArea[at]!.map((subject) => subject.id).filter((subject) => thesaurus.findTheme(subject)?.id === subject),
    ]),
  )
  expect(areas.length).toBeGreaterThan(200)
  let described = 0
  for (const area of areas) {
    const themes = themesOfArea(snapshot, area)
    const ids = themes.map(({ themeId }) => themeId)
    described += themes.filter(({ basis }) => basis !== 'label').length
    const codes = codeArea(snapshot, area)
    expect(
      keptOf(codes.theme).map(({ code }) => code),
      area.id,
    ).toEqual(ids)
    expect(
      themeRefs(snapshot, area.id).map(({ id }) => id),
      area.id,
    ).toEqual(ids)
    expect(
      subjectsAsRead(snapshot, area).themes.map(({ themeId }) => themeId),
      area.id,
    ).toEqual(ids)
    expect(subjectIdsOf(snapshot, area).themeIds, area.id).toEqual(ids)
    expect(documents.get(area.id), area.id).toEqual(ids)
    if (atDoor.has(area.id)) expect(atDoor.get(area.id), area.id).toEqual(ids)
  }
  // A test on names alone would agree with anything.
  expect(described).toBeGreaterThan(20)
})

test('every code that follows from a theme follows from one of the list, and evidence measures no other', () => {
  for (const area of areas) {
    const ids = themesOfArea(snapshot, area).map(({ themeId }) => themeId)
    const { scienceField, goal, objective } = codeArea(snapshot, area)
    for (const { code, fromThemeIds } of [...scienceField, ...goal, ...objective])
      for (const themeId of fromThemeIds) expect(ids, `${area.id} ${code}`).toContain(themeId)
    if (ids.length > 0)
      for (const { themeId, subjects } of fieldsOf(snapshot, area).fields) {
        expect(ids, area.id).toContain(themeId)
        for (const { kind, id } of subjects) if (kind === 'theme') expect(ids, area.id).toContain(id)
      }
  }
})
