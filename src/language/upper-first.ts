/** The words with a capital first. */
export const upperFirst = (words: string): string => words.charAt(0).toLocaleUpperCase('sv') + words.slice(1)
