// How near activities are, and sums of it by tables of subset sums. Addresses are bytes; see `Primitives` for what each
// function does. A strip is 16 columns, 128 bytes a row.

/** Sets a bit for each item of each list, at the item's place where places are given. */
export function packBits(starts: usize, items: usize, lists: i32, words: i32, places: usize, bits: usize): void {
  const bytes = <usize>words << 3
  memory.fill(bits, 0, <usize>lists * bytes)
  for (let list = 0; list < lists; list++) {
    const row = bits + <usize>list * bytes
    const to = items + (<usize>load<u32>(starts + (<usize>list << 2), 4) << 2)
    for (let at = items + (<usize>load<u32>(starts + (<usize>list << 2)) << 2); at < to; at += 4) {
      let item = load<u32>(at)
      if (places) item = load<u32>(places + (<usize>item << 2))
      const word = row + (<usize>(item >> 5) << 2)
      store<u32>(word, load<u32>(word) | (1 << (item & 31)))
    }
  }
}

/** Puts the bit rows of a strip's columns side by side, word by word; columns beyond the last are empty. */
export function packStrip(bits: usize, rows: i32, words: i32, first: i32, places: usize, strip: usize): void {
  for (let lane = 0; lane < 16; lane++) {
    const column = first + lane
    const row = places && column < rows ? load<u32>(places + (<usize>column << 2)) : column
    for (let word = 0; word < words; word++) {
      const value = column < rows ? load<u64>(bits + ((<usize>row * words + word) << 3)) : 0
      store<u64>(strip + ((<usize>word * 16 + lane) << 3), value)
    }
  }
}

/** Rows `from` to `to` of the matrix of shared bits, at the columns of a strip. */
export function sharedStrip(bits: usize, words: i32, from: i32, to: i32, strip: usize, counts: usize, stripCounts: usize, mode: i32, result: usize, stride: i32): void {
  for (let row = from; row < to; row++) {
    countStrip(bits + (<usize>row * words << 3), words, strip, result)
    if (mode > 0) divideStrip(result, load<f64>(counts + (<usize>row << 3)), stripCounts, mode > 1 ? 1 : 0)
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

// @ts-ignore: decorator
@inline
function patternAt(row: usize, group: i32, size: i32): u32 {
  const bit = group * size
  return (load<u32>(row + (bit >> 3)) >> (bit & 7)) & ((1 << size) - 1)
}

/** Marks which subsets of each group of `size` bits the lists have. */
export function markSubsets(bits: usize, lists: i32, words: i32, groups: i32, size: i32, marks: usize): void {
  memory.fill(marks, 0, <usize>groups << size)
  for (let list = 0; list < lists; list++) {
    const row = bits + (<usize>list * words << 3)
    for (let group = 0; group < groups; group++) store<u8>(marks + ((<usize>group << size) | patternAt(row, group, size)), 1)
  }
}

/** The lists as rows of the tables of subset sums, list by list; `ends` has where each chunk of a list ends. */
export function makeLookups(bits: usize, lists: i32, words: i32, size: i32, tableRows: usize, chunkEnds: usize, chunks: i32, ends: usize, entries: usize): void {
  let place: u32 = 0
  for (let list = 0; list < lists; list++) {
    const row = bits + (<usize>list * words << 3)
    let group = 0
    for (let chunk = 0; chunk < chunks; chunk++) {
      for (const last = load<u32>(chunkEnds + (<usize>chunk << 2)); <u32>group < last; group++) {
        const pattern = patternAt(row, group, size)
        if (pattern == 0) continue
        store<u32>(entries + (<usize>place << 2), load<u32>(tableRows + (((<usize>group << size) | pattern) << 2)))
        place++
      }
      store<u32>(ends, place)
      ends += 4
    }
  }
}

/** The sums of subsets: each table row is its parent and one more row of the strip, times its weight if there are weights. */
export function subsetTables(near: usize, rows: i32, weights: usize, ends: usize, parents: usize, tables: usize): void {
  memory.fill(tables, 0, 128)
  let step = load<u32>(ends - 4)
  let target = tables + 128
  for (let row = 0; row < rows; row++) {
    const last = load<u32>(ends + (<usize>row << 2))
    if (step < last) {
      addToParents(near, weights ? load<f64>(weights + (<usize>row << 3)) : 1, parents + (<usize>step << 2), parents + (<usize>last << 2), tables, target)
      target += <usize>(last - step) << 7
      step = last
    }
    near += 128
  }
}

function addToParents(near: usize, weight: f64, parents: usize, last: usize, tables: usize, target: usize): void {
  const w = f64x2.splat(weight)
  const a = f64x2.mul(w, v128.load(near)), b = f64x2.mul(w, v128.load(near, 16))
  const c = f64x2.mul(w, v128.load(near, 32)), d = f64x2.mul(w, v128.load(near, 48))
  const e = f64x2.mul(w, v128.load(near, 64)), f = f64x2.mul(w, v128.load(near, 80))
  const g = f64x2.mul(w, v128.load(near, 96)), h = f64x2.mul(w, v128.load(near, 112))
  for (; parents < last; parents += 4) {
    const from = tables + load<u32>(parents)
    v128.store(target, f64x2.add(v128.load(from), a))
    v128.store(target, f64x2.add(v128.load(from, 16), b), 16)
    v128.store(target, f64x2.add(v128.load(from, 32), c), 32)
    v128.store(target, f64x2.add(v128.load(from, 48), d), 48)
    v128.store(target, f64x2.add(v128.load(from, 64), e), 64)
    v128.store(target, f64x2.add(v128.load(from, 80), f), 80)
    v128.store(target, f64x2.add(v128.load(from, 96), g), 96)
    v128.store(target, f64x2.add(v128.load(from, 112), h), 112)
    target += 128
  }
}

/** Adds to each list's row of sums the rows of the tables that it looks up. */
export function addLookups(ends: usize, chunks: i32, entries: usize, lists: i32, tables: usize, sums: usize, stride: i32): void {
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
    sums += stride
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

/** What the sums of each list leave of the whole. */
export function leaveOf(whole: usize, sums: usize, lists: i32, stride: i32, width: i32): void {
  const bytes = <usize>width << 3
  for (let list = 0; list < lists; list++) {
    for (let at: usize = 0; at < bytes; at += 16) v128.store(sums + at, f64x2.sub(v128.load(whole + at), v128.load(sums + at)))
    sums += stride
  }
}
