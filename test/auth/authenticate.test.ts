import { createAuthenticate, type Authenticate } from '../../src/auth/authenticate.ts';
import { asIngesting, asViewing, type Caller } from '../../src/auth/caller.ts';
import { revokeToken } from '../../src/auth/revoke-token.ts';
import { DirectoryKeeper } from '../../src/directory/directory-keeper.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { createLog } from '../../src/logging/log.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aDirectoryFile, aPerson } from '../directory/a-directory-file.ts';
import { aKey, anIssuer, aToken, ISSUER, NOW, SECONDS } from './a-token.ts';

const key = aKey();
const coordinator = '{ role: HUB_COORDINATOR, agency: northmere }';
const PEOPLE = [
  aPerson({ id: 'nia', roles: `[${coordinator}]` }),
  aPerson({ id: 'bea', roles: `[${coordinator}, { role: HUB_COORDINATOR, agency: southvale }]` }),
  aPerson({ id: 'sender', roles: '[{ role: INGEST_CLIENT, agency: northmere, system: northmere-903 }]' }),
  aPerson({ id: 'sue', roles: `[${coordinator}]`, also: ', suspended: true' }),
  aPerson({ id: 'tom', roles: `[${coordinator}]`, also: ', tokensSince: "2026-05-01T07:00:00Z"' }),
];

let db: TestDatabase;
let authenticate: Authenticate;
let logged: string[];
beforeAll(async () => {
  db = await aDatabase();
  authenticate = createAuthenticate({
    issuers: new Map([[ISSUER, anIssuer({ keys: [key] })]]),
    directory: new DirectoryKeeper(db.database),
    database: db.database,
    log: createLog({ level: 'warn', destination: { write: (line) => logged.push(line) } }),
  });
});
beforeEach(async () => {
  logged = [];
  await load(PEOPLE);
});
afterAll(async () => {
  await db.close();
});

const load = (people: readonly string[]): Promise<unknown> => loadDirectory(db.database, aDirectoryFile({ people: `\n${people.join('\n')}` }), { by: 'operator', now: NOW });

const as = (subject: string, homewardRole?: string, claims: object = {}): Promise<Caller> =>
  authenticate({ authorization: `Bearer ${aToken(key, { claims: { sub: subject, ...claims } })}`, homewardRole }, NOW);

describe('whoever sends a token', () => {
  it('with one role is taken in that role', async () => {
    expect(await as('nia')).toMatchObject({ kind: 'viewer', viewer: { person: 'nia', agency: 'northmere', role: 'HUB_COORDINATOR' } });
  });

  it('is what the directory says, whatever role the token claims', async () => {
    const claims = { role: 'AUDITOR', roles: ['HUB_COORDINATOR@southvale'], agency: 'southvale', person: 'bea' };

    expect(await as('nia', undefined, claims)).toMatchObject({ viewer: { person: 'nia', agency: 'northmere', role: 'HUB_COORDINATOR' } });
  });

  it('with several roles acts in the one the request names, never in the sum', async () => {
    expect(await as('bea', 'HUB_COORDINATOR@southvale')).toMatchObject({ viewer: { person: 'bea', agency: 'southvale', role: 'HUB_COORDINATOR' } });
  });

  it.each([undefined, '', 'HUB_COORDINATOR', 'AUDITOR@northmere', 'HUB_COORDINATOR@westhaven', 'hub_coordinator@northmere'])(
    'with several roles who names %j is told their own roles, and no others',
    async (named) => {
      await expect(as('bea', named)).rejects.toMatchObject({ code: 'ROLE_REQUIRED', details: { roles: ['HUB_COORDINATOR@northmere', 'HUB_COORDINATOR@southvale'] } });
    },
  );

  it('with one role who names another is not taken in their own either', async () => {
    await expect(as('nia', 'HUB_COORDINATOR@southvale')).rejects.toMatchObject({ code: 'ROLE_REQUIRED', details: { roles: ['HUB_COORDINATOR@northmere'] } });
  });

  it('for a source system sends for that system and cannot read', async () => {
    const caller = await as('sender');

    expect(asIngesting(caller)).toMatchObject({ agency: 'northmere', system: 'northmere-903' });
    expect(() => asViewing(caller)).toThrow('it cannot read');
  });

  it('to read cannot send', async () => {
    const caller = await as('nia');

    expect(asViewing(caller).viewer.person).toBe('nia');
    expect(() => asIngesting(caller)).toThrow('Only an ingest client');
  });

  it('loses and gains roles with the next request after a load', async () => {
    await as('nia');
    await load([aPerson({ id: 'nia', roles: '[{ role: AUDITOR, agency: southvale }]' })]);

    expect(await as('nia')).toMatchObject({ viewer: { role: 'AUDITOR', agency: 'southvale' } });
    await expect(as('bea')).rejects.toMatchObject({ code: 'TOKEN_REFUSED' });
  });
});

describe('a request', () => {
  it('without a token is asked for one', async () => {
    await expect(authenticate({ authorization: undefined, homewardRole: undefined }, NOW)).rejects.toMatchObject({ code: 'TOKEN_REQUIRED' });
  });

  it.each([
    ['an unknown person', () => as('stranger'), 'PERSON_UNKNOWN'],
    ['a person of that subject at another issuer', () => as('nia', undefined, { iss: 'https://other.invalid' }), 'ISSUER_UNKNOWN'],
    ['row 54: a suspended person', () => as('sue'), 'PERSON_SUSPENDED'],
    ["J17 a token older than its holder's epoch", () => as('tom', undefined, { iat: SECONDS - 3601, exp: SECONDS + 60 }), 'BEFORE_TOKENS_SINCE'],
    ['an expired token', () => as('nia', undefined, { iat: SECONDS - 60, exp: SECONDS - 1 }), 'NOT_NOW'],
    ['J12 an endless header', () => authenticate({ authorization: `Bearer ${'x'.repeat(100_000)}`, homewardRole: undefined }, NOW), 'NOT_A_TOKEN'],
    ['J12 a token over 8 KB', () => authenticate({ authorization: `Bearer ${'x'.repeat(8193)}`, homewardRole: undefined }, NOW), 'TOO_LONG'],
    ['another scheme', () => authenticate({ authorization: 'Basic bmlhOm5pYQ==', homewardRole: undefined }, NOW), 'NOT_A_TOKEN'],
    ['something after the token', () => authenticate({ authorization: `Bearer ${aToken(key)} more`, homewardRole: undefined }, NOW), 'NOT_A_TOKEN'],
    ['nothing after the scheme', () => authenticate({ authorization: 'Bearer ', homewardRole: undefined }, NOW), 'NOT_A_TOKEN'],
  ])('with %s gets the one refusal there is, and only the log knows why', async (_name, request, reason) => {
    await expect(request()).rejects.toMatchObject({ code: 'TOKEN_REFUSED', message: 'The token was refused.', details: {} });

    expect(logged.map((line) => (JSON.parse(line) as { reason: string }).reason)).toEqual([reason]);
    expect(logged.join()).not.toMatch(/nia|sue|tom|stranger|xxxx/);
  });

  it('J17 with a token that was taken back is refused, while its twin of another issuer or name is not', async () => {
    await as('nia', undefined, { jti: 'token-1' });
    await revokeToken(db.database, { issuer: ISSUER, jti: 'token-1', until: NOW + 3_600_000 });
    await revokeToken(db.database, { issuer: ISSUER, jti: 'token-1', until: NOW + 3_600_000 });
    await revokeToken(db.database, { issuer: 'https://other.invalid', jti: 'token-2', until: NOW + 3_600_000 });

    await expect(as('nia', undefined, { jti: 'token-1' })).rejects.toMatchObject({ code: 'TOKEN_REFUSED' });
    expect(await as('nia', undefined, { jti: 'token-2' })).toMatchObject({ kind: 'viewer' });
    expect(await as('nia')).toMatchObject({ kind: 'viewer' });
  });

  it("J17 with a token of its holder's epoch is taken", async () => {
    expect(await as('tom', undefined, { iat: SECONDS - 3600 })).toMatchObject({ kind: 'viewer' });
  });

  it('is refused, not let through, when the database cannot say whether its token was taken back', async () => {
    const other = await aDatabase();
    const asked = createAuthenticate({
      issuers: new Map([[ISSUER, anIssuer({ keys: [key] })]]),
      directory: new DirectoryKeeper(db.database),
      database: other.database,
      log: createLog({ level: 'silent' }),
    });
    await other.close();

    await expect(asked({ authorization: `Bearer ${aToken(key)}`, homewardRole: undefined }, NOW)).rejects.toThrow();
  });
});
