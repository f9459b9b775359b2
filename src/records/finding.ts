import { defineKind } from './define-kind.ts'
import { statementKind } from './statement.ts'

export const finding = defineKind({
  ...statementKind,
  name: 'finding',
  label: { one: { sv: 'iakttagelse', en: 'finding' }, many: { sv: 'iakttagelser', en: 'findings' } },
})
