import type { Store } from '../store/store.ts'

/** Loads the shipped facts into an empty registry. */
export async function loadFirstFacts(store: Store): Promise<void> {
  if ((await store.getSequence()) > 0) return
  const { firstFacts } = await import('../changes/first-facts.ts')
  try {
    await store.load(firstFacts())
  } catch (error) {
    // Another process may have loaded them first.
    if ((await store.getSequence()) === 0) throw error
  }
}
