import { stemmer as snowball } from '@orama/stemmers/swedish'

/**
 * The stem of a lower-case Swedish word. Forms that Snowball's stemmer leaves apart are brought together before it runs
 * ("hälsan", "vattnet", "miljön", "hållbart", "livsmedlen"). When unsure it leaves two words apart.
 */
export function swedishStem(word: string): string {
  const plain = withoutEnding(word)
  const kept = keptWhole.exec(plain)
  if (kept) return kept[1]!
  const stem = irregular.get(plain) ?? snowball(plain)
  return irregular.get(stem) ?? (stem === word ? stem : stem.replace(lostVowel, '$1e$2'))
}

/** Words that only look inflected and are not stemmed: "kompetens" is not a genitive, "hållbar" not a plural. */
const keptWhole =
  /^(.*(?:[^aeiouyåäö]nad|månad|promenad|(?:[^g]at|kt|ns|ess|mot|it)or|(?:kompet|konfer|intellig|konsekv|refer|resili|lic|frekv|konkurr|evid|excell)ens|[^aeiouyåäö]bar|sam))(?:en|er|ens|ers|erna|ernas|n|ns|a|are|ast|aste|het|heten|heter|heterna|s)?$/

/** Restores the e that a stem lost before l or r when an ending was added: "möbl(er)", "cykl(ar)", "livsmedl(en)". */
const lostVowel = /([bdfgkpt])([lr])$/

/** Stems of words with a vowel change, or of which Snowball cuts one form too short. */
const irregular = new Map(
  Object.entries({
    stad: 'städ städer',
    land: 'länd länder',
    strand: 'stränd stränder',
    bok: 'böck böcker',
    bonde: 'bönd bönder bond',
    rot: 'rött rötter',
    hand: 'händ händer',
    vatten: 'vatt vattn vatten',
    vapen: 'vap vapn vapen',
    botten: 'bott bottn botten',
    teater: 'teat teatr teater',
    museum: 'muse museum',
    centrum: 'centr centrum',
    vinter: 'vint vintr vinter',
    tunnel: 'tunnl',
    bro: 'bron broar broarn',
    textil: 'textili',
    // Kept apart from "stad", town: this is cleaning.
    städning: 'städa städar städade städat',
    // Kept apart from the adjective "säker", because it is a subject of its own.
    säkerhet: 'säkerhet säkerheten säkerhets säkerhetens',
  }).flatMap(([stem, forms]) => forms.split(' ').map((form) => [form, stem] as const)),
)

/** Irregular forms by their stem. */
const formsByStem = Map.groupBy(irregular.keys(), (form) => irregular.get(form)!)

/** What the words with this stem may begin with: the stem, the stem without a restored e or a lost "um", and irregular forms. */
export const beginningsOfStem = (stem: string): string[] => [...regularBeginnings(stem), ...(formsByStem.get(stem) ?? [])]

/** What inflected forms of a word or stem may begin with. @param stem the word's stem */
export const stemBeginnings = (word: string, stem: string): string[] => [
  ...regularBeginnings(stem.length < word.length ? stem : word),
  ...(formsByStem.get(stem) ?? []),
]

const regularBeginnings = (stem: string): string[] => [stem, stem.replace(/([bdfgkpt])e([lr])$/, '$1$2'), stem.replace(/um$/, '')]

/**
 * A pattern for an ending, the final letters a word must have before the pattern is tried (for speed), and the
 * replacement.
 */
const endings: readonly [RegExp, readonly string[], string][] = [
  // Loan words in -i: "industrin", "strategier"; and -alisera: "digitalisering", "digitaliserad".
  [/([rgm]i)(?:n|ns|er|ers|erna|ernas)$/, ['n', 's', 'r', 'a'], '$1'],
  [/(al)iser\p{L}*$/u, [''], '$1'],
  // The neuter definite: "batteriet", "vattnet", "sjukhuset", "materialet".
  [/^(?!.*diets?$)(.+[iyäåö])ets?$/, ['et', 'ets'], '$1'],
  [/^(.*muse)ets?$/, ['museet', 'museets'], '$1um'],
  [
    /^(?!.*(?:it|pak|rak|plan|intern|budg|alfab|mark|targ|outl|magn|kom|tap|stak|h)ets?$)(\p{L}{2,}[^aeiouyåäö\P{L}])ets?$/u,
    ['et', 'ets'],
    '$1',
  ],
  // The other definite after a vowel, and after -el and -er: "hälsan", "miljön", "möbeln".
  [/^(?!.*(?:plan|man|organ|tan|vulkan|ocean|urban|titan)s?$)(\p{L}{3,})ans?$/u, ['an', 'ans'], '$1a'],
  [/^(?!.*muns?$)(\p{L}{3,}[öåäyu])ns?$/u, ['n', 'ns'], '$1'],
  [/^(\p{L}{2,}(?:el|er))ns?$/u, ['eln', 'ern', 'elns', 'erns'], '$1'],
  // The neuter of adjectives: "hållbart", "digitalt", "innovativt", "tekniskt".
  [/(bar|al|iv|ell|isk|sam|grön|är)t$/, ['t'], '$1'],
]

/** Removes the first ending in the list that matches. */
function withoutEnding(word: string): string {
  for (const [ending, ends, rest] of endings)
    if (ends.some((end) => word.endsWith(end)) && ending.test(word)) return word.replace(ending, rest)
  return word
}
