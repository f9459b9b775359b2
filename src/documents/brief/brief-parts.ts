import type { Language } from '../../records/language.ts'
import type { RegionEvidenceShape } from '../../shapes/evidence-shapes.ts'
import type { RegionShape } from '../../shapes/shapes.ts'

/** What the sections of a brief are made of. */
export interface BriefParts {
  lang: Language
  region: RegionShape
  evidence: RegionEvidenceShape
}
