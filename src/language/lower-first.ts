/** A name as it is written within a sentence: its capital goes, unless it begins an abbreviation such as "SOS-operatörer". */
export const lowerFirst = (words: string): string =>
  /^\p{Lu}(?:\p{Lu}|$)/u.test(words) ? words : words.charAt(0).toLocaleLowerCase('sv') + words.slice(1)
