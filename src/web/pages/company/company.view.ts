import { gazetteerOf } from '../../../places/gazetteer.ts'
import { companyView } from '../../../shapes/company-shape.ts'
import type { CompanyInput, CompanyProblems, CompanyShape } from '../../../shapes/company-shape.ts'
import { findRegions } from '../../../shapes/from-snapshot.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'

/** The names of places that the page shows beside the answer. */
export interface PlaceNames {
  /** Counties and municipalities, offered while one writes a place. */
  offered: readonly string[]
  /** Counties by the region's code. */
  counties: ReadonlyMap<string, string>
  /** The office to turn to; null when no region is known. */
  office: string | null
}

export interface CompanyPageShape {
  input: CompanyInput
  fit: CompanyShape
  problems: CompanyProblems
  names: PlaceNames
}

/** What the page shows for what was written in its form. */
export function companyPageView(snapshot: Snapshot, input: CompanyInput): CompanyPageShape {
  const { fit, problems } = companyView(snapshot, input)
  const { region } = fit
  const names: PlaceNames = {
    offered: [
      ...findRegions(snapshot).map(({ countyName }) => countyName),
      ...gazetteerOf(snapshot).municipalities.map(({ name }) => name),
    ],
    counties: new Map(snapshot.inForce('region').map(({ id, countyName }) => [id, countyName])),
    office: region && (snapshot.get('region', region.code)?.regionName ?? region.name),
  }
  return { input, fit, problems, names }
}
