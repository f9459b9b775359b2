/**
 * Ends this program when the one that started it has ended, in whatever way: its input then comes to an end. A writer that outlived
 * a test that was broken off would write for ever.
 */
export function endWithParent(): void {
  process.stdin.once('end', () => process.exit(1)).once('error', () => process.exit(1))
  process.stdin.resume()
}
