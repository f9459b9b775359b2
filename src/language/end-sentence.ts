/** Words as a whole sentence: with a full stop, unless they end with one, as "m.fl." does. */
export const endSentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)
