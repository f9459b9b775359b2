import type { VNode } from 'preact'
import type { PartContext } from './part-context.ts'
import type { Identifier } from './identifiers.ts'
import type { EvidenceSourceShape } from '../../shapes/evidence-shapes.ts'
import type { Language } from '../../records/language.ts'
import type { Derived } from '../../snapshot/derive.ts'
import type { ReadContext } from './read-route.ts'
import type { z } from '@hono/zod-openapi'

/** A drawing in units of its own, as SVG text; its words are readable when it is shown about `width` pixels wide. */
export interface Drawing {
  width: number
  height: number
  marks: string
}

/** The rows behind a figure, unrounded. */
export interface FigureTable {
  caption: string
  /** `digits` after the decimal sign where it is shown; `isPercent` for a share of 0–1. */
  columns: readonly { key: string; label: string; digits?: number; isPercent?: boolean }[]
  /** A missing cell is null, never 0. */
  rows: readonly (readonly (string | number | null)[])[]
}

/** A picture with all that somebody needs to read, check and quote it. In one language. */
export interface Figure {
  /** Unique on its page; part of its address. */
  id: string
  lang: Language
  /** The subject and the year, above the heading. */
  topic: string
  /** The heading tells what the figure shows, not what it is about. */
  finding: string
  sentence: string
  /** What the picture looks like, for those who do not see it. */
  description: string
  sources: readonly EvidenceSourceShape[]
  /** What the reader has to keep in mind, beside the caveats of the sources. */
  notes: readonly string[]
  /** Whether the program has chosen what is shown, by a rule, rather than a person. */
  isSuggestion: boolean
  /** How marks are to be read. */
  legend: string | null
  table: FigureTable
  /** Null where there is nothing to draw; `sentence` then tells why. */
  draw: ((width: number) => Drawing) | null
  /** The widths that it is drawn in: the widest that there is room for is shown. */
  widths: readonly number[]
}

/** The figures of a page by address, for downloads: `/api/v1/{path}/figures/{id}.svg` and `.csv`. */
export interface FigureSet {
  path: string
  params?: z.ZodRawShape
  query?: z.ZodRawShape
  /** What its inputs identify; `read` is given their one form. */
  takes?: Readonly<Record<string, Identifier>>
  needs?: readonly Derived<unknown>[]
  /** @throws ExpectedError for what is not there or not understood */
  read(context: ReadContext, input: Record<string, string>, lang: Language): readonly Figure[]
  /** A figure as a file of its own. */
  svgFile(figure: Figure): string
  /** A figure with its finding, sentence, source and table. */
  show(shown: ShownFigure): VNode
}

/** A figure with where it is found. */
export interface ShownFigure {
  context: PartContext
  figure: Figure
  /** The address of the figure's page or section, for links and citation. */
  href: string
  /** `regions/varmland/evidence`: its files are below it. */
  path: string
  query?: Record<string, string>
  level?: 2 | 3
}
