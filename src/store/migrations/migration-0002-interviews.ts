import { Migration } from '@mikro-orm/migrations';
import { AGENCY, holds, is, NOW, PERSON, reaches, relation, setting } from './second-wall.ts';

/** What a row of the first migration's picture tables learns besides. */
const ADDED_FACTS = [
  relation('partners'),
  relation('intelligence_agencies'),
  // '<as>:<person@agency>': people by what they are to the child
  relation('named'),
  `people text[] not null default '{}'`,
  // missing, or back for less than 72 hours
  `recent_during tstzmultirange not null default '{}'`,
  `restricted text not null default 'NO'`,
  `awaits_naming text not null default 'NO'`,
  `keeps text[] not null default '{}'`,
  `opens text[] not null default '{}'`,
].join(', ');

const FACTS = `
  child_id uuid not null,
  ${['responsible', 'hosts', 'forces', 'providers'].map(relation).join(', ')},
  candidates text[] not null default '{}',
  missing_now text not null,
  agencies text[] not null default '{}',
  version integer not null,
  row_hash text not null,
  ${ADDED_FACTS}`;
const INTERVIEW_FACTS = `held_by text not null, ${relation('shared')}, ${FACTS}`;
const INTELLIGENCE_FACTS = `origin text not null, handling text not null, recipients text[] not null, originator text not null,
  area text not null, ${relation('groups')}, topic text not null, sanitised text not null, released text not null, ${FACTS}`;

const ANSWERS = `conducted_by text, conducted_capacity text, conducted_where text, conducted_how text,
  independent_of_placement text, independent_of_authority text, interpreter text, parent_carer_views text, reasons text,
  harm_suffered text, child_views_why text, child_views_help text, first_time text, accompaniment text, whom_told text,
  trigger text, trigger_still_exists text, food_money_transport text, crime_as_victim text, crime_as_suspect text,
  medical_help text, who_helped text, relationships text, scared_harmed_pressured text, how_felt text, why_returned text,
  child_view_of_risk text, alternatives text, support_needed text, plan text, actions text, follow_up_on text, ce_screen text,
  told_about_sharing text, information_from_carer text, vulnerabilities text[], high_risk_categories text[],
  push_factors text[], pull_factors text[], named_people json`;
const LOCATING = 'places_stayed text[], people_with text[], phones text[], vehicles text[], handles text[], transport text[]';

interface PictureTable {
  readonly table: string;
  /** The ceiling group a viewer's role must reach. */
  readonly level: string;
  /** The relations in which an agency may reach the table at all. */
  readonly open: readonly string[];
  readonly columns: string;
}

const EVERY_RELATION = ['responsible', 'hosts', 'forces', 'providers', 'candidates', 'partners', 'intelligence_agencies'];
const ALL_BUT_CARERS = ['responsible', 'hosts', 'forces'];
const WITH_PARTNERS = [...ALL_BUT_CARERS, 'partners'];
const RESPONSIBLE_ONLY = ['responsible'];
const SERVICES = ['responsible', 'hosts', 'forces'];
const ITEM_RELATIONS = ['responsible', 'hosts', 'forces', 'groups'];

/** The picture tables of the first migration, with the relations that reach them now. */
const FORMER: readonly Omit<PictureTable, 'columns'>[] = [
  { table: 'child', level: 'identity', open: EVERY_RELATION },
  { table: 'child_contact', level: 'home', open: ALL_BUT_CARERS },
  { table: 'child_address', level: 'addresses', open: ALL_BUT_CARERS },
  { table: 'child_number', level: 'numbers', open: RESPONSIBLE_ONLY },
  { table: 'child_source', level: 'provenance', open: ALL_BUT_CARERS },
  { table: 'child_likeness', level: 'likeness', open: RESPONSIBLE_ONLY },
  { table: 'placement', level: 'identity', open: EVERY_RELATION },
  { table: 'episode', level: 'identity', open: EVERY_RELATION },
  { table: 'episode_circumstances', level: 'circumstances', open: WITH_PARTNERS },
  { table: 'episode_source', level: 'provenance', open: ALL_BUT_CARERS },
];

const ADDED: readonly PictureTable[] = [
  {
    table: 'offer',
    level: 'circumstances',
    open: ALL_BUT_CARERS,
    columns: `id uuid primary key, at json not null, offered_from_at timestamptz not null, offered_to text not null, outcome text,
      phoned_young_person text not null, spoken_to_parent_carer text not null, spoken_to_social_worker text not null,
      reason text, ask_again_on text, explanation text, service text not null, attempts json not null,
      episode_ids uuid[] not null, revision integer not null, ${FACTS}`,
  },
  {
    table: 'interview',
    level: 'notice',
    open: EVERY_RELATION,
    columns: `id uuid primary key, state text not null, at json not null, held_from_at timestamptz not null, sentence text not null, consent_not_given text[] not null default '{}',
      episode_ids uuid[] not null, record_ids uuid[] not null, ${INTERVIEW_FACTS}`,
  },
  {
    table: 'interview_full',
    level: 'full',
    open: SERVICES,
    columns: `id uuid primary key, ${ANSWERS}, ${LOCATING}, interviewer text, offers uuid[] not null, episode_gone boolean not null,
      content_hash text not null, revision integer not null, ${INTERVIEW_FACTS}`,
  },
  {
    table: 'interview_locating',
    level: 'locating',
    open: SERVICES,
    columns: `id uuid primary key, at json not null, held_from_at timestamptz not null, ${LOCATING}, ${INTERVIEW_FACTS}`,
  },
  {
    table: 'interview_redacted',
    level: 'redacted',
    open: EVERY_RELATION,
    // One row for each recipient to whom an approved text is released; it is that recipient's alone.
    columns: `id uuid primary key, interview uuid not null, recipient text not null, redaction uuid not null,
      redacted_text text not null, redacted_answers json not null, released_during tstzmultirange not null, ${INTERVIEW_FACTS}`,
  },
  {
    table: 'redaction',
    level: 'full',
    open: SERVICES,
    columns: `id uuid primary key, interview uuid not null, audience text not null, recipient text, text text not null,
      answers text[] not null, topics text[] not null, state text not null, author text not null, approver text,
      proposed_at timestamptz not null, revision integer not null, ${INTERVIEW_FACTS}`,
  },
  {
    table: 'sharing_record',
    level: 'full',
    open: SERVICES,
    columns: `id uuid primary key, interview uuid not null, kind text not null, audience text, recipient text, topic text, state text not null,
      reason text, by text not null, at timestamptz not null, until timestamptz, revision integer not null, ${INTERVIEW_FACTS}`,
  },
  {
    table: 'intelligence',
    level: 'facts',
    open: ITEM_RELATIONS,
    columns: `id uuid primary key, urgency text not null, at json not null, recorded_from_at timestamptz not null, conditions text,
      interview uuid, record_ids uuid[] not null, ${INTELLIGENCE_FACTS}`,
  },
  {
    table: 'intelligence_sanitised',
    level: 'sanitised',
    open: ITEM_RELATIONS,
    columns: `id uuid primary key, sanitised_text text, ${INTELLIGENCE_FACTS}`,
  },
  {
    table: 'intelligence_content',
    level: 'content',
    open: SERVICES,
    columns: `id uuid primary key, content text not null, named_people json not null, grade text, graded_by text, revision integer not null, ${INTELLIGENCE_FACTS}`,
  },
  {
    table: 'intelligence_source',
    level: 'source',
    open: SERVICES,
    columns: `id uuid primary key, source text not null, ${INTELLIGENCE_FACTS}`,
  },
  {
    table: 'safety_note',
    level: 'notice',
    open: ['responsible', 'hosts', 'providers'],
    columns: `id uuid primary key, recipient text not null, watch_for text not null, do_this text not null, ring text not null,
      approved text not null, acknowledged_at timestamptz, acknowledged_by text, by text not null, at timestamptz not null,
      revision integer not null, ${FACTS}`,
  },
];
/** Tables whose narrow view stays open to the missing team and EDT while a restricted child is missing. */
const KEPT = ['child', 'placement', 'episode', 'interview_locating'];

/** What the second wall lets a reader see of a picture table: coarse, and closed where a setting is missing. */
function wallOf({ table, level, open }: Omit<PictureTable, 'columns'>): string {
  const stands = [...open.map(holds), `${PERSON} = any (people)`].join(' or ');
  const kept = KEPT.includes(table) ? ` or (missing_now = 'YES' and ${AGENCY} = any (keeps))` : '';
  // Until somebody is named: the service's manager and the allocated social worker.
  const awaiting = ` or (awaits_naming = 'YES' and ((${holds('responsible')} and (select ${setting('role')}) = 'TEAM_MANAGER') or ${is('SOCIAL_WORKER')}))`;
  const own = table === 'interview_redacted' ? ` and (recipient = ${AGENCY} or recipient = ${PERSON}) and released_during @> ${NOW}` : '';
  // Emergency access reaches further than a role does, but never an intelligence source.
  const reach = level === 'source' ? reaches(level) : `(${reaches(level)} or (${reaches('emergency')} and ${is('EMERGENCY')}))`;
  return `${reach} and agencies @> array[${AGENCY}] and (${stands}) and (restricted = 'NO' or ${is('ADMITTED')}${awaiting}${kept})${own}`;
}

/** Interviews, intelligence, what people decide, and what the second wall has to know of them. */
export class Migration0002Interviews extends Migration {
  override up(): void {
    for (const former of FORMER) {
      this.addSql(`alter table ${former.table} ${ADDED_FACTS.split(/, (?=[a-z_]+ (?:text|tstzmultirange))/).map((column) => `add column ${column}`).join(', ')}`);
      this.addSql(`drop policy reader on ${former.table}`);
      this.addSql(`create policy reader on ${former.table} for select to homeward_reader using (${wallOf(former)})`);
    }
    for (const { columns, ...table } of ADDED) {
      this.addSql(`create table ${table.table} (${columns})`);
      this.addSql(`create index ${table.table}_by_child on ${table.table} (child_id)`);
      this.closed(table.table);
      this.addSql(`create policy reader on ${table.table} for select to homeward_reader using (${wallOf(table)})`);
      this.addSql(`create policy writer on ${table.table} to homeward_writer using (true) with check (true)`);
      this.addSql(`grant select on ${table.table} to homeward_reader`);
      this.addSql(`grant select, insert, update, delete on ${table.table} to homeward_writer`);
    }
    this.addSql(`create index interview_records on interview using gin (record_ids)`);
    this.addSql(`create index intelligence_records on intelligence using gin (record_ids)`);
    this.addSql(`create index interview_redacted_by_interview on interview_redacted (interview, recipient)`);
    this.addSql(`create index redaction_by_interview on redaction (interview)`);
    this.addSql(`create index sharing_record_by_interview on sharing_record (interview)`);
    this.whoseChild();
    this.decisions();
    this.notices();
  }

  /** Found by a keyed question alone: without the very key that is asked, no row is there. */
  private whoseChild(): void {
    this.addSql(`create table whose_child (id uuid primary key, child_id uuid not null, key text not null, authorities text[] not null,
      version integer not null, row_hash text not null)`);
    this.addSql(`create index whose_child_by_key on whose_child (key)`);
    this.addSql(`create index whose_child_by_child on whose_child (child_id)`);
    this.closed('whose_child');
    this.addSql(`create policy reader on whose_child for select to homeward_reader using (${reaches('whose')} and key = ${setting('asked')})`);
    this.addSql(`create policy writer on whose_child to homeward_writer using (true) with check (true)`);
    this.addSql(`grant select on whose_child to homeward_reader`);
    this.addSql(`grant select, insert, update, delete on whose_child to homeward_writer`);
    this.addSql(`create table identity_question (id uuid primary key, at timestamptz not null, person text not null, agency text not null)`);
    this.addSql(`create index identity_question_by_person on identity_question (person, at)`);
    this.closed('identity_question');
    this.addSql(`create policy writer on identity_question to homeward_writer using (true) with check (true)`);
    this.addSql(`grant select, insert on identity_question to homeward_writer`);
  }

  /** What people decide: added, superseded by a later one, never changed. */
  private decisions(): void {
    this.addSql(`create table decision (
      id uuid primary key, kind text not null, child uuid not null, about uuid, matter text not null, revision integer not null,
      payload json not null, person text not null, agency text not null, role text not null, at timestamptz not null,
      -- of everything above: the same key with another content is a contradiction
      content_hash text not null,
      unique nulls not distinct (kind, child, about, matter, revision))`);
    this.addSql(`create index decision_by_child on decision (child)`);
    this.addSql(`create index decision_by_about on decision (about)`);
    this.closed('decision');
    this.addSql(`create policy writer on decision to homeward_writer using (true) with check (true)`);
    this.addSql(`grant select, insert on decision to homeward_writer`);
    this.addSql(`create table audit_event (
      id uuid primary key, at timestamptz not null,
      kind text not null check (kind in ('COLLECTION', 'ALTERATION', 'COMBINATION', 'DECISION', 'QUESTION', 'ERASURE')),
      actor text not null, agency text not null, role text not null, children uuid[] not null, body json not null, hash text not null)`);
    this.addSql(`create index audit_event_by_child on audit_event using gin (children)`);
    this.closed('audit_event');
    this.addSql(`create policy writer on audit_event to homeward_writer using (true) with check (true)`);
    this.addSql(`create policy sealed on audit_event for select to homeward_sealer using (true)`);
    this.addSql(`grant select, insert on audit_event to homeward_writer`);
    this.addSql(`grant select on audit_event to homeward_sealer`);
  }

  /** What somebody is to be told first on their briefing, until they say that they know. */
  private notices(): void {
    this.addSql(`create table briefing_notice (
      id uuid primary key, "to" text[] not null, kind text not null, child uuid not null, about uuid not null, text text not null,
      visible_from timestamptz not null, raised_at timestamptz not null, acknowledged_at timestamptz, acknowledged_by text)`);
    this.addSql(`create index briefing_notice_open on briefing_notice using gin ("to") where acknowledged_at is null`);
    this.closed('briefing_notice');
    this.addSql(`create policy reader on briefing_notice for select to homeward_reader using (
      ${reaches('notices')} and "to" && array[${PERSON}, (select ${setting('role')} || ':' || ${AGENCY})] and visible_from <= ${NOW})`);
    this.addSql(`create policy writer on briefing_notice to homeward_writer using (true) with check (true)`);
    this.addSql(`grant select on briefing_notice to homeward_reader`);
    this.addSql(`grant select, insert on briefing_notice to homeward_writer`);
    this.addSql(`grant update (acknowledged_at, acknowledged_by) on briefing_notice to homeward_writer`);
  }

  private closed(table: string): void {
    this.addSql(`alter table ${table} enable row level security`);
    this.addSql(`alter table ${table} force row level security`);
  }

  override down(): void {
    throw new Error('Decisions and interviews are not undone; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
