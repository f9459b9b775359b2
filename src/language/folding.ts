const folded: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', é: 'e', è: 'e', ü: 'u', ø: 'o', æ: 'a' }

/**
 * A word with å, ä, ö and other marked letters replaced by plain ones. In Swedish they are letters of their own, so
 * folding only serves people who cannot type them: a match by folding ranks below every other.
 */
export const foldMarks = (word: string): string => word.replace(/[åäöéèüøæ]/g, (letter) => folded[letter]!)
