import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, startTestSite } from './site.ts'
import type { TestSite } from './site.ts'

let site: TestSite
beforeAll(async () => {
  site = await startTestSite()
})
afterAll(() => site.stop())

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Rendered by Preact, which writes void elements as XML does and attributes as it likes; both are valid HTML.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // A list of regions is sent as the same name several times.
    'form-dup-name': 'off',
  },
})

test('every page is valid HTML', async () => {
  const problems: string[] = []
  for (const address of [...addresses.sv, ...addresses.en]) {
    const response = await fetch(site.url + address)
    const report = await validator.validateString(await response.text())
    for (const { messages } of report.results)
      for (const message of messages)
        problems.push(`${address}: ${message.ruleId} at ${message.line}:${message.column} ${message.message} ${message.selector}`)
  }
  expect(problems).toEqual([])
})
