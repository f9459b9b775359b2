import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { citationShape, metaShape } from './from-snapshot.ts'
import { CitationShape, MetaShape } from './shapes.ts'

/** The API's schema of a kind: the kind's own schema with the id, the source and the days it is in force. */
export const shapeOfKind = <Fields extends z.ZodRawShape>(schema: z.ZodObject<Fields>) =>
  schema.extend({ id: z.string(), citation: CitationShape.nullable(), meta: MetaShape })

/** A record in the shape of `shapeOfKind`. */
export function shapeOfRecord<K extends RecordKind>(snapshot: Snapshot, { meta, ...body }: Known<K>) {
  return { ...body, citation: citationShape(snapshot, meta.source), meta: metaShape(meta) }
}
