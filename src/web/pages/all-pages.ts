import type { Page } from '../page.ts'
import { priorityPage } from './priority/priority.page.tsx'
import { regionPage } from './region/region.page.tsx'
import { startPage } from './start/start.page.tsx'

/** Every page of the site; the server gives each its address in both languages. */
export const pages: readonly Page[] = [startPage, regionPage, priorityPage]
