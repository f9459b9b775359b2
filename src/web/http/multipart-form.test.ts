import { expect, test } from 'vitest'
import type { SentFile } from '../frame/sent-file.ts'
import { parseMultipartForm } from './multipart-form.ts'

async function sent(form: FormData): Promise<[Uint8Array<ArrayBuffer>, string]> {
  const response = new Response(form)
  return [new Uint8Array(await response.arrayBuffer()) as Uint8Array<ArrayBuffer>, response.headers.get('content-type')!]
}

test('gives back what a browser sends: fields, files, names with marks, empty ones', async () => {
  const form = new FormData()
  form.append('a', 'åäö\r\nnästa rad')
  form.append('a', '')
  form.append('"kort" namn', '--gräns\r\n--')
  form.append('fil', new File([Uint8Array.from([0, 13, 10, 45, 45, 255])], 'å "deck".txt'))
  const read = parseMultipartForm(...(await sent(form)))
  expect([...read.keys()]).toEqual([...form.keys()])
  expect([read.getAll('a'), read.get('"kort" namn')]).toEqual([['åäö\r\nnästa rad', ''], '--gräns\r\n--'])
  const file = read.get('fil') as SentFile
  expect([file.name, [...file.content]]).toEqual(['å "deck".txt', [0, 13, 10, 45, 45, 255]])
})

test('a field for a file that nobody chose is a file without name or content', () => {
  const body = Buffer.from(
    '--x\r\nContent-Disposition: form-data; name="fil"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n',
  )
  expect(parseMultipartForm(body, 'multipart/form-data; boundary=x').get('fil')).toMatchObject({
    name: '',
    content: { length: 0 },
  })
})

test('takes quoted boundaries, a line before the first part, and blanks after a boundary', () => {
  const body = Buffer.from('hej\r\n--x y  \r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x y--\r\n')
  expect([...parseMultipartForm(body, 'multipart/form-data; boundary="x y"')]).toEqual([['a', '1']])
})

test.each([
  ['no boundary', 'multipart/form-data', '--x--'],
  ['no parts', 'multipart/form-data; boundary=x', 'hej'],
  ['no end', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
  ['no head', 'multipart/form-data; boundary=x', '--x\r\n1\r\n--x--'],
  ['no name', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--'],
  ['another boundary', 'multipart/form-data; boundary=x', '--xy\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xy--'],
  [
    'too many parts',
    'multipart/form-data; boundary=x',
    `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(2_001)}--x--`,
  ],
])('refuses a form with %s', (_, type, body) => {
  expect(() => parseMultipartForm(Buffer.from(body), type)).toThrow(/form/)
})

test('ten megabytes of line ends are parted at once', async () => {
  const form = new FormData()
  form.append('file', new File(['\n'.repeat(10_000_000)], 'deck'))
  const [bytes, type] = await sent(form)
  expect((parseMultipartForm(bytes, type).get('file') as SentFile).content).toHaveLength(10_000_000)
})

test('a file and a very long field are bytes of the body itself, not copies of it', async () => {
  const form = new FormData()
  form.append('file', new File(['Halland'], 'deck'))
  form.append('long', 'å'.repeat(200_000))
  const [bytes, type] = await sent(form)
  const read = parseMultipartForm(bytes, type)
  for (const [name, text] of [
    ['file', 'Halland'],
    ['long', 'å'.repeat(200_000)],
  ] as const) {
    const { content } = read.get(name) as SentFile
    expect(content.buffer).toBe(bytes.buffer)
    expect(new TextDecoder().decode(content)).toBe(text)
  }
})
