import { fileURLToPath } from 'node:url'

/** Where the build for the browser lies, seen from the built program (a file in `dist/server`). */
export const clientFolder = fileURLToPath(new URL('../client', import.meta.url))
