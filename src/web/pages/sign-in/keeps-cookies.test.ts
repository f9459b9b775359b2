import { expect, test } from 'vitest'
import { keepsCookies } from './keeps-cookies.ts'

test.each(['https://spets.example.se', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'null', null])(
  'a session can begin at %s',
  (origin) => expect(keepsCookies(origin)).toBe(true),
)

test.each([
  'http://spets.example.se',
  'http://192.168.1.20:3000',
  'http://localhost.evil.example',
  'http://127.0.0.1.example.se',
])('no browser would keep the cookie at %s', (origin) => expect(keepsCookies(origin)).toBe(false))
