import { citationColumns, column, say } from './table-columns.ts'
import type { Columns } from './table-columns.ts'
import { makeTable } from './table-files.ts'
import type { Table } from './table-files.ts'
import { codeArea, keptOf } from '../coding/area-coding.ts'
import type { CodedValue, Coding } from '../coding/area-coding.ts'
import { areaCountOf } from '../snapshot/areas-known.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { findLineage } from '../likeness/lineage.ts'
import { changesShape } from '../shapes/changes-shape.ts'
import { clusterShape, findRegions, ownerRef, sourceShape, statementShape } from '../shapes/from-snapshot.ts'
import { regionSummaryShape } from '../shapes/region-shape.ts'
import type { IntersectionShape } from '../shapes/intersection-shape.ts'
import type { LineageLinkShape, OwnerRef, PriorityShape } from '../shapes/shapes.ts'

const ownerColumns = <Row>(of: (row: Row) => OwnerRef): Columns<Row> => [
  column('owner_kind', say('Slag', 'Kind'), (row) => of(row).kind),
  column('owner_id', say('Länskod eller samverkansområde', 'County code or joint area'), (row) => of(row).id),
  column('owner', say('Region', 'Region'), (row) => of(row).name.sv),
]

const priorityColumns: Columns<PriorityShape> = [
  column('id', say('Id', 'Id'), (row) => row.id),
  ...ownerColumns<PriorityShape>((row) => row.owner),
  column('programme_period', say('Programperiod', 'Programme period'), (row) => row.programmePeriodId),
  column('strategy_id', say('Lista', 'List'), (row) => row.strategyId),
  column('order', say('Plats i listan', 'Place in list'), (row) => row.order),
  column('label', say('Område', 'Area'), (row) => row.displayLabel),
  column('verbatim_label', say('Ordagrant i källan', 'Verbatim in source'), (row) => row.verbatimLabel),
  column('language', say('Språk', 'Language'), (row) => row.language),
  column('translated_label', say('Vår översättning', 'Our translation'), (row) => row.translatedLabel),
  column('description_sv', say('Vad som menas', 'What is meant, in Swedish'), (row) => row.description?.sv ?? null),
  column('description_en', say('Vad som menas, på engelska', 'What is meant'), (row) => row.description?.en ?? null),
  column('themes', say('Teman (förslag)', 'Themes (suggested)'), (row) => row.themes.map((theme) => theme.label.sv).join(', ')),
  column('theme_ids', say('Teman, id', 'Theme ids'), (row) => row.themes.map((theme) => theme.id).join(' ')),
  column('joined_theme_ids', say('Förenar temana, id', 'Joins the themes, ids'), (row) => row.joinedThemeIds?.join(' ') ?? null),
  column('valid_from', say('Gäller från', 'Holds from'), (row) => row.meta.inForceFrom),
  column('valid_to', say('Gäller till', 'Holds until'), (row) => row.meta.inForceTo),
  column('in_force', say('Gäller', 'In force'), (row) => row.isInForce),
  column('confirmed_on', say('Bekräftat', 'Confirmed'), (row) => row.confirmedOn),
  column('confirmed_by_role', say('Bekräftat av (roll)', 'Confirmed by (role)'), (row) => row.confirmedByRole),
  ...citationColumns<PriorityShape>((row) => row.citation),
]

type CodedPriority = PriorityShape & { coding: Coding }

const codesOf = (values: readonly CodedValue[]): string =>
  keptOf(values)
    .map(({ code }) => code)
    .join(' ')

/** Codes are written with a blank between, the main one first. */
const codeColumns: Columns<CodedPriority> = [
  column('kinds', say('Slag av val', 'Kinds of choice'), ({ coding }) => codesOf(coding.kind)),
  column('sni_2007', say('SNI 2007 (avdelningar)', 'SNI 2007 (divisions)'), ({ coding }) => codesOf(coding.industry)),
  column('ford', say('Forskningsämnen (FORD)', 'Fields of science (FORD)'), ({ coding }) => codesOf(coding.scienceField)),
  column('sdg', say('Globala mål', 'Sustainable Development Goals'), ({ coding }) => codesOf(coding.goal)),
  column('eu_objectives', say('EU-mål 2021–2027', 'EU objectives 2021–2027'), ({ coding }) => codesOf(coding.objective)),
]

/** Areas with their codes. */
export function prioritiesTable(snapshot: Snapshot, rows: readonly PriorityShape[]): Table {
  const coded = rows.flatMap((row): CodedPriority[] => {
    const area = snapshot.getBegun('priorityArea', row.id)
    return area ? [{ ...row, coding: codeArea(snapshot, area) }] : []
  })
  return makeTable<CodedPriority>('priorities', [...priorityColumns, ...codeColumns], coded)
}

const intersectionColumns: Columns<IntersectionShape> = [
  ...priorityColumns,
  column('joined_themes', say('Förenar temana', 'Joins the themes'), (row) => row.joins.map(({ label }) => label.sv).join('; ')),
  column('joined_themes_en', say('Förenar temana, på engelska', 'Joins the themes, in English'), (row) =>
    row.joins.map(({ label }) => label.en).join('; '),
  ),
]

/** Areas that join themes: the columns of all areas, and the themes by name. */
export const intersectionsTable = (rows: readonly IntersectionShape[]): Table =>
  makeTable('intersections', intersectionColumns, rows)

export function regionsTable(snapshot: Snapshot): Table {
  const rows = findRegions(snapshot).map((region) => ({ region, summary: regionSummaryShape(snapshot, region) }))
  type Row = (typeof rows)[number]
  return makeTable<Row>(
    'regions',
    [
      column('code', say('Länskod', 'County code'), ({ region }) => region.code),
      column('name', say('Namn', 'Name'), ({ region }) => region.name),
      column('county', say('Län', 'County'), ({ region }) => region.countyName),
      column('region', say('Regional organisation', 'Regional authority'), ({ region }) => region.regionName),
      column('nuts3', say('NUTS 3', 'NUTS 3'), ({ region }) => region.nuts3),
      column('nuts2', say('NUTS 2', 'NUTS 2'), ({ region }) => region.nuts2),
      column('iso_3166_2', say('ISO 3166-2', 'ISO 3166-2'), ({ region }) => region.iso3166),
      column('land_area_km2', say('Landareal, km²', 'Land area, km²'), ({ region }) => region.landAreaKm2),
      column('strategy_id', say('Lista som gäller', 'List in force'), ({ summary }) => summary.current?.strategy.id ?? null),
      column('list_from', say('Lista från', 'List from'), ({ summary }) => summary.current?.strategy.meta.inForceFrom ?? null),
      column('priority_count', say('Antal områden', 'Number of areas'), ({ summary }) => areaCountOf(summary.current)),
      column(
        'labels',
        say('Områden', 'Areas'),
        ({ summary }) => summary.current?.priorities.map((priority) => priority.displayLabel).join(' | ') || null,
      ),
    ],
    rows,
  )
}

export function changesTable(snapshot: Snapshot, span: { from: string; to: string }): Table {
  const rows = changesShape(snapshot, span).changes.flatMap((change) => {
    const [before, after] = [change.before, change.after].map(
      (edition) => new Map((edition?.priorities ?? []).map(({ id, displayLabel }) => [id, displayLabel])),
    )
    return change.links.map((link) => ({
      change,
      link,
      before: before!.get(link.predecessorId ?? '') ?? null,
      after: after!.get(link.successorId ?? '') ?? null,
    }))
  })
  type Row = (typeof rows)[number]
  return makeTable<Row>(
    'changes',
    [
      ...ownerColumns<Row>(({ change }) => change.owner),
      column('change', say('Ändring', 'Change'), ({ link }) => link.change),
      column('before', say('Förut', 'Before'), ({ before }) => before),
      column('after', say('Sedan', 'After'), ({ after }) => after),
      column('before_id', say('Förut, id', 'Before, id'), ({ link }) => link.predecessorId),
      column('after_id', say('Sedan, id', 'After, id'), ({ link }) => link.successorId),
      column('basis', say('Grund', 'Basis'), ({ link }) => link.basis),
      column('reason', say('Skäl', 'Reason'), ({ link }) => link.reason.sv),
      ...reviewColumns<Row>(({ link }) => link.review),
    ],
    rows,
  )
}

/** Who has judged a link, how sure they were, and what was read; empty for what is suggested or decided. */
const reviewColumns = <Row>(of: (row: Row) => LineageLinkShape['review']): Columns<Row> => [
  column('reviewer', say('Bedömt av', 'Reviewed by'), (row) => of(row)?.reviewer ?? null),
  column('confidence', say('Säkerhet', 'Confidence'), (row) => of(row)?.confidence ?? null),
  column('review_source_id', say('Bedömningens källa, id', 'Source of the review, id'), (row) => of(row)?.sourceId ?? null),
]

export function lineageTable(snapshot: Snapshot): Table {
  const owners = [
    ...findRegions(snapshot).map(({ code }) => ({ kind: 'region' as const, id: code })),
    ...snapshot.inForce('jointArea').map(({ id }) => ({ kind: 'jointArea' as const, id })),
  ]
  const rows = owners.flatMap((owner) =>
    findLineage(snapshot, owner).flatMap((step) => step.links.map((link) => ({ owner: ownerRef(snapshot, owner), step, link }))),
  )
  type Row = (typeof rows)[number]
  return makeTable<Row>(
    'lineage',
    [
      ...ownerColumns<Row>(({ owner }) => owner),
      column('from_strategy', say('Från lista', 'From list'), ({ step }) => step.from.strategy.id),
      column('to_strategy', say('Till lista', 'To list'), ({ step }) => step.to.strategy.id),
      column('predecessor_id', say('Föregångare, id', 'Predecessor id'), ({ link }) => link.predecessor?.id ?? null),
      column('predecessor', say('Föregångare', 'Predecessor'), ({ link }) => link.predecessor?.displayLabel ?? null),
      column('successor_id', say('Efterföljare, id', 'Successor id'), ({ link }) => link.successor?.id ?? null),
      column('successor', say('Efterföljare', 'Successor'), ({ link }) => link.successor?.displayLabel ?? null),
      column('change', say('Ändring', 'Change'), ({ link }) => link.change),
      column('basis', say('Grund', 'Basis'), ({ link }) => link.basis),
      column('reason', say('Skäl', 'Reason'), ({ link }) => link.reason.sv),
      ...reviewColumns<Row>(({ link }) => link.review),
      column('continues_in', say('Fortsätter i lista', 'Continues in list'), ({ link }) => link.continuesIn?.id ?? null),
    ],
    rows,
  )
}

export function statementsTable(snapshot: Snapshot): Table {
  const rows = (['finding', 'wish', 'nextStep'] as const).flatMap((kind) =>
    snapshot
      .inForce(kind)
      .map((statement) => statementShape(snapshot, statement))
      .sort((a, b) => a.order - b.order),
  )
  type Row = (typeof rows)[number]
  return makeTable<Row>(
    'statements',
    [
      column('id', say('Id', 'Id'), (row) => row.id),
      column('kind', say('Slag', 'Kind'), (row) => row.kind),
      column('order', say('Nummer', 'Number'), (row) => row.order),
      column('text_sv', say('Text', 'Text in Swedish'), (row) => row.text.sv),
      column('text_en', say('Text på engelska', 'Text'), (row) => row.text.en),
      ...citationColumns<Row>((row) => row.citation),
    ],
    rows,
  )
}

export function clustersTable(snapshot: Snapshot): Table {
  const rows = snapshot.inForce('cluster').map((cluster) => clusterShape(snapshot, cluster))
  type Row = (typeof rows)[number]
  return makeTable<Row>(
    'clusters',
    [
      column('id', say('Id', 'Id'), (row) => row.id),
      column('name', say('Kluster', 'Cluster'), (row) => row.name),
      column('region_code', say('Länskod', 'County code'), (row) => row.region.code),
      column('region', say('Region', 'Region'), (row) => row.region.name),
      column('programme', say('Program', 'Programme'), (row) => row.programme),
      column('year', say('År', 'Year'), (row) => row.year),
      ...citationColumns<Row>((row) => row.citation),
    ],
    rows,
  )
}

export function sourcesTable(snapshot: Snapshot): Table {
  const rows = snapshot.everBegun('source').map(sourceShape)
  type Row = (typeof rows)[number]
  return makeTable<Row>(
    'sources',
    [
      column('id', say('Id', 'Id'), (row) => row.id),
      column('title_sv', say('Titel', 'Title in Swedish'), (row) => row.title.sv),
      column('title_en', say('Titel på engelska', 'Title'), (row) => row.title.en),
      column('publisher', say('Utgivare', 'Publisher'), (row) => row.publisher),
      column('kind', say('Slag', 'Kind'), (row) => row.kind),
      column('date', say('Datum', 'Date'), (row) => row.date),
      column('date_precision', say('Datumets precision', 'Precision of date'), (row) => row.datePrecision),
      column('url', say('Adress', 'Address'), (row) => row.url),
    ],
    rows,
  )
}
