import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { OPENINGS } from '../../src/domain/authority/openings.ts';
import { columnName } from '../../src/gate/column-name.ts';

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
/** Who stands how to a child; an agency or `<AS>:<person@agency>` alone stands so for good. */
export interface Standing {
  readonly responsible?: readonly (string | HeldFor)[];
  readonly hosts?: readonly (string | HeldFor)[];
  readonly forces?: readonly (string | HeldFor)[];
  readonly providers?: readonly (string | HeldFor)[];
  readonly partners?: readonly (string | HeldFor)[];
  readonly intelligenceAgencies?: readonly (string | HeldFor)[];
  readonly named?: readonly (string | HeldFor)[];
  readonly candidates?: readonly string[];
  readonly missingNow?: YesNo;
  /** When the child was missing or back for less than 72 hours. */
  readonly recent?: string;
  readonly restricted?: YesNo;
  readonly awaitsNaming?: YesNo;
  readonly keeps?: readonly string[];
  readonly opens?: readonly string[];
}
export type YesNo = 'YES' | 'NO';

const held = (holder: string | HeldFor): HeldFor => (typeof holder === 'string' ? { agency: holder, during: '(,)' } : holder);

/** A relation's two columns. */
export function relation(name: string, holders: readonly (string | HeldFor)[]): Record<string, readonly string[]> {
  const those = holders.map(held);
  return { [name]: those.map(({ agency }) => agency), [`${name}_during`]: those.map(({ during }) => `{${during}}`) };
}

const RELATIONS = ['responsible', 'hosts', 'forces', 'providers', 'partners', 'intelligenceAgencies'] as const;
const NOBODY = {
  named: [],
  candidates: [],
  missingNow: 'NO',
  recent: '',
  restricted: 'NO',
  awaitsNaming: 'NO',
  keeps: [],
  opens: OPENINGS,
} as const satisfies Standing;

/** The fact columns of a row; `others` are agencies that reach it by something beyond their standing to the child. */
export function factsOf(child: string, standing: Standing, others: readonly string[] = []): Record<string, unknown> {
  const { named, candidates, recent, ...words } = { ...NOBODY, ...standing };
  const people = [...new Set(named.map((one) => held(one).agency.replace(/^[A-Z_]+:/, '')))];
  const relations = RELATIONS.map((name) => [name, standing[name] ?? []] as const);
  const agencies = relations.flatMap(([, those]) => those.map((one) => held(one).agency));
  return {
    child_id: child,
    ...Object.fromEntries(relations.flatMap(([name, those]) => Object.entries(relation(columnName(name), those)))),
    ...relation('named', named),
    people,
    candidates,
    missing_now: words.missingNow,
    recent_during: `{${recent}}`,
    restricted: words.restricted,
    awaits_naming: words.awaitsNaming,
    keeps: words.keeps,
    opens: words.opens,
    agencies: [...new Set([...agencies, ...candidates, ...people.map(agencyOf), ...others])],
    version: 1,
    row_hash: randomUUID(),
  };
}

/** The agency of an agency or of a person at it. */
export function agencyOf(recipient: string): string {
  return recipient.slice(recipient.lastIndexOf('@') + 1);
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
    const columns = Object.keys(rows[0] ?? {}).map((column) => `"${column}"`).join(', ');
    await world.client.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`, [
      JSON.stringify(rows),
    ]);
  }
}

export const moment = (from: string): object => ({ from, until: from, text: from, precision: 'MINUTE' });
export const says = (id: string, names: string): Record<string, string> =>
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
    child_profile: { id, profiles: [{ id, originator: 'home', description: `description of ${id}` }], ...facts },
    child_likeness: { id, person_records: [{ id: randomUUID(), agency: 'north', system: 'a-system' }], ...facts },
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
      finalised_at: '2026-11-20T10:00:00Z',
      finalised_departure: 'An invented reason.',
      finalised_not_owed: ['FOLLOW_UP'],
      duties_left: [],
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
      ...says(id, 'informed_persons clothing finding_ideas located_place located_how returned_to return_method received_by return_debrief'),
      assessed_risks: [],
      reports: [{ id, originator: 'home', circumstances: `reported circumstances of ${id}` }],
      last_seen_at: moment('2026-11-01T09:00:00Z'),
      previous_missing_count: 3,
      ...facts,
    },
    episode_condition: { id, ...says(id, 'return_condition'), ...facts },
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
      revision: 1,
      ...columns,
      ...factsOf(child, standing),
    },
    placement_source: { id, statements: statements('from', 'urn'), ...factsOf(child, standing) },
  };
}

function statements(...fields: readonly string[]): object[] {
  return fields.map((field) => ({ field, rule: 'ONLY_ONE', sourceOrder: [], values: [{ value: `stated ${field}`, fate: 'STANDS' }, { value: `former ${field}`, fate: 'CORRECTED' }] }));
}

function sources(...fields: readonly string[]): Record<string, unknown> {
  return {
    provenance: fields.map((field) => ({ field, agency: 'force', system: 'force-system', recordKey: `key of ${field}`, order: '2026' })),
    statements: statements(...fields),
    flags: ['OVERLAPPING_RECORDS', 'IDENTIFIER_DISPUTED'].map((code) => ({ code, reason: `the reason of ${code}`, records: [] })),
    systems: ['force-system'],
  };
}
