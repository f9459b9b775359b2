import type { RegionActivities } from '../../records/region-activities.ts'

/** Forest, wood, paper, metal, software and consultants: divisions of SNI 2007. */
export const sampleActivities = ['02', '16', '17', '24', '62', '70']

/** 17 and 20 depend on forestry, 01 and 12 on services; 18 has metal beside forestry. */
export const sampleRows: Readonly<Record<string, readonly number[]>> = {
  '01': [1, 1, 1, 2, 90, 80],
  '12': [3, 2, 3, 5, 70, 60],
  '17': [50, 40, 60, 5, 5, 5],
  '18': [40, 40, 5, 60, 5, 6],
  '20': [55, 45, 50, 8, 6, 5],
}

/** An invented table of employees by county code. */
export function statisticsOf(rows: Readonly<Record<string, readonly number[]>>): RegionActivities {
  const regionCodes = Object.keys(rows).sort()
  return {
    id: JSON.stringify(rows),
    title: { sv: 'Anställda, påhittade', en: 'Employees, made up' },
    year: '2025',
    regionCodes,
    activities: sampleActivities,
    labels: null,
    distinctive: null,
    values: Float64Array.from(regionCodes.flatMap((code) => rows[code]!)),
  }
}
