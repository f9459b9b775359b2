import type { Store } from '../store/store.ts'

/** Loads the shipped facts into an empty registry, and records when that was done. */
export async function loadFirstFacts(store: Store, clock: () => Date): Promise<void> {
  if ((await store.getSequence()) > 0) return
  const { firstFacts } = await import('../changes/first-facts.ts')
  const { loadedFactsVersion } = await import('../changes/facts/loaded-facts-version.ts')
  const facts = firstFacts()
  try {
    await store.load([...facts, loadedFactsVersion(facts, clock())])
  } catch (error) {
    // Another process may have loaded them first.
    if ((await store.getSequence()) === 0) throw error
  }
}
