interface About {
  day: string
  base: string
}

const addressIn = (base: string): string => (base.startsWith('http') ? base : '')

/** What is in the file with everything, for people. */
export const readmeFile = ({ day, base, tables }: About & { tables: readonly string[] }): string =>
  `# Spets, ${day}

Smart specialisering i Sveriges regioner: regionernas prioriterade områden med egna ord, källor och historia.
Smart specialisation in Sweden's regions: priority areas in the regions' own words, with sources and history.
${addressIn(base)}

| mapp / folder | |
|---|---|
| csv/ | för program: komma, decimalpunkt / for programs: comma, decimal point |
| excel-csv/ | för Excel på svenska: semikolon, decimalkomma / for Excel in Swedish |
| json/ | samma tabeller / the same tables |
| spets.xlsx | alla tabeller, koder som text / every table, codes as text |
| history/versions.jsonl | varje version av varje post / every version of every record |
| thesaurus.ttl | temana som SKOS / the themes as SKOS |
| SHA256SUMS | kontrollsummor: sha256sum -c SHA256SUMS / checksums |

Tabeller / tables: ${tables.join(', ')}.

Det som saknas är tomt eller null, aldrig 0. \`valid_to\` är första dagen som något inte längre gäller.
What is missing is empty or null, never 0. \`valid_to\` is the first day on which something is no longer in force.

CC0 1.0. Ange gärna källan, se CITATION.cff. / Please cite, see CITATION.cff.
`

/** How to cite the data (Citation File Format 1.2). */
export const citationFile = ({ day, base }: About): string => `cff-version: 1.2.0
message: Cite the data as below.
type: dataset
title: "Spets: priority areas of smart specialisation in Sweden's regions"
authors:
  - name: Spets
date-released: ${day}
version: "${day}"
license: CC0-1.0
${addressIn(base) ? `url: "${addressIn(base)}"\n` : ''}`
