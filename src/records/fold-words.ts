/**
 * Reduces a text to its words, for comparison: composed (NFC), in lower case, with one blank for every run of other
 * characters than letters and decimal digits. All comparison of labels and sentences uses this function.
 */
export const foldWords = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim()
