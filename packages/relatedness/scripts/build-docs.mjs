// Makes site/: the documentation as static pages, from the docstrings (TypeDoc), the README's tables and the built package, which the
// live examples run in the reader's own browser. Nothing is fetched from elsewhere. `npm run build && npm run build:docs`.
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { entryPoints, typedoc } from './build-api.mjs'
import { examples, prepared } from './docs-examples.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The public functions of every entry point with what their docstrings say, in the order of the entry files. */
export function documentedFunctions() {
  const folder = mkdtempSync(join(tmpdir(), 'relatedness-docs-'))
  try {
    return entryPoints.flatMap(({ source }) => {
      const file = join(folder, 'api.json')
      const { status, problems } = typedoc(source, ['--json', file, '--logLevel', 'Error'])
      if (status !== 0) throw new Error(problems)
      const { children } = JSON.parse(readFileSync(file, 'utf8'))
      return children.flatMap(({ name, signatures }) =>
        signatures ? [described(name, signatures.find(({ comment }) => comment) ?? signatures[0])] : [],
      )
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function described(name, { comment, parameters = [] }) {
  const block = (tag) => textOf(comment?.blockTags?.find((one) => one.tag === tag)?.content)
  const [returns, ...afterReturns] = block('@returns').split(/\n?Sources?: /)
  const [throws, ...afterThrows] = block('@throws').split(/\n?Sources?: /)
  const [summary, ...afterSummary] = textOf(comment?.summary).split(/\n?Sources?: /)
  return {
    name,
    summary: summary.trim(),
    parameters: parameters.map((one) => ({ name: one.name, text: textOf(one.comment?.summary).trim() })),
    returns: returns.trim(),
    throws: throws.trim(),
    sources: [...afterSummary, ...afterReturns, ...afterThrows].join(' ').trim(),
  }
}

function textOf(parts = []) {
  return parts.map(({ text }) => text).join('')
}

/** The page, with a section for each function. */
export function pageOf(functions) {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const part = (heading) =>
    readme
      .split(new RegExp(`^#+ ${heading}$`, 'm'))[1]
      .split(/^#+ /m)[0]
      .trim()
  const groups = groupsOf(functions, part('What it computes'))
  const list = groups.map(([group, names]) => `<h3>${escaped(group)}</h3><ul>${names.map(linkTo).join('')}</ul>`).join('')
  const order = groups.flatMap(([, names]) => names)
  const sections = [...functions].sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name)).map(sectionOf)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>relatedness: measures, conventions and reference</title>
<link rel="stylesheet" href="style.css">
<body>
<header><h1>relatedness</h1><p>${inline(readme.split('\n\n')[1])}</p></header>
<nav aria-label="Functions"><h2>Functions</h2>${list}</nav>
<main>
<section id="conventions"><h2>Conventions, and which peer has which</h2>${tableOf(part('Conventions, and which peer has which'))}
<h3>As another package has it</h3><p>${inline(part('As another package has it'))}</p></section>
<section id="example-table"><h2>What the examples use</h2><pre><code>${escaped(prepared)}</code></pre><noscript><p>The examples run with JavaScript.</p></noscript></section>
${sections.join('\n')}
</main>
<script type="module" src="examples.js"></script>
</body>
</html>
`
}

/** The functions in the groups of the README's table, in its order; those it does not name come last. */
export function groupsOf(functions, table) {
  const known = new Set(functions.map(({ name }) => name))
  const groups = []
  for (const [, group, text] of table.matchAll(/^\| (\w[^|]*?) \|(.*)\|$/gm)) {
    const names = [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name).filter((name) => known.delete(name))
    if (names.length > 0) groups.push([group, names])
  }
  return known.size > 0 ? [...groups, ['others', [...known]]] : groups
}

function linkTo(name) {
  return `<li><a href="#${name}"><code>${name}</code></a></li>`
}

function sectionOf({ name, summary, parameters, returns, throws, sources }) {
  const rows = parameters
    .filter(({ text }) => text)
    .map(({ name: one, text }) => `<dt><code>${one}</code></dt><dd>${inline(text)}</dd>`)
    .join('')
  return `<section id="${name}"><h2><code>${name}</code></h2><p>${inline(summary)}</p>${rows ? `<dl>${rows}</dl>` : ''}${returns ? `<p><b>Gives</b> ${inline(returns)}</p>` : ''}${throws ? `<p><b>Refuses</b> ${inline(throws)}</p>` : ''}${sources ? `<p><b>Source</b> ${linked(inline(sources))}</p>` : ''}
<form class="example"><label>Example <input value="${escaped(examples[name])}" spellcheck="false"></label> <button>Run</button><output></output></form></section>`
}

function tableOf(markdown) {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|') && !/^\|[-| ]+\|$/.test(line))
  const cells = (line) =>
    line
      .replaceAll('\\|', '¦')
      .split('|')
      .slice(1, -1)
      .map((cell) => inline(cell.replaceAll('¦', '|').trim()))
  const [head, ...body] = rows.map(cells)
  return `<table><thead><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead><tbody>${body.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`
}

function inline(text) {
  return escaped(text)
    .replaceAll(/`([^`]*)`/g, '<code>$1</code>')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
}

function linked(html) {
  return html.replaceAll(/doi:(10\.[^\s,;]+?)(?=[.,;)]*(?:\s|$))/g, '<a href="https://doi.org/$1">doi:$1</a>')
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** What runs in the page: the package itself, on the reader's line. */
const runner = `import * as measures from './package/relatedness.js'
import { analyseInParallel } from './package/parallel/analyse-in-parallel.js'
const engine = { ...measures, analyseInParallel }
const names = Object.keys(engine)
const prepared = ${JSON.stringify(prepared)}
const shown = (value) => JSON.stringify(value, (_, one) => (ArrayBuffer.isView(one) ? [...one].map((x) => (Number.isNaN(x) ? 'missing' : x)) : one instanceof Map ? [...one] : one), 1)
for (const form of document.querySelectorAll('form.example'))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const output = form.querySelector('output')
    try {
      const work = new Function(...names, prepared + '\\nreturn ' + form.querySelector('input').value)
      output.textContent = shown(await work(...names.map((name) => engine[name])))
    } catch (error) {
      output.textContent = String(error.message)
    }
  })
`

const style = `:root{color-scheme:light dark}*{box-sizing:border-box}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:auto;padding:1rem;color:light-dark(#1b1b1b,#e6e6e6);background:light-dark(#fff,#161616)}
code,pre,input,output{font-family:ui-monospace,monospace;font-size:.9em}pre{overflow:auto;background:light-dark(#f4f4f4,#242424);padding:.75rem}
nav ul{columns:14rem;padding:0;margin:0;list-style:none}nav h3{margin:1rem 0 .25rem;font-size:1rem}section{border-top:1px solid light-dark(#ccc,#555);padding-top:.5rem}table{border-collapse:collapse;display:block;overflow:auto}
td,th{border:1px solid light-dark(#ccc,#555);padding:.25rem .5rem;text-align:left;vertical-align:top}input{width:min(100%,34rem)}
output{display:block;white-space:pre-wrap;max-height:16rem;overflow:auto}a{color:light-dark(#005b99,#7cc0f5)}
`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const site = join(root, 'site')
  rmSync(site, { recursive: true, force: true })
  mkdirSync(site)
  writeFileSync(join(site, 'index.html'), pageOf(documentedFunctions()))
  writeFileSync(join(site, 'style.css'), style)
  writeFileSync(join(site, 'examples.js'), runner)
  cpSync(join(root, 'dist'), join(site, 'package'), {
    recursive: true,
    filter: (name) => !/commonjs|cli|\.d\.ts$/.test(name.slice(join(root, 'dist').length)),
  })
  cpSync(join(root, 'LICENSE'), join(site, 'LICENSE'))
}
