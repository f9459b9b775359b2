import type { RegionNames } from '../../records/region-activities.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { decodeText } from '../delimited/decode-text.ts'
import { readActivities } from './read-activities.ts'
import type { ReadActivities } from './read-activities.ts'

/** A table of regions and activities to read, as the bytes of its file. */
export interface TableJob {
  fileName: string
  bytes: Uint8Array
  title: string
  regions: readonly RegionNames[]
}

export interface TableAnswer extends ReadActivities {
  /** What the reader of the text noticed, such as an old encoding. */
  notices: LocalText[]
}

/** Reads a table in the thread that asks. @throws ExpectedError `unsupported_file` */
export function answerTableJob({ fileName, bytes, title, regions }: TableJob): TableAnswer {
  const { text, notices } = decodeText(bytes, { fileName, notText })
  return { ...readActivities(text, { title, regions }), notices }
}

const notText: LocalText = {
  sv: 'Filen är ingen tabell i text. Spara den som CSV och försök igen.',
  en: 'The file is no table as text. Save it as CSV and try again.',
}
