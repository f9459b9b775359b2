import { defineKind } from './define-kind.ts'
import { statementKind } from './statement.ts'

export const nextStep = defineKind({
  ...statementKind,
  name: 'nextStep',
  label: { one: { sv: 'nästa steg', en: 'next step' }, many: { sv: 'nästa steg', en: 'next steps' } },
})
