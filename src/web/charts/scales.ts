/** From a value to a place along a side of a drawing. */
export interface Scale {
  (value: number): number
  ticks: readonly number[]
}

type Span = readonly [number, number]

/** Equal steps of the value are equal steps of the place. */
export function linearScale(domain: Span, range: Span, tickCount = 5): Scale {
  const [from, to] = domain
  const at = (value: number) => range[0] + ((value - from) / (to - from || 1)) * (range[1] - range[0])
  return Object.assign(at, { ticks: roundTicks(domain, tickCount) })
}

/** Equal ratios of the value are equal steps of the place; the ticks are powers of two, as quotients are read. */
export function logScale(domain: Span, range: Span): Scale {
  const [from, to] = [Math.log2(domain[0]), Math.log2(domain[1])]
  const at = (value: number) => range[0] + ((Math.log2(value) - from) / (to - from || 1)) * (range[1] - range[0])
  const ticks = Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, step) => 2 ** (Math.ceil(from) + step))
  return Object.assign(at, { ticks })
}

/** Round numbers within a span: steps of 1, 2 or 5 times a power of ten, about as many as asked for. */
export function roundTicks([from, to]: Span, count: number): number[] {
  const raw = (to - from) / Math.max(1, count)
  if (!(raw > 0)) return [from]
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= raw)!
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}

/** The span of numbers, widened to round ticks; the missing are left out. */
export function roundSpan(values: readonly number[], count = 4): Span {
  const known = values.filter(Number.isFinite)
  if (known.length === 0) return [0, 1]
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const ticks = roundTicks([least, most === least ? least + 1 : most], count)
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : most - least || 1
  return [Math.floor(least / step) * step, Math.ceil(most / step) * step]
}
