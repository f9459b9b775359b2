import { shippedTables } from '../../sources/facts/shipped-statistics.ts'
import { getShippedBeside } from '../../sources/facts/shipped-facts.ts'
import { cubesInMemory } from '../../store/cube-files.ts'

/** The tables of statistics that ship, in memory. */
export const shippedCubes = cubesInMemory(await Promise.all(shippedTables().map((table) => table.cube())))

/** What ships beside the registry, with the statistics. */
export const besideWithStatistics = () => ({ ...getShippedBeside(), cubes: shippedCubes.shelf() })
