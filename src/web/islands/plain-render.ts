/*
 * What a page's parts are drawn with in a worker, in place of preact: markup from functions and elements, and no more, since nothing in it ever
 * changes. It is a tenth of the size. `scripts/browser-facts.ts` puts it there; a test in the browser compares with what the server draws.
 */

type Part = string | number | boolean | null | undefined | Element | readonly Part[]
type Properties = Record<string, unknown> & { children?: Part }

interface Element {
  type: string | ((properties: Properties) => Part)
  props: Properties
}

export const jsx = (type: Element['type'], props: Properties): Element => ({ type, props })
export const jsxs = jsx
export const jsxDEV = jsx
export const h = (type: Element['type'], props: Properties | null): Element => ({ type, props: props ?? {} })
export const Fragment = ({ children }: Properties): Part => children

const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const ownNames: Record<string, string> = { className: 'class', htmlFor: 'for' }

/** The markup of a part of a page. */
export function renderToString(part: Part): string {
  if (part === null || part === undefined || typeof part === 'boolean') return ''
  if (typeof part !== 'object') return escapedText(String(part))
  if (isList(part)) return part.map(renderToString).join('')
  const { type, props } = part
  if (typeof type === 'function') return renderToString(type(props))
  const start = `<${type}${attributesOf(props)}>`
  if (empty.has(type)) return start
  const inner = props['dangerouslySetInnerHTML'] as { __html: string } | undefined
  return `${start}${inner ? inner.__html : renderToString(props.children)}</${type}>`
}

const isList = (part: Element | readonly Part[]): part is readonly Part[] => Array.isArray(part)

function attributesOf(props: Properties): string {
  let written = ''
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || name === 'key' || name === 'dangerouslySetInnerHTML') continue
    const hasWords = name.startsWith('aria-') || name.startsWith('data-')
    if (value === null || value === undefined || (value === false && !hasWords)) continue
    const attribute = ownNames[name] ?? name.toLowerCase()
    written += value === true && !hasWords ? ` ${attribute}` : ` ${attribute}="${escapedText(String(value))}"`
  }
  return written
}

const escapedText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
