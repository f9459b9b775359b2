import { deriveEach } from '../snapshot/derive-each.ts'
import type { Thesaurus } from './thesaurus.ts'

/**
 * Industries that mainly serve the people and businesses nearby, as SNI 2007 codes without dots: building trades, motor
 * trade, shops, taxis, restaurants, property, law and accounts, translation, vets, rental, staffing, guarding, cleaning
 * and upkeep, office services, driving schools and courses, gyms, associations, repair, personal services and housework.
 * They are found wherever people live, so regions do not specialise in them.
 * After the local clusters of Delgado, Porter & Stern 2016 (doi:10.1093/jeg/lbv017), without those that regions have
 * areas about all the same: care, schools and the building of houses.
 */
const localIndustries = '43 45 47 4932 56 68 69 743 75 77 78 80 81 82 8551 8552 8553 8559 9313 94 95 96 97 98'.split(' ')
/** Exceptions that sell to anywhere: trade by post and internet. */
const tradedIndustries = ['4791']

/** Whether an industry mainly serves those nearby. @param code SNI 2007, two digits or more, without dots */
export const isLocalIndustry = (code: string): boolean =>
  localIndustries.some((local) => code.startsWith(local)) && !tradedIndustries.some((traded) => code.startsWith(traded))

/** The ids of the concepts that are trades, not techniques or aims, and most of whose industries are local. */
export const localTradesOf = deriveEach(
  'local trades',
  ({ concepts }: Thesaurus): ReadonlySet<string> =>
    new Set(
      concepts
        .filter(({ kind, sniCodes }) => kind === 'sector' && sniCodes.filter(isLocalIndustry).length > sniCodes.length / 2)
        .map(({ id }) => id),
    ),
)
