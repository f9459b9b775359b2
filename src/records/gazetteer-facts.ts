export interface Municipality {
  code: string
  name: string
  regionCode: string
}

/** A larger locality or well-known place whose name is not that of a municipality. */
export interface LocalityFact {
  name: string
  /** A municipality's code, or a county's when the place is in several municipalities. */
  liesIn: string
}

/** Places other than regions that people may give as an address. */
export interface GazetteerFacts {
  /** Made from the content; null for the shipped facts, which the program's build identifies. */
  readonly id: string | null
  readonly municipalities: readonly Municipality[]
  readonly localities: readonly LocalityFact[]
}
