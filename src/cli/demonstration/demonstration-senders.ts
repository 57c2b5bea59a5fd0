/** Source systems that send by HTTP, each with its agency and what its sender is called. */
const SENDERS: readonly (readonly [system: string, agency: string, name: string])[] = [
  ['mereshire-compact', 'mereshire-police', 'Mereshire compact'],
  ['mereshire-bureau', 'mereshire-police', 'Mereshire bureau'],
  ['westhaven-compact', 'westhaven-police', 'Westhaven compact'],
  ['westhaven-bureau', 'westhaven-police', 'Westhaven bureau'],
  ['northmere-903', 'northmere', 'Northmere 903'],
  ['southvale-903', 'southvale', 'Southvale 903'],
  ['westhaven-903', 'westhaven', 'Westhaven 903'],
  ['southvale-lcs', 'southvale', 'Southvale LCS'],
  ['southvale-liberi', 'southvale', 'Southvale Liberi'],
  ['northmere-ehm', 'northmere', 'Northmere EHM'],
  ['northmere-eclipse', 'northmere', 'Northmere Eclipse'],
  ['southvale-mosaic', 'southvale', 'Southvale Mosaic'],
  ['northmere-hub', 'northmere', 'Northmere hub'],
  ['southvale-hub', 'southvale', 'Southvale hub'],
  ['westhaven-hub', 'westhaven', 'Westhaven hub'],
];

/** The people of the directory file that are no people: what each system sends as. */
export const demonstrationSenders = SENDERS.map(
  ([system, agency, name]) => `  - id: ${system}-client
    name: ${name} sender
    issuer: https://demonstration.homeward.invalid
    subject: ${system}-client
    roles: [{ role: INGEST_CLIENT, agency: ${agency}, system: ${system} }]
`,
).join('');
