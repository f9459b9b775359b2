/** Two years as people write them, with a dash that means "to": `2018-2021` becomes `2018–2021`. */
export const withDashes = (text: string): string => text.replaceAll(/(?<![\d-])(\d{4})-(\d{4})(?![\d-])/g, '$1–$2')
