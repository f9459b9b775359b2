// What Lanczos' method does with vectors. Sums are kept in four parts that are added at the end: every fourth number.

// @ts-ignore: decorator
@inline
function product(one: usize, other: usize, size: i32): f64 {
  let a = f64x2.splat(0), b = a
  const whole = size & ~3
  const end = <usize>whole << 3
  for (let at: usize = 0; at < end; at += 32) {
    a = f64x2.add(a, f64x2.mul(v128.load(one + at), v128.load(other + at)))
    b = f64x2.add(b, f64x2.mul(v128.load(one + at, 16), v128.load(other + at, 16)))
  }
  let sum = f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1) + (f64x2.extract_lane(b, 0) + f64x2.extract_lane(b, 1))
  for (let at = whole; at < size; at++) sum += load<f64>(one + (<usize>at << 3)) * load<f64>(other + (<usize>at << 3))
  return sum
}

/** The sum of products. */
export function dot(one: usize, other: usize, size: i32): f64 {
  return product(one, other, size)
}

/** Adds `share` times one vector to another. */
export function addScaled(vector: usize, share: f64, direction: usize, size: i32): void {
  const shares = f64x2.splat(share)
  const even = size & ~1
  const end = <usize>even << 3
  for (let at: usize = 0; at < end; at += 16)
    v128.store(vector + at, f64x2.add(v128.load(vector + at), f64x2.mul(shares, v128.load(direction + at))))
  if (even < size) store<f64>(vector + end, load<f64>(vector + end) + share * load<f64>(direction + end))
}

/** Makes a vector orthogonal to unit vectors that lie one after the other, one at a time. */
export function makeOrthogonal(vector: usize, size: i32, directions: usize, count: i32): void {
  for (let at = 0; at < count; at++) {
    const direction = directions + (<usize>at * size << 3)
    addScaled(vector, -product(vector, direction, size), direction, size)
  }
}

/** Divides numbers by others, in pairs. */
export function divideBy(numbers: usize, by: usize, size: i32, result: usize): void {
  const even = size & ~1
  const end = <usize>even << 3
  for (let at: usize = 0; at < end; at += 16) v128.store(result + at, f64x2.div(v128.load(numbers + at), v128.load(by + at)))
  if (even < size) store<f64>(result + end, load<f64>(numbers + end) / load<f64>(by + end))
}

/** The sum of the numbers that each list names. */
export function gather(starts: usize, items: usize, lists: i32, numbers: usize, sums: usize): void {
  let at = items + (<usize>load<u32>(starts) << 2)
  for (let list = 0; list < lists; list++) {
    const to = items + (<usize>load<u32>(starts + (<usize>list << 2), 4) << 2)
    let a: f64 = 0, b: f64 = 0, c: f64 = 0, d: f64 = 0
    for (; at + 12 < to; at += 16) {
      a += load<f64>(numbers + (<usize>load<u32>(at) << 3))
      b += load<f64>(numbers + (<usize>load<u32>(at, 4) << 3))
      c += load<f64>(numbers + (<usize>load<u32>(at, 8) << 3))
      d += load<f64>(numbers + (<usize>load<u32>(at, 12) << 3))
    }
    for (; at < to; at += 4) a += load<f64>(numbers + (<usize>load<u32>(at) << 3))
    store<f64>(sums + (<usize>list << 3), a + b + (c + d))
  }
}

/** Divides all numbers by one. */
export function divideAll(numbers: usize, by: f64, size: i32): void {
  const even = size & ~1
  const end = <usize>even << 3
  for (let at: usize = 0; at < end; at += 16) v128.store(numbers + at, f64x2.div(v128.load(numbers + at), f64x2.splat(by)))
  if (even < size) store<f64>(numbers + end, load<f64>(numbers + end) / by)
}
