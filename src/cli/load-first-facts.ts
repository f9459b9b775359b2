import type { Store } from '../store/store.ts'

/** An empty registry begins with the facts that ship. */
export async function loadFirstFacts(store: Store): Promise<void> {
  if ((await store.getSequence()) > 0) return
  const { firstFacts } = await import('../changes/first-facts.ts')
  try {
    await store.load(firstFacts())
  } catch (error) {
    // Another process may have been first.
    if ((await store.getSequence()) === 0) throw error
  }
}
