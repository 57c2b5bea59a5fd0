import { randomUUID } from 'node:crypto';
import { requestRiskAssessment } from '../../src/actions/request-risk-assessment.ts';
import type { Directory, Person } from '../../src/directory/directory.ts';
import { aMissing, type Fields } from '../journeys/documents.ts';
import { aHubOfOneClock, type DecidingHub } from './a-deciding-hub.ts';
import { toldOf } from './an-alert.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

const AGAIN: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001', 'Report/MisperId': 'MP-2', 'Report/MissingSince': '2025-11-20T07:00:00Z', 'Header/MessageId': 'M-20', 'Header/SentAt': '2025-11-20T07:30:00Z' };

let hub: DecidingHub;
let directory: Directory;
beforeEach(async () => {
  directory = aDirectoryOfPeople();
  hub = await aHubOfOneClock(() => directory);
});
afterEach(() => hub.close());

/** Nobody of Northmere reads this hub, and nothing is known of another hub of theirs. */
function withoutNorthmere(more: Partial<Directory> = {}): void {
  const isThere = ({ roles }: Person): boolean => roles.every(({ agency }) => agency !== 'northmere');
  directory = { ...directory, ...more, people: new Map([...directory.people].filter(([, person]) => isThere(person))) };
}
const kinds = async (who: string): Promise<unknown[]> => (await toldOf(hub, who, hub.now)).map((notice) => notice['kind']).filter((kind) => kind === 'RISK_ASSESSMENT_UNHEARD');
const ask = async (): Promise<readonly string[]> => {
  const [episode] = await hub.ingest.rows<{ id: string }>(`select id from episode where status = 'MISSING'`);
  return (await requestRiskAssessment(hub.services, actor('hew'), { key: randomUUID(), episode: episode?.id ?? '' }, hub.now)).warnings;
};
const RING = expect.stringContaining('ring them') as string;

describe('a risk assessment that nobody of the placing authority hears asked for', () => {
  it('is rung for: whoever asks is told so, and their coordinator has it in view, once', async () => {
    withoutNorthmere();
    await hub.tell(aMissing(AGAIN));
    expect(await ask()).toContainEqual(RING);
    await ask();
    expect([await kinds('hew'), await kinds('gus'), await kinds('pim')]).toEqual([['RISK_ASSESSMENT_UNHEARD'], [], []]);
  });

  it('is rung for where an agreement asks by itself too', async () => {
    withoutNorthmere({ assessments: [{ from: null, of: 'northmere', automatic: true, within: null }] });
    await hub.tell(aMissing(AGAIN));
    expect(await kinds('hew')).toEqual(['RISK_ASSESSMENT_UNHEARD']);
  });

  it('is not where somebody there reads this hub', async () => {
    await hub.tell(aMissing(AGAIN));
    expect(await ask()).not.toContainEqual(RING);
    expect(await kinds('hew')).toEqual([]);
  });
});
