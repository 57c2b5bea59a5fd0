import { randomUUID } from 'node:crypto';
import { moment, put, type Standing } from '../gate/a-world.ts';
import { aReturnInterview } from '../gate/told-of-a-child.ts';
import { ask } from '../http/a-hub.ts';
import { aHubOfReturns, returnOf, type HubOfReturns } from './a-hub-of-returns.ts';

interface Read {
  readonly missing: readonly { readonly pushFactors: readonly string[]; readonly pullFactors: readonly string[] }[];
}
const BRIEFING = '{ briefing(authority: "northmere") { missing { pushFactors pullFactors } } }';
const MISSING: Standing = { responsible: ['northmere'], forces: ['mereshire-police', 'farshire-police'], providers: ['larkfield'], partners: ['mereshire-health', 'farshire-health'], missingNow: 'YES', recent: '(,)' };

let hub: HubOfReturns;
const interview = randomUUID();
beforeAll(async () => {
  hub = await aHubOfReturns();
  const { child } = await returnOf(hub.world, MISSING, { status: 'MISSING', is_open: true, missing_since: moment('2026-11-18T20:00:00Z'), missing_from_at: '2026-11-18T20:00:00Z', returned_at: null, returned_until_at: null });
  const shared = ['REDACTED:mereshire-police', 'REDACTED:mereshire-health'];
  await put(hub.world, aReturnInterview({ id: interview, child, standing: { ...MISSING, shared } }));
});
afterAll(() => hub.close());

async function read(as: string): Promise<Read['missing'][number] | undefined> {
  const { data, errors } = await ask(hub, BRIEFING, { as });
  expect(errors).toEqual([]);
  return (data as { briefing: Read }).briefing.missing[0];
}

describe('what pushes and pulls a child who is missing', () => {
  it.each([['police@mereshire-police', 'mereshire-police'], ['partner@mereshire-health', 'mereshire-health']])('is on the briefing of %s, as approved with the text for them', async (as, recipient) => {
    expect(await read(as)).toEqual({ pushFactors: [`words for ${recipient} of ${interview}`], pullFactors: [] });
  });
  it.each(['police@farshire-police', 'partner@farshire-health', 'provider@larkfield'])('is not on that of %s, for whom nothing was approved', async (as) => {
    expect(await read(as)).toEqual({ pushFactors: [], pullFactors: [] });
  });
  it('is as answered for whoever reads the interview in full', async () => {
    expect(await read('coordinator@northmere')).toEqual({ pushFactors: [`push_factors of ${interview}`], pullFactors: [`pull_factors of ${interview}`] });
  });
});
