/**
 * A text's words alone, for telling whether two texts say the same: composed (NFC), in lower case, with one blank for every
 * run of anything but letters and decimal digits. The one folding of labels and sentences in Spets.
 */
export const foldWords = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim()
