import { generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { aRunningHub, LARGEST, type RunningHub, type Sending } from './a-running-hub.ts';
import { aFound, aMissing, aTable } from './documents.ts';
import { missingAndTraced } from './whole-story.ts';

const HOUR = 3_600_000;
/** A word that no answer may repeat. */
const CANARY = 'CANARYGULL';
const BOMB = `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "${CANARY}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<MissingPoliceCompact schemaVersion="1"><Header><MessageType>MISSING</MessageType><SentAt>2025-11-20T07:00:00Z</SentAt></Header><Report><MisperId>&b;</MisperId></Report></MissingPoliceCompact>`;

let hub: RunningHub;
let before: string;
beforeAll(async () => {
  hub = await aRunningHub();
  await hub.deliver(...missingAndTraced);
  before = await hub.picture();
});
afterAll(() => hub.close());

/** Later than anything taken of the report: nothing that was understood stands for it. */
const LATER = { 'Header/SentAt': '2025-11-20T07:00:00Z' };
const whole = String(aFound(LATER).bytes);
const police = (bytes: Sending['bytes']): Sending => ({ ...aFound(), bytes });
const latin1 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'));

describe('refused at the door, so that not even the document is stored', () => {
  let documents: number;
  beforeEach(async () => {
    documents = await hub.documents();
  });
  afterEach(async () => {
    expect(await hub.documents()).toBe(documents);
    expect(await hub.picture()).toBe(before);
  });

  const code = ({ text }: { text: string }): unknown => (JSON.parse(text) as { code: unknown }).code;
  const signedByAnother = (): string => {
    const { iss, aud, sub, iat, exp, jti } = jwt.decode(hub.token('mereshire-compact-client')) as jwt.JwtPayload;
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return jwt.sign({ iss, aud, sub, iat, exp, jti }, privateKey, { algorithm: 'ES256', keyid: 'demonstration' });
  };
  const expired = (): string => {
    hub.now -= 13 * HOUR;
    const token = hub.token('mereshire-compact-client');
    hub.now += 13 * HOUR;
    return token;
  };

  it('a document over the largest size', async () => {
    const answer = await hub.send(police('x'.repeat(LARGEST + 1)));
    expect([answer.status, code(answer)]).toEqual([413, 'DOCUMENT_TOO_LARGE']);
  });

  it('a file named for another format than its system sends, by the command line', async () => {
    const { err, code: ended } = await hub.command('ingest', 'ssda903', '--source', 'mereshire-compact', hub.file('wrong.xml', '<x/>'));
    expect(ended).toBe(1);
    expect(err).toContain('SOURCE_UNKNOWN: This source system sends police-compact, not ssda903.');
  });

  it('a file over the largest size, by the command line', async () => {
    const file = hub.file('large.xml', 'x'.repeat(LARGEST + 1));
    const { out, code: ended } = await hub.command('ingest', 'police-compact', '--source', 'mereshire-compact', file);
    // A script that sends files every night must notice.
    expect(ended).toBe(1);
    expect(out).toContain('not stored, DOCUMENT_TOO_LARGE');
  });

  it.each([
    ['without a token', (): Record<string, string> => ({}), 401, 'TOKEN_REQUIRED'],
    ['with a token that has expired', () => ({ authorization: `Bearer ${expired()}` }), 401, 'TOKEN_REFUSED'],
    ['with a token that somebody else signed', () => ({ authorization: `Bearer ${signedByAnother()}` }), 401, 'TOKEN_REFUSED'],
    ['with the token of a person who reads', () => ({ authorization: `Bearer ${hub.token('mereshire-missing-team')}` }), 403, 'FORBIDDEN'],
    ["with another format's token", () => ({ authorization: `Bearer ${hub.token('northmere-903-client')}` }), 403, 'SOURCE_UNKNOWN'],
  ])('a document %s', async (...[, headers, status, refused]) => {
    const answer = await hub.send(police(whole), headers());
    expect([answer.status, code(answer)]).toEqual([status, refused]);
  });

  it('a document for an adapter that does not exist', async () => {
    const answer = await hub.send({ ...aFound(), adapter: 'carrier-pigeon' });
    expect([answer.status, code(answer)]).toEqual([404, 'ADAPTER_UNKNOWN']);
  });

  it('a file of a format without a date of its own that does not say when it was extracted', async () => {
    const { adapter, as, bytes } = aTable('missing', '0042,06/05/2011,M,18/11/2025,');
    const answer = await hub.send({ adapter, as, bytes });
    expect([answer.status, code(answer)]).toEqual([400, 'EXTRACTED_REQUIRED']);
  });
});

describe('stored, refused under its id, and without a trace in the picture', () => {
  const REFUSED: readonly (readonly [string, Sending, string])[] = [
    ['an empty document', police(''), 'DOCUMENT_EMPTY'],
    ['a document of blanks', police(' \r\n\t'), 'DOCUMENT_EMPTY'],
    ['a message that breaks off', police(whole.slice(0, -40)), 'DOCUMENT_MALFORMED'],
    ['bytes that are not in the declared encoding', police(latin1(whole.replace('Invented', 'Inventéd'))), 'DOCUMENT_ENCODING'],
    ['an entity bomb', police(BOMB), 'DOCUMENT_ENTITY'],
    ['a message of another schema', police(`<?xml version="1.0"?><LcsExport><Child>${CANARY}</Child></LcsExport>`), 'DOCUMENT_SCHEMA'],
    ['a message of a later version of the schema', police(whole.replace('schemaVersion="1"', 'schemaVersion="2"')), 'DOCUMENT_SCHEMA'],
    ['a message with an element nobody knows', police(whole.replace('</Found>', `<${CANARY}>x</${CANARY}></Found>`)), 'DOCUMENT_SCHEMA'],
    ['a table that is none of the return', { ...aTable('header'), bytes: `${CANARY},B\r\n1,2` }, 'DOCUMENT_SCHEMA'],
    ['SQL for a time', aFound({ 'Header/SentAt': `${CANARY}'; drop table child; --` }), 'VALUE_INVALID'],
    ['a key longer than keys are', aFound({ ...LATER, 'Report/MisperId': CANARY.repeat(50) }), 'DOCUMENT_SCHEMA'],
    ['a character that XML has not', aFound({ ...LATER, 'Found/TracedLocation': `${CANARY}&#0;` }), 'DOCUMENT_MALFORMED'],
    ['a cell longer than cells are', aTable('missing', `${CANARY.repeat(50)},06/05/2011,M,18/11/2025,`), 'VALUE_INVALID'],
    ['a kind of absence that there is not', aTable('missing', `0042,06/05/2011,${CANARY},18/11/2025,`), 'VALUE_INVALID'],
  ];

  it.each(REFUSED)('%s', async (_what, sending, code) => {
    const [status] = await hub.deliver(sending);
    expect(status?.state).toBe('QUARANTINED');
    expect(status).toMatchObject({ taken: 0, refusals: [{ code, state: 'OPEN' }] });
    expect(status?.refusals[0]?.place).not.toBe('');
    expect(status?.refusals[0]?.reason).not.toBe('');
    expect(status?.refusals[0]?.remedy).not.toBe('');
    expect(JSON.stringify(status)).not.toContain(CANARY);
    expect(await hub.picture()).toBe(before);
  });

  it('and what became of it is for its sender alone', async () => {
    const { lookUp } = JSON.parse((await hub.send(police('<unfinished'))).text) as { lookUp: string };
    const ask = async (as: string) => (await fetch(hub.url + lookUp, { headers: { authorization: `Bearer ${hub.token(as)}` } })).status;
    expect(await ask('mereshire-compact-client')).toBe(200);
    expect(await ask('westhaven-compact-client')).toBe(404);
    expect(await ask('mereshire-missing-team')).toBe(403);
  });
});

describe('hostile text where text belongs', () => {
  let other: RunningHub;
  beforeAll(async () => {
    other = await aRunningHub();
  });
  afterAll(() => other.close());

  it('is text: it is shown as it came, and does nothing', async () => {
    const hostile = `'); drop table child; -- <script> {{7*7}} =HYPERLINK("x") \u202E`;
    const [status] = await other.deliver(
      aMissing({
        'Report/MisperId': '../../etc',
        'Report/Circumstances': hostile.replace('<', '&lt;'),
        'Person/PersonId': 'constructor',
        'Person/GivenName': '__proto__',
      }),
    );
    expect(status).toMatchObject({ state: 'TAKEN', refusals: [] });
    const query = '{ episodes { nodes { circumstances policeReferences child { givenName } } } }';
    const answer = await other.ask(query, { as: 'northmere-coordinator' });
    expect(answer).toEqual({ episodes: { nodes: [{ circumstances: hostile, policeReferences: ['../../etc'], child: { givenName: '__proto__' } }] } });
  });
});
