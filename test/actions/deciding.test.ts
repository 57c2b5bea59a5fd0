import { randomUUID } from 'node:crypto';
import { acknowledgeSafetyNote } from '../../src/actions/acknowledge-safety-note.ts';
import type { Acted, ActionServices, Actor } from '../../src/actions/action-services.ts';
import { approveRedaction } from '../../src/actions/approve-redaction.ts';
import { approveSafetyNote } from '../../src/actions/approve-safety-note.ts';
import { authoriseSharing } from '../../src/actions/authorise-sharing.ts';
import { decideSharing } from '../../src/actions/decide-sharing.ts';
import { gradeIntelligence } from '../../src/actions/grade-intelligence.ts';
import { letParentIn } from '../../src/actions/let-parent-in.ts';
import { overrideForSafeguarding } from '../../src/actions/override-for-safeguarding.ts';
import { proposeRedaction } from '../../src/actions/propose-redaction.ts';
import { recordAgreement } from '../../src/actions/record-agreement.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { writeSafetyNote } from '../../src/actions/write-safety-note.ts';
import { aDecidingHub, anInterview, hashOf, type DecidingHub } from './a-deciding-hub.ts';
import { propose, TEXT } from './decisions.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeAll(async () => {
  hub = await aDecidingHub();
});
afterAll(() => hub.close());

const HOME = { audience: 'PLACEMENT', recipient: 'larkfield' } as const;
const NOTE = { recipient: 'larkfield', watchFor: 'A sudden quiet.', doThis: 'Ask how the day was.', ring: 'The duty team.' };

async function anItem(): Promise<string> {
  const input = { child: hub.child, topic: 'HOT_SPOT', urgency: 'ROUTINE', at: '2025-11-20T07:00:00Z', content: 'An invented yard.', source: 'An invented source.', namedPeople: [] } as const;
  const { id } = await recordIntelligence(hub.services, actor('ren'), { key: randomUUID(), ...input }, hub.now);
  await authoriseSharing(hub.services, actor('sal'), { key: randomUUID(), intelligence: id, revision: 0, authorised: true }, hub.now);
  return id;
}
const aNote = async (): Promise<string> => (await writeSafetyNote(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, revision: 0, ...NOTE }, hub.now)).id;
async function anApprovedNote(): Promise<string> {
  const note = await aNote();
  await approveSafetyNote(hub.services, actor('sal'), { key: randomUUID(), note, revision: 1 }, hub.now);
  return note;
}
const interview = async (): Promise<string> => (await anInterview(hub)).id;

/** One thing people decide: how it is asked, by whom it is done, and by whom not and why. */
interface Decided {
  readonly name: string;
  /** What is sent on something new, but for its key; `revision` is that of a first decision. */
  readonly input: () => Promise<{ readonly revision: number }>;
  readonly by: string;
  readonly not: readonly (readonly [who: string, code: string])[];
  readonly act: (...asked: [services: ActionServices, who: Actor, input: never, now: number]) => Promise<Acted>;
}

const DECIDED: readonly Decided[] = [
  {
    name: 'record an agreement',
    act: recordAgreement,
    input: async () => ({ interview: await interview(), revision: 0, aspect: 'AUDIENCE', ...HOME, topic: 'ALL', state: 'GIVEN', understanding: 'Clear.' }),
    by: 'ren',
    not: [['sal', 'FORBIDDEN'], ['hal', 'FORBIDDEN'], ['ash', 'NOT_FOUND']],
  },
  {
    name: 'decide on sharing',
    act: decideSharing,
    input: async () => ({ interview: await interview(), revision: 0, ...HOME, decision: 'SHARE', level: 'REDACTED' }),
    by: 'sia',
    not: [['sal', 'FORBIDDEN'], ['hal', 'FORBIDDEN'], ['ash', 'NOT_FOUND']],
  },
  {
    name: 'authorise sharing with a partner',
    act: authoriseSharing,
    input: async () => ({ interview: await interview(), revision: 0, audience: 'PARTNER', recipient: 'willow-school', authorised: true }),
    by: 'sal',
    not: [['ren', 'FORBIDDEN'], ['ash', 'NOT_FOUND']],
  },
  {
    name: 'release intelligence',
    act: authoriseSharing,
    input: async () => ({ intelligence: await anItem(), revision: 1, authorised: false }),
    by: 'sal',
    not: [['ren', 'FORBIDDEN'], ['hal', 'NOT_FOUND']],
  },
  {
    name: 'override for safeguarding',
    act: overrideForSafeguarding,
    input: async () => ({ interview: await interview(), revision: 0, ...HOME, reason: 'Invented.', until: '2025-11-21T08:00:00Z', childTold: 'Told.' }),
    by: 'sal',
    not: [['ren', 'FORBIDDEN'], ['hal', 'FORBIDDEN'], ['ash', 'NOT_FOUND']],
  },
  {
    name: 'propose a redacted text',
    act: proposeRedaction,
    input: async () => {
      const id = await interview();
      return { interview: id, revision: 0, ...HOME, text: TEXT, answers: [], contentHash: await hashOf(hub, id) };
    },
    by: 'ren',
    not: [['pim', 'FORBIDDEN'], ['hal', 'FORBIDDEN'], ['ash', 'NOT_FOUND']],
  },
  {
    name: 'approve a redacted text',
    act: approveRedaction,
    input: async () => ({ redaction: (await propose(hub, await interview())).id, revision: 1 }),
    by: 'tess',
    not: [['sal', 'NOT_TRAINED'], ['ren', 'NOT_TRAINED'], ['hal', 'NOT_FOUND']],
  },
  {
    name: 'grade intelligence',
    act: gradeIntelligence,
    input: async () => ({ intelligence: await anItem(), revision: 0, sourceEvaluation: '2', assessment: 'B', handling: 'P', sanitisedText: 'An invented place.' }),
    by: 'fin',
    not: [['sal', 'FORBIDDEN'], ['pim', 'FORBIDDEN'], ['hal', 'NOT_FOUND']],
  },
  {
    name: 'write a safety note',
    act: writeSafetyNote,
    input: () => Promise.resolve({ child: hub.child, revision: 0, ...NOTE }),
    by: 'ren',
    not: [['pim', 'FORBIDDEN'], ['hal', 'FORBIDDEN'], ['ash', 'NOT_FOUND']],
  },
  {
    name: 'approve a safety note',
    act: approveSafetyNote,
    input: async () => ({ note: await aNote(), revision: 1 }),
    by: 'sal',
    not: [['ren', 'FORBIDDEN'], ['hal', 'NOT_FOUND']],
  },
  {
    name: 'acknowledge a safety note',
    act: acknowledgeSafetyNote,
    input: async () => ({ note: await anApprovedNote(), revision: 1 }),
    by: 'hal',
    not: [['sal', 'FORBIDDEN'], ['ash', 'NOT_FOUND']],
  },
  {
    name: 'restrict an interview',
    act: restrict,
    input: async () => ({ interview: await interview(), revision: 0, restricted: true, reason: 'Invented.', allegation: false }),
    by: 'mo',
    not: [['sal', 'FORBIDDEN'], ['ash', 'NOT_FOUND']],
  },
];

const send = async ({ act }: Decided, who: string, input: object): Promise<Acted> => act(hub.services, actor(who), input as never, hub.now);

describe.each(DECIDED)('to $name', (decided) => {
  test(`is for ${decided.by}`, async () => {
    const answer = await send(decided, decided.by, { key: randomUUID(), ...(await decided.input()) });
    expect(answer).toMatchObject({ child: hub.child });
  });
  test.each(decided.not)('is not for %s: %s', async (who, code) => {
    await expect(send(decided, who, { key: randomUUID(), ...(await decided.input()) })).rejects.toMatchObject({ code });
  });
  test('gives whoever tries again, even at once, the first answer', async () => {
    const input = { key: randomUUID(), ...(await decided.input()) };
    const [first, atOnce] = await Promise.all([send(decided, decided.by, input), send(decided, decided.by, input)]);
    expect([atOnce, await send(decided, decided.by, input)]).toEqual([first, first]);
  });
  test('is refused under a key that was used for something else', async () => {
    const input = { key: randomUUID(), ...(await decided.input()) };
    await send(decided, decided.by, input);
    await expect(send(decided, decided.by, { ...input, revision: input.revision + 1 })).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });
  test('is refused, and stores nothing, where somebody decided in between', async () => {
    const input = await decided.input();
    const rows = 'select count(*)::integer as decisions from decision';
    const before = await hub.ingest.rows(rows);
    await expect(send(decided, decided.by, { key: randomUUID(), ...input, revision: input.revision + 1 })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(await hub.ingest.rows(rows)).toEqual(before);
  });
});

describe('to let a parent in', () => {
  const input = { parent: 'pat@northmere', standing: 'RESPONSIBILITY', safeToInform: 'YES', childAsked: false, livesIndependently: false } as const;
  const letIn = (who: string, revision: number) => letParentIn(hub.services, actor(who), { key: randomUUID(), child: hub.child, revision, ...input }, hub.now);

  test('is for the decision-maker alone, and stands until it is decided anew', async () => {
    await expect(letIn('sal', 0)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(letIn('ash', 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const id = await interview();
    expect(await hub.interview('pat', id)).toBeNull();
    await letIn('sia', 0);
    expect(await hub.interview('pat', id)).toMatchObject({ __typename: 'InterviewNotice' });
    await expect(letIn('sia', 0)).rejects.toMatchObject({ code: 'STALE_REVISION' });
  });
  test('is of somebody who is a parent in the directory', async () => {
    const other = letParentIn(hub.services, actor('sia'), { key: randomUUID(), child: hub.child, revision: 0, ...input, parent: 'hal@larkfield' }, hub.now);
    await expect(other).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
