import { renderToString } from 'preact-render-to-string'
import { h } from 'preact'
import { panelOf } from '../../evidence/activity-panel.ts'
import type { ActivityPanel } from '../../evidence/activity-panel.ts'
import { decodeCube } from '../../records/cube-file.ts'
import type { Language } from '../../records/language.ts'
import { choiceFor, evidenceFromPanel } from '../../shapes/computed-evidence.ts'
import type { EvidenceInputsShape } from '../../shapes/evidence-inputs.ts'
import type { RegionEvidenceShape } from '../../shapes/evidence-shapes.ts'
import type { PartContext } from '../frame/part-context.ts'
import { makePaths } from '../frame/paths.ts'
import type { Addresses, TimeChoice } from '../frame/paths.ts'
import { askedIn } from '../pages/evidence/asked-evidence.ts'
import { evidenceAddress } from '../pages/evidence/evidence.address.ts'
import { EvidenceArticle } from '../pages/evidence/evidence-article.tsx'
import { priorityAddress } from '../pages/priority/priority.address.ts'
import { regionAddress } from '../pages/region/region.address.ts'

/** A page's address to count for. The table is loaded with the first one, and what a region's evidence is computed from with each new region or day. */
export interface RecountQuestion {
  href: string
  inputsUrl: string
  lang: Language
  time: TimeChoice
  /** The site's public address, for citations. */
  baseUrl: string | null
  /** `numbers`: the evidence as the API has it, unrounded, but for the tables beside; `article`: as the page shows it. */
  wanted: 'article' | 'numbers'
}

/** The article or the numbers as text; null when it cannot be counted here, and the server has to be asked. */
export interface RecountReply {
  href: string
  answer: string | null
  /** How long the counting took, without loading and drawing. */
  countedMs: number
}

interface InputsAnswer {
  cubeId: string | null
  inputs: EvidenceInputsShape
}

/** The pages that the article leads to. */
const addresses: Addresses = new Map([evidenceAddress, regionAddress, priorityAddress].map((address) => [address.name, address]))

const loaded = new Map<string, Promise<unknown>>()
/** What is fetched once; a fetch that fails is tried again the next time. */
function once<T>(key: string, load: () => Promise<T>): Promise<T> {
  const known = loaded.get(key) as Promise<T> | undefined
  if (known) return known
  const loading = load()
  loaded.set(key, loading)
  loading.catch(() => loaded.delete(key))
  return loading
}

async function fetchWhole(url: string): Promise<Response> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response
}

const inputsAt = (url: string) => once(url, async () => (await (await fetchWhole(url)).json()) as InputsAnswer)

/** The whole panel of a cube; the bytes are used as they come. */
const panelAt = (id: string) =>
  once(id, async (): Promise<ActivityPanel | null> => {
    const response = await fetchWhole(`/api/v1/statistics/cubes/${id}.cube`)
    const cube = decodeCube(new Uint8Array(await response.arrayBuffer()))
    const { values: _values, statuses: _statuses, ...header } = cube
    return panelOf({ id, header, read: () => cube })
  })

async function answer({ href, inputsUrl, lang, time, baseUrl, wanted }: RecountQuestion): Promise<Omit<RecountReply, 'href'>> {
  const { cubeId, inputs } = await inputsAt(inputsUrl)
  const main = cubeId === null ? null : await panelAt(cubeId)
  const url = new URL(href)
  const asked = askedIn(url.searchParams, lang)
  const choice = main && asked && choiceFor(main, asked)
  if (!main || !choice) return { answer: null, countedMs: 0 }
  const from = performance.now()
  const evidence = evidenceFromPanel(main, { inputs, context: [], choice })
  const countedMs = performance.now() - from
  return {
    answer: wanted === 'numbers' ? JSON.stringify(evidence) : articleOf(evidence, { url, lang, time, baseUrl }),
    countedMs,
  }
}

function articleOf(
  evidence: RegionEvidenceShape,
  { url, lang, time, baseUrl }: Pick<PartContext, 'url' | 'lang' | 'time' | 'baseUrl'>,
): string {
  const paths = makePaths(addresses, { lang, time })
  return renderToString(h(EvidenceArticle, { context: { lang, url, paths, time, baseUrl }, evidence }))
}

addEventListener('message', ({ data }: MessageEvent<RecountQuestion>) => {
  const reply = (one: Omit<RecountReply, 'href'>) => postMessage({ href: data.href, ...one } satisfies RecountReply)
  answer(data).then(reply, () => reply({ answer: null, countedMs: 0 }))
})
