import { join } from 'node:path'
import { ExpectedError } from '../records/expected-error.ts'
import type { Language } from '../records/language.ts'

/** The environment's variables by name. This file is the only one that knows their names; the README lists them. */
export type Environment = Record<string, string | undefined>

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** What the site is started with, as far as it comes from the environment and the command line. */
export interface ServeSettings {
  port: number
  host: string
  logLevel: (typeof logLevels)[number]
  adminToken: string | null
  baseUrl: string | null
  /** The mail server and the address that mail comes from; null: mail is kept for an administrator to hand on. */
  smtp: { url: string; from: string } | null
  isProxyTrusted: boolean
  /** Requests a second for each client, and how many it can save up; null: as many as the site finds reasonable. */
  rate: { perSecond: number; burst: number } | null
}

/** @throws ExpectedError naming every setting that cannot be used, and what is needed instead */
export function readServeSettings(
  env: Environment,
  given: { port?: string | undefined; host?: string | undefined },
): ServeSettings {
  const faults: Fault[] = []
  const settings = {
    port: readPort(given.port ?? env['PORT'], given.port === undefined ? 'PORT' : '--port', faults),
    host: readHost(given.host ?? env['HOST'], given.host === undefined ? 'HOST' : '--host', faults),
    logLevel: readLogLevel(env['SPETS_LOG'], faults),
    adminToken: env['SPETS_ADMIN_TOKEN'] || null,
    baseUrl: env['SPETS_BASE_URL'] || null,
    smtp: readSmtp(env, faults),
    isProxyTrusted: readSwitch(env['SPETS_TRUST_PROXY'], 'SPETS_TRUST_PROXY', faults),
    rate: readRate(env['SPETS_RATE_LIMIT'], faults),
  }
  if (faults.length === 0) return settings
  const words = { sv: faults.map(({ sv }) => sv).join(' '), en: faults.map(({ en }) => en).join(' ') }
  throw new ExpectedError('bad_setting', { detail: words.en, data: { words } })
}

/** The same mail server for commands. @throws ExpectedError for an address that is none */
export function mailSettingsOf(env: Environment): ServeSettings['smtp'] {
  const faults: Fault[] = []
  const smtp = readSmtp(env, faults)
  if (faults[0]) throw new ExpectedError('bad_setting', { detail: faults[0].en, data: { words: faults[0] } })
  return smtp
}

/** Whether the site's address is a guess, because none is set. */
export const isSiteAssumed = (env: Environment): boolean => !env['SPETS_BASE_URL']

/** The site's own public address; null when none is set. */
export const publicAddressOf = (env: Environment): string | null => env['SPETS_BASE_URL'] || null

/** The address that links in mails begin with: the site's own, or where it listens on this machine. */
export const siteUrlOf = (env: Environment): string => env['SPETS_BASE_URL'] || `http://localhost:${env['PORT'] || 2121}`

/** Where the SQLite registry is: `spets.sqlite` in SPETS_DATA, or in `data` here. */
export const sqlitePathOf = (env: Environment): string => join(dataFolderOf(env), 'spets.sqlite')

/** The PostgreSQL database, if the registry is in one. */
export const databaseUrlOf = (env: Environment): string | null => env['DATABASE_URL'] || null

/** The same environment with the registry in another database. */
export const withDatabase = (env: Environment, databaseUrl: string): Environment => ({ ...env, DATABASE_URL: databaseUrl })

/** What a thread that opens the registry needs of the environment. */
export const registrySettings = ({ SPETS_DATA, DATABASE_URL }: Environment): Environment => ({ SPETS_DATA, DATABASE_URL })

/** Where cubes of statistics are kept. */
export const cubesFolderOf = (env: Environment): string => env['SPETS_CUBES'] || join(dataFolderOf(env), 'cubes')

/** Where answers of statistics services are kept as they came. */
export const answersFolderOf = (env: Environment): string => join(cubesFolderOf(env), 'answers')

/** The services that statistics are fetched from, each by its interface. */
const services: Record<'pxweb1' | 'pxweb2' | 'eurostat' | 'kolada', string> = {
  pxweb1: 'https://api.scb.se/OV0104/v1/doris/sv/ssd',
  pxweb2: 'https://statistikdatabasen.scb.se/api/v2',
  eurostat: 'https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0',
  kolada: 'https://api.kolada.se/v3',
}

/** The addresses of statistics services; `SPETS_STATISTICS_SERVICES` names others. Only their hosts are ever asked. @throws ExpectedError for one that is none */
export function statisticsServicesOf(env: Environment): typeof services {
  const named = (env['SPETS_STATISTICS_SERVICES'] ?? '').split(',').filter((one) => one.trim() !== '')
  const faults: Fault[] = []
  const own = named.map((text) => {
    const [, name = '', url = ''] = /^\s*([a-z0-9]+)=(https?:\/\/\S+?)\/?\s*$/.exec(text) ?? []
    if (!(name in services) || !URL.canParse(url)) {
      const needed = {
        sv: `skriv ${Object.keys(services).join(', ')}, likhetstecken och en adress, med komma mellan.`,
        en: `write ${Object.keys(services).join(', ')}, an equals sign and an address, with commas between.`,
      }
      refuse(faults, { name: 'SPETS_STATISTICS_SERVICES', text, needed })
    }
    return [name, url]
  })
  if (faults.length > 0) throw new ExpectedError('bad_setting', { detail: faults[0]!.en, data: { words: faults[0]! } })
  return { ...services, ...Object.fromEntries(own) }
}

/** A file of regions × industries, and what readers are shown as its name. */
export const statisticsFileOf = (env: Environment): { path: string | null; title: string | null } => ({
  path: env['SPETS_STATISTICS'] || null,
  title: env['SPETS_STATISTICS_TITLE']?.trim() || null,
})

/** Who makes changes at the command line. */
export const writerOf = (env: Environment): string => env['SPETS_WRITER'] || env['USER'] || env['USERNAME'] || 'kommandoraden'

/** Swedish unless the terminal is set to another language. */
export function languageOf(env: Environment): Language {
  const asked = env['SPETS_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'sv'
  return asked === '' || asked.startsWith('sv') ? 'sv' : 'en'
}

/**
 * The same environment for a demonstration: a registry in a folder of its own beside the data, and nothing of the real one's database, key, mail
 * or public address.
 */
export const demonstrationOf = (env: Environment): Environment => ({
  ...env,
  SPETS_DATA: `${dataFolderOf(env)}-demo`,
  DATABASE_URL: undefined,
  SPETS_ADMIN_TOKEN: undefined,
  SPETS_BASE_URL: undefined,
  SPETS_SMTP_URL: undefined,
})

const dataFolderOf = (env: Environment): string => env['SPETS_DATA'] || 'data'

type Fault = Record<Language, string>

/** Notes that a setting cannot be used, in the words of both languages. */
function refuse(faults: Fault[], { name, text, needed }: { name: string; text: string; needed: Fault }): void {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text
  faults.push({ sv: `${name} är «${shown}»: ${needed.sv}`, en: `${name} is «${shown}»: ${needed.en}` })
}

function readPort(text: string | undefined, name: string, faults: Fault[]): number {
  if (!text) return 2121
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  const needed = {
    sv: 'en port är ett heltal från 1 till 65535, eller 0 för vilken ledig som helst.',
    en: 'a port is a whole number from 1 to 65535, or 0 for any free one.',
  }
  refuse(faults, { name, text, needed })
  return 0
}

function readHost(text: string | undefined, name: string, faults: Fault[]): string {
  if (!text) return 'localhost'
  if (/^[A-Za-z0-9._:%-]+$/.test(text) && !/^\w+:\/\//.test(text)) return text
  const needed = {
    sv: 'en adress på den här datorn behövs, till exempel localhost eller 0.0.0.0, utan http:// och port.',
    en: 'an address of this machine is needed, for example localhost or 0.0.0.0, without http:// and port.',
  }
  refuse(faults, { name, text, needed })
  return 'localhost'
}

function readSmtp(env: Environment, faults: Fault[]): ServeSettings['smtp'] {
  const url = env['SPETS_SMTP_URL']
  if (!url) return null
  const from = env['SPETS_MAIL_FROM']?.trim() ?? ''
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url)) {
    const needed = {
      sv: 'en adress behövs, till exempel smtps://användare:lösenord@post.exempel.se.',
      en: 'an address is needed, for example smtps://user:password@mail.example.com.',
    }
    // The address may hold a password, and is not shown again.
    refuse(faults, { name: 'SPETS_SMTP_URL', text: '…', needed })
  }
  if (!/^\S+@\S+$/.test(from.replace(/^.*<(.+)>$/, '$1')) || /[\r\n]/.test(from)) {
    const needed = {
      sv: 'avsändarens adress behövs, till exempel spets@exempel.se.',
      en: 'the sender’s address is needed, for example spets@example.com.',
    }
    refuse(faults, { name: 'SPETS_MAIL_FROM', text: from, needed })
  }
  return { url, from }
}

function readLogLevel(text: string | undefined, faults: Fault[]): ServeSettings['logLevel'] {
  if (!text) return 'info'
  const level = logLevels.find((one) => one === text)
  if (level) return level
  const list = logLevels.join(', ')
  refuse(faults, { name: 'SPETS_LOG', text, needed: { sv: `något av ${list} behövs.`, en: `one of ${list} is needed.` } })
  return 'info'
}

function readSwitch(text: string | undefined, name: string, faults: Fault[]): boolean {
  if (!text || text === '0') return false
  if (text === '1') return true
  refuse(faults, { name, text, needed: { sv: '1 (på) eller 0 (av) behövs.', en: '1 (on) or 0 (off) is needed.' } })
  return false
}

/** `SPETS_RATE_LIMIT=50` allows 50 requests a second for each client, and eight seconds' worth saved up. */
function readRate(text: string | undefined, faults: Fault[]): ServeSettings['rate'] {
  if (!text) return null
  const perSecond = Number(text)
  if (perSecond > 0 && Number.isFinite(perSecond)) return { perSecond, burst: perSecond * 8 }
  const needed = {
    sv: 'ett antal anrop i sekunden behövs, till exempel 50.',
    en: 'a number of requests a second is needed, for example 50.',
  }
  refuse(faults, { name: 'SPETS_RATE_LIMIT', text, needed })
  return null
}
