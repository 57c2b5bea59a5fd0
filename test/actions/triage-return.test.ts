import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { triageReturn, type TriageReturn } from '../../src/actions/triage-return.ts';
import { MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { settled } from './settled-before.ts';
import { actor } from './some-people.ts';

let hub: PractisedHub;
let standing = 0;
beforeAll(async () => {
  hub = await settled(await aPractisedHub());
});
beforeEach(() => {
  hub.now += MINUTE;
  hub.goesBy('northmere', null);
});
afterAll(() => hub.close());

const triaging = async (changed: Partial<TriageReturn> = {}, who = 'nia'): Promise<Acted> => {
  const done = await triageReturn(hub.services, actor(who), { key: randomUUID(), episode: hub.episode, revision: standing, outcome: 'ROUTINE', ...changed }, hub.now);
  standing = done.revision;
  return done;
};
const NOT_NOW = { outcome: 'NOT_APPROPRIATE_NOW', words: 'In hospital, invented.', coveredBy: 'sia@northmere', askAgainOn: '2025-11-24' } as const;

describe('which way a return goes', () => {
  test('is kept with every word, and read back', async () => {
    const done = await triaging({ ...NOT_NOW, at: '2025-11-20T07:30:00Z', departure: 'An invented departure.' });
    expect(done).toMatchObject({ child: hub.child, revision: 1, warnings: [] });
    expect(await hub.step('nia', done.id)).toMatchObject({ step: 'TRIAGE', ...NOT_NOW, departure: 'An invented departure.', by: 'nia@northmere', at: { text: '2025-11-20T07:30:00Z' }, revision: 1 });
  });

  test('is decided now where no time is given', async () => {
    const { id } = await triaging();
    expect(await hub.step('sal', id)).toMatchObject({ at: { from: new Date(hub.now).toISOString() } });
  });

  test('takes the place of the word before, which nobody reads as what stands', async () => {
    const before = await triaging();
    const after = await triaging({ outcome: 'SAME_DAY_VISIT' });
    expect(after.revision).toBe(before.revision + 1);
    expect(await hub.step('nia', before.id)).toBeNull();
    expect(await hub.ingest.rows(`select outcome from return_step where step = 'TRIAGE'`)).toEqual([{ outcome: 'SAME_DAY_VISIT' }]);
  });

  test('at a revision that somebody else has replaced changes nothing', async () => {
    await triaging();
    await expect(triaging({ revision: standing - 1, outcome: 'SAME_DAY_VISIT' })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(await hub.ingest.rows(`select outcome from return_step where step = 'TRIAGE'`)).toEqual([{ outcome: 'ROUTINE' }]);
  });

  test('sent again with the same key gets the first answer', async () => {
    const key = randomUUID();
    const revision = standing;
    const first = await triaging({ key, revision });
    await triaging({ outcome: 'SAME_DAY_VISIT' });
    expect(await triageReturn(hub.services, actor('nia'), { key, episode: hub.episode, revision, outcome: 'ROUTINE' }, hub.now)).toEqual(first);
  });

  test('is said by a senior worker too', async () => {
    expect(await triaging({}, 'sal')).toMatchObject({ child: hub.child });
  });

  test.each([
    ['the assigned worker', 'ren', 'FORBIDDEN'],
    ['the social worker', 'sia', 'FORBIDDEN'],
    ['business support', 'bea', 'FORBIDDEN'],
    ['the home', 'hal', 'FORBIDDEN'],
    ['a force that has nothing to do with her', 'gil', 'NOT_FOUND'],
  ])('is not said by %s', async (_, who, code) => {
    await expect(triaging({}, who)).rejects.toMatchObject({ code });
  });

  test.each([
    ['askAgainOn', { askAgainOn: 'tomorrow' }],
    ['at', { at: 'in the morning' }],
    ['words', { words: 'x'.repeat(20_001) }],
  ])('with a "%s" that cannot be is refused by name', async (where, changed) => {
    await expect(triaging(changed)).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(`"${where}"`) as unknown });
  });
});

describe('what the time of a triage says', () => {
  const RULE = '(Statutory guidance 2014, paragraph 32, as Kent quotes it)';

  test('before the return is said, unless the reason why is given; ahead of now too', async () => {
    const before = `the step is dated before the child came back: it starts and ends no time of this return, unless you say why under "departure" ${RULE}`;
    expect((await triaging({ at: '2024-11-20T07:30' })).warnings).toEqual([before]);
    expect((await triaging({ at: '2024-11-20T07:30', departure: 'An invented reason.' })).warnings).toEqual([]);
    const ahead = new Date(hub.now + 20 * 60 * MINUTE).toISOString();
    expect((await triaging({ at: ahead })).warnings).toEqual([`the step lies in the future: until then it does not count as done ${RULE}`]);
  });

  test('sends nobody to a visit on another day as if it were today', async () => {
    const told = async () => (await hub.ingest.rows<{ text: string }>(`select text from briefing_notice where kind = 'ASSIGNED'`)).map(({ text }) => text);
    const before = (await told()).length;
    await triaging({ outcome: 'SAME_DAY_VISIT', at: new Date(hub.now + 20 * 60 * MINUTE).toISOString() });
    expect((await told()).length).toBe(before);
    await triaging({ outcome: 'SAME_DAY_VISIT', at: new Date(hub.now - 24 * 60 * MINUTE).toISOString() });
    expect((await told()).length).toBe(before);
    const today = hub.now;
    hub.now += 24 * 60 * MINUTE;
    await triaging({ outcome: 'SAME_DAY_VISIT', at: new Date(today).toISOString() });
    hub.now = today;
    expect((await told()).some((text) => text.includes('that day is over'))).toBe(true);
  });
});

describe('what the practice says of a triage', () => {
  test('West Sussex, When should a RHI be completed: not now without reason, cover and date is kept, and each is said', async () => {
    hub.goesBy('northmere', 'west-sussex');
    const rule = '(West Sussex, When should a RHI be completed)';
    expect((await triaging({ outcome: 'NOT_APPROPRIATE_NOW' })).warnings).toEqual([
      `the reason why it is not appropriate now is missing ${rule}`,
      `nobody is named who covers meanwhile ${rule}`,
      `there is no date on which to ask again ${rule}`,
    ]);
    expect((await triaging(NOT_NOW)).warnings).toEqual([]);
    expect((await triaging({ ...NOT_NOW, askAgainOn: '2025-11-19' })).warnings).toEqual([`the day to ask again has come ${rule}`]);
  });

  test('West Sussex, When should a RHI be completed: a day to ask again that is past is said, by a silent practice too', async () => {
    const { warnings } = await triaging({ outcome: 'NOT_APPROPRIATE_NOW', askAgainOn: '2025-11-01' });
    expect(warnings).toEqual(["the day to ask again has come or is past: ask the child, or say another (Homeward's default, after West Sussex, When should a RHI be completed)"]);
  });

  test('a silent practice asks for nothing, and still there is no "never"', async () => {
    expect((await triaging({ outcome: 'NOT_APPROPRIATE_NOW' })).warnings).toEqual([expect.stringContaining('never')]);
    expect((await triaging()).warnings).toEqual([]);
  });

  test('Somerset 4.3: a child under eight goes to social care', async () => {
    await hub.wasBorn('2018-05-06');
    hub.goesBy('northmere', 'somerset');
    expect((await triaging()).warnings).toEqual(["a child of this age goes to children's social care (Somerset 4.3)"]);
    hub.goesBy('northmere', 'west-sussex');
    expect((await triaging()).warnings).toEqual(['a child of this age is not interviewed by the team (West Sussex, When should a RHI be completed)']);
    await hub.wasBorn('2011-05-06');
    expect((await triaging()).warnings).toEqual([]);
  });
});
