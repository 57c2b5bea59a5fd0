import { randomUUID } from 'node:crypto';
import { practiceOf } from '../../src/domain/authority/practice-of.ts';
import { aPractisedHub, type PractisedHub } from '../actions/a-practised-hub.ts';
import { settled } from '../actions/settled-before.ts';
import { actor } from '../actions/some-people.ts';
import { aHub, ask, type AHub, type Answer } from '../http/a-hub.ts';

type Answered = Readonly<Record<string, unknown>>;

/** From triage to the closing of an episode, over HTTP, each read back through the gate. */
describe('after the return, over HTTP', () => {
  let deciding: PractisedHub;
  let hub: AHub;
  beforeAll(async () => {
    deciding = await settled(await aPractisedHub());
    // Somerset's text does not say when its core hours are.
    deciding.goesBy('northmere', practiceOf({ practice: 'somerset', ownFigures: { coreHours: { from: '09:00', until: '17:00' } }, ownClocks: {}, strategy: null }));
    const { services, gate } = deciding;
    hub = await aHub({
      gate,
      actions: services,
      directory: services.directory,
      now: () => deciding.now,
      authenticate: ({ authorization = '' }) => Promise.resolve({ kind: 'viewer', ...actor(authorization.replace('Bearer ', '')), roles: [] }),
    });
  });
  beforeEach(() => {
    deciding.now += 1000;
  });
  afterAll(async () => {
    await hub.close();
    await deciding.close();
  });

  const tries = (as: string, [mutation, selection]: readonly [string, string], input: object): Promise<Answer> => {
    const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    return ask(hub, `mutation M($input: ${name}!) { ${mutation}(input: $input) { ${selection} } }`, { as, variables: { input: { key: randomUUID(), ...input } } });
  };
  const does = async (as: string, [mutation, selection]: readonly [string, string], input: object): Promise<Answered> => {
    const { data, errors } = await tries(as, [mutation, selection], input);
    expect(errors).toEqual([]);
    return data?.[mutation] as Answered;
  };
  const reads = async (as: string, selection: string): Promise<Answered> => {
    const { data, errors } = await ask(hub, `{ episode(id: "${deciding.episode}") { ${selection} } }`, { as });
    expect(errors).toEqual([]);
    return data?.['episode'] as Answered;
  };
  const clock = async (id: string): Promise<string | undefined> => {
    const { clocks } = (await reads('nia', 'clocks { id state }')) as { clocks: readonly { id: string; state: string }[] };
    return clocks.find((one) => one.id === id)?.state;
  };
  const DEPARTURE = 'An invented departure.';

  it('a return is notified, triaged and given to a worker, and the time until somebody has it stops', async () => {
    await does('bea', ['recordReturnStep', 'warnings'], { episode: deciding.episode, step: 'RETURN_NOTIFIED', at: '2025-11-20T07:30' });
    const triage = await does('nia', ['triageReturn', 'revision warnings step { step outcome words by } episode { returnSteps { step } }'], { episode: deciding.episode, revision: 0, outcome: 'SAME_DAY_VISIT', words: 'Invented.' });
    expect(triage).toMatchObject({ revision: 1, warnings: [], step: { step: 'TRIAGE', outcome: 'SAME_DAY_VISIT', words: 'Invented.', by: 'nia@northmere' } });
    expect(triage['episode']).toEqual({ returnSteps: expect.arrayContaining([{ step: 'TRIAGE' }, { step: 'RETURN_NOTIFIED' }]) as unknown });
    const given = { child: deciding.child, worker: 'rose', revision: 0, episode: deciding.episode, capacity: 'EARLY_HELP', departure: DEPARTURE };
    const assigned = await does('nia', ['assignWorker', 'warnings previousWorker step { addressee departure }'], given);
    expect(assigned).toEqual({
      warnings: ['the practice asks for somebody in another capacity (Somerset 4.2)'],
      previousWorker: 'ren@northmere',
      step: { addressee: 'rose@northmere', departure: DEPARTURE },
    });
    expect(await clock('ASSIGNED')).toBe('ON_TIME');
  });

  it('every departure is read back where it was given', async () => {
    const offer = await does('rose', ['recordOffer', 'warnings offer { tried coveredBy departure }'], {
      child: deciding.child, episodes: [deciding.episode], at: '2025-11-20T07:45', offeredTo: 'PARENT', outcome: 'UNABLE_TO_ESTABLISH_CONTACT', tried: ['CARER'], departure: DEPARTURE,
    });
    expect(offer['offer']).toEqual({ tried: ['CARER'], coveredBy: null, departure: DEPARTURE });
    expect(offer['warnings']).toContain('the written explanation is missing (Somerset 4.7)');
    const interview = await does('rose', ['recordInterview', 'warnings interview { ... on FullInterview { departure } }'], {
      child: deciding.child, episodes: [deciding.episode], state: 'COMPLETED', at: '2025-11-20T07:50', answers: {}, departure: DEPARTURE,
    });
    // What was recorded on assigning stands where the form is silent.
    expect(interview).toEqual({ warnings: ['the practice asks for somebody in another capacity (Somerset 4.2)'], interview: { departure: DEPARTURE } });
    const closed = await does('nia', ['finaliseEpisode', 'warnings episode { finalisedDeparture }'], { episode: deciding.episode, revision: 0, finalised: true, departure: DEPARTURE });
    const owed = ['4.14', '5.2', '5.2.1', '7.1.1'].map((paragraph) => expect.stringMatching(new RegExp(`^still to do: .* \\(Somerset ${paragraph}\\)$`)) as unknown);
    expect(closed).toEqual({ warnings: ['the screen for exploitation is missing (Somerset 4.12)', ...owed], episode: { finalisedDeparture: DEPARTURE } });
  });

  it('a home reads the plan to prevent another episode among the steps, and nothing else of them', async () => {
    await does('sia', ['recordReturnStep', 'step { step }'], { episode: deciding.episode, step: 'PREVENTION_PLAN', at: '2025-11-20', words: 'She is asked first.' });
    expect(await reads('hal', 'returnSteps { step words }')).toEqual({ returnSteps: [{ step: 'PREVENTION_PLAN', words: 'She is asked first.' }] });
  });

  it('what one may not write is refused by what they see, and a refusal repeats nothing of it', async () => {
    const step = { episode: deciding.episode, step: 'CHILD_SEEN', at: '2025-11-20', words: 'Canary-7731' };
    const refused = [await tries('pim', ['recordReturnStep', 'id'], step), await tries('gil', ['recordReturnStep', 'id'], step), await tries('gil', ['recordReturnStep', 'id'], { ...step, episode: randomUUID() })];
    expect(refused.map(({ errors }) => errors[0]?.extensions.code)).toEqual(['FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND']);
    expect(refused[1]?.errors[0]?.message).toBe(refused[2]?.errors[0]?.message);
    expect(refused.map(({ text }) => text).join()).not.toContain('Canary');
  });
});
