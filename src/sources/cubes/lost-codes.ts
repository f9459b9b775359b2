import type { CubeHeader } from '../../records/cube.ts'
import type { LocalText } from '../../records/shared-fields.ts'

/**
 * What the vintage in use has and a new one would not: dimensions, regions, activities, years. A file for three counties must not
 * take the place of one for all unnoticed.
 */
export function lostCodes(before: CubeHeader | null, after: Pick<CubeHeader, 'dimensions'>): LocalText[] {
  return (before?.dimensions ?? []).flatMap((one): LocalText[] => {
    const match = after.dimensions.find(({ id }) => id === one.id)
    if (!match)
      return [
        {
          sv: `Obs: årgången som används nu är delad efter ${one.label.sv.toLowerCase()}; den här är det inte.`,
          en: `Note: the vintage in use is split by ${one.label.en.toLowerCase()}; this one is not.`,
        },
      ]
    const codes = new Set(match.codes)
    const lost = one.codes.filter((code) => !codes.has(code))
    if (lost.length === 0) return []
    const first = `${lost.slice(0, 8).join(', ')}${lost.length > 8 ? ', …' : ''}`
    return [
      {
        sv: `Obs: årgången som används nu har ${lost.length} koder i ${one.label.sv.toLowerCase()} som saknas här: ${first}. Sidorna förlorar dem om den här sparas.`,
        en: `Note: the vintage in use has ${lost.length} codes of ${one.label.en.toLowerCase()} that are missing here: ${first}. Pages lose them if this one is kept.`,
      },
    ]
  })
}
