import { expect, test } from 'vitest'
import { wayBack } from './way-back.ts'

test.each(['/min-region', '/en/region/varmland/confirm?do=confirm&day=2026-11-05', '/att-gora#forslag'])(
  '%s is a way back',
  (path) => expect(wayBack(path)).toBe(path),
)

test.each([
  null,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/%5C/../\\evil.example',
  '/./\n/evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'min-region',
  `/${'a'.repeat(600)}`,
])('%j leads nowhere', (path) => expect(wayBack(path)).toBeNull())
