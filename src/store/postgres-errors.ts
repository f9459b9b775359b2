import { ExpectedError } from '../records/expected-error.ts'

/** Classes of SQLSTATE for a server that is down, full or refuses the connection. */
const unavailableClasses = new Set(['08', '25', '28', '3D', '53', '57', '58'])
const unavailableStates = new Set(['42501'])
const damagedStates = new Set(['XX001', 'XX002'])
const lockNotAvailable = '55P03'
/** Node's error codes for a failed connection. */
const networkCodes = /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|AI_)|ENOTFOUND)/
/** Messages of pg for lost connections, which have no code. */
const lostConnection = /connection terminated|timeout exceeded when trying to connect|not queryable|connection (ended|error)/i

/** Explains an error from PostgreSQL that a person can act on; null when it is a bug. */
export function explainPostgresError(error: unknown): ExpectedError | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  if (code === lockNotAvailable) {
    return new ExpectedError('store_unavailable', {
      detail: 'Another process has been writing for a long time. Try again when it has ended.',
      cause: error,
    })
  }
  if (damagedStates.has(code)) {
    return new ExpectedError('store_damaged', {
      detail: `PostgreSQL finds its data damaged: ${error.message}. Restore a backup with «spets restore».`,
      cause: error,
    })
  }
  if (!unavailableStates.has(code) && !isUnavailable(code, error.message)) return null
  return new ExpectedError('store_unavailable', {
    detail: `PostgreSQL does not answer as it should: ${error.message || code}. If something was being saved, look whether it was before saving it again.`,
    cause: error,
  })
}

/** Whether a server may come back by itself: it is down, starting, full or not reached, and not that it refuses who asks. */
export function mayComeBack(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(?:08|53|57).{3}$/.test(code) || networkCodes.test(code) || lostConnection.test(error.message)
}

function isUnavailable(code: string, message: string): boolean {
  if (code.length === 5 && unavailableClasses.has(code.slice(0, 2))) return true
  return networkCodes.test(code) || lostConnection.test(message)
}
