/** Those of all codes that begin with one of some codes, each once: a code of three digits takes in all below it. */
export const codesWithin = (wanted: readonly string[], all: readonly string[]): string[] =>
  all.filter((code) => wanted.some((one) => code.startsWith(one)))

/** The areas that each occupation speaks for, in the order of the areas, by one reading of them. */
export function areasByOccupation<Area>(
  areas: readonly Area[],
  readOccupations: (area: Area) => readonly string[],
): ReadonlyMap<string, readonly Area[]> {
  const pairs = areas.flatMap((area) => readOccupations(area).map((code) => ({ code, area })))
  return new Map([...Map.groupBy(pairs, ({ code }) => code)].map(([code, ofCode]) => [code, ofCode.map(({ area }) => area)]))
}
