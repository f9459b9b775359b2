/** The outcomes that a person can act on; any other thrown error is a bug. */
export const errorCodes = {
  bad_request: { status: 400, sv: 'Förfrågan går inte att tolka.', en: 'The request cannot be understood.' },
  bad_setting: {
    status: 500,
    sv: 'En inställning går inte att använda.',
    en: 'A setting cannot be used.',
  },
  invalid_date: {
    status: 400,
    sv: 'Datumet skrivs ÅÅÅÅ-MM-DD, till exempel 2018-01-31.',
    en: 'A date is written YYYY-MM-DD, for example 2018-01-31.',
  },
  not_found: { status: 404, sv: 'Det som söks finns inte.', en: 'There is nothing here.' },
  region_not_found: { status: 404, sv: 'Regionen finns inte.', en: 'There is no such region.' },
  priority_not_found: { status: 404, sv: 'Det prioriterade området finns inte.', en: 'There is no such priority area.' },
  method_not_allowed: {
    status: 405,
    sv: 'Adressen tar inte emot den sortens anrop.',
    en: 'This address does not take that kind of request.',
  },
  too_slow: {
    status: 408,
    sv: 'Det tog för lång tid att skicka. Försök igen, gärna över en snabbare förbindelse.',
    en: 'Sending took too long. Try again, over a faster connection if you can.',
  },
  version_outdated: {
    status: 409,
    sv: 'Någon annan har ändrat posten. Se vad som ändrats och försök igen.',
    en: 'Somebody else has changed the record. See what changed and try again.',
  },
  too_large: { status: 413, sv: 'Det som skickades är för stort.', en: 'What was sent is too large.' },
  unsupported_file: { status: 415, sv: 'Filen går inte att läsa.', en: 'The file cannot be read.' },
  invalid_record: {
    status: 422,
    sv: 'Uppgifterna stämmer inte med vad en post ska innehålla.',
    en: 'The data do not fit what a record must hold.',
  },
  not_allowed: {
    status: 403,
    sv: 'Det får inte göras i den här rollen.',
    en: 'This may not be done in this role.',
  },
  sign_in_needed: {
    status: 401,
    sv: 'Logga in för att se sidan.',
    en: 'Sign in to see the page.',
  },
  editing_off: { status: 403, sv: 'Redigering över webben är avstängd.', en: 'Editing over the web is turned off.' },
  not_authorised: { status: 401, sv: 'Nyckeln saknas eller stämmer inte.', en: 'The key is missing or wrong.' },
  rate_limited: { status: 429, sv: 'För många anrop. Vänta en stund.', en: 'Too many requests. Wait a little.' },
  archive_damaged: {
    status: 422,
    sv: 'Säkerhetskopian är skadad. Ingenting har ändrats.',
    en: 'The backup is damaged. Nothing has been changed.',
  },
  store_damaged: {
    status: 503,
    sv: 'Registret är skadat och öppnas inte.',
    en: 'The registry is damaged and will not be opened.',
  },
  clock_wrong: {
    status: 503,
    sv: 'Klockan stämmer inte med registret. Inget är skrivet.',
    en: 'The clock does not agree with the registry. Nothing was written.',
  },
  program_outdated: {
    status: 503,
    sv: 'Registret har skrivits av ett nyare Spets än det här.',
    en: 'The registry was written by a newer Spets than this one.',
  },
  source_unavailable: {
    status: 502,
    sv: 'Statistiktjänsten gav inget svar som går att använda.',
    en: 'The statistics service gave no answer that can be used.',
  },
  store_unavailable: { status: 503, sv: 'Registret går inte att nå just nu.', en: 'The registry cannot be reached right now.' },
  internal: { status: 500, sv: 'Något gick fel hos oss.', en: 'Something went wrong on our side.' },
} as const

export type ErrorCode = keyof typeof errorCodes

/**
 * An outcome from the table above. `detail` explains it in plain words (what, where, how to mend it); `data` is added to
 * the problem+json answer.
 */
export class ExpectedError extends Error {
  readonly code: ErrorCode
  readonly detail: string | null
  readonly data: Record<string, unknown>
  constructor(
    code: ErrorCode,
    { detail = null, data = {}, cause }: { detail?: string | null; data?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(detail ?? errorCodes[code].en, { cause })
    this.name = 'ExpectedError'
    this.code = code
    this.detail = detail
    this.data = data
  }
}
