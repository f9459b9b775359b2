import type { Language, Texts } from '../../records/language.ts'
import type { ContactShape } from '../../shapes/shapes.ts'

const sv = {
  uses: { coordinator: 'Samordnar', contact: 'Kontakt', partner: 'Deltar' } as Record<ContactShape['use'], string>,
}
const words: Texts<typeof sv> = {
  sv,
  en: { uses: { coordinator: 'Coordinates', contact: 'Contact', partner: 'Takes part' } as Record<ContactShape['use'], string> },
}

/** Whom to ask: roles at organisations, each with where it was read. */
export function ContactList({ lang, contacts }: { lang: Language; contacts: readonly ContactShape[] }) {
  return (
    <ul class="link-list">
      {contacts.map(({ id, use, role, organisation, url }) => (
        <li key={id}>
          <span class="muted small">{words[lang].uses[use]}</span>
          <br />
          {role[lang]}, {url ? <a href={url}>{organisation}</a> : organisation}
        </li>
      ))}
    </ul>
  )
}
