import pg from 'pg';
import { FACTS } from '../../src/policy/facts.ts';
import { columnName } from '../../src/gate/column-name.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';

const PICTURE = 'child child_address child_contact child_likeness child_number child_source episode episode_circumstances episode_source placement'.split(' ');

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

  it('the hub, as it logs in, reads nothing but the list of its migrations', async () => {
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
    expect(open).toEqual(['directory_version', 'homeward_migration', 'revoked_token']);
  });

  it('the reader reads the picture and adds disclosures, and that is all', async () => {
    expect(await tablesWith('select', 'homeward_reader')).toEqual(
      [...PICTURE, 'directory_version', 'disclosure', 'quarantine', 'revoked_token', 'source_document', 'source_freshness'].sort(),
    );
    expect(await tablesWith('insert', 'homeward_reader')).toEqual(['disclosure']);
    expect(await tablesWith('update', 'homeward_reader')).toEqual([]);
    expect(await deletable('homeward_reader')).toEqual([]);
  });

  it('the reader never sees the raw bytes of a document', async () => {
    const { rows } = await superuser.query(`select has_column_privilege('homeward_reader', 'source_document', 'bytes', 'select') as bytes`);
    expect(rows).toEqual([{ bytes: false }]);
  });

  it('the writer cannot read disclosures, nor take an observation, a document or a quarantine entry away', async () => {
    expect(await tablesWith('select, insert, update', 'homeward_writer')).not.toContain('disclosure');
    expect(await deletable('homeward_writer')).not.toEqual(expect.arrayContaining(['observation']));
    for (const kept of ['source_document', 'observation', 'record', 'quarantine', 'disclosure', 'directory_version']) {
      expect(await deletable('homeward_writer')).not.toContain(kept);
    }
    expect(await tablesWith('update', 'homeward_writer')).not.toContain('observation');
  });

  it('the sealer reads disclosures and nothing else', async () => {
    expect(await tablesWith('select', 'homeward_sealer')).toEqual(['disclosure']);
    expect(await tablesWith('insert, update', 'homeward_sealer')).toEqual([]);
  });

  it('nobody may change or take away a disclosure', async () => {
    for (const role of ['homeward_reader', 'homeward_writer', 'homeward_sealer', 'homeward_hub']) {
      expect(await tablesWith('update', role)).not.toContain('disclosure');
      expect(await deletable(role)).not.toContain('disclosure');
    }
  });

  it('everything a rule rests on is never null', async () => {
    const facts = Object.keys(FACTS.Child).map(columnName);
    const relations = facts.filter((name) => FACTS.Child[name as keyof typeof FACTS.Child] === 'relation').map((name) => `${name}_during`);
    const { rows } = await superuser.query<{ place: string }>(
      `select table_name || '.' || column_name as place from information_schema.columns
       where table_schema = 'public' and table_name = any ($1) and column_name = any ($2) and is_nullable = 'NO'`,
      [PICTURE, [...facts, ...relations]],
    );
    expect(rows).toHaveLength(PICTURE.length * (facts.length + relations.length));
  });
});
