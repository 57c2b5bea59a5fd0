import type { JWK } from 'jose';

/** Other authorities' hubs of the invented directory; what each calls a child by is what its yearly return has. */
export const HUBS = [
  { system: 'northmere-hub', agency: 'northmere', personKeys: 'northmere-903' },
  { system: 'southvale-hub', agency: 'southvale', personKeys: 'southvale-903' },
  { system: 'westhaven-hub', agency: 'westhaven', personKeys: 'westhaven-903' },
] as const;
export type HubSystem = (typeof HUBS)[number]['system'];

/** By the system that signs with the other half. */
export type PublicKeys = ReadonlyMap<string, JWK>;

/** The systems of the directory file that sign what they send. */
export function demonstrationHubs(keys: PublicKeys): string {
  return HUBS.map(({ system, agency, personKeys }) => {
    const key = keys.get(system);
    const published = key === undefined ? '' : `, keys: [${JSON.stringify(key)}]`;
    return `  - { id: ${system}, agency: ${agency}, adapter: authority-exchange, personKeys: ${personKeys}${published} }\n`;
  }).join('');
}
