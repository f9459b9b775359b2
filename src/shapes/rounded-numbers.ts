const decimals = 3

/** A copy of an answer with every number rounded to three decimals, because computed values are no more precise. */
export function roundedNumbers<T>(answer: T): T {
  if (typeof answer === 'number') return Number(answer.toFixed(decimals)) as T
  if (Array.isArray(answer)) return answer.map(roundedNumbers) as T
  if (answer === null || typeof answer !== 'object') return answer
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, roundedNumbers(value)])) as T
}
