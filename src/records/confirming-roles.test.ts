import { describe, expect, test } from 'vitest'
import { confirmingRoles, findListedRole, isRole, roleIn } from './confirming-roles.ts'

describe('a role', () => {
  test.each([
    'regionutvecklingsdirektör',
    'Regionutvecklingsdirektör',
    'Director of Regional Development',
    'Chef för näringsliv, Region Värmland',
    'Strateg, Norra Mellansverige',
    'tillförordnad avdelningschef',
  ])('%s', (text) => expect(isRole(text, ['Norra Mellansverige'])).toBe(true))
  test.each([
    'Anna Svensson',
    'Anna',
    'A. Svensson',
    'Direktör Anna Svensson',
    'Anna-Karin Öberg, strateg',
    'x',
    '',
    '<b>chef</b>',
    '=cmd|chef',
    'chef\u202efehc',
    'chef\nx',
    'chef\u0000',
  ])('is not %j', (text) => expect(isRole(text)).toBe(false))
  test('of the list is found in either language, kept in Swedish and shown in the reader’s', () => {
    expect(findListedRole(' Director of regional development ')).toBe('regionutvecklingsdirektör')
    expect(findListedRole('Regionutvecklingsdirektör')).toBe('regionutvecklingsdirektör')
    expect(findListedRole('hovmarskalk')).toBe(null)
    expect([roleIn('regionstyrelse', 'en'), roleIn('hovmarskalk', 'en')]).toEqual(['regional executive board', 'hovmarskalk'])
    expect(confirmingRoles.every(({ sv, en }) => isRole(sv) && isRole(en))).toBe(true)
  })
})
