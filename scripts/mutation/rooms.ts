import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { instrument } from './instrument.ts'
import type { Mutant } from './instrument.ts'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** The rooms that decide what readers see: at least this share of their mutants must be noticed by a test beside them. */
export const leastShare = 0.8
export const rooms = ['snapshot', 'shapes', 'views', 'changes', 'coding'] as const
export type Room = (typeof rooms)[number]

const isTest = (name: string) => /\.test\.tsx?$/.test(name)
const filesIn = (folder: string): string[] =>
  (readdirSync(join(root, folder), { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('/testing/'))
    .sort()

/** A room's files that are mutated. */
export function mutatedFiles(room: Room): string[] {
  if (room === 'views') return filesIn('src/web/pages').filter((name) => name.endsWith('.view.ts'))
  return filesIn(`src/${room}`).filter((name) => name.endsWith('.ts') && !isTest(name))
}

/** The tests that have to notice a fault in a file: those of its room, or of its page's folder. */
export const testsBeside = (file: string): string[] =>
  filesIn(file.startsWith('src/web/') ? dirname(file) : `src/${file.split('/')[1]}`).filter(isTest)

export interface MutatedFile {
  file: string
  room: Room
  code: string
  mutants: Mutant[]
}

/** Every mutated file with its mutants, numbered through. The same in every process that asks. */
export function mutateRooms(): MutatedFile[] {
  let firstId = 0
  return rooms.flatMap((room) =>
    mutatedFiles(room).map((file) => {
      const made = instrument({ file, text: readFileSync(join(root, file), 'utf8'), firstId })
      firstId += made.mutants.length
      return { file, room, ...made }
    }),
  )
}

/** Whether a file is asked for by any of the paths: a file's, a folder's, or the end of one. None asks for all. */
export const isAskedFor = (file: string, paths: readonly string[]): boolean =>
  paths.length === 0 ||
  paths.some((path) => {
    const wanted = path.replace(/^\.\//, '').replace(/\/$/, '')
    return file === wanted || file.startsWith(`${wanted}/`) || basename(file) === wanted
  })
