/** Where JSON that cannot be parsed goes wrong: the parser itself does not say. `isEnd` when the text ends too early. */
export function findJsonFault(text: string): { at: number; isEnd: boolean } {
  const open: ('{' | '[')[] = []
  /** What may come next. */
  let wanted: 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'next' = 'value'
  for (let at = 0; at < text.length;) {
    const sign = text[at]!
    if (sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t') {
      at++
      continue
    }
    const isClosing = (sign === '}' && open.at(-1) === '{') || (sign === ']' && open.at(-1) === '[')
    if (isClosing && (wanted === 'next' || (sign === '}' ? wanted === 'firstKey' : wanted === 'firstValue'))) {
      open.pop()
      wanted = 'next'
      at++
    } else if (wanted === 'next') {
      if (sign !== ',' || open.length === 0) return { at, isEnd: false }
      wanted = open.at(-1) === '{' ? 'key' : 'value'
      at++
    } else if (wanted === 'colon') {
      if (sign !== ':') return { at, isEnd: false }
      wanted = 'value'
      at++
    } else if (wanted === 'key' || wanted === 'firstKey') {
      const length = textLength(text, at)
      if (length < 0) return { at, isEnd: sign === '"' }
      at += length
      wanted = 'colon'
    } else if (sign === '{' || sign === '[') {
      if (open.length >= deepest) return { at, isEnd: false }
      open.push(sign)
      wanted = sign === '{' ? 'firstKey' : 'firstValue'
      at++
    } else {
      const length = sign === '"' ? textLength(text, at) : wordLength(text, at)
      if (length < 0)
        return { at, isEnd: sign === '"' || /^(?:-|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$/.test(text.slice(at, at + 6)) }
      at += length
      wanted = 'next'
    }
  }
  return { at: text.length, isEnd: true }
}

/** No table is nested deeper. */
const deepest = 10_000

const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

function wordLength(text: string, at: number): number {
  word.lastIndex = at
  return word.exec(text)?.[0].length ?? -1
}

/** How long a text in quotes is; -1 when it has no end, or a line end or another control character in it. */
function textLength(text: string, at: number): number {
  if (text[at] !== '"') return -1
  for (let place = at + 1; place < text.length; place++) {
    const code = text.charCodeAt(place)
    if (code < 32) return -1
    if (code === 34) return place + 1 - at
    if (code === 92) place++
  }
  return -1
}
