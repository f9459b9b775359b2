import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isAllowed, roleTable } from './testing/role-table.ts'

const file = new URL('../../docs/roles.md', import.meta.url)
const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim().replace(/^-+$/, '---'))

test('docs/roles.md has the table that the rules give (SPETS_WRITE_ROLES=1 writes it)', () => {
  const text = readFileSync(file, 'utf8')
  const [before = '', , after = ''] = text.split(/<!-- table -->/)
  if (process.env['SPETS_WRITE_ROLES'])
    writeFileSync(file, [before, `\n\n${roleTable().join('\n')}\n\n`, after].join('<!-- table -->'))
  const written = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  expect(written.map(cellsOf)).toEqual(roleTable().map(cellsOf))
})

test('a few cells, judged by hand', () => {
  const label = ['displayLabel', 'verbatimLabel']
  const cell = { kind: 'priorityArea', to: 'published', isOwn: true, changed: label } as const
  expect(isAllowed({ ...cell, role: 'nationalOfficer' })).toBe(false)
  expect(isAllowed({ ...cell, role: 'nationalOfficer', changed: [] })).toBe(true)
  expect(isAllowed({ ...cell, role: 'regionalEditor' })).toBe(false)
  expect(isAllowed({ ...cell, role: 'regionalEditor', to: 'proposed' })).toBe(true)
  expect(isAllowed({ ...cell, role: 'regionalEditor', to: 'proposed', isOwn: false })).toBe(false)
  expect(isAllowed({ ...cell, role: 'regionalConfirmer', changed: ['confirmedOn'] })).toBe(true)
  expect(isAllowed({ ...cell, role: 'regionalConfirmer', changed: ['confirmedOn', 'order'] })).toBe(false)
  expect(isAllowed({ ...cell, kind: 'cluster', role: 'clusterEditor' })).toBe(true)
  expect(isAllowed({ ...cell, kind: 'cluster', role: 'clusterEditor', isOwn: false })).toBe(false)
  expect(isAllowed({ ...cell, role: 'administrator', isOwn: false })).toBe(true)
})
