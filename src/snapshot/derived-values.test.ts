import { describe, expect, test } from 'vitest'
import { nothingBeside } from '../records/beside.ts'
import { statisticsOf } from '../matching/testing/sample-statistics.ts'
import { growRegistry } from './day-content.ts'
import { derive, deriveInSteps } from './derive.ts'
import { finish, finishInPieces } from './in-pieces.ts'
import { etagOf, noteReads } from './noted-reads.ts'
import { buildKnownRegistry, snapshotAt } from './snapshot.ts'
import { region, snapshotOf, versionsOf } from './testing/small-registry.ts'
import type { Sketch } from './testing/small-registry.ts'

const farFuture = '9999-12-31T23:59:59.999Z'
const day = '2020-01-01'
const code = (at: number) => String(at).padStart(2, '0')
const regions = (count: number, from = 0): Sketch[] =>
  Array.from({ length: count }, (_, at) => region(code(from + at), `R${from + at}`))
const registryOf = (sketches: readonly Sketch[]) => buildKnownRegistry(versionsOf(sketches), farFuture)

function* countTo(steps: number, seen: number[]) {
  for (let at = 0; at < steps; at++) {
    seen.push(at)
    const until = performance.now() + 3
    while (performance.now() < until);
    yield
  }
  return 'done'
}

describe('work in pieces', () => {
  test('gives the same as work at once', async () => {
    const [atOnce, inPieces]: number[][] = [[], []]
    expect([finish(countTo(5, atOnce!)), await finishInPieces(countTo(5, inPieces!))]).toEqual(['done', 'done'])
    expect([atOnce, inPieces]).toEqual([
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ])
  })
  test('lets others go in between', async () => {
    const seen: number[] = []
    const work = finishInPieces(countTo(12, seen))
    const first = seen.length
    await new Promise((resolve) => setImmediate(resolve))
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(12)
    expect(await work).toBe('done')
  })
  test('ends when it is told to', async () => {
    const seen: number[] = []
    const stopping = new AbortController()
    const work = finishInPieces(countTo(12, seen), stopping.signal)
    stopping.abort()
    await expect(work).rejects.toThrow('aborted')
    expect(seen.length).toBeLessThan(12)
  })
})

describe('a value that is made in pieces', () => {
  const counted = () => {
    const made: (string | null)[] = []
    const names = deriveInSteps<string>('names', ['region'], function* (snapshot, previous) {
      made.push(previous && previous.changed('region').join(' '))
      yield
      return snapshot
        .inForce('region')
        .map(({ name }) => name)
        .join(' ')
    })
    return { made, names }
  }
  test('is made once for all who wait, and is there for who cannot', async () => {
    const { made, names } = counted()
    const snapshot = snapshotAt(registryOf(regions(2)), day)
    expect(await Promise.all([names.ready(snapshot), names.ready(snapshot)])).toEqual(['R0 R1', 'R0 R1'])
    expect([names(snapshot), await names.ready(snapshot), made]).toEqual(['R0 R1', 'R0 R1', [null]])
  })
  test('is the first one’s where somebody could not wait', async () => {
    const { names } = counted()
    const snapshot = snapshotAt(registryOf(regions(2)), day)
    const steps = names.steps(snapshot)
    steps.next()
    const value = names(snapshot)
    expect(finish(steps)).toBe(value)
  })
  test('is grown from what was being made when something was written', async () => {
    const { made, names } = counted()
    const versions = versionsOf(regions(3))
    const known = buildKnownRegistry(versions.slice(0, 2), farFuture)
    const first = names.ready(snapshotAt(known, day))
    const grown = snapshotAt(growRegistry(known, versions.slice(2)), day)
    expect([await names.ready(grown), await first]).toEqual(['R0 R1 R2', 'R0 R1'])
    expect(made).toEqual([null, '02'])
  })
  test('is tried again after a failure', async () => {
    let tries = 0
    // eslint-disable-next-line require-yield
    const failing = deriveInSteps('failing', ['region'], function* () {
      if (++tries === 1) throw new Error('once')
      return tries
    })
    const snapshot = snapshotAt(registryOf(regions(1)), day)
    await expect(failing.ready(snapshot)).rejects.toThrow('once')
    expect(await failing.ready(snapshot)).toBe(2)
  })
})

describe('what was there before', () => {
  test('can be asked for as it was: in force, begun, or not at all', () => {
    const seen: unknown[] = []
    const watch = derive<number>('watch', ['region'], (snapshot, previous) => {
      const was = (list: 'inForce' | 'everBegun', id: string) => previous?.was(list, 'region', id)?.name ?? null
      if (previous) seen.push([was('inForce', '01'), was('everBegun', '01'), was('everBegun', '00'), was('everBegun', '99')])
      return snapshot.everBegun('region').length
    })
    const ended = region('01', 'Slut', { from: '1999-01-01', to: '2000-01-01' })
    const versions = versionsOf([region('00', 'Kvar'), ended, region('02', 'Ny')])
    const known = buildKnownRegistry(versions.slice(0, 2), farFuture)
    watch(snapshotAt(known, day))
    watch(snapshotAt(growRegistry(known, versions.slice(2)), day))
    expect(seen).toEqual([[null, 'Slut', 'Kvar', null]])
  })
  test('is not taken where other statistics lie beside', () => {
    const hadPrevious: boolean[] = []
    const value = derive<number>('value', ['statistics'], (snapshot, previous) => {
      hadPrevious.push(previous !== null)
      return snapshot.statistics?.values[0] ?? 0
    })
    const known = registryOf(regions(1))
    const beside = (first: number) => ({ ...nothingBeside, statistics: statisticsOf({ '01': [first, 1, 1, 1, 1, 1] }) })
    const one = beside(1)
    expect([value(snapshotAt(known, day, one)), value(snapshotAt(known, day, beside(2))), value(snapshotAt(known, day))]).toEqual(
      [1, 2, 0],
    )
    expect(hadPrevious).toEqual([false, false, false])
  })
})

describe('a large registry with a small write', () => {
  test.each([
    ['one more', [region('50', 'Ny')]],
    ['one renamed', [region('07', 'Annan', { from: '2010-01-01' })]],
    ['one ended', [region('07', 'R7', { to: '2019-01-01' })]],
    ['one withdrawn', [region('07', 'R7', { state: 'withdrawn' })]],
    ['many at once', regions(30, 20)],
  ])('%s: every list is as if made from nothing', (_, added) => {
    const versions = versionsOf([...regions(40), ...added])
    const known = buildKnownRegistry(versions.slice(0, 40), farFuture)
    const before = snapshotAt(known, day)
    expect([before.inForce('region').length, before.everBegun('region').length]).toEqual([40, 40])
    const grown = snapshotAt(growRegistry(known, versions.slice(40)), day)
    const fresh = snapshotOf([...regions(40), ...added], day)
    expect([grown.inForce('region'), grown.everBegun('region'), grown.id]).toEqual([
      fresh.inForce('region'),
      fresh.everBegun('region'),
      fresh.id,
    ])
    expect(snapshotAt(known, day).inForce('region')).toHaveLength(40)
  })
  test('work on it can be interrupted, and yet is whole', () => {
    const versions = Array.from({ length: 450 }, (_, at) => region(code(at), `R${at}`))
    expect(snapshotOf(versions, day).inForce('region')).toHaveLength(450)
  })
})

test('an answer’s ETag has 32 digits, and follows the statistics where it read them', () => {
  const known = registryOf(regions(1))
  const etag = (first: number | null, parts: Parameters<typeof etagOf>[1]) =>
    etagOf(
      snapshotAt(known, day, {
        ...nothingBeside,
        statistics: first === null ? null : statisticsOf({ '01': [first, 1, 1, 1, 1, 1] }),
      }),
      parts,
    )
  expect(etag(1, ['region'])).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set([etag(null, ['statistics']), etag(1, ['statistics']), etag(2, ['statistics'])]).size).toBe(3)
  expect(new Set([etag(1, ['region']), etag(2, ['region'])]).size).toBe(1)
  expect(etag(1, ['region'])).not.toBe(etag(1, ['source']))
})

test('histories and versions are noted as read too', () => {
  const read = (ask: (snapshot: ReturnType<typeof noteReads>['snapshot']) => unknown) => {
    const noted = noteReads(snapshotAt(registryOf(regions(1)), day))
    ask(noted.snapshot)
    return noted.parts()
  }
  expect(read((snapshot) => snapshot.histories('region'))).toEqual(['region'])
  expect(read((snapshot) => snapshot.versions('wish', 'x'))).toEqual(['wish'])
  expect(read((snapshot) => snapshot.newestRecordedAt).length).toBeGreaterThan(10)
  expect(read((snapshot) => snapshot.at(day).get('region', '00'))).toEqual(['region'])
  expect(snapshotOf([], day, { knownOn: '2020-05-05' }).knownAt).toBe('2020-05-05T23:59:59.999Z')
})

describe('a value that takes several pieces', () => {
  /** Notes in `order` each step, and in `told` what it was told has changed. */
  const slowNames = () => {
    const [order, told]: [string[], (readonly string[] | null)[]] = [[], []]
    const names = deriveInSteps<string>('slow names', ['region'], function* (snapshot, previous) {
      told.push(previous && previous.changed('region'))
      for (let step = 0; step < 3; step++) {
        const until = performance.now() + 5
        while (performance.now() < until);
        order.push('value')
        yield
      }
      return snapshot
        .inForce('region')
        .map(({ name }) => name)
        .join(' ')
    })
    return { order, told, names }
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve))

  test('is made once, also for one who asks while it is prepared, and is told nothing has changed before', async () => {
    const { order, told, names } = slowNames()
    const snapshot = snapshotAt(registryOf(regions(2)), day)
    const prepared = names.prepare(snapshot)
    await turn()
    expect(await Promise.all([names.ready(snapshot), prepared, names.prepare(snapshot)])).toEqual(['R0 R1', 'R0 R1', 'R0 R1'])
    expect([names(snapshot), told, order.length]).toEqual(['R0 R1', [null], 3])
  })

  test('is grown from what was being made for the registry as it was', async () => {
    const { told, names } = slowNames()
    const versions = versionsOf(regions(3))
    const known = buildKnownRegistry(versions.slice(0, 2), farFuture)
    const first = names.prepare(snapshotAt(known, day))
    const grown = snapshotAt(growRegistry(known, versions.slice(2)), day)
    expect(await Promise.all([names.ready(grown), first])).toEqual(['R0 R1 R2', 'R0 R1'])
    expect(told).toEqual([null, ['02']])
  })

  test('goes on while others are waited for, as soon as somebody waits for it', async () => {
    const { order, names } = slowNames()
    const snapshot = snapshotAt(registryOf(regions(1)), day)
    const prepared = names.prepare(snapshot)
    function* other() {
      for (let step = 0; step < 6; step++) {
        const until = performance.now() + 5
        while (performance.now() < until);
        order.push('other')
        yield
      }
    }
    const awaited = finishInPieces(other())
    await turn()
    await Promise.all([names.ready(snapshot), prepared, awaited])
    expect(order.lastIndexOf('value')).toBeLessThan(order.lastIndexOf('other'))
  })

  test('that is stopped while it is prepared is made again by who asks', async () => {
    const { told, names } = slowNames()
    const snapshot = snapshotAt(registryOf(regions(1)), day)
    const stopping = new AbortController()
    const prepared = names.prepare(snapshot, stopping.signal)
    stopping.abort()
    await expect(prepared).rejects.toThrow('aborted')
    expect(await names.ready(snapshot)).toBe('R0')
    expect(told).toEqual([null, null])
  })
})
