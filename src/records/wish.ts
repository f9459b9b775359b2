import { defineKind } from './define-kind.ts'
import { statementKind } from './statement.ts'

export const wish = defineKind({
  ...statementKind,
  name: 'wish',
  label: { one: { sv: 'önskemål', en: 'wish' }, many: { sv: 'önskemål', en: 'wishes' } },
})
