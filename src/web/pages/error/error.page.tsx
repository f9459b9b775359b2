import { errorCodes } from '../../../records/expected-error.ts'
import type { ErrorCode } from '../../../records/expected-error.ts'
import type { PageContext, RenderedPage } from '../../frame/page.ts'

const text = {
  sv: {
    help: 'Gå tillbaka och försök igen. Händer det ännu en gång, säg till den som driver webbplatsen och uppge numret.',
    id: 'Nummer',
    start: 'Till kartan',
  },
  en: {
    help: 'Go back and try again. If it happens once more, tell whoever runs the site and quote the number.',
    id: 'Number',
    start: 'To the map',
  },
}

/** The page for any other error: plain words, a number to quote, nothing of the inside. */
export function errorPage(
  context: PageContext,
  { code, detail, requestId }: { code: ErrorCode; detail: string | null; requestId: string },
): RenderedPage {
  const { lang, paths } = context
  return {
    title: errorCodes[code][lang],
    description: errorCodes[code][lang],
    status: errorCodes[code].status,
    body: (
      <div class="prose">
        <h1>{errorCodes[code][lang]}</h1>
        {detail ? <p class="lead">{detail}</p> : null}
        <p>{text[lang].help}</p>
        <p class="muted">
          {text[lang].id}: <code>{requestId}</code>
        </p>
        <p>
          <a class="button" href={paths.to('start')}>
            {text[lang].start}
          </a>
        </p>
      </div>
    ),
  }
}
