/** Short forms that mean one thing, and the words by which their long forms are known, in both languages. */
const groups: readonly { short: readonly string[]; words: readonly string[] }[] = [
  { short: ['ikt', 'ict', 'it'], words: ['informationsteknik', 'kommunikationsteknik'] },
  { short: ['ai'], words: ['artificiell', 'artificial'] },
  { short: ['kkn', 'cci'], words: ['kulturell', 'kreativ', 'cultural', 'creative'] },
  { short: ['fou'], words: ['forskning', 'research'] },
  { short: ['iot'], words: ['sakernas', 'uppkopplad', 'connected'] },
  { short: ['vr', 'ar', 'xr'], words: ['virtuell', 'virtual'] },
  { short: ['va'], words: ['vatten', 'avlopp', 'wastewater'] },
  { short: ['co2'], words: ['koldioxid', 'klimat', 'climate'] },
]

const byShort = new Map(
  groups.flatMap(({ short, words }) => short.map((one) => [one, [...short.filter((other) => other !== one), ...words]] as const)),
)

/** What else a short form may be written as: other short forms, and the words of its long form. */
export const longFormsOf = (word: string): readonly string[] => byShort.get(word) ?? []
