import { createHash } from 'node:crypto'
import type { Cube } from '../../records/cube.ts'
import type { RegionNames } from '../../records/region-activities.ts'
import { bytesInMemory, bytesOnDisk } from './file-bytes.ts'
import { makeCube } from './make-cube.ts'
import type { CubeChoices, CubePreview } from './make-cube.ts'
import { readStatisticsFile } from './read-statistics-file.ts'
import { makeRegionReader } from './region-codes.ts'

/** A file of statistics to read: where it is or its bytes, what a person says about it, and the regions that are known. */
export interface StatisticsJob {
  file: { path: string } | { bytes: Uint8Array }
  choices: Omit<CubeChoices, 'origin'>
  sheet?: string | undefined
  decimal?: '.' | ',' | undefined
  regions: readonly RegionNames[]
}

export interface StatisticsAnswer {
  cube: Cube
  preview: CubePreview
}

/** Reads a file of statistics in the thread that asks. @throws ExpectedError in plain words */
export function answerStatisticsJob({ file, choices, regions, ...options }: StatisticsJob): StatisticsAnswer {
  const bytes = 'path' in file ? bytesOnDisk(file.path) : bytesInMemory(file.bytes)
  const table = readStatisticsFile(bytes, { ...options, keys: Object.values(choices.roles) })
  const hash = createHash('sha256')
  for (const piece of 'path' in file ? bytes.pieces() : [file.bytes]) hash.update(piece)
  const origin = `${choices.fileName} sha256 ${hash.digest('hex')}`
  return makeCube(table, { ...choices, origin }, makeRegionReader(regions))
}
