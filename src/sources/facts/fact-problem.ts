/** A fault in a shipped facts file: where it is, what was found, and how to mend it. */
export interface FactProblem {
  file: string
  /** From 1; line 1 is the header. */
  line: number
  /** The column's name; null when the fault is in the whole line. */
  column: string | null
  /** The content of the cell; null when the fault is in the whole line. */
  found: string | null
  /** One or two sentences on what to do. */
  message: string
}

/** The fault in one line, such as `facts/strategies.tsv, line 12, column valid_from: found "2021". A date is …`. */
export function describeFactProblem({ file, line, column, found, message }: FactProblem): string {
  const cell = column === null ? '' : `, column ${column}`
  const content = found === null ? '' : ` Found ${JSON.stringify(found)}.`
  return `facts/${file}, line ${line}${cell}:${content} ${message}`
}
