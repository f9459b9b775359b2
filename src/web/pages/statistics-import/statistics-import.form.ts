import { ExpectedError } from '../../../records/expected-error.ts'
import { cubesInUse } from '../../../records/cube.ts'
import type { DimensionRole } from '../../../records/cube.ts'
import { regionNamesOf } from '../../../changes/registry-view.ts'
import type { CubeChoices } from '../../../sources/cubes/make-cube.ts'
import { readStatisticsApart } from '../../../sources/cubes/read-statistics-apart.ts'
import type { StatisticsAnswer } from '../../../sources/cubes/statistics-job.ts'
import type { CubeFiles } from '../../../store/cube-files.ts'
import { keepCube } from '../../../store/keep-cube.ts'
import type { FormAction, FormActions, FormAnswer, FormContext } from '../../frame/page.ts'
import { SentFile } from '../../frame/sent-file.ts'
import { statisticsKept, statisticsPreview } from './statistics-preview.tsx'
import { statisticsImportText } from './statistics-import.text.ts'

const mostBytes = 64 * 1024 * 1024

/** Reads the file that is sent, and shows what it was taken for. */
const readFile: FormAction = async (context) => {
  const file = context.form.get('file')
  if (!(file instanceof SentFile) || (file.content.length === 0 && file.name === ''))
    throw new ExpectedError('bad_request', { detail: statisticsImportText[context.lang].needFile })
  const name = file.name.replace(/^.*[\\/]/, '').slice(0, 255) || 'statistik'
  return show(context, await cubesOf(context).uploads.keep(file.content, name))
}

/** Reads it again with what was changed on the page. */
const readAgain: FormAction = (context) => show(context, String(context.form.get('upload')))

/** Keeps it as it was shown. */
const keep: FormAction = async (context) => {
  const { cube } = await readUpload(context, String(context.form.get('upload')))
  const { isNew } = await keepCube(cubesOf(context), cube, context.now)
  return { show: (page) => statisticsKept(page, { table: cube.table, vintage: cube.vintage, isNew }) }
}

/** What the page does with its forms: shows how a file was read, reads it again as corrected, and keeps it. */
export const statisticsImportForms: FormActions = {
  mostBytes: mostBytes + 256 * 1024,
  mostAtOnce: 1,
  refusals: statisticsImportText,
  actions: { '': readFile, '/reading': readAgain, '/keep': keep },
}

async function show(context: FormContext, upload: string): Promise<FormAnswer> {
  const answer = await readUpload(context, upload)
  return { show: (page) => statisticsPreview(page, { ...answer, upload }) }
}

function cubesOf({ cubes, lang }: FormContext): CubeFiles {
  if (!cubes) throw new ExpectedError('bad_request', { detail: statisticsImportText[lang].noTables })
  return cubes
}

async function readUpload(context: FormContext, upload: string): Promise<StatisticsAnswer> {
  const { registry, workerEntry, lang } = context
  const found = cubesOf(context).uploads.find(upload)
  if (!found) throw new ExpectedError('bad_request', { detail: statisticsImportText[lang].gone })
  const view = await registry.view()
  const job = { file: found.file, choices: choicesOf(context, found.name), regions: regionNamesOf(view.known) }
  return readStatisticsApart(job, { workerEntry })
}

function choicesOf(context: FormContext, fileName: string): Omit<CubeChoices, 'origin'> {
  const { form, lang, today } = context
  const field = (name: string): string | null => {
    const value = form.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 300) : null
  }
  const table = field('table')
  if (table !== null && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(table))
    throw new ExpectedError('bad_request', { detail: statisticsImportText[lang].wrongTable })
  const kind = field('kind')
  const title = field('title')
  return {
    table,
    fileName,
    vintage: today,
    title: title === null ? null : { sv: title, en: title },
    source: field('source'),
    licence: field('licence'),
    unit: null,
    numberKind: kind === 'count' || kind === 'amount' ? kind : null,
    loaded: cubesInUse(cubesOf(context).shelf()).map(({ header }) => header),
    roles: rolesOf(context),
    level: null,
  }
}

const single = ['region', 'activity', 'time', 'measure'] as const

/** The roles that the page's lists say; a role that no dimension has is none's. */
function rolesOf({ form, lang }: FormContext): CubeChoices['roles'] {
  const said = [...form.entries()].flatMap(([name, value]): { id: string; role: DimensionRole }[] =>
    name.startsWith('role ') && typeof value === 'string' ? [{ id: name.slice(5), role: value as DimensionRole }] : [],
  )
  if (said.length === 0) return {}
  return Object.fromEntries(
    single.map((role) => {
      const dimensions = said.filter((one) => one.role === role)
      if (dimensions.length > 1) throw new ExpectedError('bad_request', { detail: statisticsImportText[lang].twoOfOne })
      return [role, dimensions[0]?.id ?? 'none']
    }),
  )
}
