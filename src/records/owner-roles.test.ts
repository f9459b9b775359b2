import { expect, test } from 'vitest'
import { ownerRoleIn, storedOwnerRole } from './owner-roles.ts'

test('a listed role is read in the reader’s language, and the organisation as it is written', () => {
  expect(ownerRoleIn('handläggare, Tillväxtverket', 'en')).toEqual({
    role: 'officer',
    organisation: 'Tillväxtverket',
    isListed: true,
  })
  expect(ownerRoleIn('handläggare, Tillväxtverket', 'sv').role).toBe('handläggare')
  expect(ownerRoleIn('hovmarskalk', 'en')).toEqual({ role: 'hovmarskalk', organisation: null, isListed: false })
})

test('a listed role written in English is stored in Swedish, and other words as they are', () => {
  expect(storedOwnerRole('Officer, Tillväxtverket')).toBe('handläggare, Tillväxtverket')
  expect(storedOwnerRole('keeper of seals, Vinnova, Stockholm')).toBe('keeper of seals, Vinnova, Stockholm')
})
