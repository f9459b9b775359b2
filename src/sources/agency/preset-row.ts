import { z } from 'zod'
import { RecordId } from '../../records/shared-fields.ts'

const text = z.string().min(1, 'The cell must not be empty.')
const list = z
  .string()
  .transform((cell) => (cell === '' ? [] : cell.split('|')))
  .pipe(z.array(text))

/** The interfaces that statistics are fetched by. */
export const serviceKinds = ['pxweb1', 'pxweb2', 'eurostat', 'kolada'] as const
export type ServiceKind = (typeof serviceKinds)[number]

/** `NAME=VALUE VALUE`: which values of a variable are taken; what is left out of a table is summed by the service where it can be. */
const selection = /^([^=]+)=(.+)$/

/** A table, or several vintages of one, that analysts fetch: where it is and what of it is taken. */
export const PresetRow = z.object({
  id: RecordId,
  title_sv: text,
  title_en: text,
  /** The table that it is a vintage of. */
  table: RecordId,
  service: z.enum(serviceKinds),
  /** Paths or ids of the service’s tables, oldest first; the newest wins where several have a year. */
  sources: list.pipe(z.array(text).min(1, 'Name at least one table.')),
  /** `Kon=1 2` takes those values, `Kon=*` all, `Tid=top(5)` the last five, `ContentsCode=~dag` those whose text has it. */
  selection: list.transform((cells, context) =>
    cells.map((cell) => {
      const [, name = '', values = ''] = selection.exec(cell) ?? []
      if (name === '') context.addIssue({ code: 'custom', message: `«${cell}» is no selection. Write NAME=VALUES.` })
      return { name, values }
    }),
  ),
  level: z.enum(['county', 'nuts2', 'municipality', 'nation', 'other']),
  number_kind: z.enum(['count', 'amount']),
  note_sv: text,
  note_en: text,
})
export type PresetRow = z.infer<typeof PresetRow>
