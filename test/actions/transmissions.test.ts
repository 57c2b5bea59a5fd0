import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { decideSharing } from '../../src/actions/decide-sharing.ts';
import { finaliseEpisode } from '../../src/actions/finalise-episode.ts';
import { gradeIntelligence } from '../../src/actions/grade-intelligence.ts';
import { pausePartner, resumePartner } from '../../src/actions/pause-partner.ts';
import { recordAgreement } from '../../src/actions/record-agreement.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { releaseTransmission } from '../../src/actions/release-transmission.ts';
import { replayTransmission } from '../../src/actions/replay-transmission.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { transmit } from '../../src/actions/transmit.ts';
import { transmitInterview } from '../../src/actions/transmit-interview.ts';
import { withdrawTransmission } from '../../src/actions/withdraw-transmission.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { ExchangeEntry } from '../../src/directory/exchange-directory.ts';
import { runTransmission } from '../../src/exchange/run-transmission.ts';
import type { TransmittingServices } from '../../src/exchange/transmitting-services.ts';
import type { Row } from '../../src/gate/read-request.ts';
import { asWriter } from '../../src/store/database.ts';
import { settleTransmissions } from '../../src/store/write/transmissions/settle-transmissions.ts';
import { aNetwork, type Behaviour, type Network } from '../exchange/a-network.ts';
import { fields } from '../gate/a-gate.ts';
import { aDecidingHub, anInterview, type DecidingHub } from './a-deciding-hub.ts';
import { agreeing } from './settled-before.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

const entry = (agency: string, matters: ExchangeEntry['matters'], changed: Partial<ExchangeEntry> = {}): ExchangeEntry => ({
  from: null,
  agency,
  matters,
  channel: `${agency}-folder`,
  within: null,
  automatic: false,
  refusals: true,
  ...changed,
});
const WITHIN = { length: 5, calendar: 'WORKING_DAYS', source: 'an invented agreement, paragraph 4' } as const;
const EXCHANGE: readonly ExchangeEntry[] = [
  entry('northmere', ['INTERVIEW'], { from: 'southvale', within: WITHIN, automatic: true }),
  entry('northmere', ['INTERVIEW'], { from: 'northmere', refusals: false }),
  entry('northmere', ['INTELLIGENCE'], { automatic: true }),
  entry('mereshire-police', ['INTELLIGENCE', 'INTERVIEW', 'EPISODE'], { automatic: true }),
];
const withExchange = (): Directory => ({ ...aDirectoryOfPeople(), exchange: EXCHANGE });

interface Stands {
  readonly id: string;
  readonly state: string;
  readonly act: string;
  readonly matter: string;
  readonly to: string;
  readonly recipient: string;
  readonly because: string;
  readonly holds: readonly string[];
  readonly fault: string | null;
  readonly late: boolean;
}

let hub: DecidingHub;
let network: Network;
let transmitting: TransmittingServices;
beforeEach(async () => {
  hub = await aDecidingHub(withExchange);
  network = aNetwork();
  const ignore = (): void => undefined;
  transmitting = { database: hub.services.database, deliver: network, clock: () => Math.max(hub.now, hub.ingest.services.clock()), log: { info: ignore, warn: ignore, error: ignore } };
});
afterEach(() => hub.close());

const as = (who: string): readonly [DecidingHub['services'], Actor] => [hub.services, actor(who)];
const keyed = <T extends object>(input: T): T & { key: string } => ({ key: randomUUID(), ...input });
const made = (): Promise<Stands[]> =>
  hub.ingest.rows<Stands>(`select id, state, act, matter, to_agency as to, recipient, because, holds, fault, withdrawn_too_late as late from transmission order by made_at, revision, id`);
const the = async (id: string): Promise<Stands | undefined> => (await made()).find((one) => one.id === id);
const send = (id: string): Promise<void> => runTransmission(transmitting, id);
const episode = async (): Promise<string> => (await hub.ingest.rows<{ id: string }>('select id from episode limit 1'))[0]?.id ?? '';
const finalise = async (): Promise<unknown> => finaliseEpisode(...as('sal'), keyed({ episode: await episode(), revision: 0, finalised: true }), hub.now);
const told = async (kind: string): Promise<string[]> => (await hub.ingest.rows<{ about: string }>(`select about from briefing_notice where kind = '${kind}'`)).map(({ about }) => about);
const toPolice = async (interview: string, who = 'nia'): Promise<string> => (await transmitInterview(...as(who), keyed({ interview, to: 'mereshire-police' }), hub.now)).id;
/** Southvale's own worker holds an interview with its guest. */
async function byTheHost(state: 'COMPLETED' | 'REFUSED' = 'COMPLETED'): Promise<{ id: string; revision: number }> {
  await assignWorker(...as('hew'), keyed({ child: hub.child, revision: 0, worker: 'gus' }), hub.now);
  return anInterview(hub, { state }, 'gus');
}

describe('sending an interview by hand', () => {
  it.each(['nia', 'sal'])('%s does, and it goes without a further word', async (who) => {
    const { id: interview } = await anInterview(hub);
    const id = await toPolice(interview, who);
    expect(await the(id)).toMatchObject({ state: 'QUEUED', to: 'mereshire-police', recipient: 'POLICE_MISSING_TEAM:mereshire-police', because: 'BY_HAND' });
    await send(id);
    expect(await the(id)).toMatchObject({ state: 'ACKNOWLEDGED' });
  });

  it.each(['ren', 'mo', 'sia', 'bea', 'hew', 'fin', 'hal'])('%s does not', async (who) => {
    const { id: interview } = await anInterview(hub);
    await expect(toPolice(interview, who)).rejects.toThrow(expect.objectContaining({ code: expect.stringMatching(/^(FORBIDDEN|NOT_FOUND)$/) as string }) as Error);
    expect(await made()).toEqual([]);
  });

  it('the same key makes it once', async () => {
    const { id: interview } = await anInterview(hub);
    const input = keyed({ interview, to: 'mereshire-police' });
    const [first, again] = [await transmitInterview(...as('nia'), input, hub.now), await transmitInterview(...as('nia'), input, hub.now)];
    expect(again.id).toBe(first.id);
    expect(await made()).toHaveLength(1);
  });

  it('goes to nobody of whom the directory does not say it, and to nobody of another agency by name', async () => {
    const { id: interview } = await anInterview(hub);
    const bad = expect.objectContaining({ code: 'BAD_INPUT' }) as Error;
    await expect(transmitInterview(...as('nia'), keyed({ interview, to: 'willow-school' }), hub.now)).rejects.toThrow(bad);
    await expect(transmitInterview(...as('nia'), keyed({ interview, to: 'mereshire-police', recipient: 'hew@southvale' }), hub.now)).rejects.toThrow(bad);
  });

  it('an episode goes to the force, and no other matter to where only intelligence goes', async () => {
    const sent = await transmit(...as('sal'), keyed({ matter: 'EPISODE', id: await episode(), to: 'mereshire-police' } as const), hub.now);
    expect(await the(sent.id)).toMatchObject({ matter: 'EPISODE', state: 'QUEUED' });
    await expect(transmit(...as('sal'), keyed({ matter: 'EPISODE', id: await episode(), to: 'northmere' } as const), hub.now)).rejects.toThrow(expect.objectContaining({ code: 'BAD_INPUT' }) as Error);
  });
});

describe('what goes by itself', () => {
  it("an interview the host held goes to the placing authority's social worker as agreed, once, with its time", async () => {
    await agreeing(hub);
    const { id: interview, revision } = await byTheHost();
    const [one, ...more] = await made();
    expect(more).toEqual([]);
    expect(one).toMatchObject({ state: 'QUEUED', to: 'northmere', recipient: 'sia@northmere', because: 'PLACEMENT_AGREEMENT' });
    await anInterview(hub, { id: interview, revision, answers: { reasons: 'Other invented words.' } }, 'gus');
    expect(await made()).toHaveLength(1);
    // Held on a Thursday: five working days later, at the end of the day.
    const [row] = await hub.ingest.rows<{ due: string }>(`select (due_at at time zone 'Europe/London')::text as due from transmission`);
    expect(row?.due).toBe('2025-11-27 23:59:59.999');
  });

  it('a refused one too (SOM 8.1.3)', async () => {
    await byTheHost('REFUSED');
    expect(await made()).toMatchObject([{ to: 'northmere', because: 'PLACED_BY_ANOTHER' }]);
  });

  it("what is finalised goes into the authority's own system, once somebody releases it; a refusal where the directory says so alone", async () => {
    await anInterview(hub);
    expect(await made()).toEqual([]);
    await finalise();
    const [one] = await made();
    expect(one).toMatchObject({ state: 'HELD', holds: ['AWAITS_RELEASE'], to: 'northmere', because: 'OWN_SYSTEM' });
    await releaseTransmission(...as('nia'), keyed({ id: one?.id ?? '', despiteWithdrawal: false }), hub.now);
    expect(await the(one?.id ?? '')).toMatchObject({ state: 'QUEUED' });
    const [{ decision } = { decision: null }] = await hub.ingest.rows<{ decision: string | null }>('select decision from transmission');
    expect(await hub.ingest.rows(`select from audit_event where id = '${String(decision)}'`)).toHaveLength(1);
  });

  it('a refusal of its own does not go into a system that takes none', async () => {
    await anInterview(hub, { state: 'REFUSED' });
    await finalise();
    expect(await made()).toEqual([]);
  });

  it('intelligence goes to the bureau once it is released, and what cannot wait at once; the grade comes back', async () => {
    const { id: interview } = await anInterview(hub);
    const item = { child: hub.child, interview, topic: 'HOT_SPOT', at: '2025-11-20T07:30:00Z', content: 'Invented words.', source: 'The child.' } as const;
    await recordIntelligence(...as('ren'), keyed({ ...item, urgency: 'ROUTINE' }), hub.now);
    expect(await made()).toEqual([]);
    const urgent = await recordIntelligence(...as('ren'), keyed({ ...item, urgency: 'ACT_NOW' }), hub.now);
    expect(await made()).toMatchObject([{ state: 'QUEUED', to: 'mereshire-police', recipient: 'POLICE_INTELLIGENCE:mereshire-police', because: 'INTELLIGENCE' }]);
    await gradeIntelligence(...as('fin'), keyed({ intelligence: urgent.id, revision: 0, sourceEvaluation: '1', assessment: 'A', handling: 'P', recipients: [] } as never), hub.now);
    expect((await made()).map(({ to }) => to).sort()).toEqual(['mereshire-police', 'northmere']);
  });
});

describe('what must not go', () => {
  it('is held back by whoever sends, and had it left, is listed to the coordinator', async () => {
    const { id: interview } = await anInterview(hub);
    const [waits, left] = [await toPolice(interview), await toPolice(interview)];
    await send(left);
    const reason = 'An invented reason.';
    expect((await withdrawTransmission(...as('sal'), keyed({ id: waits, reason }), hub.now)).warnings).toEqual([]);
    expect((await withdrawTransmission(...as('sal'), keyed({ id: left, reason }), hub.now)).warnings).toHaveLength(1);
    await send(waits);
    expect(await the(waits)).toMatchObject({ state: 'HELD', holds: ['WITHDRAWN'], late: false, fault: 'BY_A_PERSON' });
    expect(await the(left)).toMatchObject({ state: 'ACKNOWLEDGED', late: true, fault: null });
    expect(await told('TRANSMISSION_TOO_LATE')).toEqual([left]);
    await releaseTransmission(...as('nia'), keyed({ id: waits, despiteWithdrawal: false }), hub.now);
    expect(await the(waits)).toMatchObject({ state: 'HELD' });
    await releaseTransmission(...as('nia'), keyed({ id: waits, despiteWithdrawal: true }), hub.now);
    expect(await the(waits)).toMatchObject({ state: 'QUEUED', fault: null });
  });

  it('is what is withheld from its receiver', async () => {
    const { id: interview } = await anInterview(hub);
    const id = await toPolice(interview);
    await decideSharing(...as('sia'), keyed({ interview, revision: 0, audience: 'POLICE', recipient: 'mereshire-police', decision: 'WITHHOLD', level: 'REDACTED', reason: 'An invented reason.', reviewOn: '2025-12-01' } as never), hub.now);
    expect(await the(id)).toMatchObject({ state: 'HELD', holds: ['WITHDRAWN'] });
    expect(await told('TRANSMISSION_WITHDRAWN')).toEqual([id]);
  });

  it.each([
    { aspect: 'TAKE_PART', audience: null, held: true },
    { aspect: 'AUDIENCE', audience: 'POLICE', held: true },
    { aspect: 'AUDIENCE', audience: 'PARTNER', held: false },
  ] as const)('row 51: is what a child has withdrawn from ($aspect $audience)', async ({ aspect, audience, held }) => {
    const { id: interview } = await anInterview(hub);
    const id = await toPolice(interview);
    const recipient = audience === 'PARTNER' ? 'willow-school' : audience === 'POLICE' ? 'mereshire-police' : null;
    await recordAgreement(...as('ren'), keyed({ interview, revision: 0, aspect, audience, recipient, topic: 'ALL', state: 'WITHDRAWN', understanding: 'An invented judgement.', channel: null } as never), hub.now);
    expect(await the(id)).toMatchObject({ state: held ? 'HELD' : 'QUEUED' });
  });

  it('is what is restricted meanwhile; what had left is told to those who may see it', async () => {
    const { id: interview } = await anInterview(hub);
    const [waits, left] = [await toPolice(interview), await toPolice(interview)];
    await send(left);
    await restrict(...as('mo'), keyed({ child: hub.child, interview: null, revision: 0, restricted: true, reason: 'An invented reason.', admitted: ['mo@northmere'], excluded: [], allegation: false } as never), hub.now);
    expect(await the(waits)).toMatchObject({ state: 'HELD', holds: ['WITHDRAWN'] });
    expect(await the(left)).toMatchObject({ late: true });
    const notices = await hub.ingest.rows<{ to: string[] }>(`select "to" from briefing_notice where kind = 'TRANSMISSION_TOO_LATE'`);
    expect(notices).toEqual([{ to: ['mo@northmere'] }]);
    expect(await seen('nia', left)).toBeNull();
    expect(await seen('mo', left)).toMatchObject({ id: left });
  });

  it('is what goes to a partner that is paused', async () => {
    const { id: interview } = await anInterview(hub);
    const id = await toPolice(interview);
    const word = { agency: 'mereshire-police', reason: 'An invented reason.' };
    await expect(pausePartner(...as('ren'), keyed(word), hub.now)).rejects.toThrow(expect.objectContaining({ code: 'FORBIDDEN' }) as Error);
    expect(await pausePartner(...as('nia'), keyed(word), hub.now)).toMatchObject({ paused: true, transmissions: 1 });
    expect(await the(id)).toMatchObject({ state: 'HELD', holds: ['PAUSED'] });
    expect(await resumePartner(...as('nia'), keyed(word), hub.now)).toMatchObject({ paused: false, transmissions: 1 });
    expect(await the(id)).toMatchObject({ state: 'QUEUED' });
  });
});

describe('after the fact', () => {
  it('whoever received an interview is told what was corrected since, once for each correction', async () => {
    const { id: interview, revision } = await anInterview(hub);
    const id = await toPolice(interview);
    await send(id);
    await anInterview(hub, { id: interview, revision, answers: { reasons: 'Other invented words.' } });
    const [, correction] = await made();
    expect(correction).toMatchObject({ act: 'correct', matter: 'INTERVIEW', because: 'CORRECTION', state: 'QUEUED', to: 'mereshire-police' });
    await anInterview(hub, { id: interview, revision: revision + 1, answers: { reasons: 'Words invented once more.' } });
    expect(await made()).toHaveLength(2);
    await send(correction?.id ?? '');
    expect(await the(correction?.id ?? '')).toMatchObject({ state: 'ACKNOWLEDGED' });
    await anInterview(hub, { id: interview, revision: revision + 2, answers: { reasons: 'The last invented words.' } });
    const corrects = await hub.ingest.rows<{ corrects: string }>(`select corrects from transmission where act = 'correct' order by revision`);
    expect(corrects.map((row) => row.corrects)).toEqual([id, correction?.id]);
  });

  it('a correction of what is restricted by now waits, and whoever may see it is told to release it', async () => {
    const { id: interview, revision } = await anInterview(hub);
    await send(await toPolice(interview));
    await restrict(...as('mo'), keyed({ child: hub.child, interview: null, revision: 0, restricted: true, reason: 'An invented reason.', admitted: ['mo@northmere', 'ren@northmere'], excluded: [], allegation: false } as never), hub.now);
    await anInterview(hub, { id: interview, revision, answers: { reasons: 'Other invented words.' } });
    const [, correction] = await made();
    expect(correction).toMatchObject({ act: 'correct', state: 'HELD', holds: ['AWAITS_RELEASE'] });
    const notices = await hub.ingest.rows<{ to: string[]; about: string }>(`select "to", about from briefing_notice where kind = 'CORRECTION_WAITS'`);
    expect(notices).toEqual([{ to: ['mo@northmere', 'ren@northmere'], about: correction?.id }]);
  });

  it('nothing is corrected where nothing of it changed, or nothing had come', async () => {
    const { id: interview, revision } = await anInterview(hub);
    const [came, waits] = [await toPolice(interview), await toPolice(interview)];
    await send(came);
    await decideSharing(...as('sia'), keyed({ interview, revision: 0, audience: 'POLICE', recipient: 'mereshire-police', decision: 'SHARE', level: 'FULL', reason: '', reviewOn: null } as never), hub.now);
    expect(await made()).toHaveLength(2);
    await withdrawTransmission(...as('nia'), keyed({ id: waits, reason: 'An invented reason.' }), hub.now);
    await anInterview(hub, { id: interview, revision, answers: { reasons: 'Other invented words.' } });
    expect((await made()).filter(({ act }) => act === 'correct')).toHaveLength(1);
  });

  it('what was given up is sent anew under the same id', async () => {
    const { id: interview } = await anInterview(hub);
    const id = await toPolice(interview);
    network.behaves('CANNOT_SAY');
    await send(id);
    expect(await the(id)).toMatchObject({ state: 'DEAD' });
    await replayTransmission(...as('nia'), keyed({ id }), hub.now);
    await send(id);
    expect(await the(id)).toMatchObject({ state: 'ACKNOWLEDGED' });
    await expect(replayTransmission(...as('nia'), keyed({ id }), hub.now)).rejects.toThrow(expect.objectContaining({ code: 'BAD_INPUT' }) as Error);
  });
});

/** A transmission as somebody reads it through the gate. */
function seen(who: string, id: string): Promise<Row | null> {
  const wanted = { Transmission: fields('id', 'state', 'from', 'to', 'receipt', 'recipient', 'level', 'fields', 'events', 'overdue', 'deadline') };
  return hub.gate.row(actor(who).viewer, { root: { name: 'transmission', id }, wanted, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now });
}

describe('who sees it', () => {
  it('the sender all of it, the receiver that it came, once it did, and nobody else that there is one', async () => {
    await byTheHost();
    const [one] = await made();
    const id = one?.id ?? '';
    expect(await seen('hew', id)).toMatchObject({ state: 'QUEUED', recipient: 'sia@northmere', level: null });
    for (const who of ['sia', 'nia', 'sol', 'ren', 'pim', 'hal', 'vic', 'gus']) {
      expect([who, await seen(who, id)]).toEqual([who, null]);
    }
    await send(id);
    expect(await seen('hew', id)).toMatchObject({ state: 'ACKNOWLEDGED', level: 'FULL', fields: ['FullInterview.reasons'] });
    for (const who of ['sia', 'nia']) {
      expect(await seen(who, id)).toMatchObject({ state: 'ACKNOWLEDGED', from: 'southvale', to: 'northmere', recipient: null, level: null, fields: null, events: null });
    }
    for (const who of ['sol', 'ren', 'pim', 'hal', 'vic', 'gus']) {
      expect([who, await seen(who, id)]).toEqual([who, null]);
    }
  });

  it('a list holds what is overdue, or was withdrawn too late, and only where its reader sees that', async () => {
    await byTheHost();
    const list = async (who: string, filter: { overdue: boolean; withdrawnTooLate: boolean }): Promise<number> =>
      (await hub.gate.page(actor(who).viewer, { root: { name: 'transmissions', states: null, ...filter, first: 10, after: null }, wanted: { Transmission: fields('id') }, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now })).nodes.length;
    const [ALL, OVERDUE, LATE] = [{ overdue: false, withdrawnTooLate: false }, { overdue: true, withdrawnTooLate: false }, { overdue: false, withdrawnTooLate: true }];
    expect([await list('hew', ALL), await list('hew', OVERDUE), await list('nia', ALL)]).toEqual([1, 0, 0]);
    hub.now += 8 * 24 * 3_600_000;
    expect([await list('hew', OVERDUE), await list('nia', OVERDUE)]).toEqual([1, 0]);
    const [one] = await made();
    await send(one?.id ?? '');
    await withdrawTransmission(...as('hew'), keyed({ id: one?.id ?? '', reason: 'An invented reason.' }), hub.now);
    expect([await list('hew', OVERDUE), await list('hew', LATE), await list('nia', ALL), await list('nia', LATE)]).toEqual([0, 1, 1, 0]);
  });
});

/** The interview is shown no more, and so it was found. */
async function isShownNoMore(interview: string): Promise<void> {
  await hub.ingest.rows(`with gone as (delete from interview where id = '${interview}') delete from interview_full where id = '${interview}'`);
  const [{ child } = { child: '' }] = await hub.ingest.rows<{ child: string }>('select child from transmission limit 1');
  for (let folded = 0; folded < 2; folded += 1) {
    await asWriter(hub.services.database, (em) => settleTransmissions(em, [child], hub.now));
  }
}

/** Tries of one interview to the police, each coming to this. */
async function tried(interview: string, tries: readonly Behaviour[]): Promise<string> {
  const id = await toPolice(interview);
  for (const behaviour of tries) {
    await triedOnce(id, behaviour);
  }
  return id;
}
async function triedOnce(id: string, behaviour: Behaviour): Promise<void> {
  network.behaves(behaviour);
  await hub.ingest.rows(`update transmission set next_try_at = made_at where id = '${id}'`);
  await send(id);
}

describe.each<{ readonly tries: readonly Behaviour[]; readonly state: string; readonly held: number }>([
  { tries: ['DROPS', 'REFUSES'], state: 'REFUSED', held: 1 },
  { tries: ['REFUSES'], state: 'REFUSED', held: 0 },
  { tries: ['DROPS', 'CANNOT_SAY'], state: 'DEAD', held: 1 },
  { tries: ['CANNOT_SAY'], state: 'DEAD', held: 0 },
])('where a receiver may have taken an earlier try: $tries', ({ tries, state, held }) => {
  it('it is told that it is taken back', async () => {
    const { id: interview } = await anInterview(hub);
    expect(await the(await tried(interview, tries))).toMatchObject({ state });
    await isShownNoMore(interview);
    expect((await made()).filter(({ act }) => act === 'retract')).toHaveLength(held);
  });

  it('it is told what was corrected since, and nothing where nothing was', async () => {
    const { id: interview, revision } = await anInterview(hub);
    const id = await tried(interview, tries);
    await asWriter(hub.services.database, (em) => settleTransmissions(em, [hub.child], hub.now));
    expect(await made()).toHaveLength(1);
    const amended = await anInterview(hub, { id: interview, revision, answers: { reasons: 'Other invented words.' } });
    expect((await made()).filter(({ act }) => act === 'correct')).toHaveLength(held);
    await anInterview(hub, { id: interview, revision: amended.revision, answers: { reasons: 'Words invented once more.' } });
    expect(await hub.ingest.rows(`select corrects from transmission where act = 'correct'`)).toEqual(Array(held).fill({ corrects: id }));
  });
});

it('whoever refused a correction and has what was sent first is told of the next one', async () => {
  const { id: interview, revision } = await anInterview(hub);
  const id = await tried(interview, ['ACCEPTS']);
  const amended = await anInterview(hub, { id: interview, revision, answers: { reasons: 'Other invented words.' } });
  await triedOnce((await made())[1]?.id ?? '', 'REFUSES');
  await asWriter(hub.services.database, (em) => settleTransmissions(em, [hub.child], hub.now));
  expect(await made()).toHaveLength(2);
  await anInterview(hub, { id: interview, revision: amended.revision, answers: { reasons: 'Words invented once more.' } });
  expect(await hub.ingest.rows(`select corrects, state from transmission where act = 'correct' order by revision`)).toEqual([{ corrects: id, state: 'REFUSED' }, { corrects: id, state: 'QUEUED' }]);
});

it('what is shown no more is taken back from whoever has it, once, and does not go to whoever waits', async () => {
  const { id: interview } = await anInterview(hub);
  const [came, waits] = [await toPolice(interview), await toPolice(interview)];
  await send(came);
  await isShownNoMore(interview);
  expect(await the(waits)).toMatchObject({ state: 'HELD', holds: ['WITHDRAWN'], late: false });
  const back = (await made()).filter(({ act }) => act === 'retract');
  expect(back).toMatchObject([{ matter: 'RETRACTION', state: 'QUEUED', to: 'mereshire-police', because: 'CORRECTION' }]);
  await send(back[0]?.id ?? '');
  expect(await the(back[0]?.id ?? '')).toMatchObject({ state: 'ACKNOWLEDGED' });
  expect(await the(came)).toMatchObject({ state: 'ACKNOWLEDGED' });
});
