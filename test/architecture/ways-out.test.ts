import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import ts from 'typescript';
import { connectClient } from '../../src/store/connection.ts';
import { PICTURE_TABLES } from '../../src/store/write/project-picture.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const FILES = globSync(['src/**/*.ts', 'adapters/**/*.ts'], { cwd: PROJECT }).map((file) => file.replaceAll(path.sep, '/')).sort();

const source = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(path.join(PROJECT, file), 'utf8'), ts.ScriptTarget.Latest, true);

/** Every node of a file that `found` says something of. */
function within(file: ts.SourceFile, found: (node: ts.Node) => string | null): string[] {
  const all: string[] = [];
  const visit = (node: ts.Node): void => {
    const what = found(node);
    if (what !== null) {
      all.push(what);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return all;
}

const TABLES = Object.keys(PICTURE_TABLES).join('|');
const NAMES_A_TABLE = new RegExp(`\\b(?:from|join|into|update|using|table|only|truncate|copy)\\s+"?(?:public"?\\.)?"?(?:${TABLES})\\b`, 'i');
/** A statement or a piece of one; "away from placement" is English. */
const SQL = /\b(?:select|insert|update|delete|truncate|copy|lock)\b|^\W*(?:from|join|into|using)\b/i;

/** The texts of a file that are SQL on a table of the picture. */
const sqlOnThePicture = (file: ts.SourceFile): string[] =>
  within(file, (node) => (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? node.getText(file) : null)).filter(
    (text) => NAMES_A_TABLE.test(text) && SQL.test(text),
  );

/** The places of a file that turn something into Masked by assertion. */
const madeMasked = (file: ts.SourceFile): string[] =>
  within(file, (node) => ((ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && /\bMasked\b/.test(node.type.getText(file)) ? node.getText(file) : null));

/** The places of a file that take hold of the reading connections. */
const poolsTaken = (file: ts.SourceFile): string[] =>
  within(file, (node) => (ts.isPropertyAccessExpression(node) && /^(pool|orm)$/.test(node.name.text) ? node.getText(file) : null));

const inRooms = (file: string, ...rooms: readonly string[]): boolean => rooms.some((room) => file.startsWith(room));

describe('no other way out of the picture', () => {
  it('is looked for in the whole source', () => {
    expect(FILES).toEqual(expect.arrayContaining(['src/main.ts', 'src/gate/gate.ts', 'adapters/ssda903/adapter.ts']));
  });

  it('is found where it is', () => {
    const planted = (text: string): ts.SourceFile => ts.createSourceFile('planted.ts', text, ts.ScriptTarget.Latest, true);
    expect(sqlOnThePicture(planted('const q = `select ${x} from child_number where ${y}`;'))).toHaveLength(1);
    expect(sqlOnThePicture(planted('const q = sql`join episode_source s on true`;'))).toHaveLength(1);
    expect(sqlOnThePicture(planted(`const q = 'delete from "episode"';`))).toHaveLength(1);
    expect(sqlOnThePicture(planted(`const q = 'The child is away from placement.';`))).toEqual([]);
    expect(madeMasked(planted('const rows = found as unknown as readonly Masked<Row>[];'))).toHaveLength(1);
    expect(poolsTaken(planted('void hub.database.pool;'))).toHaveLength(1);
  });

  it('row 53: is SQL text: only gate, writing and migrations name a table of the picture', () => {
    const elsewhere = FILES.filter((file) => !inRooms(file, 'src/gate/', 'src/store/write/', 'src/store/migrations/'));
    expect(elsewhere.filter((file) => sqlOnThePicture(source(file)).length > 0)).toEqual([]);
  });

  it('row 53: is a connection: only the store has them, and compose.ts hands the reading ones to the gate', () => {
    const elsewhere = FILES.filter((file) => !inRooms(file, 'src/gate/', 'src/store/'));
    const taken = elsewhere.flatMap((file) => poolsTaken(source(file)).map((text) => `${file}: ${text}`));
    expect(taken).toEqual(['src/compose.ts: database.pool', 'src/compose.ts: database.pool']);
  });

  it('is a claim to be masked: one place alone makes it', () => {
    const made = FILES.flatMap((file) => madeMasked(source(file)).map(() => file));
    expect(made).toEqual(['src/gate/reader.ts']);
  });

  it('is the mark itself: it is exported nowhere, so that nobody else can put it on', () => {
    const [declared, ...more] = FILES.filter((file) => within(source(file), (node) => (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.UniqueKeyword ? 'unique symbol' : null)).length > 0);
    expect([declared, more]).toEqual(['src/gate/read-request.ts', []]);
    const text = readFileSync(path.join(PROJECT, 'src/gate/read-request.ts'), 'utf8');
    expect(text).toMatch(/^declare const masked: unique symbol;$/m);
  });
});

describe('the login that serves', () => {
  let database: TestDatabase;
  let superuser: pg.Client;
  beforeAll(async () => {
    database = await aDatabase();
    superuser = await connectClient(database.superuserUrl);
  });
  afterAll(async () => {
    await superuser.end();
    await database.close();
  });

  it('has no privilege of its own on any table, sequence, function or schema, and nobody else gives it one', async () => {
    const { rows } = await superuser.query<{ what: string }>(
      `select kind || ' ' || name || ': ' || privilege_type as what from (
         select 'table' as kind, oid::regclass::text as name, relacl as acl from pg_class
         union all select 'function', oid::regprocedure::text, proacl from pg_proc
         union all select 'schema', nspname, nspacl from pg_namespace
         union all select 'default', defaclobjtype::text, defaclacl from pg_default_acl
       ) as things, aclexplode(acl) where grantee = 'homeward_hub'::regrole order by 1`,
    );
    // Before it steps into a role it looks whether the database is migrated.
    expect(rows.map(({ what }) => what)).toEqual(['table homeward_migration: SELECT']);
  });

  it('inherits nothing from the roles it may step into', async () => {
    const { rows } = await superuser.query(
      `select inherit_option, admin_option, set_option from pg_auth_members where member = 'homeward_hub'::regrole`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(rows.map(() => ({ inherit_option: false, admin_option: false, set_option: true })));
  });
});
