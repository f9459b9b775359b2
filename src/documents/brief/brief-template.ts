/**
 * The brief's page in Typst. All words come in as data (`sys.inputs.brief`) and are set as plain strings, so that nothing in them
 * is read as markup. The font is the one that the compiler carries with it: none of the machine's own is needed.
 */
export const briefTemplate = `
#let brief = json(bytes(sys.inputs.brief))
#let ink = rgb("#16203a")
#let deep = rgb("#12305c")
#let muted = rgb("#535d74")
#let rule = rgb("#ddd7c8")
#let size = eval(sys.inputs.size) * 1pt
#set document(title: brief.title, author: "Spets", date: datetime(year: int(brief.validAt.slice(0, 4)), month: int(brief.validAt.slice(5, 7)), day: int(brief.validAt.slice(8, 10))))
#set page(paper: "a4", margin: (x: 20mm, top: 17mm, bottom: 16mm), footer: text(size: 8pt, fill: muted, brief.made))
#set text(font: "Libertinus Serif", lang: brief.lang, size: size, fill: ink, hyphenate: true)
#set par(leading: 0.58em, spacing: 0.75em, justify: false)
#set list(indent: 0pt, body-indent: 0.6em, spacing: 0.6em)
#set enum(indent: 0pt, body-indent: 0.6em, spacing: 0.6em)
#show heading.where(level: 1): set text(size: 2.2 * size, fill: deep)
#show heading.where(level: 1): set block(above: 0.4em, below: 0.55em)
#show heading.where(level: 2): set text(size: 1.22 * size, fill: deep)
#show heading.where(level: 2): set block(above: 1.15em, below: 0.55em)
#let words(item) = {
  let own = strong(text(item.words))
  if item.at("wordsLang", default: none) != none { own = text(lang: item.wordsLang, own) }
  own
  if item.note != none [#linebreak()#text(size: 0.92 * size, fill: muted, item.note)]
}
#let section(part) = {
  heading(level: 2, part.heading)
  for paragraph in part.paragraphs { par(text(paragraph)) }
  if part.items.len() > 0 {
    if part.at("isNumbered", default: false) { enum(..part.items.map(item => text(item.words))) } else { list(..part.items.map(words)) }
  }
}
#text(size: 0.95 * size, fill: muted, brief.eyebrow)
#heading(level: 1, brief.title)
#par(text(size: 1.15 * size, brief.lead))
#line(length: 100%, stroke: 0.6pt + rule)
#for part in brief.front { section(part) }
#pagebreak()
#heading(level: 1, brief.back.heading)
#for paragraph in brief.back.paragraphs { block(below: 1.3em, par(text(size: 1.2 * size, paragraph))) }
#v(1fr)
#heading(level: 2, brief.sourcesHeading)
#for source in brief.sources { par(text(size: 0.85 * size, fill: muted, source)) }
`
