import pg from 'pg';
import type { Family } from '../../src/policy/attributes.ts';
import { FACTS, type FactKind } from '../../src/policy/facts.ts';
import { columnName } from '../../src/gate/column-name.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';

/** The tables a family's rows stand in, each with all its facts. */
const TABLES_OF: Readonly<Partial<Record<Family, string>>> = {
  Child: 'child child_address child_contact child_likeness child_number child_profile child_source',
  Episode: 'episode episode_circumstances episode_condition episode_source',
  Placement: 'placement placement_source',
  Offer: 'offer',
  ReturnStep: 'return_step',
  CaseRecord: 'case_record',
  Concern: 'concern',
  CaseAction: 'case_action',
  RiskAssessment: 'risk_assessment',
  PlacementAgreement: 'placement_agreement',
  ReturnInterview: 'interview interview_full interview_redacted',
  LocatingFacts: 'interview_locating',
  Redaction: 'redaction',
  SharingRecord: 'sharing_record',
  IntelligenceItem: 'intelligence intelligence_content intelligence_result intelligence_sanitised intelligence_source',
  SafetyNote: 'safety_note',
  HomeReport: 'episode_report',
  HomeProfile: 'profile',
};
const PICTURE = Object.values(TABLES_OF).flatMap((tables) => tables.split(' '));

describe('no other way out', () => {
  let db: TestDatabase;
  let hub: pg.Client;
  let superuser: pg.Client;

  beforeAll(async () => {
    db = await aDatabase();
    hub = new pg.Client({ connectionString: db.hubUrl });
    superuser = new pg.Client({ connectionString: db.superuserUrl });
    await Promise.all([hub.connect(), superuser.connect()]);
  });
  afterAll(async () => {
    await Promise.all([hub.end(), superuser.end()]);
    await db.close();
  });

  const tables = async (condition: string, role: string): Promise<string[]> => {
    const { rows } = await superuser.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and ${condition.replaceAll(':role', `'${role}'`)} order by 1`,
    );
    return rows.map(({ name }) => name);
  };
  const tablesWith = (privileges: string, role: string): Promise<string[]> => tables(`has_any_column_privilege(:role, oid, '${privileges}')`, role);
  const deletable = (role: string): Promise<string[]> => tables(`has_table_privilege(:role, oid, 'delete, truncate, trigger')`, role);

  it('row 53: the hub, as it logs in, reads nothing but the list of its migrations', async () => {
    const all = await tables(`relname <> 'homeward_migration'`, '');
    expect(all).toEqual(expect.arrayContaining(PICTURE));
    for (const table of all) {
      await expect(hub.query(`select 1 from ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('the hub can step into no role but the three, and is no superuser', async () => {
    const { rows } = await superuser.query<{ role: string }>(
      `select rolname as role from pg_roles where rolname <> 'homeward_hub' and pg_has_role('homeward_hub', oid, 'set') order by 1`,
    );
    expect(rows.map(({ role }) => role)).toEqual(['homeward_reader', 'homeward_sealer', 'homeward_writer']);
    await expect(hub.query('set role homeward_owner')).rejects.toMatchObject({ code: '42501' });
    const { rows: bypassing } = await superuser.query(
      `select 1 from pg_roles where rolname like 'homeward%' and rolname <> 'homeward_superuser' and (rolsuper or rolbypassrls) union all
       select 1 from pg_class where relkind = 'r' and relowner = 'homeward_hub'::regrole`,
    );
    expect(bypassing).toEqual([]);
  });

  it('every table that speaks of a child, a document or a disclosure forces its policies, on its owner too', async () => {
    const open = await tables(`not (relrowsecurity and relforcerowsecurity)`, '');
    // Hashes of what was erased, and the owner's own list of holds, speak of nobody to anybody else.
    expect(open).toEqual(['directory_version', 'homeward_migration', 'picture_version', 'revoked_token', 'tombstone']);
    for (const role of ['homeward_reader', 'homeward_writer', 'homeward_sealer', 'homeward_hub']) {
      expect(await tablesWith('select, insert, update', role)).not.toContain('legal_hold');
      expect(await tablesWith('insert, update', role)).not.toContain('tombstone');
    }
    expect(await tablesWith('select', 'homeward_reader')).not.toContain('tombstone');
  });

  it('the reader reads the picture and adds disclosures, and that is all', async () => {
    expect(await tablesWith('select', 'homeward_reader')).toEqual(
      [...PICTURE, 'briefing_notice', 'directory_version', 'disclosure', 'match_review', 'quarantine', 'quarantine_excerpt', 'revoked_token', 'source_document', 'source_freshness', 'transmission', 'transmission_event', 'whose_child'].sort(),
    );
    expect(await tablesWith('insert', 'homeward_reader')).toEqual(['disclosure']);
    expect(await tablesWith('update', 'homeward_reader')).toEqual([]);
    expect(await deletable('homeward_reader')).toEqual([]);
  });

  it('row 53: the reader never sees the raw bytes of a document', async () => {
    const { rows } = await superuser.query(`select has_column_privilege('homeward_reader', 'source_document', 'bytes', 'select') as bytes`);
    expect(rows).toEqual([{ bytes: false }]);
  });

  it('the writer cannot read disclosures, nor take an observation, a document or a quarantine entry away', async () => {
    expect(await tablesWith('select, insert, update', 'homeward_writer')).not.toContain('disclosure');
    expect(await deletable('homeward_writer')).not.toEqual(expect.arrayContaining(['observation']));
    for (const kept of ['source_document', 'observation', 'record', 'quarantine', 'quarantine_excerpt', 'disclosure', 'directory_version', 'briefing_notice']) {
      expect(await deletable('homeward_writer')).not.toContain(kept);
    }
    expect(await tablesWith('update', 'homeward_writer')).not.toContain('observation');
  });

  it.each(['decision', 'audit_event', 'identity_question'])('what people decide and ask is only added: nobody changes or takes away a row of %s', async (table) => {
    for (const role of ['homeward_reader', 'homeward_writer', 'homeward_sealer', 'homeward_hub']) {
      expect(await tablesWith('update', role)).not.toContain(table);
      expect(await deletable(role)).not.toContain(table);
    }
    expect(await tablesWith('select, insert', 'homeward_reader')).not.toContain(table);
  });

  it('of a notice nothing changes but that somebody knows, that it was put before the next, that its clock has stopped, to whom its child is open, and of how many unread messages it speaks, since when', async () => {
    const { rows } = await superuser.query<{ column: string }>(
      `select attname as column from pg_attribute where attrelid = 'briefing_notice'::regclass and attnum > 0
       and has_column_privilege('homeward_writer', attrelid, attnum, 'update') order by 1`,
    );
    expect(rows.map(({ column }) => column)).toEqual(['about', 'acknowledged_at', 'acknowledged_by', 'clock_stopped_at', 'escalated_at', 'open_to', 'raised_at', 'text', 'watchers']);
  });

  it('the sealer reads the two logs, adds its seals, and nothing else', async () => {
    const seals = ['seal_anchor', 'seal_batch', 'seal_entry'];
    expect(await tablesWith('select', 'homeward_sealer')).toEqual(['audit_event', 'disclosure', ...seals]);
    expect(await tablesWith('insert', 'homeward_sealer')).toEqual(seals);
    expect(await tablesWith('update', 'homeward_sealer')).toEqual([]);
    expect(await deletable('homeward_sealer')).toEqual([]);
  });

  it('nobody may change or take away a disclosure', async () => {
    for (const role of ['homeward_reader', 'homeward_writer', 'homeward_sealer', 'homeward_hub']) {
      expect(await tablesWith('update', role)).not.toContain('disclosure');
      expect(await deletable(role)).not.toContain('disclosure');
    }
  });

  const columnsOf = (fact: string, kind: FactKind): string[] => {
    const column = columnName(fact);
    const columns: Readonly<Record<FactKind, string[]>> = { relation: [column, `${column}_during`], period: [`${column}_during`], set: [column], word: [column] };
    return columns[kind];
  };
  const OTHERS: Readonly<Partial<Record<Family, string>>> = { BriefingNotice: 'briefing_notice', Transmission: 'transmission', MatchReview: 'match_review', QuarantineEntry: 'quarantine', DisclosureRecord: 'disclosure' };

  it.each(Object.entries({ ...TABLES_OF, ...OTHERS }))('everything a rule on %s rests on is never null', async (family, tables) => {
    const names = tables.split(' ');
    // Object.entries widens the keys of the tables above.
    const columns = Object.entries(FACTS[family as Family]).flatMap(([fact, kind]) => columnsOf(fact, kind));
    const { rows } = await superuser.query<{ place: string }>(
      `select table_name || '.' || column_name as place from information_schema.columns
       where table_schema = 'public' and table_name = any ($1) and column_name = any ($2) and is_nullable = 'NO'`,
      [names, columns],
    );
    expect(rows.map(({ place }) => place).sort()).toEqual(names.flatMap((table) => columns.map((column) => `${table}.${column}`)).sort());
  });
});
