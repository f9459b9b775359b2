import { findCube } from '../../records/cube.ts'
import { shippedCubes } from './shipped-cubes.ts'
import { mainTable } from '../main-panel.ts'
import { panelOf } from '../activity-panel.ts'

/** The panel of the main table that ships. */
export const shippedPanel = panelOf(findCube(shippedCubes.shelf(), mainTable)!)!
