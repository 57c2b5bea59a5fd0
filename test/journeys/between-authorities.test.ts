import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { aSigningKey, signDetached, type SigningKey } from '../support/a-signature.ts';
import { aRunningHub, type RunningHub, type Sending } from './a-running-hub.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../adapters/authority-exchange/samples');
const sample = (name: string): string => readFileSync(path.join(SAMPLES, `${name}.xml`), 'utf8');
const AFTERWARDS = Date.parse('2026-03-06T08:00:00Z');
const CLIENT = 'northmere-exchange-client';

/** The invented directory with a hub of Northmere's and one of Southvale's, each with a key of its own. */
function directoryWith(keys: Readonly<Record<string, SigningKey>>): string {
  const systems = Object.entries(keys).map(([agency, { jwk }]) => `  - { id: ${agency}-exchange, agency: ${agency}, adapter: authority-exchange, keys: [${JSON.stringify(jwk)}] }\n`);
  const people = Object.keys(keys).map(
    (agency) => `  - { id: ${agency}-exchange-client, name: Exchange sender, issuer: "https://demonstration.homeward.invalid", subject: ${agency}-exchange-client, roles: [{ role: INGEST_CLIENT, agency: ${agency}, system: ${agency}-exchange }] }\n`,
  );
  return demonstrationDirectory.replace('systems:\n', `systems:\n${systems.join('')}`).replace('people:\n', `people:\n${people.join('')}`);
}

const READ = `query R($id: ID!) { child(id: $id) {
  riskAssessments { word risk factors plan madeBy episodes { id } } placementAgreements { hostOfficer hostContact hostAuthority whoInterviews madeBy }
  interviews { __typename state ... on FullInterview { reasons namedPeople { name } offers { outcome } } } disclosure { withheld { field } } } }`;
interface Read {
  readonly child: {
    readonly riskAssessments: readonly object[] | null;
    readonly placementAgreements: readonly object[] | null;
    readonly interviews: readonly object[];
    readonly disclosure: { readonly withheld: readonly { readonly field: string }[] };
  } | null;
}

let hub: RunningHub;
let keys: Readonly<Record<'northmere' | 'southvale', SigningKey>>;
let id: string;

async function signed(bytes: string, key = keys.northmere): Promise<Sending> {
  return { bytes, as: CLIENT, adapter: 'authority-exchange', signature: await signDetached(bytes, key) };
}
const read = (as: string): Promise<Read> => hub.ask<Read>(READ, { as }, { id });

beforeAll(async () => {
  keys = { northmere: await aSigningKey('northmere-2026'), southvale: await aSigningKey('southvale-2026', 'ES256') };
  hub = await aRunningHub({ directory: directoryWith(keys) });
  hub.now = AFTERWARDS;
  const messages = ['placement-with-agreement', 'missing-notification', 'risk-assessment', 'completed-interview'].map((name) => signed(sample(name)));
  const statuses = await hub.deliver(...(await Promise.all(messages)));
  expect(statuses.map(({ state, refused }) => [state, refused])).toEqual(messages.map(() => ['TAKEN', 0]));
  const { episodes } = await hub.ask<{ episodes: { nodes: { child: { id: string } }[] } }>('{ episodes { nodes { child { id } } } }', { as: 'northmere-coordinator' });
  id = episodes.nodes[0]?.child.id ?? '';
  const input = { key: randomUUID(), child: id, revision: 0, relationship: 'SOCIAL_WORKER', holder: 'northmere-social-worker' };
  await hub.ask('mutation R($input: RecordRelationshipInput!) { recordRelationship(input: $input) { id } }', { as: 'northmere-coordinator' }, { input });
});
afterAll(() => hub.close());

const ASSESSED = [{ word: 'High', risk: 'HIGH', factors: 'Was met by an invented older associate before.', madeBy: 'northmere' }];
const AGREED = [{ hostOfficer: 'Invented Officer of Southvale', hostContact: '01632 960021', hostAuthority: 'southvale', madeBy: 'northmere' }];

describe('what an authority tells another', () => {
  it.each(['northmere-coordinator', 'northmere-social-worker', 'southvale-coordinator'])('%s reads the risk assessment and the agreement', async (as) => {
    expect(await read(as)).toMatchObject({ child: { riskAssessments: ASSESSED, placementAgreements: AGREED } });
  });

  it.each(['larkfield-manager', 'mereshire-missing-team'])('%s reads neither, and is told that they are withheld whether or not there are any', async (as) => {
    const { child } = await read(as);
    expect(child).toMatchObject({ riskAssessments: null, placementAgreements: null });
    expect(child?.disclosure.withheld.map(({ field }) => field)).toEqual(expect.arrayContaining(['riskAssessments', 'placementAgreements']));
    const elsewhere = await hub.post(READ, { as }, { id });
    expect(elsewhere.text).not.toMatch(/Invented Officer|older associate|01632 960021/);
  });

  it.each(['westhaven-coordinator', 'brookside-manager'])('%s, who has nothing to do with the child, reads nothing', async (as) => {
    expect(await read(as)).toEqual({ child: null });
  });

  it('shows the interview to each reader at the level of their own', async () => {
    const whole = [{ __typename: 'FullInterview', state: 'COMPLETED', namedPeople: [{ name: 'Jay Inventedperson' }, { name: 'Kay Inventedperson' }], offers: [{ outcome: 'ACCEPTED' }] }];
    expect(await read('northmere-coordinator')).toMatchObject({ child: { interviews: whole } });
    expect(await read('northmere-social-worker')).toMatchObject({ child: { interviews: whole } });
    for (const as of ['southvale-coordinator', 'mereshire-missing-team']) {
      expect(await read(as)).toMatchObject({ child: { interviews: [{ __typename: 'InterviewNotice', state: 'COMPLETED' }] } });
    }
    expect((await read('larkfield-manager')).child?.interviews).toEqual([{ __typename: 'InterviewNotice', state: 'COMPLETED' }]);
  });

  it('is taken back by whoever said it', async () => {
    await hub.deliver(await signed(sample('correction-of-a-risk-assessment')));
    expect(await read('southvale-coordinator')).toMatchObject({ child: { riskAssessments: [{ word: 'Medium', risk: 'MEDIUM' }] } });
    const text = sample('withdrawal-of-a-placement').replace('PLACEMENT<', 'PLACEMENT_AGREEMENT<').replace('PL-7', 'PA-7').replace('2026-03-02', '2026-03-05');
    await hub.deliver(await signed(text));
    expect(await read('southvale-coordinator')).toMatchObject({ child: { placementAgreements: [] } });
  });
});

describe('refused at the door, so that nothing is stored', () => {
  let documents: number;
  let before: string;
  beforeEach(async () => {
    documents = await hub.documents();
    before = await hub.picture();
  });
  afterEach(async () => {
    expect(await hub.documents()).toBe(documents);
    expect(await hub.picture()).toBe(before);
  });
  const text = (): string => sample('risk-assessment').replaceAll('RA-11', 'RA-99');
  const answered = async (sending: Sending): Promise<unknown> => {
    const answer = await hub.send(sending);
    return [answer.status, (JSON.parse(answer.text) as { code: string }).code];
  };

  it('a message without a signature, also one the hub has already', async () => {
    for (const bytes of [text(), sample('risk-assessment')]) {
      expect(await answered({ bytes, as: CLIENT, adapter: 'authority-exchange' })).toEqual([400, 'SIGNATURE_REQUIRED']);
    }
  });

  it('a message that was changed after it was signed', async () => {
    expect(await answered({ ...(await signed(text())), bytes: text().replace('High', 'Low') })).toEqual([400, 'SIGNATURE_INVALID']);
  });

  it("a message of one authority signed by another's key, under either name", async () => {
    expect(await answered(await signed(text(), keys.southvale))).toEqual([400, 'SIGNATURE_INVALID']);
    expect(await answered(await signed(text(), { ...keys.southvale, kid: keys.northmere.kid }))).toEqual([400, 'SIGNATURE_INVALID']);
  });

  it('a file without its signature beside it, by the command line', async () => {
    const file = hub.file('assessment.xml', text());
    const { out, code } = await hub.command('ingest', 'authority-exchange', '--source', 'northmere-exchange', file);
    expect([code, out]).toEqual([1, expect.stringContaining('SIGNATURE_REQUIRED')]);
  });
});

describe('a signed message', () => {
  it('is taken by the command line with its signature beside it', async () => {
    const text = sample('agreement-alone').replaceAll('2026-03-02T09:30:00Z', '2026-03-05T09:30:00Z');
    const file = hub.file('agreement.xml', text);
    hub.file('agreement.xml.jws', `${await signDetached(text, keys.northmere)}\n`);
    const { code, out } = await hub.command('ingest', 'authority-exchange', '--source', 'northmere-exchange', file);
    expect([code, out]).toEqual([0, expect.stringContaining('TAKEN')]);
  });

  it('in which an authority speaks as another is stored, and quarantined', async () => {
    const [status] = await hub.deliver(await signed(sample('refused-another-sender')));
    expect(status).toMatchObject({ state: 'QUARANTINED', refused: 1, taken: 0 });
  });
});
