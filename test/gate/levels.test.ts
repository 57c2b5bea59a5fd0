import { randomUUID } from 'node:crypto';
import { gateUnder, type Gate } from '../../src/gate/gate.ts';
import { PlanCache } from '../../src/gate/plan-cache.ts';
import type { Row, WantedField, WantedTree } from '../../src/gate/read-request.ts';
import { agencyAs, OWN_AGENCY, personAs } from '../../src/policy/rule.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, fields, gateParts, ofEveryType } from './a-gate.ts';
import { aPolicy, mayRead } from './a-policy.ts';
import { aChild, anEpisode, aWorld, put, type World } from './a-world.ts';
import { aReturnInterview } from './told-of-a-child.ts';

const SENIOR = aViewer('SENIOR_WORKER', 'north');
const MANAGER = aViewer('TEAM_MANAGER', 'north', 'mo');
const HOME = aViewer('PLACEMENT_PROVIDER', 'home');
const POLICY = aPolicy({
  SENIOR_WORKER: [
    mayRead('Child', { responsible: OWN_AGENCY }, 'identity', 'interviews'),
    mayRead('Episode', { responsible: OWN_AGENCY }, 'identity'),
    mayRead('ReturnInterview', { responsible: OWN_AGENCY, heldBy: OWN_AGENCY }, 'notice', 'full'),
    mayRead('ReturnInterview', { responsible: OWN_AGENCY }, 'notice'),
  ],
  TEAM_MANAGER: [mayRead('ReturnInterview', { named: personAs('EMERGENCY') }, 'notice', 'full'), mayRead('ReturnInterview', { hosts: OWN_AGENCY }, 'notice')],
  PLACEMENT_PROVIDER: [
    mayRead('Child', { providers: OWN_AGENCY }, 'identity', 'interviews'),
    mayRead('ReturnInterview', { providers: OWN_AGENCY }, 'notice'),
    mayRead('ReturnInterview', { providers: OWN_AGENCY, shared: agencyAs('REDACTED') }, 'notice', 'redacted'),
  ],
});
const STANDING = { responsible: ['north'], providers: ['home'] } as const;

describe('the level of a row', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  const [child, held, told, episode] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = gateUnder(POLICY, gateParts(db));
    await put(world, [
      aChild({ id: child, standing: STANDING }),
      anEpisode({ id: episode, child, standing: STANDING }),
      ...aReturnInterview({ id: held, child, standing: { ...STANDING, heldBy: 'north', named: ['EMERGENCY:mo@north'] }, columns: { episode_ids: [episode] } }),
      ...aReturnInterview({
        id: told,
        child,
        standing: { ...STANDING, heldBy: 'south', shared: ['REDACTED:home'] },
        columns: { held_from_at: '2026-11-01T10:00:00Z', episode_ids: [episode] },
      }),
    ]);
  });
  beforeEach(async () => {
    await world.client.query('truncate disclosure');
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  const BY_TYPE: WantedTree = {
    InterviewNotice: fields('id', 'sentence'),
    RedactedInterview: fields('id', 'redactedText'),
    FullInterview: fields('id', 'reasons'),
  };
  const interview = (viewer: typeof SENIOR, id: string, wanted = BY_TYPE): Promise<Row | null> => gate.row(viewer, asking({ name: 'interview', id }, wanted));
  const bodies = async (): Promise<unknown[]> =>
    (await world.client.query<{ body: unknown }>('select body from disclosure')).rows.map(({ body }) => body);

  it('says as which type it is shown, and so which of the wanted fields it answers', async () => {
    expect(await interview(SENIOR, held)).toEqual({ __typename: 'FullInterview', id: held, reasons: `reasons of ${held}` });
    expect(await interview(SENIOR, told)).toEqual({ __typename: 'InterviewNotice', id: told, sentence: `sentence of ${told}` });
    expect(await interview(HOME, held)).toEqual({ __typename: 'InterviewNotice', id: held, sentence: `sentence of ${held}` });
    expect(await interview(HOME, told)).toEqual({ __typename: 'RedactedInterview', id: told, redactedText: `text for home of ${told}` });
  });

  it('is that of each row by itself in a list', async () => {
    const row = await gate.row(SENIOR, asking({ name: 'child', id: child }, { Child: [{ name: 'interviews', key: 'interviews', sub: BY_TYPE }] }));
    expect(row).toEqual({
      interviews: [
        { __typename: 'FullInterview', id: held, reasons: `reasons of ${held}` },
        { __typename: 'InterviewNotice', id: told, sentence: `sentence of ${told}` },
      ],
    });
  });

  it('row 20: gives nothing for what is wanted of a higher type, and no more for wanting it of a lower one', async () => {
    expect(await interview(HOME, held, { FullInterview: fields('reasons') })).toEqual({ __typename: 'InterviewNotice' });
    expect(await interview(HOME, held, { InterviewNotice: fields('reasons', 'redactedText') })).toEqual({ __typename: 'InterviewNotice', reasons: null, redactedText: null });
  });

  it('gives of one type nothing that only another shows, though both are open', async () => {
    const both = gateUnder(aPolicy({ PLACEMENT_PROVIDER: [mayRead('ReturnInterview', { providers: OWN_AGENCY }, 'notice', 'redacted', 'parties', 'full')] }), gateParts(db));
    const wanted = { FullInterview: fields('id', 'redactedText'), RedactedInterview: fields('redactedText') };
    expect(await both.row(HOME, asking({ name: 'interview', id: told }, wanted))).toEqual({ __typename: 'FullInterview', id: told, redactedText: null });
  });

  it('is told with the row, and not by a key of the client', async () => {
    const wanted = ofEveryType('ReturnInterview', [{ name: 'disclosure', key: 'disclosure' }, { name: 'sentence', key: '__typename' }]);
    expect(await interview(SENIOR, held, wanted)).toMatchObject({ __typename: 'FullInterview', disclosure: { level: 'FullInterview' } });
    expect(await interview(HOME, held, wanted)).toMatchObject({ __typename: 'InterviewNotice', disclosure: { level: 'InterviewNotice' } });
  });

  it('is the family itself where a family has no levels, and is not said', async () => {
    const row = await gate.row(HOME, asking({ name: 'child', id: child }, { Child: fields('id', 'disclosure') }));
    expect(row).toMatchObject({ id: child, disclosure: { level: 'Child' } });
    expect(row).not.toHaveProperty('__typename');
  });

  it('stands in the disclosure with the fields of that type alone', async () => {
    await interview(HOME, told);
    await interview(HOME, held, { ...BY_TYPE, InterviewNotice: fields('id', 'reasons') });
    expect(await bodies()).toMatchObject([
      { classes: [{ type: 'ReturnInterview', level: 'RedactedInterview', fields: ['id', 'redactedText'] }] },
      { classes: [{ type: 'ReturnInterview', level: 'InterviewNotice', fields: ['id'] }] },
    ]);
  });

  it('reached by emergency access says so in the disclosure, where nothing else would have shown as much', async () => {
    const urgent = randomUUID();
    await put(world, aReturnInterview({ id: urgent, child, standing: { ...STANDING, hosts: ['north'], named: ['EMERGENCY:mo@north'] } }));
    const asked = [[MANAGER, held, 'reasons'], [MANAGER, urgent, 'reasons'], [MANAGER, urgent, 'sentence'], [SENIOR, held, 'reasons']] as const;
    for (const [viewer, id, field] of asked) {
      expect(await interview(viewer, id, ofEveryType('ReturnInterview', fields(field)))).toMatchObject({ __typename: 'FullInterview' });
    }
    const left = (await bodies()) as { classes: { emergency?: boolean }[] }[];
    expect(left.map(({ classes: [one] }) => one?.emergency === true)).toEqual([true, true, false, false]);
    await world.client.query('delete from interview where id = $1', [urgent]);
  });

  it('leaves behind which approved text was shown', async () => {
    await interview(HOME, told);
    const { rows } = await world.client.query<{ redaction: string }>(`select redaction from interview_redacted where interview = $1`, [told]);
    expect(await bodies()).toMatchObject([{ objects: [[0, 0, told, 1, 0, rows[0]?.redaction]] }]);
  });

  describe('in the statement', () => {
    const planned = (wanted: WantedTree, role: 'SENIOR_WORKER' | 'PLACEMENT_PROVIDER' = 'SENIOR_WORKER'): string =>
      new PlanCache(POLICY).plan(role, asking({ name: 'interview', id: held }, wanted), false).plan?.statement.text ?? '';
    const times = (text: string, part: RegExp): number => text.match(part)?.length ?? 0;
    const episodes = (first: number): WantedField => ({ name: 'episodes', key: 'episodes', first, sub: { Episode: fields('id') } });

    it('a column that several types want stands once', () => {
      expect(times(planned(ofEveryType('ReturnInterview', fields('state', 'at'))), /"state"/g)).toBe(1);
    });

    it('a link that several types want alike stands once, and of another size apart', () => {
      expect(times(planned(ofEveryType('ReturnInterview', [episodes(3)])), /"episode" as/g)).toBe(1);
      expect(times(planned({ FullInterview: [episodes(3)], InterviewNotice: [episodes(2)] }), /"episode" as/g)).toBe(2);
    });

    it('a table of a level stands only where it is wanted and some rule of the role reaches it', () => {
      expect(planned({ InterviewNotice: fields('id') })).not.toMatch(/interview_(full|redacted)/);
      expect(planned(BY_TYPE)).toContain('interview_full');
      expect(planned(BY_TYPE)).not.toContain('interview_redacted');
      expect(planned(BY_TYPE, 'PLACEMENT_PROVIDER')).not.toContain('interview_full');
    });

    it('a table of a level is joined where a met rule reaches it, and not otherwise', () => {
      expect(planned(BY_TYPE)).toMatch(/left join "interview_full" as "(\w+)" on "\1"\."id" = "\w+"\."id" and \("\w+"\."bits" & 1\) <> 0/);
      expect(planned(BY_TYPE, 'PLACEMENT_PROVIDER')).toMatch(/left join lateral .* on \("\w+"\."bits" & 2\) <> 0/s);
    });

    it('row 39: no viewer stands, so that one plan serves a role', () => {
      const plans = new PlanCache(POLICY);
      const one = plans.plan('PLACEMENT_PROVIDER', asking({ name: 'interview', id: held }, BY_TYPE), false);
      const two = plans.plan('PLACEMENT_PROVIDER', asking({ name: 'interview', id: told }, BY_TYPE), false);
      expect(two.plan).toBe(one.plan);
      expect(one.plan?.statement.text).not.toMatch(/home|north|[0-9a-f]{8}-/);
    });
  });

  it('row 39: keeps lists of one size in one and of two sizes apart, whichever was asked first', async () => {
    const wanted = (full: number, notice: number): WantedTree => {
      const episodes = (first: number): WantedField[] => [{ name: 'episodes', key: 'episodes', first, sub: { Episode: fields('id') } }];
      return { FullInterview: episodes(full), InterviewNotice: episodes(notice) };
    };
    const more = [randomUUID(), randomUUID()];
    await put(world, more.map((id) => anEpisode({ id, child, standing: STANDING })));
    await world.client.query('update interview set episode_ids = $1', [[episode, ...more]]);
    for (const [full, notice] of [[3, 3], [2, 1], [1, 3], [2, 2]] as const) {
      expect((await interview(SENIOR, held, wanted(full, notice)))?.['episodes']).toHaveLength(full);
      expect((await interview(SENIOR, told, wanted(full, notice)))?.['episodes']).toHaveLength(notice);
    }
  });
});
