import { compareDays } from '../records/time.ts'
import { editionsByOwner, findCurrentEdition, findEditions } from '../snapshot/editions.ts'
import { ownerKey } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { findLineage } from '../likeness/lineage.ts'
import { clusterShape, contactsOf, editionShape, findRegions, jointAreaShape, metaShape, regionRefs } from './from-snapshot.ts'
import { lineageStepShape } from './lineage-shape.ts'
import type { EditionShape, RegionShape, RegionSummaryShape, SourceShape } from './shapes.ts'

/** A region with its current edition, or null, and its themes, for lists and the map. */
export function regionSummaryShape(snapshot: Snapshot, region: Known<'region'>): RegionSummaryShape {
  const edition = findCurrentEdition(snapshot, { kind: 'region', id: region.code })
  const current = edition && editionShape(snapshot, edition)
  const { code, slug, name, countyName, regionName } = region
  const jointAreas = jointAreasOf(snapshot, code).map((area) => ({ id: area.id, name: { sv: area.name, en: area.nameEn } }))
  return { code, slug, name, countyName, regionName, current, themeIds: current ? themeIdsOf(current) : [], jointAreas }
}

/** All regions in Swedish alphabetical order, each with its current edition. */
export const regionSummaries = (snapshot: Snapshot): RegionSummaryShape[] =>
  findRegions(snapshot).map((region) => regionSummaryShape(snapshot, region))

/** A region with all its editions, lineage and clusters. */
export function regionShape(snapshot: Snapshot, region: Known<'region'>): RegionShape {
  const owner = { kind: 'region', id: region.code } as const
  const editions = findEditions(snapshot, owner).map((edition) => editionShape(snapshot, edition))
  const jointEditions = jointAreasOf(snapshot, region.code).map((area) => ({
    jointArea: jointAreaShape(snapshot, area),
    editions: (editionsByOwner(snapshot).get(ownerKey({ kind: 'jointArea', id: area.id })) ?? []).map((e) =>
      editionShape(snapshot, e),
    ),
  }))
  const clusters = snapshot.inForce('cluster').filter((cluster) => cluster.regionCode === region.code)
  const current = findCurrentEdition(snapshot, owner)
  const { nuts1, nuts2, nuts2Name, nuts3, iso3166, residenceCity, municipalityCount, populations, landAreaKm2 } = region
  return {
    ...regionSummaryShape(snapshot, region),
    nuts1,
    nuts2,
    nuts2Name,
    nuts3,
    iso3166,
    residenceCity,
    municipalityCount,
    populations,
    landAreaKm2,
    landNeighbours: regionRefs(snapshot, region.landNeighbours),
    waterNeighbours: regionRefs(snapshot, region.waterNeighbours),
    editions,
    lineage: findLineage(snapshot, owner).map(lineageStepShape),
    jointEditions,
    clusters: clusters.map((cluster) => clusterShape(snapshot, cluster)),
    contacts: current ? contactsOf(snapshot, { strategyId: current.strategy.id, priorityAreaId: null }) : [],
    sources: sourcesOf([...editions, ...jointEditions.flatMap((joint) => joint.editions)]),
    meta: metaShape(region.meta),
  }
}

/** The distinct sources of some editions, newest first. */
export function sourcesOf(editions: readonly EditionShape[]): SourceShape[] {
  const byId = new Map<string, SourceShape>()
  for (const { strategy, priorities } of editions) {
    for (const { citation } of [strategy, ...priorities]) if (citation) byId.set(citation.source.id, citation.source)
  }
  return [...byId.values()].sort((a, b) => compareDays(b.date, a.date))
}

function jointAreasOf(snapshot: Snapshot, code: string): Known<'jointArea'>[] {
  return snapshot.inForce('jointArea').filter((area) => area.memberCodes.includes(code))
}

/** The themes of a list's areas and of their parts. */
function themeIdsOf({ priorities, parts }: EditionShape): string[] {
  const counts = new Map<string, number>()
  for (const priority of [...priorities, ...parts])
    for (const theme of priority.themes) counts.set(theme.id, (counts.get(theme.id) ?? 0) + 1)
  return [...counts.entries()].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id)
}
