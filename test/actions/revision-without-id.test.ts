import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, isInputObjectType, isNonNullType } from 'graphql';
import type { Acted } from '../../src/actions/action-services.ts';
import { recordCaseRecord } from '../../src/actions/record-case-record.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { recordInterview } from '../../src/actions/record-interview.ts';
import { recordOffer } from '../../src/actions/record-offer.ts';
import { recordPlacementAgreement } from '../../src/actions/record-placement-agreement.ts';
import { recordPlacement } from '../../src/actions/record-placement.ts';
import { recordProfile } from '../../src/actions/record-profile.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { reportLocated } from '../../src/actions/report-located.ts';
import { reportMissing } from '../../src/actions/report-missing.ts';
import { reportReturned } from '../../src/actions/report-returned.ts';
import { setAction } from '../../src/actions/set-action.ts';
import { updateRisk } from '../../src/actions/update-risk.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { actor } from './some-people.ts';

let hub: PractisedHub;
beforeAll(async () => {
  hub = await aPractisedHub();
});
afterAll(() => hub.close());

interface Sent {
  readonly key: string;
  readonly child: string;
  readonly episode: string;
  readonly episodes: readonly string[];
  readonly at: string;
  readonly revision?: number;
}
type Send = (sent: Sent) => Promise<Acted>;

/** What can be written anew or changed, by its mutation: by whom, and with what is needed besides. */
const CHANGED: Readonly<Record<string, Send>> = {
  recordCaseRecord: (sent) => recordCaseRecord(hub.services, actor('sal'), { ...sent, record: 'CE_SCREEN' }, hub.now),
  recordIntelligence: (sent) => recordIntelligence(hub.services, actor('ren'), { ...sent, topic: 'VEHICLE', urgency: 'ROUTINE', content: 'An invented van.', source: 'The child.' }, hub.now),
  recordInterview: (sent) => recordInterview(hub.services, actor('ren'), { ...sent, state: 'COMPLETED', answers: {} }, hub.now),
  recordOffer: (sent) => recordOffer(hub.services, actor('ren'), { ...sent, offeredTo: 'CHILD' }, hub.now),
  recordProfile: (sent) => recordProfile(hub.services, actor('hal'), { ...sent, friends: 'Fenn Madeup' }, hub.now),
  recordReturnStep: (sent) => recordReturnStep(hub.services, actor('sal'), { ...sent, step: 'CHILD_SEEN' }, hub.now),
  reportLocated: (sent) => reportLocated(hub.services, actor('hal'), sent, hub.now),
  reportMissing: (sent) => reportMissing(hub.services, actor('hal'), { ...sent, missingSince: sent.at }, hub.now),
  reportReturned: (sent) => reportReturned(hub.services, actor('hal'), sent, hub.now),
  setAction: (sent) => setAction(hub.services, actor('sal'), { ...sent, what: 'Sit with her.', owner: 'sia@northmere', due: '2025-11-30' }, hub.now),
  updateRisk: (sent) => updateRisk(hub.services, actor('sia'), { ...sent, risk: 'HIGH', why: 'Invented grounds.' }, hub.now),
  recordPlacementAgreement: (sent) => recordPlacementAgreement(hub.services, actor('nia'), { ...sent, from: '2025-11-01', hostAuthority: 'southvale' }, hub.now),
  // The last: the child goes to another home.
  recordPlacement: (sent) => recordPlacement(hub.services, actor('bea'), { ...sent, from: '2025-11-01', urn: 'SC900002' }, hub.now),
};
const sent = (): Sent => ({ key: randomUUID(), child: hub.child, episode: hub.episode, episodes: [hub.episode], at: '2025-11-20T07:30:00Z' });
const kept = async (): Promise<unknown> => (await hub.ingest.rows<{ n: number }>(`select (select count(*) from decision)::int + (select count(*) from observation)::int as n`))[0]?.n;

test('every mutation is looked at that writes something anew or changes it by its id', () => {
  const schema = buildSchema(readFileSync(path.resolve(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'));
  const optional = (fields: Readonly<Record<string, { readonly type: unknown } | undefined>>, name: string): boolean => fields[name] !== undefined && !isNonNullType(fields[name].type);
  const either = Object.values(schema.getTypeMap()).flatMap((type) => (isInputObjectType(type) && optional(type.getFields(), 'id') && optional(type.getFields(), 'revision') ? [type.name] : []));
  expect(Object.keys(CHANGED).map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`).sort()).toEqual(either.sort());
});

test.each(Object.entries(CHANGED))('%s with a revision and no id is refused, and nothing is written down twice', async (_name, send) => {
  const before = await kept();
  await expect(send({ ...sent(), revision: 1 })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"id" does not say of what') as string });
  expect(await kept()).toBe(before);
  await expect(send(sent())).resolves.toMatchObject({ child: hub.child });
});
