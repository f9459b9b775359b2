// How near activities are, and sums of it by tables of all subset sums. Addresses are bytes; see `Primitives` for what
// each function does. A strip is 16 columns, 128 bytes a row.

/** Sets a bit for each item of each list. */
export function packBits(starts: usize, items: usize, lists: i32, words: i32, bits: usize): void {
  const bytes = <usize>words << 3
  memory.fill(bits, 0, <usize>lists * bytes)
  for (let list = 0; list < lists; list++) {
    const row = bits + <usize>list * bytes
    const to = items + (<usize>load<u32>(starts + (<usize>list << 2), 4) << 2)
    for (let at = items + (<usize>load<u32>(starts + (<usize>list << 2)) << 2); at < to; at += 4) {
      const item = load<u32>(at)
      const word = row + (<usize>(item >> 5) << 2)
      store<u32>(word, load<u32>(word) | (1 << (item & 31)))
    }
  }
}

/** Puts the bit rows of a strip's columns side by side, word by word; columns beyond the last are empty. */
export function packStrip(bits: usize, rows: i32, words: i32, first: i32, strip: usize): void {
  for (let lane = 0; lane < 16; lane++)
    for (let word = 0; word < words; word++) {
      const value = first + lane < rows ? load<u64>(bits + ((<usize>(first + lane) * words + word) << 3)) : 0
      store<u64>(strip + ((<usize>word * 16 + lane) << 3), value)
    }
}

/** Rows `from` to `to` of the matrix of shared bits, at the columns of a strip. */
export function sharedStrip(bits: usize, words: i32, from: i32, to: i32, strip: usize, first: i32, counts: usize, mode: i32, result: usize, stride: i32): void {
  const ownCounts = counts + (<usize>first << 3)
  for (let row = from; row < to; row++) {
    countStrip(bits + (<usize>row * words << 3), words, strip, result)
    if (mode > 0) divideStrip(result, load<f64>(counts + (<usize>row << 3)), ownCounts, mode > 1 ? 1 : 0)
    if (mode > 1 && row >= first && row < first + 16) store<f64>(result + (<usize>(row - first) << 3), 0)
    result += stride
  }
}

// @ts-ignore: decorator
@inline
function countStrip(row: usize, words: i32, strip: usize, result: usize): void {
  const end = row + (<usize>words << 3)
  for (let lane: usize = 0; lane < 128; lane += 32) {
    let a: i64 = 0, b: i64 = 0, c: i64 = 0, d: i64 = 0
    let column = strip + lane
    for (let at = row; at < end; at += 8) {
      const own = load<i64>(at)
      a += popcnt<i64>(own & load<i64>(column))
      b += popcnt<i64>(own & load<i64>(column, 8))
      c += popcnt<i64>(own & load<i64>(column, 16))
      d += popcnt<i64>(own & load<i64>(column, 24))
      column += 128
    }
    store<f64>(result + lane, <f64>a)
    store<f64>(result + lane, <f64>b, 8)
    store<f64>(result + lane, <f64>c, 16)
    store<f64>(result + lane, <f64>d, 24)
  }
}

// @ts-ignore: decorator
@inline
function divideStrip(result: usize, own: f64, counts: usize, least: f64): void {
  const owns = f64x2.splat(max(own, least))
  for (let lane: usize = 0; lane < 128; lane += 16)
    v128.store(result + lane, f64x2.div(v128.load(result + lane), f64x2.max(owns, v128.load(counts + lane))))
}

/** The lists as places in tables of subset sums, list by list; `ends` has where each chunk of a list ends. @returns how many places there are */
export function makeLookups(starts: usize, items: usize, lists: i32, size: i32, chunkShift: i32, chunks: i32, ends: usize, entries: usize): i32 {
  let place: u32 = 0
  let at = items + (<usize>load<u32>(starts) << 2)
  for (let list = 0; list < lists; list++) {
    const to = items + (<usize>load<u32>(starts + (<usize>list << 2), 4) << 2)
    let chunk: u32 = 0
    while (at < to) {
      const group = load<u32>(at) / size
      const first = group * size
      let pattern: u32 = 0
      while (at < to && load<u32>(at) - first < <u32>size) {
        pattern |= 1 << (load<u32>(at) - first)
        at += 4
      }
      for (; chunk < group >> chunkShift; chunk++, ends += 4) store<u32>(ends, place)
      store<u32>(entries + (<usize>place << 2), (((group - (chunk << chunkShift)) << size) | pattern) << 7)
      place++
    }
    for (; chunk < <u32>chunks; chunk++, ends += 4) store<u32>(ends, place)
  }
  return place
}

/** For each group of `size` rows, the sums of all its subsets, each row times its weight if there are weights. */
export function subsetTables(near: usize, rows: i32, weights: usize, size: i32, tables: usize): void {
  for (let row = 0; row < rows; row++) {
    const bit = row % size
    const table = tables + (<usize>(row / size) << (size + 7))
    if (bit == 0) clearRow(table)
    addToSubsets(table, table + (<usize>128 << bit), near + (<usize>row << 7), weights ? load<f64>(weights + (<usize>row << 3)) : 1)
  }
}

// @ts-ignore: decorator
@inline
function clearRow(row: usize): void {
  memory.fill(row, 0, 128)
}

function addToSubsets(table: usize, target: usize, near: usize, weight: f64): void {
  const w = f64x2.splat(weight)
  const a = f64x2.mul(w, v128.load(near)), b = f64x2.mul(w, v128.load(near, 16))
  const c = f64x2.mul(w, v128.load(near, 32)), d = f64x2.mul(w, v128.load(near, 48))
  const e = f64x2.mul(w, v128.load(near, 64)), f = f64x2.mul(w, v128.load(near, 80))
  const g = f64x2.mul(w, v128.load(near, 96)), h = f64x2.mul(w, v128.load(near, 112))
  let to = target
  for (let from = table; from < target; from += 128) {
    v128.store(to, f64x2.add(v128.load(from), a))
    v128.store(to, f64x2.add(v128.load(from, 16), b), 16)
    v128.store(to, f64x2.add(v128.load(from, 32), c), 32)
    v128.store(to, f64x2.add(v128.load(from, 48), d), 48)
    v128.store(to, f64x2.add(v128.load(from, 64), e), 64)
    v128.store(to, f64x2.add(v128.load(from, 80), f), 80)
    v128.store(to, f64x2.add(v128.load(from, 96), g), 96)
    v128.store(to, f64x2.add(v128.load(from, 112), h), 112)
    to += 128
  }
}

/** Adds to each list's row of sums the rows of the tables that it looks up. */
export function addLookups(ends: usize, chunks: i32, entries: usize, lists: i32, tables: usize, sums: usize): void {
  for (let list = 0; list < lists; list++) {
    let at = entries + (<usize>load<u32>(ends - 4) << 2)
    const to = entries + (<usize>load<u32>(ends) << 2)
    ends += <usize>chunks << 2
    if (at < to) {
      let a = v128.load(sums), b = v128.load(sums, 16), c = v128.load(sums, 32), d = v128.load(sums, 48)
      let e = v128.load(sums, 64), f = v128.load(sums, 80), g = v128.load(sums, 96), h = v128.load(sums, 112)
      for (; at < to; at += 4) {
        const row = tables + load<u32>(at)
        a = f64x2.add(a, v128.load(row))
        b = f64x2.add(b, v128.load(row, 16))
        c = f64x2.add(c, v128.load(row, 32))
        d = f64x2.add(d, v128.load(row, 48))
        e = f64x2.add(e, v128.load(row, 64))
        f = f64x2.add(f, v128.load(row, 80))
        g = f64x2.add(g, v128.load(row, 96))
        h = f64x2.add(h, v128.load(row, 112))
      }
      v128.store(sums, a)
      v128.store(sums, b, 16)
      v128.store(sums, c, 32)
      v128.store(sums, d, 48)
      v128.store(sums, e, 64)
      v128.store(sums, f, 80)
      v128.store(sums, g, 96)
      v128.store(sums, h, 112)
    }
    sums += 128
  }
}

/** Adds weighted rows of a strip to one row. */
export function addWeighted(near: usize, rows: i32, weights: usize, whole: usize): void {
  for (let row = 0; row < rows; row++) {
    const w = f64x2.splat(load<f64>(weights + (<usize>row << 3)))
    for (let lane: usize = 0; lane < 128; lane += 16)
      v128.store(whole + lane, f64x2.add(v128.load(whole + lane), f64x2.mul(w, v128.load(near + (<usize>row << 7) + lane))))
  }
}

/** Copies a strip of sums to its columns of a matrix; where `whole` is given, the sums become what they leave of it first. */
export function takeStrip(sums: usize, lists: i32, whole: usize, result: usize, width: i32, first: i32): void {
  if (whole)
    for (let list = 0; list < lists; list++)
      for (let lane: usize = 0; lane < 128; lane += 16) {
        const cell = sums + (<usize>list << 7) + lane
        v128.store(cell, f64x2.sub(v128.load(whole + lane), v128.load(cell)))
      }
  const bytes = <usize>min(16, width - first) << 3
  for (let list = 0; list < lists; list++) {
    const from = sums + (<usize>list << 7)
    const to = result + ((<usize>list * width + first) << 3)
    if (bytes == 128)
      for (let lane: usize = 0; lane < 128; lane += 16) v128.store(to + lane, v128.load(from + lane))
    else for (let lane: usize = 0; lane < bytes; lane += 8) store<f64>(to + lane, load<f64>(from + lane))
  }
}
