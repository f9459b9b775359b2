import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { isRecordKind, recordKinds } from '../../../records/record.ts'
import type { RecordKind } from '../../../records/record.ts'
import { VersionEnvelope } from '../../../records/version.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

const VersionShape = VersionEnvelope.extend({ body: z.record(z.string(), z.unknown()) })

/** A record's versions as data. */
export const historyApi: ReadRoute = {
  path: 'records/{kind}/{id}/history',
  summary: 'All published versions of a record, oldest first',
  params: { kind: z.enum(recordKinds as [RecordKind, ...RecordKind[]]), id: z.string() },
  takes: { id: 'recordId' },
  response: listOf(VersionShape),
  read: ({ snapshot }, { kind, id }) => {
    const versions = isRecordKind(kind!) ? snapshot.versions(kind, id!) : []
    if (versions.length === 0) throw new ExpectedError('not_found', { detail: `There is no ${kind} «${id}».` })
    return all(versions.map(({ sequence: _sequence, contentHash: _contentHash, ...version }) => version))
  },
}
