import type { Texts } from '../../records/language.ts'

interface PartlyConfirmed {
  count: number
  of: number
  date: string
  role: string
}

const sv = {
  period: (id: string) => `Programperioden ${id.replace('-', '–')}`,
  periodOver: (id: string) => `Programperioden ${id.replace('-', '–')}, som är slut`,
  status: {
    region: { adopted: 'Regionens egen lista, antagen', currentPage: 'Regionens egen lista, från dess webb' },
    jointArea: { adopted: 'Regionernas gemensamma lista, antagen', currentPage: 'Regionernas gemensamma lista, från webben' },
  },
  listedIn: (title: string | null) =>
    title ? `Listad i ”${title}”, inte av regionen själv` : 'Listad av någon annan än regionen',
  decided: (date: string) => `Beslutad ${date}`,
  confirmed: (date: string, role: string) => `Bekräftad ${date} av ${role}`,
  partlyConfirmed: ({ count, of, date, role }: PartlyConfirmed) => `${count} av ${of} områden bekräftade ${date} av ${role}`,
  notConfirmed: (date: string) => `Inte bekräftad av regionen; uppgiften är från ${date}`,
  notConfirmedUndated: 'Inte bekräftad av regionen; källan är odaterad',
  unread: 'Listan finns, men dess områden är inte kända här. De är okända, inte borttagna.',
  incomplete: 'Källan visar bara en del av listan. Det som saknas är okänt, inte borttaget.',
}

export const editionText: Texts<typeof sv> = {
  sv,
  en: {
    period: (id: string) => `Programme period ${id.replace('-', '–')}`,
    periodOver: (id: string) => `Programme period ${id.replace('-', '–')}, which is over`,
    status: {
      region: { adopted: 'The region’s own list, adopted', currentPage: 'The region’s own list, from its website' },
      jointArea: { adopted: 'The regions’ shared list, adopted', currentPage: 'The regions’ shared list, from the web' },
    },
    listedIn: (title: string | null) =>
      title ? `Listed in “${title}”, not by the region itself` : 'Listed by somebody other than the region',
    decided: (date: string) => `Decided ${date}`,
    confirmed: (date: string, role: string) => `Confirmed ${date} by ${role}`,
    partlyConfirmed: ({ count, of, date, role }: PartlyConfirmed) => `${count} of ${of} areas confirmed ${date} by ${role}`,
    notConfirmed: (date: string) => `Not confirmed by the region; as stated ${date}`,
    notConfirmedUndated: 'Not confirmed by the region; the source is undated',
    unread: 'The list exists, but its areas are not known here. They are unknown, not dropped.',
    incomplete: 'The source shows only part of the list. What is missing is unknown, not dropped.',
  },
}
