import { renderToString as renderByPreact } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Fragment, h, jsx, renderToString } from './plain-render.ts'

const Name = ({ words }: { words: string }) => (
  <>
    <b class="x">{words}</b>
    {null}
  </>
)

/** The same parts, made by both; the compiler makes preact's. */
describe('parts of pages are drawn as preact draws them', () => {
  test.each([
    ['words with signs', jsx('p', { children: 'a < b & "c"' }), <p>{'a < b & "c"'}</p>],
    [
      'numbers, and what is not drawn',
      jsx('p', { children: [0, null, false, true, undefined, 'x'] }),
      <p>{[0, null, false, true, undefined, 'x']}</p>,
    ],
    [
      'attributes',
      h('a', { href: '/x?a=1&b="2"', 'aria-label': 'y', tabIndex: 0, children: 'z' }),
      <a href={'/x?a=1&b="2"'} aria-label="y" tabIndex={0}>
        z
      </a>,
    ],
    [
      'choices',
      jsx('option', { value: '1', selected: true, hidden: false, children: '1' }),
      <option value="1" selected hidden={false}>
        1
      </option>,
    ],
    [
      'attributes that are words though they are true or false',
      jsx('p', { 'data-live': true, 'aria-hidden': false, children: '' }),
      <p data-live aria-hidden={false}>
        {''}
      </p>,
    ],
    [
      'empty elements',
      jsx('p', { children: ['a', jsx('br', {}), 'b'] }),
      <p>
        a<br />b
      </p>,
    ],
    [
      'markup that is ready',
      jsx('div', { dangerouslySetInnerHTML: { __html: '<i>x</i>' } }),
      <div dangerouslySetInnerHTML={{ __html: '<i>x</i>' }} />,
    ],
    [
      'functions and fragments',
      jsx(Fragment, { children: [jsx(({ words }) => jsx('b', { class: 'x', children: words as string }), { words: 'å' })] }),
      <Name words="å" />,
    ],
  ])('%s', (_what, ours, theirs) => {
    expect(renderToString(ours).replace('<br>', '<br/>')).toBe(renderByPreact(theirs))
  })
})
