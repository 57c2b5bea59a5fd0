import { randomUUID } from 'node:crypto';
import { PRACTICES } from '../../src/domain/authority/known-practices.ts';
import { readTray } from '../../src/actions/read-tray.ts';
import type { Acted } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { finaliseEpisode, type FinaliseEpisode } from '../../src/actions/finalise-episode.ts';
import { recordAttempt, type RecordAttempt } from '../../src/actions/record-attempt.ts';
import { recordInterview, type RecordInterview } from '../../src/actions/record-interview.ts';
import { recordOffer, type RecordOffer } from '../../src/actions/record-offer.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { recordReturnStep, type RecordReturnStep } from '../../src/actions/record-return-step.ts';
import { aFound, aMissing } from '../journeys/documents.ts';
import { MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { settled } from './settled-before.ts';
import { actor } from './some-people.ts';

let hub: PractisedHub;
beforeEach(async () => {
  hub = await settled(await aPractisedHub());
});
afterEach(() => hub.close());

const offering = (changed: Partial<RecordOffer> = {}, who = 'ren'): Promise<Acted> => {
  hub.now += MINUTE;
  return recordOffer(hub.services, actor(who), { key: randomUUID(), child: hub.child, episodes: [hub.episode], at: '2025-11-20T07:30:00Z', offeredTo: 'CHILD', ...changed }, hub.now);
};
const trying = (offer: string, changed: Partial<RecordAttempt> = {}): Promise<Acted> => {
  hub.now += MINUTE;
  return recordAttempt(hub.services, actor('ren'), { key: randomUUID(), offer, at: '2025-11-20T07:40:00Z', method: 'PHONE', ...changed }, hub.now);
};
const interviewing = (changed: Partial<RecordInterview> = {}, who = 'ren'): Promise<Acted> => {
  hub.now += MINUTE;
  return recordInterview(hub.services, actor(who), { key: randomUUID(), child: hub.child, episodes: [hub.episode], state: 'COMPLETED', at: '2025-11-20T08:00:00Z', answers: {}, ...changed }, hub.now);
};
const stepping = (changed: Partial<RecordReturnStep>): Promise<Acted> => {
  hub.now += MINUTE;
  return recordReturnStep(hub.services, actor('ren'), { key: randomUUID(), episode: hub.episode, step: 'CHILD_SEEN', at: '2025-11-20T07:30:00Z', ...changed }, hub.now);
};
const finalising = (changed: Partial<FinaliseEpisode> = {}): Promise<Acted> => {
  hub.now += MINUTE;
  return finaliseEpisode(hub.services, actor('ren'), { key: randomUUID(), episode: hub.episode, revision: 0, finalised: true, ...changed }, hub.now);
};
/** A second episode in the morning, over again; its shown id. */
const goneAgain = async (): Promise<string> => {
  const again = { 'Report/MisperId': 'MP-2' };
  await hub.tell(
    aMissing({ ...again, 'Header/MessageId': 'M-11', 'Header/SentAt': '2025-11-20T05:30:00Z', 'Report/MissingSince': '2025-11-20T05:00:00Z' }),
    aFound({ ...again, 'Header/MessageId': 'M-12', 'Header/SentAt': '2025-11-20T06:30:00Z', 'Found/WhenTraced': '2025-11-20T06:00:00Z', 'Found/WhenReturned': '2025-11-20T06:15:00Z' }),
  );
  const [second] = await hub.ingest.rows<{ id: string }>('select id from episode where id <> $1', [hub.episode]);
  return second?.id ?? '';
};
const INDEPENDENT = { independentOfPlacement: 'YES', independentOfAuthority: 'YES' } as const;

describe('an offer under a practice', () => {
  test('Somerset 4.5: unable to contact after one try in the night says what lacks of the tries', async () => {
    hub.goesBy('northmere', 'somerset');
    const { id } = await offering();
    await trying(id, { at: '2025-11-20T07:31:00Z', coreHours: 'YES' });
    const done = await offering({ id, revision: 1, outcome: 'UNABLE_TO_ESTABLISH_CONTACT', explanation: 'Invented.' });
    expect(done.warnings).toEqual([
      'there were fewer tries than the practice asks for (Somerset 4.5)',
      'all tries were in the same part of the day (Somerset 4.5)',
      'too few tries were outside core hours (Somerset 4.5)',
    ]);
  });

  test('Somerset 4.5: three tries at different times, one outside core hours, lack nothing', async () => {
    hub.goesBy('northmere', 'somerset');
    await stepping({ step: 'RETURN_NOTIFIED', at: '2025-11-20T04:00:00Z' });
    const { id } = await offering();
    await trying(id, { at: '2025-11-20T05:30:00Z', coreHours: 'NO' });
    await trying(id, { at: '2025-11-20T07:31:00Z', coreHours: 'YES' });
    await trying(id, { at: '2025-11-20T07:41:00Z', coreHours: 'YES' });
    expect((await offering({ id, revision: 1, outcome: 'UNABLE_TO_ESTABLISH_CONTACT', explanation: 'Invented.' })).warnings).toEqual([]);
  });

  test('Somerset 4.7: unable to contact asks for a written explanation', async () => {
    hub.goesBy('northmere', 'somerset');
    expect((await offering({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT' })).warnings).toContain('the written explanation is missing (Somerset 4.7)');
  });

  test('Mosaic authority 2022, Closure process, unable to establish contact: only after all numbers, worker and carer', async () => {
    hub.goesBy('northmere', 'mosaic');
    const rule = '(Mosaic authority 2022, Closure process, unable to establish contact)';
    const unable = { outcome: 'UNABLE_TO_ESTABLISH_CONTACT', explanation: 'Invented.' } as const;
    const first = await offering({ ...unable, tried: ['ALL_NUMBERS', 'CARER'] });
    expect(first.warnings).toEqual([`not all numbers, the allocated worker and the carer were tried ${rule}`]);
    const all = await offering({ ...unable, id: first.id, revision: 1, tried: ['ALL_NUMBERS', 'CARER', 'ALLOCATED_WORKER'] });
    expect(all.warnings).toEqual([]);
    expect(await hub.ingest.rows('select tried from offer')).toEqual([{ tried: ['ALL_NUMBERS', 'CARER', 'ALLOCATED_WORKER'] }]);
  });

  test('Mosaic authority 2022, Closure process, letter sent: an outcome with a letter warns where nobody recorded it as safe', async () => {
    hub.goesBy('northmere', 'mosaic');
    const sent = { outcome: 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT', explanation: 'Invented.', tried: ['ALL_NUMBERS', 'CARER', 'ALLOCATED_WORKER'] } as const;
    expect((await offering(sent)).warnings).toEqual(['nobody recorded that the letter is safe to send (Mosaic authority 2022, Closure process, letter sent)']);
    await stepping({ step: 'SAFE_TO_SEND', addressee: 'PARENT_OR_CARER', outcome: 'SAFE' });
    expect((await offering(sent)).warnings).toEqual([]);
  });

  test('Somerset 4.8, 4.10: a refusal asks for explanation, letter and the parents’ information', async () => {
    hub.goesBy('northmere', 'somerset');
    const refused = await offering({ outcome: 'DECLINED_BY_PARENT' });
    expect(refused.warnings).toEqual([
      'the written explanation is missing (Somerset 4.8, 4.10)',
      'the letter about the services there are was not sent (Somerset 4.8, 4.10)',
      'parents and carers were not offered the chance to give information (Somerset 4.8, 4.10)',
    ]);
    await stepping({ step: 'LETTER_SENT', addressee: 'PARENT_OR_CARER' });
    await stepping({ step: 'PARENTS_ASKED' });
    expect((await offering({ id: refused.id, revision: 1, outcome: 'DECLINED_BY_PARENT', explanation: 'Invented.' })).warnings).toEqual([]);
  });

  test('West Sussex, What makes a good RHI: a child who declined is asked a second and a third time', async () => {
    hub.goesBy('northmere', 'west-sussex');
    const again = ['the child can be asked a further time (West Sussex, What makes a good RHI)'];
    expect((await offering({ outcome: 'DECLINED_BY_YOUNG_PERSON' })).warnings).toEqual(again);
    expect((await offering({ outcome: 'DECLINED_BY_YOUNG_PERSON', at: '2025-11-20T07:40:00Z' })).warnings).toEqual(again);
    expect((await offering({ outcome: 'DECLINED_BY_YOUNG_PERSON', at: '2025-11-20T07:50:00Z' })).warnings).toEqual([]);
  });

  test('West Sussex, When should a RHI be completed: not appropriate without reason, cover and date', async () => {
    hub.goesBy('northmere', 'west-sussex');
    const rule = '(West Sussex, When should a RHI be completed)';
    expect((await offering({ outcome: 'NOT_APPROPRIATE' })).warnings).toEqual([
      `the reason why it is not appropriate now is missing ${rule}`,
      `nobody is named who covers meanwhile ${rule}`,
      `there is no date on which to ask again ${rule}`,
    ]);
    expect((await offering({ outcome: 'NOT_APPROPRIATE', reason: 'In hospital, invented.', coveredBy: 'sia@northmere', askAgainOn: '2025-11-24' })).warnings).toEqual([]);
  });

  test('Kent, After the return interview: an offer that ends on a finalised episode without a form', async () => {
    hub.goesBy('northmere', 'kent');
    await finalising();
    expect((await offering({ outcome: 'DECLINED_BY_PARENT' })).warnings).toEqual(['the episode is finalised before the form is done (Kent, After the return interview)']);
  });

  test('of a silent practice asks for nothing but a day to ask again, and an episode', async () => {
    expect((await offering({ outcome: 'DECLINED_BY_PARENT' })).warnings).toEqual([]);
    expect((await offering({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT' })).warnings).toEqual([]);
    expect((await offering({ outcome: 'NOT_APPROPRIATE' })).warnings).toEqual([expect.stringContaining('never')]);
    expect((await offering({ episodes: [] })).warnings).toEqual([expect.stringContaining('no episode')]);
  });

  test('refused and then accepted goes on as accepted', async () => {
    hub.goesBy('northmere', 'somerset');
    await offering({ outcome: 'DECLINED_BY_YOUNG_PERSON', explanation: 'Invented.' });
    expect((await offering({ outcome: 'ACCEPTED', at: '2025-11-20T07:50:00Z' })).warnings).toEqual([]);
    expect((await interviewing({ answers: { conductedCapacity: 'Misper worker' } })).warnings).toEqual([]);
  });
});

describe('a try at reaching the child', () => {
  test('Somerset 4.5: that ended the matter says what lacks; one before it does not', async () => {
    hub.goesBy('northmere', 'somerset');
    const { id } = await offering();
    expect((await trying(id)).warnings).toEqual([]);
    expect((await trying(id, { endedIt: true })).warnings).toContain('there were fewer tries than the practice asks for (Somerset 4.5)');
  });

  test('Somerset 4.5: after the five working days says that they are over', async () => {
    hub.goesBy('northmere', 'somerset');
    await stepping({ step: 'RETURN_NOTIFIED', at: '2025-11-20T04:00:00Z' });
    const { id } = await offering();
    hub.now = Date.parse('2025-12-02T09:00:00Z');
    expect((await trying(id, { at: '2025-12-02T08:00:00Z' })).warnings).toEqual(['the days in which tries go on are over (Somerset 4.5)']);
  });

  test('that led to an interview lacks nothing', async () => {
    hub.goesBy('northmere', 'somerset');
    const { id } = await offering({ outcome: 'ACCEPTED' });
    expect((await trying(id, { endedIt: true })).warnings).toEqual([]);
  });
});

describe('an interview under a practice', () => {
  const BHM = '(Birmingham 2022, Planning)';
  test('Birmingham 2022, Planning: independence of placement and authority, each recorded', async () => {
    hub.goesBy('northmere', 'birmingham');
    expect((await interviewing()).warnings).toEqual([`whether the interviewer is independent is not recorded ${BHM}`]);
    expect((await interviewing({ answers: { independentOfPlacement: 'NO', independentOfAuthority: 'NO' } })).warnings).toEqual([
      `the interviewer is not independent of the placement ${BHM}`,
      `the interviewer is not independent of the responsible authority ${BHM}`,
    ]);
    expect((await interviewing({ answers: INDEPENDENT })).warnings).toEqual([]);
  });

  test('Birmingham 2022, Planning: independence said otherwise than when the worker was assigned', async () => {
    hub.goesBy('northmere', 'birmingham');
    await assignWorker(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 1, worker: 'ren', ...INDEPENDENT }, hub.now);
    const differs = `whether the interviewer is independent is said otherwise than when they were assigned ${BHM}`;
    expect((await interviewing({ answers: { ...INDEPENDENT, independentOfAuthority: 'NO' } })).warnings).toContain(differs);
    expect((await interviewing({ answers: INDEPENDENT })).warnings).not.toContain(differs);
    expect((await interviewing()).warnings).not.toContain(differs);
  });

  test('West Sussex, Who completes the RHI; What makes a good RHI: of the placement alone', async () => {
    hub.goesBy('northmere', 'west-sussex');
    const warnings = (await interviewing({ answers: { independentOfPlacement: 'NO', independentOfAuthority: 'NO', conductedCapacity: 'Social worker' } })).warnings;
    expect(warnings).toEqual(['the interviewer is not independent of the placement (West Sussex, Who completes the RHI; What makes a good RHI)']);
  });

  test('West Sussex, Who completes the RHI: placed elsewhere, the social worker', async () => {
    hub.goesBy('northmere', 'west-sussex');
    const rule = '(West Sussex, Who completes the RHI)';
    expect((await interviewing({ answers: INDEPENDENT })).warnings).toEqual([`in what capacity the interview is held is not recorded ${rule}`]);
    expect((await interviewing({ answers: { ...INDEPENDENT, conductedCapacity: 'return worker' } })).warnings).toEqual([`the practice asks for somebody in another capacity ${rule}`]);
    expect((await interviewing({ answers: { ...INDEPENDENT, conductedCapacity: 'Somebody kind' } })).warnings).toEqual([`perhaps the practice asks for somebody in another capacity ${rule}`]);
  });

  test('Birmingham 2022, Child known to services: another worker than before', async () => {
    hub.goesBy('northmere', 'birmingham');
    await interviewing({ answers: INDEPENDENT, at: '2025-11-20T07:00:00Z' });
    expect((await interviewing({ answers: INDEPENDENT })).warnings).toEqual([]);
    expect((await interviewing({ answers: INDEPENDENT, at: '2025-11-20T08:01:00Z', interviewer: 'rose' })).warnings).toEqual(['another worker held the interview before (Birmingham 2022, Child known to services)']);
  });

  test('Somerset 4.3: of a child under eight', async () => {
    hub.goesBy('northmere', 'somerset');
    await hub.wasBorn('2018-05-06');
    expect((await interviewing({ answers: { conductedCapacity: 'Case worker' } })).warnings).toEqual(["a child of this age goes to children's social care (Somerset 4.3)"]);
  });

  test('Somerset 4.18: one form covers both episodes; Kent, Children who go missing before a return interview can take place: each has its own', async () => {
    const second = await goneAgain();
    const answers = { conductedCapacity: 'Case worker' };
    hub.goesBy('northmere', 'somerset');
    const one = await interviewing({ answers });
    expect(one.warnings).toEqual(['one form covers all episodes before the interview, and another one waits (Somerset 4.18)']);
    expect((await interviewing({ id: one.id, revision: 1, answers, episodes: [hub.episode, second] })).warnings).toEqual([]);
    hub.goesBy('northmere', 'kent');
    const rule = '(Kent, Children who go missing before a return interview can take place)';
    const asKent = { conductedCapacity: 'Social worker' };
    expect((await interviewing({ id: one.id, revision: 2, answers: asKent, episodes: [hub.episode, second] })).warnings).toEqual([`each episode has a form of its own that refers to the next ${rule}`]);
    const mandatory = `the child was missing again before an interview could take place: this form asks its mandatory questions, and refers to the form of the next episode ${rule}`;
    const earlier = `an earlier episode waits for a form of its own, of the mandatory questions, that refers to the form of the next episode ${rule}`;
    expect((await interviewing({ id: one.id, revision: 3, answers: asKent, episodes: [second] })).warnings).toEqual([earlier]);
    expect((await interviewing({ id: one.id, revision: 4, answers: asKent })).warnings).toEqual([mandatory]);
    expect((await interviewing({ answers: asKent, at: '2025-11-20T08:02:00Z', episodes: [second] })).warnings).toEqual([]);
    expect((await interviewing({ id: one.id, revision: 5, answers: asKent })).warnings).toEqual([mandatory]);
  });

  test('Somerset 4.8, 4.10: refused when it was to take place', async () => {
    hub.goesBy('northmere', 'somerset');
    expect((await interviewing({ state: 'REFUSED' })).warnings).toEqual([
      'the written explanation is missing (Somerset 4.8, 4.10)',
      'the letter about the services there are was not sent (Somerset 4.8, 4.10)',
      'parents and carers were not offered the chance to give information (Somerset 4.8, 4.10)',
    ]);
    await stepping({ step: 'LETTER_SENT' });
    await stepping({ step: 'PARENTS_ASKED' });
    expect((await interviewing({ state: 'REFUSED', answers: { reasons: 'Invented.' } })).warnings).toEqual([]);
  });
});

describe('closing an episode under a practice', () => {
  /** What is missing, and not what runs on. */
  const lacking = async (changed: Partial<FinaliseEpisode> = {}): Promise<readonly string[]> => (await finalising(changed)).warnings.filter((warning) => !warning.startsWith('still to do'));

  test('Kent, After the return interview: the form comes first', async () => {
    hub.goesBy('northmere', 'kent');
    expect(await lacking()).toEqual(['the episode is finalised before the form is done (Kent, After the return interview)']);
    await interviewing();
    expect(await lacking({ revision: 1 })).toEqual([]);
  });

  test('Somerset 4.12: a child of 13 or over is screened for exploitation, which the form can hold', async () => {
    hub.goesBy('northmere', 'somerset');
    expect(await lacking()).toEqual(['the screen for exploitation is missing (Somerset 4.12)']);
    await interviewing({ answers: { ceScreen: 'Done, invented.' } });
    expect(await lacking({ revision: 1 })).toEqual([]);
  });

  test('Somerset 4.13: without a social worker the risk assessment and the prevention plan, or a note why not', async () => {
    hub.goesBy('northmere', 'somerset');
    await interviewing({ answers: { ceScreen: 'Done, invented.' } });
    const ended = { key: randomUUID(), child: hub.child, revision: 1, relationship: 'SOCIAL_WORKER', holder: 'sia', until: new Date(hub.now + 1).toISOString() } as const;
    await recordRelationship(hub.services, actor('nia'), ended, hub.now);
    const noPlan = ['the risk assessment or the plan to prevent another episode is missing, and no note says why (Somerset 4.13)'];
    expect(await lacking()).toEqual(noPlan);
    await stepping({ step: 'PREVENTION_PLAN', words: 'She is asked first.' });
    expect(await lacking({ revision: 1 })).toEqual(noPlan);
    expect(await lacking({ revision: 2, departure: 'An invented note of the reason.' })).toEqual([]);
    await stepping({ step: 'RISK_CONSIDERED' });
    expect(await lacking({ revision: 3 })).toEqual([]);
  });

  test('Somerset 4.14, 5.2, 5.2.1, 7.1.1: what runs on is named, each with its clock and its rule', async () => {
    hub.goesBy('northmere', 'somerset');
    await interviewing({ answers: { ceScreen: 'Done, invented.' } });
    expect((await finalising()).warnings).toEqual([
      'still to do: paperwork due in 1 day 23 hours (by 08:00 on Sat 22 Nov) (Somerset 4.14)',
      "still to do: social worker's contact due in 1 day 19 hours (by 03:45 on Sat 22 Nov) (Somerset 5.2)",
      'still to do: considering the risk with the manager late by 8 hours (Somerset 5.2.1)',
      'still to do: telling the placing social worker due in 15 hours (by the end of today) (Somerset 7.1.1)',
    ]);
    await stepping({ step: 'PAPERWORK_RECORDED', at: new Date(hub.now).toISOString() });
    expect((await finalising({ revision: 1, notOwed: ['SOCIAL_WORKER_CONTACT', 'RISK_CONSIDERED'], departure: 'Invented.' })).warnings).toEqual([expect.stringContaining('Somerset 7.1.1')]);
    expect(await hub.ingest.rows('select duties_left, finalised_not_owed from episode')).toEqual([{ duties_left: ['PLACING_WORKER_TOLD'], finalised_not_owed: ['SOCIAL_WORKER_CONTACT', 'RISK_CONSIDERED'] }]);
  });

  test('the statutory clock is named where an offer ended without an interview; one dated before the return ended nothing', async () => {
    await offering({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT', at: '2024-11-20' });
    expect((await finalising()).warnings).toContainEqual(expect.stringMatching(/^still to do: statutory interview due in .* \(Statutory guidance 2014, paragraph 32/));
    await offering({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT' });
    expect((await finalising({ revision: 1 })).warnings).toContainEqual(expect.stringMatching(/^the offer ended without an interview, and its clock runs on: statutory interview due in /));
    await expect(offering({ revision: 1 })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  test('leaves out of the tray’s worst clock what is said not to be owed', async () => {
    const worstClock = async (): Promise<string | undefined> => {
      const request = { of: 'SERVICE', first: 10, after: null, episode: {}, child: {}, operation: { name: 'ATest', hash: 'a hash' } } as const;
      const { entries } = await readTray(hub.gate, actor('nia').viewer, { request, at: { agency: 'northmere', now: hub.now, practiceOf: () => PRACTICES.somerset, authorityNamed: () => null, mayBeAssigned: () => true } });
      return entries[0]?.worstClock?.clock.id;
    };
    hub.goesBy('northmere', 'somerset');
    await interviewing({ answers: { ceScreen: 'Done, invented.' } });
    expect(await worstClock()).toBe('PAPERWORK');
    await finalising({ notOwed: ['PAPERWORK'], departure: 'Invented.' });
    expect(await worstClock()).toBeUndefined();
  });

  test('opened again asks for nothing', async () => {
    hub.goesBy('northmere', 'somerset');
    await finalising();
    expect(await lacking({ revision: 1, finalised: false })).toEqual([]);
  });
});

describe('whose practice it is', () => {
  test('the host authority’s, while nobody knows whose child it is, and that is said', async () => {
    const { inWords, practiceFor } = await import('../../src/actions/practice-for.ts');
    hub.goesBy('southvale', 'somerset');
    const { practice, of } = practiceFor(hub.services.directory(), { responsible: [], hosts: ['southvale'] });
    expect([practice.id, of]).toEqual(['somerset', 'HOST']);
    expect(practiceFor(hub.services.directory(), { responsible: ['northmere'], hosts: ['southvale'] })).toMatchObject({ practice: { id: null }, of: 'RESPONSIBLE' });
    expect(inWords([{ code: 'LETTER_MISSING', words: 'w', rule: 'Somerset 4.8', perhaps: true }], of)).toEqual(["perhaps w (Somerset 4.8, the host authority's)"]);
  });
});

test('a worker who breaks every rule at once is recorded, with every warning, and the reason is kept and read back', async () => {
  hub.goesBy('northmere', 'somerset');
  const departure = 'An invented departure from the practice.';
  const offer = await offering({ outcome: 'DECLINED_BY_YOUNG_PERSON', departure });
  const late = await offering({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT', at: '2025-11-20T07:50:00Z', departure });
  const interview = await interviewing({ departure });
  await stepping({ step: 'LETTER_SENT', departure });
  const closed = await finalising({ departure });
  expect([offer, late, interview, closed].map(({ warnings }) => warnings.length)).toEqual([3, 4, 1, 5]);
  expect(await hub.ingest.rows('select departure from offer')).toEqual([{ departure }, { departure }]);
  expect(await hub.ingest.rows('select departure from interview_full where interviewer is not null')).toEqual([{ departure }]);
  expect(await hub.ingest.rows('select departure from return_step')).toEqual([{ departure }]);
  expect(await hub.ingest.rows('select finalised_departure from episode')).toEqual([{ finalised_departure: departure }]);
});
