import type { Texts } from '../../records/language.ts'

const sv = {
  period: (id: string) => `Programperioden ${id.replace('-', '–')}`,
  status: { listed: 'Listad av myndigheten', adopted: 'Antagen', currentPage: 'Från regionens webb' },
  decided: (date: string) => `Beslutad ${date}`,
  confirmed: (date: string, role: string) => `Bekräftad ${date} av ${role}`,
  notConfirmed: (date: string) => `Inte bekräftad av regionen sedan ${date}`,
  notConfirmedUndated: 'Inte bekräftad av regionen; källan är odaterad',
  incomplete: 'Källan visar bara en del av listan. Det som saknas är okänt, inte borttaget.',
}

export const editionText: Texts<typeof sv> = {
  sv,
  en: {
    period: (id: string) => `Programme period ${id.replace('-', '–')}`,
    status: { listed: 'Listed by the agency', adopted: 'Adopted', currentPage: 'From the region’s website' },
    decided: (date: string) => `Decided ${date}`,
    confirmed: (date: string, role: string) => `Confirmed ${date} by ${role}`,
    notConfirmed: (date: string) => `Not confirmed by the region since ${date}`,
    notConfirmedUndated: 'Not confirmed by the region; the source is undated',
    incomplete: 'The source shows only part of the list. What is missing is unknown, not dropped.',
  },
}
