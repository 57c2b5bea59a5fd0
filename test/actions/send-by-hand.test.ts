import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { recordOffer } from '../../src/actions/record-offer.ts';
import { transmit } from '../../src/actions/transmit.ts';
import { transmitInterview } from '../../src/actions/transmit-interview.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { HubError } from '../../src/domain/errors.ts';
import type { ExchangeEntry } from '../../src/directory/exchange-directory.ts';
import { aDecidingHub, anInterview, type DecidingHub } from './a-deciding-hub.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

const MATTERS = ['INTERVIEW', 'EPISODE', 'OFFER', 'INTELLIGENCE'] as const;
type Matter = (typeof MATTERS)[number];
const entry = (agency: string): ExchangeEntry => ({ from: null, agency, matters: MATTERS, channel: `${agency}-folder`, within: null, automatic: false, refusals: true });
const withExchange = (): Directory => ({ ...aDirectoryOfPeople(), exchange: ['northmere', 'southvale', 'westhaven', 'mereshire-police'].map(entry) });

let hub: DecidingHub;
/** Of each matter one that Northmere's service did for its own child, and one that Southvale's did for its guest. */
let own: Readonly<Record<Matter, string>>;
let guest: Readonly<Record<Matter, string>>;
beforeAll(async () => {
  hub = await aDecidingHub(withExchange);
  own = await ofEach('ren');
  await assignWorker(hub.services, actor('hew'), { key: randomUUID(), child: hub.child, revision: 0, worker: 'gus' }, hub.now);
  guest = await ofEach('gus');
});
afterAll(() => hub.close());

async function ofEach(worker: string): Promise<Readonly<Record<Matter, string>>> {
  const [{ id: episode } = { id: '' }] = await hub.ingest.rows<{ id: string }>('select id from episode limit 1');
  const { id: interview } = await anInterview(hub, {}, worker);
  const offer = await recordOffer(hub.services, actor(worker), { key: randomUUID(), child: hub.child, episodes: [episode], at: '2025-11-20T06:30:00Z', offeredTo: 'CHILD', outcome: 'ACCEPTED' }, hub.now);
  const item = { child: hub.child, interview, urgency: 'ACT_NOW', topic: 'HOT_SPOT', at: '2025-11-20T07:30:00Z', content: 'Invented words.', source: 'The child.' } as const;
  const said = await recordIntelligence(hub.services, actor(worker), { key: randomUUID(), ...item }, hub.now);
  return { INTERVIEW: interview, EPISODE: episode, OFFER: offer.id, INTELLIGENCE: said.id };
}

interface Sending {
  readonly by: 'nia' | 'hew';
  readonly matter: Matter;
  readonly to: string;
  readonly recipient?: string;
}

function sends({ by, matter, ...to }: Sending): Promise<Acted> {
  const id = (by === 'nia' ? own : guest)[matter];
  const said = { key: randomUUID(), ...to };
  return matter === 'INTERVIEW' ? transmitInterview(hub.services, actor(by), { ...said, interview: id }, hub.now) : transmit(hub.services, actor(by), { ...said, matter, id }, hub.now);
}
const stands = async (id: string): Promise<unknown> => (await hub.ingest.rows(`select state, holds, recipient from transmission where id = '${id}'`))[0];
async function refusal(sending: Sending): Promise<string> {
  try {
    return `sent as ${(await sends(sending)).id}`;
  } catch (error) {
    return error instanceof HubError ? `${error.code} ${error.message}` : String(error);
  }
}

describe.each(MATTERS)('%s by hand', (matter) => {
  it('goes without a further word to whom the child is no stranger', async () => {
    const { id, warnings } = await sends({ by: 'nia', matter, to: 'mereshire-police' });
    expect({ warnings, ...((await stands(id)) as object) }).toMatchObject({ warnings: [], state: 'QUEUED' });
  });

  it('waits where its recipient may see nothing of it, and whoever sends it is told at once', async () => {
    const { id, warnings } = await sends({ by: 'nia', matter, to: 'westhaven' });
    expect(warnings).toEqual([expect.stringContaining('may see nothing of it')]);
    expect(await stands(id)).toMatchObject({ state: 'HELD', holds: ['AWAITS_RELEASE'], recipient: 'HUB_COORDINATOR:westhaven' });
  });

  it('names of another agency nobody but whom it goes to anyway, and says of each other name the same', async () => {
    const named = (recipient: string): Promise<string> => refusal({ by: 'hew', matter, to: 'northmere', recipient });
    const answers = await Promise.all(['nia@northmere', 'sol@northmere', 'pat@northmere', 'nobody@northmere', 'hew@southvale', 'PARTNER:northmere', 'nobody'].map(named));
    expect(answers[0]).toMatch(/^BAD_INPUT "recipient" /);
    expect(new Set(answers).size).toBe(1);
    const { id } = await sends({ by: 'hew', matter, to: 'northmere', recipient: 'sia@northmere' });
    expect(await stands(id)).toMatchObject({ state: 'QUEUED', recipient: 'sia@northmere' });
  });
});

it('an interview into the own system is for whomever of the own people its sender names', async () => {
  const { id } = await sends({ by: 'nia', matter: 'INTERVIEW', to: 'northmere', recipient: 'sal@northmere' });
  expect(await stands(id)).toMatchObject({ state: 'QUEUED', recipient: 'sal@northmere' });
  expect(await refusal({ by: 'nia', matter: 'INTERVIEW', to: 'northmere', recipient: 'hew@southvale' })).toMatch(/^BAD_INPUT /);
});

it.each(['EPISODE', 'OFFER', 'INTELLIGENCE'] as const)('%s goes into no system of its sender', async (matter) => {
  expect(await refusal({ by: 'nia', matter, to: 'northmere' })).toMatch(/^BAD_INPUT "to" /);
});
