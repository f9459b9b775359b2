/** Every text of a record's body, with the path of its field. Fingerprints are left out: the program makes them of digits, nobody writes one. */
export function textsIn(value: unknown, path = ''): [field: string, text: string][] {
  if (path === 'fingerprint' || path === 'nearFingerprints') return []
  if (typeof value === 'string') return [[path, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, path === '' ? name : `${path}.${name}`))
}
