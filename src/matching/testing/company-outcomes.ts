import { gradedGain } from '../../coding/testing/judgement-files.ts'
import { findRegionOfPlace } from '../../places/places.ts'
import { blindCompanies } from '../../search/testing/blind-judgements.ts'
import type { Half } from '../../search/testing/blind-judgements.ts'
import type { Known, Snapshot } from '../../snapshot/snapshot.ts'
import { thesaurusOf } from '../../thesaurus/thesaurus-of.ts'
import { findCompanyFit } from '../company-fit.ts'

/** How the door answers the companies judged blind in November 2026. */
export interface CompanyOutcomes {
  /** nDCG at ten of those that fit something. */
  gains: number[]
  /** For those that fit nothing, whether neither areas nor clusters were shown. */
  silent: boolean[]
  /** For those that an area of the own region fits well (grade 2 or 3), whether the first shown of its areas does. */
  ownRight: boolean[]
}

const fitsWell = 2

/** Asks for every company of one half. */
export function companyOutcomes(snapshot: Snapshot, half: Half): CompanyOutcomes {
  const outcomes: CompanyOutcomes = { gains: [], silent: [], ownRight: [] }
  const areas = new Map(snapshot.inForce('priorityArea').map((area) => [area.id, area]))
  for (const { text, place, sni, grades } of blindCompanies(half)) {
    const regionCode = findRegionOfPlace(snapshot, place)?.code ?? null
    const industry = sni ? thesaurusOf(snapshot).findIndustry(sni) : null
    const { own, elsewhere, clusters } = findCompanyFit(snapshot, { text, industry, regionCode })
    if (grades.size === 0) {
      outcomes.silent.push(own.length + elsewhere.length + clusters.length === 0)
      continue
    }
    const found = [...own, ...elsewhere].sort((a, b) => b.score - a.score).map(({ area }) => area.id)
    outcomes.gains.push(gradedGain(grades, found))
    const isOwn = isOfRegion(snapshot, regionCode)
    if ([...grades].some(([id, grade]) => grade >= fitsWell && areas.has(id) && isOwn(areas.get(id)!)))
      outcomes.ownRight.push((grades.get(own[0]?.area.id ?? '') ?? 0) >= fitsWell)
  }
  return outcomes
}

const isOfRegion = (snapshot: Snapshot, regionCode: string | null) => {
  const joint = new Set(
    snapshot.inForce('jointArea').flatMap(({ id, memberCodes }) => (memberCodes.includes(regionCode ?? '') ? [id] : [])),
  )
  return ({ owner }: Known<'priorityArea'>): boolean => (owner.kind === 'region' ? owner.id === regionCode : joint.has(owner.id))
}
