// Sums of nearness without the matrix: activities in order of ubiquity, with a running sum for each pair of regions.

/** How much of each activity the regions of a block add: its weight where their lists have it, or where they do not. */
export function placeMass(starts: usize, items: usize, from: i32, used: i32, lanes: i32, activities: i32, places: usize, weights: usize, listed: i32, mass: usize): void {
  const stride = <usize>lanes << 3
  if (listed) memory.fill(mass, 0, <usize>activities * stride)
  else
    for (let activity = 0; activity < activities; activity++) {
      const row = mass + <usize>load<u32>(places + (<usize>activity << 2)) * stride
      const weight = load<f64>(weights + (<usize>activity << 3))
      for (let lane = 0; lane < lanes; lane++) store<f64>(row + (<usize>lane << 3), lane < used ? weight : 0)
    }
  for (let lane = 0; lane < used; lane++) {
    const to = items + (<usize>load<u32>(starts + (<usize>(from + lane) << 2), 4) << 2)
    for (let at = items + (<usize>load<u32>(starts + (<usize>(from + lane) << 2)) << 2); at < to; at += 4) {
      const activity = <usize>load<u32>(at)
      const cell = mass + <usize>load<u32>(places + (activity << 2)) * stride + (<usize>lane << 3)
      store<f64>(cell, listed ? load<f64>(weights + (activity << 3)) : 0)
    }
  }
}

/** Both ways of the sweep for one block of regions. `running` is regions × lanes, `result` activities × lanes. */
export function sweep(starts: usize, regionOf: usize, activities: i32, regions: i32, mass: usize, running: usize, result: usize, lanes: i32): void {
  const stride = <usize>lanes << 3
  memory.fill(running, 0, <usize>regions * stride)
  memory.fill(result, 0, <usize>activities * stride)
  for (let activity = 0; activity < activities; activity++) visitActivity(starts, regionOf, activity, mass, running, result, stride, false)
  memory.fill(running, 0, <usize>regions * stride)
  for (let activity = activities - 1; activity >= 0; activity--) visitActivity(starts, regionOf, activity, mass, running, result, stride, true)
}

// @ts-ignore: decorator
@inline
function visitActivity(starts: usize, regionOf: usize, activity: i32, mass: usize, running: usize, result: usize, stride: usize, downwards: bool): void {
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

/** Copies a block's sums to the rows of its regions. */
export function takeLanes(sums: usize, lanes: i32, used: i32, activities: i32, places: usize, result: usize): void {
  for (let activity = 0; activity < activities; activity++) {
    const row = sums + (<usize>load<u32>(places + (<usize>activity << 2)) * lanes << 3)
    for (let lane = 0; lane < used; lane++)
      store<f64>(result + ((<usize>lane * activities + activity) << 3), load<f64>(row + (<usize>lane << 3)))
  }
}

/** For each activity the sum of its nearness to all others. `running` is room for one number a region. */
export function nearnessTotals(starts: usize, regionOf: usize, order: usize, activities: i32, regions: i32, running: usize, totals: usize): void {
  memory.fill(running, 0, <usize>regions << 3)
  for (let place = 0; place < activities; place++) {
    const from = load<u32>(starts + (<usize>place << 2)), to = load<u32>(starts + (<usize>place << 2), 4)
    const sum = exchange(regionOf, from, to, running, 1)
    store<f64>(totals + (<usize>load<u32>(order + (<usize>place << 2)) << 3), from == to ? 0 : sum / <f64>(to - from))
  }
  memory.fill(running, 0, <usize>regions << 3)
  for (let place = activities - 1; place >= 0; place--) {
    const from = load<u32>(starts + (<usize>place << 2)), to = load<u32>(starts + (<usize>place << 2), 4)
    const total = totals + (<usize>load<u32>(order + (<usize>place << 2)) << 3)
    store<f64>(total, load<f64>(total) + exchange(regionOf, from, to, running, 1 / <f64>(to - from)))
  }
}

/** The sum of the regions' running sums, to each of which `added` is added. */
function exchange(regionOf: usize, from: u32, to: u32, running: usize, added: f64): f64 {
  let sum: f64 = 0
  for (let at = from; at < to; at++) {
    const cell = running + (<usize>load<u32>(regionOf + (<usize>at << 2)) << 3)
    const before = load<f64>(cell)
    sum += before
    store<f64>(cell, before + added)
  }
  return sum
}
