import type { Cube, CubeHeader } from '../records/cube.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { CubeFiles } from './cube-files.ts'

/** Keeps a cube as a vintage of its table; the same file with the same choices is kept once. @throws ExpectedError when nobody is named as its source */
export async function keepCube(cubes: CubeFiles, cube: Cube, now: Date): Promise<{ id: string; isNew: boolean }> {
  if (cube.attribution.sv === '') {
    const words = {
      sv: 'Filen säger inte vem som har tagit fram siffrorna. Ange källan (--source vid kommandoraden, till exempel --source SCB), så att den alltid kan visas.',
      en: 'The file does not say who made the figures. Give the source (--source at the command line, for example --source SCB), so that it can always be shown.',
    }
    throw new ExpectedError('bad_request', { detail: words.en, data: { words } })
  }
  const { values: _values, statuses: _statuses, ...header } = cube
  const known = cubes.shelf().listings.find((one) => isSame(one.header, header))
  if (known) return { id: known.id, isNew: false }
  const { id } = await cubes.add({ ...cube, importedAt: now.toISOString() })
  return { id, isNew: true }
}

const isSame = ({ importedAt: _importedAt, ...one }: CubeHeader, other: CubeHeader): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

const sorted = (header: object) => Object.fromEntries(Object.entries(header).sort(([a], [b]) => (a < b ? -1 : 1)))
