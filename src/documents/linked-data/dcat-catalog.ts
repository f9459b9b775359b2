import type { Quad } from 'n3'
import { kinds } from '../../records/kinds.ts'
import { cc0, dayLiteral, inBoth, literal, named, Statements } from './vocabulary.ts'
import { schemePath } from './resource-names.ts'

interface Asked {
  /** What names and addresses begin with. */
  base: string
  /** The day that the data are of. */
  day: string
}

const sweden = 'http://publications.europa.eu/resource/authority/country/SWE'
const languageOf = { sv: 'SWE', en: 'ENG' } as const
const fileType = (type: string): string => `http://publications.europa.eu/resource/authority/file-type/${type}`
const mediaType = (type: string): string => `http://www.iana.org/assignments/media-types/${type}`
/** Regions and cities; economy and finance; science and technology (the EU's data themes). */
const dataThemes = ['REGI', 'ECON', 'TECH'].map((code) => `http://publications.europa.eu/resource/authority/data-theme/${code}`)

/**
 * The catalogue of our data in DCAT-AP-SE 3: a catalogue, two data sets with their files, and the API. Every thing in it has a
 * name of its own; none is nameless.
 */
export function dcatCatalog({ base, day }: Asked): Quad[] {
  const out = new Statements()
  const catalog = `${base}/datasets`
  out.isA(catalog, 'dcat:Catalog')
  out.add(catalog, 'dct:title', ...inBoth({ sv: 'Spets öppna data', en: 'Open data of Spets' }))
  out.add(
    catalog,
    'dct:description',
    ...inBoth({
      sv: 'Uppgifter om smart specialisering i Sveriges regioner.',
      en: 'Data on smart specialisation in Sweden’s regions.',
    }),
  )
  out.add(catalog, 'dct:publisher', publisherOf(base))
  out.add(catalog, 'dct:license', cc0)
  out.add(catalog, 'dct:spatial', sweden)
  out.add(catalog, 'dct:modified', dayLiteral(day))
  out.add(catalog, 'foaf:homepage', `${base}/`)
  addLanguages(out, catalog)
  addPublisher(out, base)
  for (const dataset of [addAreas(out, { base, day }), addThesaurus(out, { base, day })])
    out.add(catalog, 'dcat:dataset', dataset)
  out.add(catalog, 'dcat:service', addService(out, base))
  return out.quads
}

const publisherOf = (base: string): string => `${base}/om#utgivare`
const contactOf = (base: string): string => `${base}/om#kontakt`

function addPublisher(out: Statements, base: string): void {
  out.isA(publisherOf(base), 'foaf:Agent')
  out.add(publisherOf(base), 'foaf:name', literal('Spets'))
  out.isA(contactOf(base), 'vcard:Organization')
  out.add(contactOf(base), 'vcard:fn', literal('Spets'))
  out.add(contactOf(base), 'vcard:hasURL', `${base}/om`)
}

const addLanguages = (out: Statements, name: string): void =>
  out.add(
    name,
    'dct:language',
    ...Object.values(languageOf).map((code) => `http://publications.europa.eu/resource/authority/language/${code}`),
  )

interface DatasetWords {
  title: { sv: string; en: string }
  description: { sv: string; en: string }
  keywords: { sv: readonly string[]; en: readonly string[] }
}

function addDataset(out: Statements, name: string, { base, day, words }: Asked & { words: DatasetWords }): void {
  out.isA(name, 'dcat:Dataset')
  out.add(name, 'dct:title', ...inBoth(words.title))
  out.add(name, 'dct:description', ...inBoth(words.description))
  for (const lang of ['sv', 'en'] as const)
    out.add(name, 'dcat:keyword', ...words.keywords[lang].map((word) => literal(word, lang)))
  out.add(name, 'dcat:theme', ...dataThemes)
  out.add(name, 'dct:publisher', publisherOf(base))
  out.add(name, 'dcat:contactPoint', contactOf(base))
  out.add(name, 'dct:accessRights', 'http://publications.europa.eu/resource/authority/access-right/PUBLIC')
  out.add(name, 'dct:accrualPeriodicity', 'http://publications.europa.eu/resource/authority/frequency/IRREG')
  out.add(name, 'dct:license', cc0)
  out.add(name, 'dct:spatial', sweden)
  out.add(name, 'dct:modified', dayLiteral(day))
  out.add(name, 'dct:identifier', literal(name))
  out.add(name, 'dcat:landingPage', `${base}/datasets`)
  addLanguages(out, name)
}

interface File {
  dataset: string
  base: string
  id: string
  path: string
  title: { sv: string; en: string }
  format: string
  media: string
}

function addFile(out: Statements, { dataset, base, id, path, title, format, media }: File): void {
  const name = `${dataset}/${id}`
  out.add(dataset, 'dcat:distribution', name)
  out.isA(name, 'dcat:Distribution')
  out.add(name, 'dct:title', ...inBoth(title))
  out.add(name, 'dcat:accessURL', `${base}${path}`)
  out.add(name, 'dcat:downloadURL', `${base}${path}`)
  out.add(name, 'dct:license', cc0)
  out.add(name, 'dct:format', fileType(format))
  out.add(name, 'dcat:mediaType', mediaType(media))
  out.add(name, 'dcatap:availability', 'http://publications.europa.eu/resource/authority/planned-availability/AVAILABLE')
  addLanguages(out, name)
}

function addAreas(out: Statements, { base, day }: Asked): string {
  const dataset = `${base}/datasets/omraden`
  const words: DatasetWords = {
    title: { sv: 'Prioriterade områden för smart specialisering', en: 'Priority areas of smart specialisation' },
    description: {
      sv: `Vad Sveriges 21 regioner har valt att satsa på, med regionernas egna ord, källor och historia: ${Object.values(kinds)
        .map(({ label }) => label.many.sv)
        .slice(0, 6)
        .join(', ')}.`,
      en: `What Sweden’s 21 regions have chosen to build on, in their own words, with sources and history: ${Object.values(kinds)
        .map(({ label }) => label.many.en)
        .slice(0, 6)
        .join(', ')}.`,
    },
    keywords: {
      sv: ['smart specialisering', 'regional utveckling', 'regioner'],
      en: ['smart specialisation', 'regional development', 'regions'],
    },
  }
  addDataset(out, dataset, { base, day, words })
  const files: Pick<File, 'id' | 'path' | 'title' | 'format' | 'media'>[] = [
    {
      id: 'allt',
      path: '/api/v1/documents/everything.zip',
      title: { sv: 'Allt i en fil', en: 'Everything in one file' },
      format: 'ZIP',
      media: 'application/zip',
    },
    {
      id: 'excel',
      path: '/api/v1/documents/tables.xlsx',
      title: { sv: 'Alla tabeller i Excel', en: 'All tables in Excel' },
      format: 'XLSX',
      media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    {
      id: 'csv',
      path: '/api/v1/tables/priorities.csv',
      title: { sv: 'Områdena som CSV', en: 'The areas as CSV' },
      format: 'CSV',
      media: 'text/csv',
    },
    {
      id: 'json',
      path: '/api/v1/tables/priorities.json',
      title: { sv: 'Områdena som JSON', en: 'The areas as JSON' },
      format: 'JSON',
      media: 'application/json',
    },
  ]
  for (const file of files) addFile(out, { dataset, base, ...file })
  return dataset
}

function addThesaurus(out: Statements, { base, day }: Asked): string {
  const dataset = `${base}/datasets/teman`
  const words: DatasetWords = {
    title: { sv: 'Teman för smart specialisering', en: 'Themes of smart specialisation' },
    description: {
      sv: 'En ordlista (SKOS) över vad områdena handlar om, med koder i SNI 2007, FORD och Agenda 2030.',
      en: 'A thesaurus (SKOS) of what the areas are about, with codes of SNI 2007, FORD and Agenda 2030.',
    },
    keywords: { sv: ['ordlista', 'teman', 'SKOS'], en: ['thesaurus', 'themes', 'SKOS'] },
  }
  addDataset(out, dataset, { base, day, words })
  out.add(dataset, 'dct:conformsTo', 'http://www.w3.org/2004/02/skos/core')
  addFile(out, {
    dataset,
    base,
    id: 'turtle',
    path: `${schemePath}.ttl`,
    title: { sv: 'Ordlistan som Turtle', en: 'The thesaurus as Turtle' },
    format: 'RDF_TURTLE',
    media: 'text/turtle',
  })
  return dataset
}

function addService(out: Statements, base: string): string {
  const service = `${base}/datasets/api`
  out.isA(service, 'dcat:DataService')
  out.add(service, 'dct:title', ...inBoth({ sv: 'Spets API', en: 'Spets API' }))
  out.add(service, 'dcat:endpointURL', `${base}/api/v1`)
  out.add(service, 'dcat:endpointDescription', `${base}/api/v1/openapi.json`)
  out.add(service, 'dcat:servesDataset', `${base}/datasets/omraden`)
  out.add(service, 'dct:publisher', publisherOf(base))
  out.add(service, 'dcat:contactPoint', contactOf(base))
  out.add(service, 'dct:license', cc0)
  out.add(service, 'dct:accessRights', 'http://publications.europa.eu/resource/authority/access-right/PUBLIC')
  out.add(service, 'dct:conformsTo', named('https://spec.openapis.org/oas/v3.1.0'))
  return service
}
