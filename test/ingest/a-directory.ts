import { usualDuty } from '../../src/domain/authority/duty.ts';
import { SILENT_PRACTICE } from '../../src/domain/authority/practice.ts';
import { NO_EXCHANGE } from '../../src/directory/exchange-directory.ts';
import type { Agency, Directory } from '../../src/directory/directory.ts';

/** A system of which nothing more is said. */
const PLAIN = { settings: null, silentAfterHours: null, keys: [], hub: null } as const;

/** Two authorities in one force's area, a third outside it, and a provider; all invented. */
export function aDirectory(): Directory {
  return {
    version: 1,
    agencies: byId([
      agency('northmere', 'AUTHORITY', ['E99000001']),
      agency('southvale', 'AUTHORITY', ['E99000002']),
      agency('westhaven', 'AUTHORITY', ['E99000003']),
      agency('mereshire-police', 'POLICE', ['99']),
      agency('larkfield', 'PROVIDER', []),
    ]),
    systems: byId([
      { id: 'mereshire-compact', agency: 'mereshire-police', adapter: 'police-compact', personKeys: 'mereshire-compact', ...PLAIN },
      { id: 'northmere-903', agency: 'northmere', adapter: 'ssda903', personKeys: 'northmere-903', ...PLAIN },
      { id: 'southvale-903', agency: 'southvale', adapter: 'ssda903', personKeys: 'southvale-903', ...PLAIN },
    ]),
    forceAreas: [{ force: 'mereshire-police', authorities: ['northmere', 'southvale'] }],
    homes: new Map([['SC900001', { urn: 'SC900001', name: 'Larkfield House', provider: 'larkfield', authority: 'southvale' }]]),
    people: new Map(),
    groups: [],
    agreements: [],
    ...NO_EXCHANGE,
  };
}

function agency(id: string, kind: Agency['kind'], codes: readonly string[]): Agency {
  return { id, name: `Invented ${id}`, kind, codes, strategy: null, practice: SILENT_PRACTICE, closes: [], dutyContact: null, duty: usualDuty(kind), saysConsentNotGiven: false, retentionDays: {} };
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
