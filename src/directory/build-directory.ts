import { usualDuty } from '../domain/authority/duty.ts';
import { practiceOf } from '../domain/authority/practice-of.ts';
import type { Agency, Directory, Group, Person, SourceSystem } from './directory.ts';
import type { DirectoryFile } from './directory-file.ts';
import { NO_EXCHANGE } from './exchange-directory.ts';

/** The directory before any was loaded: nobody is anybody. */
export const EMPTY_DIRECTORY: Directory = {
  version: 0,
  agencies: new Map(),
  systems: new Map(),
  forceAreas: [],
  homes: new Map(),
  people: new Map(),
  groups: [],
  agreements: [],
  ...NO_EXCHANGE,
};

/** One loaded version of the file in the form the hub looks things up in. */
export function buildDirectory(file: DirectoryFile, version: number): Directory {
  const systems = file.systems.map((system): SourceSystem => ({ ...system, personKeys: system.personKeys ?? system.id, keys: [...system.keys, ...keysOfHub(file, system.hub)] }));
  return {
    version,
    agencies: byId(file.agencies.map(asAgency)),
    systems: byId(systems),
    forceAreas: file.forceAreas,
    homes: new Map(file.homes.map((home) => [home.urn, home])),
    people: byId(file.people.map(asPerson)),
    groups: file.groups.map(({ members, ...group }) => ({ ...group, members: members.map(asMember) })),
    agreements: file.agreements.map(({ authority, force, ...times }) => ({ authority, force, ...asStretch(times) })),
    hub: file.hub,
    hubs: byId(file.hubs),
    channels: byId(file.channels),
    exchange: file.exchange,
    assessments: file.assessments,
    endpoints: file.endpoints,
    rings: file.rings,
  };
}

/** What a hub sends for a system it signs itself. */
function keysOfHub({ hubs }: DirectoryFile, hub: string | null): SourceSystem['keys'] {
  return hubs.find(({ id }) => id === hub)?.keys ?? [];
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** What an agency does not say itself: when a strategy discussion is asked for the practice it goes by says, and who answers for an alert its kind. */
function asAgency({ ownFigures, ownClocks, addedClocks, duty, ...agency }: DirectoryFile['agencies'][number]): Agency {
  const practice = practiceOf({ practice: agency.practice, strategy: agency.strategy, ownFigures, ownClocks, addedClocks });
  return { ...agency, practice, strategy: practice.figures.strategy?.value ?? null, duty: duty ?? usualDuty(agency.kind) };
}

function asMember({ agency, ...times }: DirectoryFile['groups'][number]['members'][number]): Group['members'][number] {
  return { agency, ...asStretch(times) };
}

function asStretch({ from, until }: { readonly from?: string | undefined; readonly until?: string | undefined }): { from: number | null; until: number | null } {
  return { from: from === undefined ? null : Date.parse(from), until: until === undefined ? null : Date.parse(until) };
}

function asPerson({ tokensSince, roles, ...person }: DirectoryFile['people'][number]): Person {
  return {
    ...person,
    tokensSince: tokensSince === undefined ? 0 : Math.ceil(Date.parse(tokensSince) / 1000),
    roles: roles.map(({ system, shifts, ...role }) => ({
      ...role,
      system: system ?? null,
      shifts: shifts.map(({ from, until }) => ({ from: Date.parse(from), until: Date.parse(until) })),
    })),
  };
}
