/** What short forms stand for, in both languages: each line holds ways to say one thing. */
const groups = [
  ['ikt', 'ict', 'it', 'informations- och kommunikationsteknik', 'information and communication technology'],
  ['ai', 'artificiell intelligens', 'artificial intelligence'],
  ['kkn', 'kulturella och kreativa näringar', 'cultural and creative industries', 'cci'],
  ['fou', 'forskning och utveckling', 'research and development'],
  ['iot', 'sakernas internet', 'internet of things'],
  ['vr', 'virtuell verklighet', 'virtual reality'],
  ['va', 'vatten och avlopp', 'water and wastewater'],
  ['vvs', 'värme, ventilation och sanitet'],
  ['s3', 'smart specialisering', 'smart specialisation'],
  ['kol', 'koldioxid', 'co2', 'carbon dioxide'],
  ['ess', 'european spallation source'],
  ['ömv', 'östra mellansverige'],
]

const byShort = new Map<string, readonly string[]>()
for (const group of groups)
  for (const short of group)
    if (!short.includes(' '))
      byShort.set(
        short,
        group.filter((other) => other !== short),
      )

/** The long forms (and other short ones) of a short form; none for other words. */
export const longFormsOf = (word: string): readonly string[] => byShort.get(word) ?? []
