// From a table to quotients, presence and lists, and from sums of nearness to density and outlook: one pass over the cells.

/** Adds the cells of a row to the totals of their activities; counts missing ones, left out, and behind them those below zero or infinite. @returns their sum */
export function addRow(values: usize, width: i32, byActivity: usize, missing: usize): f64 {
  let sum: f64 = 0
  let known = 0, wrong = 0
  for (let column = 0; column < width; column++) {
    const place = <usize>column << 3
    const value = load<f64>(values + place)
    if (value == value) {
      sum += value
      known++
      wrong += i32(!(value >= 0 && value < Infinity))
      store<f64>(byActivity + place, load<f64>(byActivity + place) + value)
    }
  }
  store<i32>(missing, load<i32>(missing) + width - known)
  store<i32>(missing, load<i32>(missing, 4) + wrong, 4)
  return sum
}

/** The quotients of a row. @returns 1 when one of them is within 1e-15 of 1 without being 1 */
export function quotientRow(values: usize, width: i32, byActivity: usize, regionTotal: f64, total: f64, asZero: i32, quotients: usize): i32 {
  const totals = f64x2.splat(total), regions = f64x2.splat(regionTotal), zero = f64x2.splat(0), nan = f64x2.splat(NaN)
  const one = f64x2.splat(1), least = f64x2.splat(1 - 1e-15), most = f64x2.splat(1 + 1e-15)
  let near = i64x2.splat(0)
  const even = width & ~1
  for (let column = 0; column < even; column += 2) {
    const place = <usize>column << 3
    let value = v128.load(values + place)
    if (asZero) value = v128.and(value, f64x2.eq(value, value))
    const below = f64x2.mul(regions, v128.load(byActivity + place))
    const quotient = v128.bitselect(nan, f64x2.div(f64x2.mul(value, totals), below), f64x2.eq(below, zero))
    v128.store(quotients + place, quotient)
    near = v128.or(near, v128.and(f64x2.ne(quotient, one), v128.and(f64x2.gt(quotient, least), f64x2.lt(quotient, most))))
  }
  let found = v128.any_true(near)
  if (even < width) {
    const place = <usize>even << 3
    let value = load<f64>(values + place)
    if (asZero && value != value) value = 0
    const below = regionTotal * load<f64>(byActivity + place)
    const quotient = below == 0 ? NaN : (value * total) / below
    store<f64>(quotients + place, quotient)
    if (quotient != 1 && quotient > 1 - 1e-15 && quotient < 1 + 1e-15) found = true
  }
  return found ? 1 : 0
}

/** 1 where a number reaches the threshold, 255 where it is missing, otherwise 0. @returns how many are missing */
export function presenceRow(quotients: usize, width: i32, threshold: f64, presence: usize): i32 {
  let missing = 0
  for (let column = 0; column < width; column++) {
    const quotient = load<f64>(quotients + (<usize>column << 3))
    const unknown = i32(quotient != quotient)
    missing += unknown
    store<u8>(presence + column, i32(quotient >= threshold) - unknown)
  }
  return missing
}

/** Adds to each activity's count, and writes the activities present in a row. @returns how many there are */
export function listRow(presence: usize, width: i32, counts: usize, items: usize): i32 {
  let at = items
  let column = 0
  const whole = width & ~15
  const ones = i8x16.splat(1)
  for (; column < whole; column += 16) {
    let mask = i8x16.bitmask(i8x16.eq(v128.load(presence + column), ones))
    while (mask) {
      at = addItem(column + ctz(mask), counts, at)
      mask &= mask - 1
    }
  }
  for (; column < width; column++) if (load<u8>(presence + column) == 1) at = addItem(column, counts, at)
  return <i32>((at - items) >> 2)
}

// @ts-ignore: decorator
@inline
function addItem(item: i32, counts: usize, at: usize): usize {
  store<u32>(at, item)
  const count = counts + (<usize>item << 2)
  store<u32>(count, load<u32>(count) + 1)
  return at + 4
}

/** The lists the other way round. `next` is where each one's items begin, and is moved to where they end. */
export function turnLists(starts: usize, items: usize, lists: i32, next: usize, turned: usize): void {
  for (let list = 0; list < lists; list++) {
    const to = items + (<usize>load<u32>(starts + (<usize>list << 2), 4) << 2)
    for (let at = items + (<usize>load<u32>(starts + (<usize>list << 2)) << 2); at < to; at += 4) {
      const place = next + (<usize>load<u32>(at) << 2)
      const cell = load<u32>(place)
      store<u32>(turned + (<usize>cell << 2), list)
      store<u32>(place, cell + 1)
    }
  }
}

/** Turns a row's sums of nearness into shares of the totals. */
export function shareRow(sums: usize, totals: usize, width: i32): void {
  const zero = f64x2.splat(0), nan = f64x2.splat(NaN)
  const even = width & ~1
  const end = <usize>even << 3
  for (let at: usize = 0; at < end; at += 16) {
    const total = v128.load(totals + at)
    v128.store(sums + at, v128.bitselect(f64x2.div(v128.load(sums + at), total), nan, f64x2.gt(total, zero)))
  }
  if (even < width) {
    const total = load<f64>(totals + end)
    store<f64>(sums + end, total > 0 ? load<f64>(sums + end) / total : NaN)
  }
}

/** Turns a row's first part of the gain into the gain. @returns the outlook's index of the region, even columns and odd ones apart */
export function outlookRow(presence: usize, density: usize, pci: usize, width: i32, truncated: i32, gain: usize): f64 {
  const zero = i64x2.splat(0), unknown = i64x2.splat(-1), nan = f64x2.splat(NaN)
  let sums = f64x2.splat(0)
  const whole = width & ~7
  for (let column = 0; column < whole; column += 8) {
    const cells = v128.load_ext<i8>(presence + column)
    const low = i32x4.extend_low_i16x8_s(cells), high = i32x4.extend_high_i16x8_s(cells)
    const place = <usize>column << 3
    for (let pair: usize = 0; pair < 4; pair++) {
      const four = pair < 2 ? low : high
      const state = (pair & 1) == 0 ? i64x2.extend_low_i32x4_s(four) : i64x2.extend_high_i32x4_s(four)
      const at = place + (pair << 4)
      const worth = f64x2.mul(v128.load(density + at), v128.load(pci + at))
      const open = i64x2.eq(state, zero)
      sums = f64x2.add(sums, v128.and(worth, v128.and(open, f64x2.eq(worth, worth))))
      const first = v128.load(gain + at)
      const value = truncated ? v128.and(first, open) : f64x2.sub(first, worth)
      v128.store(gain + at, v128.bitselect(nan, value, i64x2.eq(state, unknown)))
    }
  }
  let evens = f64x2.extract_lane(sums, 0), odds = f64x2.extract_lane(sums, 1)
  for (let column = whole; column < width; column++) {
    const at = <usize>column << 3
    const state = load<u8>(presence + column)
    const worth = load<f64>(density + at) * load<f64>(pci + at)
    if (state == 0 && worth == worth) {
      if (column & 1) odds += worth
      else evens += worth
    }
    const first = load<f64>(gain + at)
    store<f64>(gain + at, state == 255 ? NaN : truncated ? (state ? 0 : first) : first - worth)
  }
  return evens + odds
}
