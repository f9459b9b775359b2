import { cubesInMemory, openCubeFiles } from '../store/cube-files.ts'
import type { CubeFiles } from '../store/cube-files.ts'
import { originOf } from '../sources/facts/statistics-cube.ts'
import { shippedTables } from '../sources/facts/shipped-statistics.ts'
import { langOf } from './command.ts'
import type { Io } from './command.ts'
import { cubesFolderOf } from './settings.ts'

/**
 * Opens the tables of statistics. Those that ship and are not there yet are added; where nothing can be written they are
 * kept in memory for as long as the program runs, and a line says so.
 */
export async function openCubes(io: Pick<Io, 'env' | 'stderr'>): Promise<CubeFiles> {
  const files = openCubeFiles(cubesFolderOf(io.env))
  const known = new Set(files.shelf().listings.map(({ header }) => header.origin))
  const missing = shippedTables().filter(({ row }) => !known.has(originOf(row)))
  try {
    for (const table of missing) await files.add(await table.cube())
    await files.verify()
    return files
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!code || !unwritable.has(code)) throw error
    io.stderr(
      langOf(io.env) === 'sv'
        ? `Statistiken kan inte sparas i ${cubesFolderOf(io.env)} (${code}) och läses därför in vid varje start. Ange en mapp med SPETS_CUBES.`
        : `The statistics cannot be kept in ${cubesFolderOf(io.env)} (${code}), so they are read at every start. Name a folder with SPETS_CUBES.`,
    )
    const kept = files.shelf().listings.map((listing) => listing.read())
    return cubesInMemory([...kept, ...(await Promise.all(missing.map((table) => table.cube())))])
  }
}

/** Codes of errors that say that a folder cannot be written to. */
const unwritable: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'])
