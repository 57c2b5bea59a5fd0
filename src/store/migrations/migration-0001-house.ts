import { Migration } from '@mikro-orm/migrations';
import { AGENCY, holds, reaches, setting } from './second-wall.ts';

/**
 * Facts every picture row carries, so that policy and second wall decide from the row alone. An agency stands once in each
 * relation, with every time it holds beside it: whether it holds now is then a plain expression, asked of thousands of rows.
 */
const FACTS = `
  child_id uuid not null,
  responsible text[] not null, responsible_during tstzmultirange[] not null,
  hosts text[] not null, hosts_during tstzmultirange[] not null,
  forces text[] not null, forces_during tstzmultirange[] not null,
  providers text[] not null, providers_during tstzmultirange[] not null,
  candidates text[] not null,
  missing_now text not null,
  -- every agency above, for the index of the second wall
  agencies text[] not null,
  version integer not null,
  row_hash text not null`;

const EVERY_RELATION = ['responsible', 'hosts', 'forces', 'providers', 'candidates'];
const ALL_BUT_CARERS = ['responsible', 'hosts', 'forces'];
const RESPONSIBLE_ONLY = ['responsible'];

/**
 * A picture table: its own columns and the facts. `level` is the ceiling group a viewer's role must reach; `open` are the
 * relations to the child in which an agency may reach the table at all.
 */
const PICTURE: readonly { table: string; level: string; open: readonly string[]; columns: string }[] = [
  {
    table: 'child',
    level: 'identity',
    open: EVERY_RELATION,
    columns: `id uuid primary key,
      given_name text, family_name text, date_of_birth json, date_of_birth_estimated boolean, age_years_stated integer,
      gender text, ethnicity text, unaccompanied boolean,
      legal_status text,
      build text, complexion text, hair_colour text, eye_colour_left text, eye_colour_right text,
      distinguishing_features text, photograph_ref text,
      birth_date date,
      record_ids uuid[] not null`,
  },
  { table: 'child_contact', level: 'home', open: ALL_BUT_CARERS, columns: `id uuid primary key, home_address text, home_postcode text, telephone text, email text` },
  { table: 'child_address', level: 'addresses', open: ALL_BUT_CARERS, columns: `id uuid primary key, family_address text, other_address text` },
  { table: 'child_number', level: 'numbers', open: RESPONSIBLE_ONLY, columns: `id uuid primary key, nhs_number text, upn text, authority_child_id text` },
  { table: 'child_source', level: 'provenance', open: ALL_BUT_CARERS, columns: `id uuid primary key, provenance json not null, conflicts json not null, flags json not null, systems text[] not null` },
  { table: 'child_likeness', level: 'likeness', open: RESPONSIBLE_ONLY, columns: `id uuid primary key, possibly_same json not null` },
  {
    table: 'placement',
    level: 'identity',
    open: EVERY_RELATION,
    columns: `id uuid primary key,
      from_date json not null, until_date json, from_at timestamptz not null, until_at timestamptz,
      placement_type text, provider_type text, legal_status text, provider text, home_name text, urn text,
      placement_postcode text, host_authority text, reason_started text, reason_ended text, reason_changed text`,
  },
  {
    table: 'episode',
    level: 'identity',
    open: EVERY_RELATION,
    columns: `id uuid primary key,
      kind text not null, status text not null, is_open boolean not null,
      missing_since json, reported_at json, located_at json, returned_at json,
      missing_from_at timestamptz not null, returned_until_at timestamptz,
      risk text, risk_word text, initial_risk text, initial_risk_word text,
      risk_changes json not null, status_changes json not null,
      safe_and_well_outcome text, safe_and_well_at json,
      police_references text[] not null,
      record_ids uuid[] not null`,
  },
  {
    table: 'episode_circumstances',
    level: 'circumstances',
    open: ALL_BUT_CARERS,
    columns: `id uuid primary key, missing_from text, circumstances text, reported_by text, last_seen_at json, last_seen_with text, last_seen_place text,
      actions_taken text, risk_factors text, informed_persons text, previous_missing_count integer,
      located_place text, returned_to text, return_method text`,
  },
  { table: 'episode_source', level: 'provenance', open: ALL_BUT_CARERS, columns: `id uuid primary key, provenance json not null, conflicts json not null, flags json not null, systems text[] not null` },
];

/** The documents, observations and picture, and the second wall itself. */
export class Migration0001House extends Migration {
  override up(): void {
    // The roles belong to the server, not to this database: administrator.sql makes them.
    this.addSql(`create table source_document (
      id uuid primary key, agency text not null, system text not null, adapter text not null,
      sha256 text not null, extracted text, file_name text, bytes bytea not null, byte_length integer not null,
      received_at timestamptz not null, received_by text not null,
      state text not null check (state in ('RECEIVED', 'TAKEN', 'QUARANTINED', 'WAITING')),
      records integer not null default 0, taken integer not null default 0, already integer not null default 0,
      refused integer not null default 0, warnings json not null default '[]', taken_at timestamptz)`);
    this.addSql(`create unique index source_document_once on source_document (agency, system, adapter, sha256, coalesce(extracted, ''))`);
    this.addSql(`create index source_document_waiting on source_document (received_at, id) where state = 'RECEIVED'`);
    this.addSql(`create index source_document_by_source on source_document (agency, system, adapter)`);
    // How fresh each source is, kept apart from the documents: read by all whom the source feeds, without counting them.
    this.addSql(`create table source_freshness (
      agency text not null, system text not null, adapter text not null,
      last_received_at timestamptz not null, latest_order text, primary key (agency, system, adapter))`);
    this.addSql(`create function keep_source_freshness() returns trigger language plpgsql as $$ begin
      insert into source_freshness as known values (new.agency, new.system, new.adapter, new.received_at, new.extracted)
      on conflict (agency, system, adapter) do update set
        last_received_at = greatest(known.last_received_at, excluded.last_received_at),
        latest_order = greatest(known.latest_order, excluded.latest_order);
      return null; end $$`);
    this.addSql(`create trigger source_document_received after insert on source_document
      for each row execute function keep_source_freshness()`);
    this.addSql(`create table record (
      id uuid primary key, agency text not null, system text not null, kind text not null, key text not null,
      subject uuid not null,
      unique (agency, system, kind, key))`);
    this.addSql(`create index record_by_subject on record (subject)`);
    this.addSql(`create table observation (
      id text primary key, subject uuid not null, record uuid not null, part text not null, act text not null,
      kind text not null, "order" text not null, payload json not null, payload_version integer not null default 1,
      agency text not null, system text not null, adapter text not null, adapter_version text not null,
      document uuid not null references source_document, place text not null, message_hash text not null,
      -- when the matter of the record began and ended by this message, for the coverage of full extracts
      period_from timestamptz, period_until timestamptz,
      recorded_at timestamptz not null)`);
    this.addSql(`create index observation_by_subject on observation (subject)`);
    this.addSql(`create index observation_by_record on observation (record, part, "order")`);
    // Taking back is rare: what folds a child looks for it without reading everything that was ever said.
    this.addSql(`create index observation_taking_back on observation (record) where act = 'retract'`);
    // What a full extract speaks for: a covered record without a word at its order is retracted by it, whatever arrived first.
    this.addSql(`create table full_extract (
      document uuid primary key references source_document, agency text not null, system text not null, kind text not null,
      "order" text not null, covers_from timestamptz not null, covers_until timestamptz not null)`);
    this.addSql(`create index full_extract_by_source on full_extract (agency, system, kind, "order")`);
    this.addSql(`create table person_key (
      record uuid not null, kind text not null, value text not null,
      -- of a number that should be one child's: who the record says the child is
      holder text not null, primary key (record, kind, value))`);
    this.addSql(`create index person_key_by_value on person_key (kind, value)`);
    this.addSql(`create table record_group (record uuid primary key, kind text not null, child_id uuid not null, episode_id uuid)`);
    this.addSql(`create index record_group_by_child on record_group (child_id)`);
    this.addSql(`create table quarantine (
      id uuid primary key, document uuid not null references source_document, agency text not null, system text not null,
      adapter text not null, code text not null, place text not null, reason text not null, remedy text not null,
      -- which record and part was refused, and the latest order it can have had
      record uuid, record_part text, record_order text,
      message_kind text, given_name text, family_name text, date_of_birth text, risk text, absence text,
      shown_to text[] not null, state text not null check (state in ('OPEN', 'REPLAYED')),
      raised_at timestamptz not null, settled_at timestamptz, settled_by text)`);
    this.addSql(`create unique index quarantine_once on quarantine (document, code, place)`);
    this.addSql(`create index quarantine_by_record on quarantine (record) where state = 'OPEN'`);
    this.addSql(`create index quarantine_open on quarantine (raised_at, id) where state = 'OPEN'`);
    this.addSql(`create table directory_version (
      version integer primary key, loaded_at timestamptz not null, loaded_by text not null, sha256 text not null, body json not null)`);
    this.addSql(`create table revoked_token (jti text primary key, until timestamptz not null)`);
    this.addSql(`create table disclosure (
      id uuid primary key, at timestamptz not null, actor text not null, agency text not null, role text not null,
      purpose text not null, lawful_basis text not null, operation text not null, operation_hash text not null,
      policy_version text not null, controllers text[] not null, children uuid[] not null, outcome text not null,
      body json not null, hash text not null)`);
    // Ids hardly shrink, and every answer waits for this row.
    this.addSql(`alter table disclosure alter column body set storage external`);
    this.addSql(`create index disclosure_by_child on disclosure using gin (children)`);
    this.addSql(`create index disclosure_by_controller on disclosure using gin (controllers)`);
    for (const { table, columns } of PICTURE) {
      this.addSql(`create table ${table} (${columns}, ${FACTS})`);
      this.addSql(`create index ${table}_by_child on ${table} (child_id)`);
    }
    this.addSql(`create index child_source_by_agency on child_source using gin (agencies)`);
    this.addSql(`create index child_by_agency on child using gin (agencies)`);
    this.addSql(`create index episode_by_agency on episode using gin (agencies)`);
    this.addSql(`create index placement_by_agency on placement using gin (agencies)`);
    this.addSql(`create index episode_latest on episode (child_id, missing_from_at desc, id desc)`);
    this.addSql(`create index episode_page on episode (missing_from_at desc, id desc)`);
    this.addSql(`create index episode_open on episode (missing_from_at desc, id desc) where is_open`);
    this.addSql(`create index episode_back on episode (returned_until_at desc, id desc) where not is_open`);
    this.addSql(`create index child_records on child using gin (record_ids)`);
    this.addSql(`create index episode_records on episode using gin (record_ids)`);
    this.wall();
  }

  /** The second wall: coarse, fails closed, holds even where the policy's own filter is missing. */
  private wall(): void {
    for (const { table, level, open } of PICTURE) {
      this.closed(table);
      this.addSql(`create policy reader on ${table} for select to homeward_reader using (
        ${reaches(level)} and agencies @> array[${AGENCY}] and (${open.map(holds).join(' or ')}))`);
      this.addSql(`create policy writer on ${table} to homeward_writer using (true) with check (true)`);
      this.addSql(`grant select on ${table} to homeward_reader`);
      this.addSql(`grant select, insert, update, delete on ${table} to homeward_writer`);
    }
    for (const table of ['source_document', 'record', 'observation', 'full_extract', 'person_key', 'record_group', 'quarantine']) {
      this.closed(table);
      this.addSql(`create policy writer on ${table} to homeward_writer using (true) with check (true)`);
      this.addSql(`grant select, insert on ${table} to homeward_writer`);
    }
    this.addSql(`grant update (state, records, taken, already, refused, warnings, taken_at) on source_document to homeward_writer`);
    this.addSql(`grant update (state, settled_at, settled_by) on quarantine to homeward_writer`);
    this.addSql(`grant update, delete on person_key, record_group to homeward_writer`);
    this.addSql(`create policy reader on quarantine for select to homeward_reader using (
      ${reaches('quarantine')} and ${AGENCY} = any (shown_to))`);
    this.addSql(`grant select on quarantine to homeward_reader`);
    // Documents stay with the sending agency, and their raw bytes with the writer; others learn how fresh a source is.
    this.addSql(`create policy reader on source_document for select to homeward_reader using (
      ${reaches('provenance')} and agency = ${AGENCY})`);
    this.closed('source_freshness');
    this.addSql(`create policy reader on source_freshness for select to homeward_reader using (
      ${reaches('provenance')} and ${AGENCY} is not null)`);
    this.addSql(`create policy writer on source_freshness to homeward_writer using (true) with check (true)`);
    this.addSql(`grant select on source_freshness to homeward_reader`);
    this.addSql(`grant select, insert, update on source_freshness to homeward_writer`);
    this.addSql(`grant select (id, agency, system, adapter, extracted, received_at, state, records, taken, already, refused, taken_at) on source_document to homeward_reader`);
    this.closed('disclosure');
    this.addSql(`create policy written on disclosure for insert to homeward_reader with check (
      agency = ${AGENCY} and actor = ${setting('person')} and role = ${setting('role')})`);
    this.addSql(`create policy audited on disclosure for select to homeward_reader using (
      ${reaches('disclosures')} and ${AGENCY} = any (controllers))`);
    this.addSql(`grant select, insert on disclosure to homeward_reader`);
    this.addSql(`create policy sealed on disclosure for select to homeward_sealer using (true)`);
    this.addSql(`grant select on disclosure to homeward_sealer`);
    for (const table of ['directory_version', 'revoked_token']) {
      this.addSql(`grant select on ${table} to homeward_reader, homeward_writer`);
      this.addSql(`grant insert on ${table} to homeward_writer`);
    }
  }

  private closed(table: string): void {
    this.addSql(`alter table ${table} enable row level security`);
    this.addSql(`alter table ${table} force row level security`);
  }

  override down(): void {
    throw new Error('The first migration is not undone; drop the database instead.'); // eslint-disable-line no-restricted-syntax
  }
}
