import { codeCluster } from '../coding/cluster-coding.ts'
import { derive } from '../snapshot/derive.ts'
import { deriveEachWith } from '../snapshot/derive-each.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { isLocalTrade } from './company-clues.ts'
import type { Clue } from './company-clues.ts'

export interface ClusterFit {
  cluster: Known<'cluster'>
  /** The share of what the business writes that the cluster works with, 0–1. */
  score: number
  isOwnRegion: boolean
}

/** One word is too little to send somebody to a cluster, unless it is all that they wrote. */
const leastClues = 2
const leastShare = 0.3

const subjectsOfCluster = deriveEachWith(
  'subjects of a cluster',
  (thesaurus: Thesaurus, cluster: Known<'cluster'>): ReadonlySet<string> => {
    const { themes, concepts } = codeCluster(thesaurus, cluster)
    return new Set([...themes.map(({ themeId }) => themeId), ...concepts.map(({ conceptId }) => conceptId)])
  },
)

/** The clusters in force, and by subject the places of those that work with it. */
const codedClusters = derive('coded clusters', ['cluster', 'thesaurus'], (snapshot) => {
  const thesaurus = thesaurusOf(snapshot)
  const clusters = snapshot.inForce('cluster')
  const bySubject = new Map<string, number[]>()
  clusters.forEach((cluster, at) => {
    for (const id of subjectsOfCluster(thesaurus, cluster)) bySubject.set(id, [...(bySubject.get(id) ?? []), at])
  })
  return { clusters, bySubject }
})

/** The clusters that work with what a business does, by at least two of its words; those of the own region first. */
export function findClusterFits(snapshot: Snapshot, clues: readonly Clue[], regionCode: string | null): ClusterFit[] {
  const read = clues.filter(({ senses }) => senses.length > 0)
  if (read.length === 0 || isLocalTrade(clues)) return []
  const { clusters, bySubject } = codedClusters(snapshot)
  const total = read.reduce((sum, { weight }) => sum + weight, 0)
  const shares = new Map<number, number[]>()
  for (const clue of read)
    for (const [at, share] of sharesOf(clue, bySubject)) shares.set(at, [...(shares.get(at) ?? []), clue.weight * share])
  return [...shares]
    .filter(([, ofCluster]) => ofCluster.length >= Math.min(leastClues, read.length))
    .map(([at, ofCluster]) => ({
      cluster: clusters[at]!,
      isOwnRegion: clusters[at]!.regionCode === regionCode,
      score: ofCluster.reduce((sum, share) => sum + share, 0) / total,
    }))
    .filter(({ score }) => score >= leastShare)
    .sort((a, b) => Number(b.isOwnRegion) - Number(a.isOwnRegion) || b.score - a.score || (a.cluster.id < b.cluster.id ? -1 : 1))
}

/** By cluster, how much of a clue it works with. */
function sharesOf({ senses }: Clue, bySubject: ReadonlyMap<string, readonly number[]>): Map<number, number> {
  const shares = new Map<number, number>()
  for (const { subject, strength } of senses)
    for (const at of bySubject.get(subject.id) ?? []) shares.set(at, Math.max(strength, shares.get(at) ?? 0))
  return shares
}
