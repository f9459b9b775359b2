/** Text for a document: characters that XML cannot have, or that turn the reading direction, become a space or nothing. */
export const withoutControls = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ').replaceAll(/[\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '')
