import { randomUUID } from 'node:crypto';
import type { Acted, Actor } from '../../src/actions/action-services.ts';
import { answerBriefing, type AnswerBriefing } from '../../src/actions/answer-briefing.ts';
import { fields } from '../gate/a-gate.ts';
import { aFound, aMissing } from '../journeys/documents.ts';
import { aDecidingHub, MINUTE, type DecidingHub } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

/** She is missing again. */
const AGAIN = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001', 'Header/MessageId': 'M-8', 'Report/MisperId': 'MP-8', 'Header/SentAt': '2025-11-20T07:30:00Z', 'Report/MissingSince': '2025-11-20T07:00:00Z' };

let hub: PractisedHub;
let open: string;
beforeAll(async () => {
  hub = await aPractisedHub();
  await hub.tell(aMissing(AGAIN));
  open = (await hub.ingest.rows<{ id: string }>('select id from episode where is_open'))[0]?.id ?? '';
});
beforeEach(() => {
  hub.now += MINUTE;
});
afterAll(() => hub.close());

const answering = (who: string, changed: Partial<AnswerBriefing> = {}): Promise<Acted> =>
  answerBriefing(hub.services, actor(who), { key: randomUUID(), episode: open, known: 'KNOWN_TO_US', words: `Said by ${who}.`, ...changed }, hub.now);
const standing = (): Promise<unknown[]> => hub.ingest.rows(`select by, outcome, words from return_step where step = 'BRIEFING_ANSWER' order by by`);

describe('an answer on the briefing', () => {
  test('is kept for the agency that gave it, beside those of others', async () => {
    await answering('pim');
    await answering('hal', { known: 'NOT_KNOWN' });
    expect(await standing()).toEqual([
      { by: 'hal@larkfield', outcome: 'NOT_KNOWN', words: 'Said by hal.' },
      { by: 'pim@mereshire-police', outcome: 'KNOWN_TO_US', words: 'Said by pim.' },
    ]);
  });

  test('takes the place of an earlier one of the same agency, and of no other', async () => {
    const { revision } = await answering('pim', { known: 'NOT_KNOWN', words: 'Looked again.' });
    expect(revision).toBe(2);
    expect(await standing()).toEqual([
      { by: 'hal@larkfield', outcome: 'NOT_KNOWN', words: 'Said by hal.' },
      { by: 'pim@mereshire-police', outcome: 'NOT_KNOWN', words: 'Looked again.' },
    ]);
  });

  test('at a revision that was replaced changes nothing', async () => {
    await expect(answering('pim', { revision: 1 })).rejects.toMatchObject({ code: 'STALE_REVISION' });
  });

  test('is read by the service, and by no home: not even its own', async () => {
    const { id } = await answering('hal');
    expect(await hub.step('nia', id)).toMatchObject({ step: 'BRIEFING_ANSWER', words: 'Said by hal.' });
    expect(await hub.step('hal', id)).toBeNull();
  });

  test.each(['ash', 'gil', 'vic', 'fin', 'pat'])('is refused of %s, as if there were no such episode', async (who) => {
    await expect(answering(who)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is refused of one who reads the child and takes no part', async () => {
    await expect(answering('ida')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(answering('bea')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('an answer of a colleague is not replaced by who has not read it, and is by who has', async () => {
  const { revision } = await answering('nia');
  await expect(answering('sia', { words: 'Said without looking.' })).rejects.toMatchObject({ code: 'STALE_REVISION', message: expect.stringContaining(`revision ${String(revision)}`) as string });
  expect(await answering('nia', { words: 'One can change what one said oneself.' })).toMatchObject({ revision: revision + 1 });
  expect(await answering('sia', { revision: revision + 1 })).toMatchObject({ revision: revision + 2 });
});

describe('a partner of the briefing', () => {
  const pam: Actor = { person: { ...actor('pim').person, id: 'pam', roles: [{ role: 'PARTNER', agency: 'willow-school', system: null, shifts: [] }] }, viewer: { person: 'pam', agency: 'willow-school', role: 'PARTNER' } };
  const read = async (): Promise<unknown> => {
    const wanted = { Episode: [{ name: 'returnSteps', key: 'steps', first: 10, sub: { ReturnStep: fields('step', 'words', 'by') } }] };
    return (await partnered.gate.row(pam.viewer, { root: { name: 'episode', id: episode }, wanted, operation: { name: 'ATest', hash: 'a hash' }, now: partnered.now }))?.['steps'];
  };
  let partnered: DecidingHub;
  let episode: string;
  beforeAll(async () => {
    const directory = aDirectoryOfPeople();
    const groups = [...directory.groups, { id: 'a-briefing', kind: 'BRIEFING', authority: 'northmere', members: [{ agency: 'willow-school', from: null, until: null }] } as const];
    partnered = await aDecidingHub(() => ({ ...directory, groups, people: new Map([...directory.people, ['pam', pam.person]]) }));
    await partnered.tell(aMissing(AGAIN));
    episode = (await partnered.ingest.rows<{ id: string }>(`select id from episode where status <> 'RETURNED'`))[0]?.id ?? '';
  });
  afterAll(() => partnered.close());

  test('reads what its own agency answered, and nothing that others did or said', async () => {
    const said = { episode, known: 'KNOWN_TO_US', key: randomUUID(), words: 'Said by the police.' } as const;
    await answerBriefing(partnered.services, actor('pim'), said, partnered.now);
    expect(await read()).toEqual([]);
    await answerBriefing(partnered.services, pam, { ...said, key: randomUUID(), words: 'Said by the school.' }, partnered.now);
    expect(await read()).toMatchObject([{ step: 'BRIEFING_ANSWER', words: 'Said by the school.', by: 'pam@willow-school' }]);
  });

  test('reads the episode in which the child is missing, and none that is over', async () => {
    const reads = async (): Promise<(boolean | null)[]> => {
      const ids = (await partnered.ingest.rows<{ id: string }>('select id from episode order by missing_from_at')).map(({ id }) => id);
      const rows = await Promise.all(ids.map((id) => partnered.gate.row(pam.viewer, { root: { name: 'episode', id }, wanted: { Episode: fields('open') }, operation: { name: 'ATest', hash: 'a hash' }, now: partnered.now })));
      return rows.map((row) => (row === null ? null : row['open'] === true));
    };
    expect(await reads()).toEqual([null, true]);
    const [over] = await partnered.ingest.rows<{ id: string }>('select id from episode where not is_open');
    const old = { episode: over?.id ?? '', known: 'KNOWN_TO_US', key: randomUUID(), words: 'Invented.' } as const;
    await expect(answerBriefing(partnered.services, pam, old, partnered.now)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('an answer on a child who is back is refused', async () => {
  await hub.tell(aFound({ 'Header/MessageId': 'M-9', 'Report/MisperId': 'MP-8', 'Header/SentAt': '2025-11-20T10:00:00Z', 'Found/WhenTraced': '2025-11-20T09:00:00Z', 'Found/WhenReturned': '2025-11-20T09:30:00Z' }));
  await expect(answering('nia', { revision: 99 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
