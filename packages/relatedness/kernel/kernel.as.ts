// The loops of kernel-typescript.ts in AssemblyScript, with the machine's 128-bit vectors. Addresses are bytes into a
// memory that the caller lays out; nothing is allocated here. The same numbers are added in the same order.

/** See Kernel.coOccurrence. `words` 32-bit words a row, a multiple of four. */
export function coOccurrence(bits: usize, rows: i32, words: i32, result: usize): void {
  const bytes = <usize>words << 2
  for (let one = 0; one < rows; one++) {
    const first = bits + <usize>one * bytes
    for (let other = one; other < rows; other++) {
      const shared = <f64>countShared(first, bits + <usize>other * bytes, bytes)
      store<f64>(result + ((<usize>one * rows + other) << 3), shared)
      store<f64>(result + ((<usize>other * rows + one) << 3), shared)
    }
  }
}

/** Divides each cell by the larger of the two counts on the diagonal; `counts` is room for `rows` numbers. */
export function divideByLarger(matrix: usize, rows: i32, counts: usize): void {
  for (let row = 0; row < rows; row++) store<f64>(counts + (<usize>row << 3), load<f64>(matrix + (<usize>row * (rows + 1) << 3)))
  const even = rows & ~1
  for (let row = 0; row < rows; row++) {
    const own = load<f64>(counts + (<usize>row << 3))
    const owns = f64x2.splat(own)
    const at = matrix + (<usize>row * rows << 3)
    for (let column = 0; column < even; column += 2) {
      const step = <usize>column << 3
      v128.store(at + step, f64x2.div(v128.load(at + step), f64x2.max(owns, v128.load(counts + step))))
    }
    if (even < rows) {
      const step = <usize>even << 3
      store<f64>(at + step, load<f64>(at + step) / max(own, load<f64>(counts + step)))
    }
  }
}

// @ts-ignore: decorator
@inline
function countShared(one: usize, other: usize, bytes: usize): i32 {
  let total = i32x4.splat(0)
  for (let at: usize = 0; at < bytes; at += 16) {
    const counts = i8x16.popcnt(v128.and(v128.load(one + at), v128.load(other + at)))
    total = i32x4.add(total, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts)))
  }
  return i32x4.extract_lane(total, 0) + i32x4.extract_lane(total, 1) + i32x4.extract_lane(total, 2) + i32x4.extract_lane(total, 3)
}

/** See RowSums. `strip` holds rows of 32 numbers, `result` one such row for each list. */
export function sumRows(starts: usize, items: usize, lists: i32, strip: usize, result: usize): void {
  for (let list = 0; list < lists; list++) {
    const from = items + (<usize>load<u32>(starts + (<usize>list << 2)) << 2)
    const to = items + (<usize>load<u32>(starts + (<usize>list << 2), 4) << 2)
    for (let lane: usize = 0; lane < 256; lane += 128) sumLanes(from, to, strip + lane, result + (<usize>list << 8) + lane)
  }
}

// @ts-ignore: decorator
@inline
function sumLanes(from: usize, to: usize, strip: usize, result: usize): void {
  let a = f64x2.splat(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a
  for (let at = from; at < to; at += 4) {
    const row = strip + (<usize>load<u32>(at) << 8)
    a = f64x2.add(a, v128.load(row))
    b = f64x2.add(b, v128.load(row, 16))
    c = f64x2.add(c, v128.load(row, 32))
    d = f64x2.add(d, v128.load(row, 48))
    e = f64x2.add(e, v128.load(row, 64))
    f = f64x2.add(f, v128.load(row, 80))
    g = f64x2.add(g, v128.load(row, 96))
    h = f64x2.add(h, v128.load(row, 112))
  }
  v128.store(result, a)
  v128.store(result, b, 16)
  v128.store(result, c, 32)
  v128.store(result, d, 48)
  v128.store(result, e, 64)
  v128.store(result, f, 80)
  v128.store(result, g, 96)
  v128.store(result, h, 112)
}

/** See Sweep. `running` (regions × lanes) and `result` (activities × lanes) are zeros; `running` is cleared between the ways. */
export function sweep(starts: usize, regionOf: usize, activities: i32, regions: i32, mass: usize, running: usize, result: usize, lanes: i32): void {
  const stride = <usize>lanes << 3
  for (let activity = 0; activity < activities; activity++) visit(starts, regionOf, activity, mass, running, result, stride, false)
  memory.fill(running, 0, <usize>regions * stride)
  for (let activity = activities - 1; activity >= 0; activity--) visit(starts, regionOf, activity, mass, running, result, stride, true)
}

// @ts-ignore: decorator
@inline
function visit(starts: usize, regionOf: usize, activity: i32, mass: usize, running: usize, result: usize, stride: usize, downwards: bool): void {
  const first = load<u32>(starts + (<usize>activity << 2))
  const last = load<u32>(starts + (<usize>activity << 2), 4)
  if (first == last) return
  const ubiquity = f64x2.splat(<f64>(last - first))
  const from = regionOf + (<usize>first << 2)
  const to = regionOf + (<usize>last << 2)
  for (let lane: usize = 0; lane < stride; lane += 64) {
    const own = <usize>activity * stride + lane
    let addedA = v128.load(mass + own), addedB = v128.load(mass + own, 16), addedC = v128.load(mass + own, 32), addedD = v128.load(mass + own, 48)
    if (downwards) {
      addedA = f64x2.div(addedA, ubiquity)
      addedB = f64x2.div(addedB, ubiquity)
      addedC = f64x2.div(addedC, ubiquity)
      addedD = f64x2.div(addedD, ubiquity)
    }
    let a = v128.load(result + own), b = v128.load(result + own, 16), c = v128.load(result + own, 32), d = v128.load(result + own, 48)
    for (let at = from; at < to; at += 4) {
      const row = running + <usize>load<u32>(at) * stride + lane
      const beforeA = v128.load(row), beforeB = v128.load(row, 16), beforeC = v128.load(row, 32), beforeD = v128.load(row, 48)
      a = f64x2.add(a, beforeA)
      b = f64x2.add(b, beforeB)
      c = f64x2.add(c, beforeC)
      d = f64x2.add(d, beforeD)
      v128.store(row, f64x2.add(beforeA, addedA))
      v128.store(row, f64x2.add(beforeB, addedB), 16)
      v128.store(row, f64x2.add(beforeC, addedC), 32)
      v128.store(row, f64x2.add(beforeD, addedD), 48)
    }
    if (!downwards) {
      a = f64x2.div(a, ubiquity)
      b = f64x2.div(b, ubiquity)
      c = f64x2.div(c, ubiquity)
      d = f64x2.div(d, ubiquity)
    }
    v128.store(result + own, a)
    v128.store(result + own, b, 16)
    v128.store(result + own, c, 32)
    v128.store(result + own, d, 48)
  }
}
