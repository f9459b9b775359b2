import type { Snapshot } from '../../snapshot/snapshot.ts'

/** Where the thesaurus as a whole is found; themes and concepts are below it. */
export const schemePath = '/tema'

/** The kinds of things that have a name of their own in linked data. */
export const resourceKinds = [
  'region',
  'jointArea',
  'strategy',
  'priorityArea',
  'source',
  'programmePeriod',
  'theme',
  'concept',
  'scheme',
] as const
export type ResourceKind = (typeof resourceKinds)[number]

/** A thing with a name. The `id` of a region is the name in its address; all others have their own id. */
export interface Resource {
  kind: ResourceKind
  id: string
}

const folders: Readonly<Record<Exclude<ResourceKind, 'scheme'>, string>> = {
  region: '/region',
  jointArea: '/samverkan',
  strategy: '/lista',
  priorityArea: '/prioritet',
  source: '/kalla',
  programmePeriod: '/period',
  theme: schemePath,
  concept: schemePath,
}

/** The path of a thing's name, which is the address of its Swedish page; the forms for machines have an ending after it. */
export const resourcePath = ({ kind, id }: Resource): string =>
  kind === 'scheme' ? schemePath : `${folders[kind]}/${encodeURIComponent(id)}`

export const resourceIri = (base: string, resource: Resource): string => base + resourcePath(resource)

/** The name of a region or a joint area that owns a list. */
export function ownerResource(snapshot: Snapshot, { kind, id }: { kind: 'region' | 'jointArea'; id: string }): Resource {
  return { kind, id: kind === 'region' ? (snapshot.getBegun('region', id)?.slug ?? id) : id }
}
