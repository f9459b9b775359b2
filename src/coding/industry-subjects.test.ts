import { describe, expect, test } from 'vitest'
import { subjectsOfIndustry } from './industry-subjects.ts'
import { smallConcept, smallTheme, smallThesaurus } from './testing/small-thesaurus.ts'

const themes = [smallTheme('odling'), smallTheme('djur')]

/** A thesaurus of concepts written `id theme code`. */
const withConcepts = (...written: string[]) =>
  smallThesaurus(
    themes,
    written.map((one) => {
      const [id, theme, code] = one.split(' ')
      return smallConcept(id!, [theme!], { sv: id, sniCodes: [code!] })
    }),
  )
const subjects = (written: string[], code: string, labelSv = 'Hej') =>
  subjectsOfIndustry(withConcepts(...written), { code, labelSv }).map(
    ({ subjectId, confidence }) => `${subjectId} ${confidence.toFixed(2)}`,
  )

describe('the subjects of an industry', () => {
  test.each([
    ['01131', 'tomat 0.90'],
    ['0113', 'tomat 0.85'],
    ['011', 'tomat 0.70'],
    ['01', 'tomat 0.40'],
  ])('are surer the more digits of %s they share', (named, expected) => {
    expect(subjects([`tomat odling ${named}`, 'gurka odling 31', 'kossa djur 02'], '01131')).toEqual([expected])
  })
  test('that are only a part of it are less sure', () => {
    expect(subjects(['tomat odling 01131', 'kossa djur 02'], '01')).toEqual(['tomat 0.32'])
    expect(subjects(['tomat odling 01131', 'kossa djur 0213'], '0113')).toEqual(['tomat 0.68'])
  })
  test('are also those of its name, and the surer of the two counts', () => {
    expect(subjects(['tomat odling 99', 'kossa djur 01'], '01', 'Tomat')).toEqual(['tomat 0.64', 'kossa 0.40'])
    expect(subjects(['tomat odling 01131'], '01131', 'Tomat')).toEqual(['tomat 0.90'])
    expect(subjects(['tomat odling 01'], '01131', 'Tomat')).toEqual(['tomat 0.64'])
  })
  test('that are equally sure come by their ids', () => {
    expect(subjects(['tomat odling 01', 'gurka odling 01'], '01')).toEqual(['gurka 0.40', 'tomat 0.40'])
  })
  test('are the same list at each call', () => {
    const thesaurus = withConcepts('tomat odling 01')
    const industry = { code: '01', labelSv: 'Hej' }
    expect(subjectsOfIndustry(thesaurus, industry)).toHaveLength(1)
    expect(subjectsOfIndustry(thesaurus, industry)).toBe(subjectsOfIndustry(thesaurus, industry))
  })
})

describe('when many concepts fit', () => {
  test('four are kept', () => {
    expect(subjects(['a odling 01', 'b odling 01', 'c odling 01', 'd odling 01'], '01')).toHaveLength(4)
  })
  test('those surer than the first one too many are kept', () => {
    const three = ['b odling 01', 'c odling 01', 'd odling 01']
    expect(subjects(['a odling 0113', ...three, 'e odling 01'], '0113')).toEqual(['a 0.85'])
    expect(subjects(['a odling 0113', ...three.map((one) => `${one}13`), 'e odling 01'], '0113')).toHaveLength(4)
  })
  test('of equals, the theme that most of them share is given', () => {
    const tied = ['a odling 0113', 'b odling 0113', 'c djur 0113', 'd djur 0113', 'e djur 0113']
    expect(subjects(tied, '0113')).toEqual(['djur 0.85'])
    expect(subjects([...tied, 'f odling 01', 'g odling 01'], '0113')).toEqual(['djur 0.85'])
    expect(subjects(['a odling 0113', 'b odling 0113', 'c odling 0113', 'd djur 0113', 'e djur 0113'], '0113')).toEqual([
      'odling 0.85',
    ])
  })
  test('the theme that comes first is given when two are shared by as many', () => {
    const tied = ['a odling 01', 'b djur 01', 'c odling 01', 'd djur 01', 'e odling 01', 'f djur 01']
    expect(subjects(tied, '01')).toEqual(['odling 0.40'])
  })
})
