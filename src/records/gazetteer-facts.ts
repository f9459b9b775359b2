export interface Municipality {
  code: string
  name: string
  regionCode: string
}

/** A larger locality or well-known place that no municipality is named after. */
export interface LocalityFact {
  name: string
  /** A municipality's code, or a county's where it lies in several. */
  liesIn: string
}

/** The places that people may say that they are in, besides regions. */
export interface GazetteerFacts {
  /** Made from the content; null for what ships with the program, which the program's own build names. */
  readonly id: string | null
  readonly municipalities: readonly Municipality[]
  readonly localities: readonly LocalityFact[]
}
