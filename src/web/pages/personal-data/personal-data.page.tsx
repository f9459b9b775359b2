import { definePage } from '../../frame/page.ts'
import { personalDataAddress } from './personal-data.address.ts'
import { personalDataText } from './personal-data.text.ts'

const columns = ['what', 'why', 'who', 'howLong'] as const

/** The register of what personal data are processed, for whoever asks. */
export const personalDataPage = definePage({
  ...personalDataAddress,
  menu: { where: 'footer', place: 31, label: { sv: 'Personuppgifter', en: 'Personal data' } },
  read: () => null,
  render({ lang, paths }) {
    const text = personalDataText[lang]
    return {
      title: text.title,
      description: text.description,
      body: (
        <article>
          <header class="page-head">
            <h1>{text.title}</h1>
            <p class="lead">{text.lead}</p>
          </header>
          <section class="table-wrap" tabIndex={0} aria-label={text.caption}>
            <table>
              <caption>{text.caption}</caption>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {text.headings[column]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {text.rows.map((row) => (
                  <tr key={row.what}>
                    <th scope="row">{row.what}</th>
                    <td>{row.why}</td>
                    <td>{row.who}</td>
                    <td>{row.howLong}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <section>
            <h2>{text.rights}</h2>
            <p>
              {text.rightsText} <a href={paths.to('signIn')}>{text.toAccount}</a>
            </p>
          </section>
        </article>
      ),
    }
  },
})
