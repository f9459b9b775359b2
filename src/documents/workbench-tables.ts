import { getBridge } from '../shapes/bridge-shape.ts'
import type { BridgeAreaShape, BridgeRegionShape } from '../shapes/bridge-shape.ts'
import { wishShapes } from '../shapes/wish-shape.ts'
import type { WishShape } from '../shapes/wish-shape.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { citationColumns, column, say } from './table-columns.ts'
import { makeTable } from './table-files.ts'
import type { Table } from './table-files.ts'

/** Every wish with its state: one line each. */
export const wishesTable = (snapshot: Snapshot): Table =>
  makeTable<WishShape>(
    'wishes',
    [
      column('id', say('Id', 'Id'), (row) => row.id),
      column('state', say('Läge', 'State'), (row) => row.state),
      column('heading', say('Rubrik', 'Heading in Swedish'), (row) => row.heading?.sv ?? null),
      column('text_sv', say('Önskemål', 'Wish in Swedish'), (row) => row.text.sv),
      column('text_en', say('Önskemål på engelska', 'Wish'), (row) => row.text.en),
      column('asked_on', say('Ställt', 'Asked'), (row) => row.askedOn),
      column('region_codes', say('Önskas av, länskoder', 'Asked by, county codes'), (row) =>
        row.askers.map(({ code }) => code).join(' '),
      ),
      column('regions', say('Önskas av', 'Asked by'), (row) => row.askers.map(({ name }) => name).join(', ')),
      column('owner_role', say('Ansvarig (roll)', 'Owner (role)'), (row) => row.ownerRole),
      column('due_on', say('Klart senast', 'Due'), (row) => row.dueOn),
      column('answered_on', say('Svar', 'Answered'), (row) => row.answeredOn),
      column('answer', say('Svaret', 'Answer in Swedish'), (row) => row.answer?.sv ?? null),
      column('done_on', say('Gjort', 'Done'), (row) => row.doneOn),
      column('proof', say('Vad som visar det', 'What shows it'), (row) => row.proof),
      column('closed_on', say('Stängt', 'Closed'), (row) => row.closedOn),
      ...citationColumns<WishShape>((row) => row.citation),
    ],
    wishShapes(snapshot),
  )

/** The annex to the next period's plan: every area with its verdict, from north to south. @throws ExpectedError `not_found` */
export function bridgeTable(snapshot: Snapshot, year: string): Table {
  const { period, regions } = getBridge(snapshot, year)
  const rows = regions.flatMap(({ region, areas }) => areas.map((area) => ({ region, area })))
  type Row = { region: BridgeRegionShape['region']; area: BridgeAreaShape }
  return makeTable<Row>(
    'bridge',
    [
      column('programme_period', say('Programperiod', 'Programme period'), () => period.id),
      column('region_code', say('Länskod', 'County code'), ({ region }) => region.code),
      column('region', say('Region', 'Region'), ({ region }) => region.name),
      column('area_id', say('Område, id', 'Area id'), ({ area }) => area.id),
      column('area', say('Område i dag', 'Area today'), ({ area }) => area.label),
      column('verdict', say('Besked', 'Verdict'), ({ area }) => area.verdict),
      column('successor', say('Efterföljare', 'Successor'), ({ area }) => area.successor),
      column('lesson', say('Lärdom', 'Lesson'), ({ area }) => area.lesson),
      column('said_on', say('Besked lämnat', 'Verdict given'), ({ area }) => area.saidOn),
    ],
    rows,
  )
}
