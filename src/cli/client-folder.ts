import { fileURLToPath } from 'node:url'

/** The folder of the build for the browser, relative to the built program (a file in `dist/server`). */
export const clientFolder = fileURLToPath(new URL('../client', import.meta.url))
