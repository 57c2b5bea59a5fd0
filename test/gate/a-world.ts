import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A world of picture rows, put in place by the superuser: what the fold would have written. */
export interface World {
  readonly client: pg.Client;
  close(): Promise<void>;
}

export async function aWorld(superuserUrl: string): Promise<World> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  return { client, close: () => client.end() };
}

/** An agency's standing for a time; the text is a PostgreSQL range, or several with a comma between. */
export interface HeldFor {
  readonly agency: string;
  readonly during: string;
}
/** Who stands how to a child; an agency alone stands so for good. */
export interface Standing {
  readonly responsible?: readonly (string | HeldFor)[];
  readonly hosts?: readonly (string | HeldFor)[];
  readonly forces?: readonly (string | HeldFor)[];
  readonly providers?: readonly (string | HeldFor)[];
  readonly candidates?: readonly string[];
  readonly missingNow?: 'YES' | 'NO';
}

const held = (agency: string | HeldFor): HeldFor => (typeof agency === 'string' ? { agency, during: '(,)' } : agency);

/** The fact columns of a row. */
export function factsOf(child: string, standing: Standing): Record<string, unknown> {
  const { responsible = [], hosts = [], forces = [], providers = [], candidates = [], missingNow = 'NO' } = standing;
  const relations = Object.entries({ responsible, hosts, forces, providers }).map(([name, those]) => [name, those.map(held)] as const);
  return {
    child_id: child,
    ...Object.fromEntries(
      relations.flatMap(([name, those]) => [
        [name, those.map(({ agency }) => agency)],
        [`${name}_during`, those.map(({ during }) => `{${during}}`)],
      ]),
    ),
    candidates,
    missing_now: missingNow,
    agencies: [...new Set([...relations.flatMap(([, those]) => those.map(({ agency }) => agency)), ...candidates])],
    version: 1,
    row_hash: randomUUID(),
  };
}

/** Rows by table. */
export type Rows = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Puts many things' rows into their tables. */
export async function put(world: World, things: readonly Rows[]): Promise<void> {
  const tables = new Map<string, object[]>();
  for (const [table, row] of things.flatMap((thing) => Object.entries(thing))) {
    tables.set(table, [...(tables.get(table) ?? []), row]);
  }
  for (const [table, rows] of tables) {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    await world.client.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`, [
      JSON.stringify(rows),
    ]);
  }
}

const moment = (from: string): object => ({ from, until: from, text: from, precision: 'MINUTE' });
const says = (id: string, names: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, `${name} of ${id}`]));

/** What a test changes about a thing's rows. */
export interface AThing {
  readonly id: string;
  readonly standing: Standing;
  readonly columns?: Readonly<Record<string, unknown>>;
  readonly conflicts?: readonly object[];
}
export interface AThingOfAChild extends AThing {
  readonly child: string;
}

/** A child with something in every attribute; each text says whose and which it is. */
export function aChild({ id, standing, columns = {}, conflicts = [] }: AThing): Rows {
  const facts = factsOf(id, standing);
  return {
    child: {
      id,
      ...says(id, 'given_name family_name ethnicity legal_status build complexion hair_colour eye_colour_left eye_colour_right'),
      ...says(id, 'distinguishing_features photograph_ref'),
      date_of_birth: moment('2010-05-01'),
      date_of_birth_estimated: false,
      birth_date: '2010-05-01',
      age_years_stated: null,
      gender: 'FEMALE',
      unaccompanied: false,
      record_ids: [id],
      ...columns,
      ...facts,
    },
    child_contact: { id, ...says(id, 'home_address home_postcode telephone email'), ...facts },
    child_address: { id, ...says(id, 'family_address other_address'), ...facts },
    child_number: { id, ...says(id, 'nhs_number upn authority_child_id'), ...facts },
    child_likeness: { id, possibly_same: [{ child: randomUUID(), why: 'same name' }], ...facts },
    child_source: { id, ...sources('givenName', 'homeAddress', 'familyAddress', 'nhsNumber'), conflicts, ...facts },
  };
}

/** An open episode with something in every attribute. */
export function anEpisode({ id, child, standing, columns = {} }: AThingOfAChild): Rows {
  const facts = factsOf(child, standing);
  return {
    episode: {
      id,
      kind: 'MISSING',
      status: 'MISSING',
      is_open: true,
      ...Object.fromEntries(['missing_since', 'reported_at', 'located_at', 'returned_at'].map((name) => [name, moment('2026-11-01T10:00:00Z')])),
      missing_from_at: '2026-11-01T10:00:00Z',
      returned_until_at: null,
      risk: 'HIGH',
      risk_word: 'High',
      initial_risk: 'LOW',
      initial_risk_word: 'Low',
      risk_changes: [],
      status_changes: [],
      safe_and_well_outcome: 'DONE',
      safe_and_well_at: moment('2026-11-01T14:00:00Z'),
      police_references: ['REF'],
      record_ids: [id],
      ...columns,
      ...facts,
    },
    episode_circumstances: {
      id,
      ...says(id, 'missing_from circumstances reported_by last_seen_with last_seen_place actions_taken risk_factors'),
      ...says(id, 'informed_persons located_place returned_to return_method'),
      last_seen_at: moment('2026-11-01T09:00:00Z'),
      previous_missing_count: 3,
      ...facts,
    },
    episode_source: { id, ...sources('risk', 'circumstances'), conflicts: [], ...facts },
  };
}

/** A placement with something in every attribute. */
export function aPlacement({ id, child, standing, columns = {} }: AThingOfAChild): Rows {
  return {
    placement: {
      id,
      from_date: moment('2026-01-01'),
      until_date: moment('2027-01-01'),
      from_at: '2026-01-01T00:00:00Z',
      until_at: '2027-01-01T00:00:00Z',
      ...says(id, 'placement_type provider_type legal_status provider home_name urn placement_postcode host_authority'),
      ...says(id, 'reason_started reason_ended reason_changed'),
      ...columns,
      ...factsOf(child, standing),
    },
  };
}

function sources(...fields: readonly string[]): Record<string, unknown> {
  return {
    provenance: fields.map((field) => ({ field, agency: 'force', system: 'force-system', recordKey: `key of ${field}`, order: '2026' })),
    flags: ['OVERLAPPING_RECORDS', 'IDENTIFIER_DISPUTED'].map((code) => ({ code, reason: `the reason of ${code}`, records: [] })),
    systems: ['force-system'],
  };
}
