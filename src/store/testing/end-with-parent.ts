/**
 * Ends this program when whoever started it has ended, however that went: then nobody holds the other end of its input any more.
 * A writer that outlives a test that was broken off would write for ever.
 */
export function endWithParent(): void {
  process.stdin.once('end', () => process.exit(1)).once('error', () => process.exit(1))
  process.stdin.resume()
}
