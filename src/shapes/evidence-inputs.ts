import { z } from 'zod'
import { areasKnownValues } from '../snapshot/areas-known.ts'
import { LocalTextShape, OwnerRef, RegionRef } from './shapes.ts'

/*
 * All that evidence is computed from beside the cubes of statistics: what areas are about and which occupations speak for it. It is small, and
 * with the bytes of the main table it is enough to compute a region's evidence anywhere, as the browser does.
 */

/** An area as a link to it. */
export const AreaRef = z.object({ id: z.string(), label: LocalTextShape })
export type AreaRef = z.infer<typeof AreaRef>

/** A theme or a concept that occupations speak for. */
export const MeasuredSubjectShape = z.object({
  kind: z.enum(['theme', 'concept']),
  id: z.string(),
  label: LocalTextShape,
  /** How sure it is that the area is about it, 0–1, and whether a person has confirmed it. */
  confidence: z.number(),
  isConfirmed: z.boolean(),
  /** Why these occupations speak for it. */
  why: LocalTextShape,
})

/** A field that an area is about: a theme with those of its subjects that can be measured. */
export const FieldInputsShape = z.object({
  themeId: z.string(),
  subjects: z.array(
    MeasuredSubjectShape.extend({
      /** Codes of SSYK 2012; one of three digits takes in all below it. */
      occupations: z.array(z.string()),
    }),
  ),
  /** The regions whose own current lists have the field, each with the areas. */
  listedBy: z.array(z.object({ regionCode: z.string(), areas: z.array(AreaRef) })),
})
export type FieldInputsShape = z.infer<typeof FieldInputsShape>

export const AreaInputsShape = AreaRef.extend({
  owner: OwnerRef,
  /** The region that has chosen it, or those that have chosen it together. */
  regionCodes: z.array(z.string()),
  fields: z.array(FieldInputsShape),
  /** Whether the fields are near enough to each other to be measured as one. */
  isOneField: z.boolean(),
  /** Why it has no field; null when it has. */
  reason: z.enum(['process', 'challenge', 'noOccupation', 'notCoded']).nullable(),
  /** What only our description of it mentions. */
  described: z.array(FieldInputsShape),
})
export type AreaInputsShape = z.infer<typeof AreaInputsShape>

/** A region with what is known of its list. */
export const ListedRegion = RegionRef.extend({ areasKnown: z.enum(areasKnownValues) })
export type ListedRegion = z.infer<typeof ListedRegion>

export const EvidenceInputsShape = z.object({
  region: RegionRef,
  regions: z.array(ListedRegion),
  /** Of the region's own list; `partly` where the source shows only part of it. */
  areasKnown: z.enum([...areasKnownValues, 'partly']),
  /** The areas of its current list, in their order. */
  areas: z.array(AreaInputsShape),
  /** Areas that are parts of these, and areas that the region has chosen together with others. */
  parts: z.array(AreaInputsShape),
  joint: z.array(AreaInputsShape),
  /** The themes and concepts that can be measured. */
  subjects: z.array(z.object({ label: LocalTextShape, occupations: z.array(z.string()) })),
})
export type EvidenceInputsShape = z.infer<typeof EvidenceInputsShape>
