import { randomUUID } from 'node:crypto';
import { allAttributesOf, FAMILIES, type Family } from '../../src/policy/attributes.ts';
import { ceilingOf, type CeilingGroup } from '../../src/policy/ceiling.ts';
import { READING_ROLES, type ReadingRole } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aViewer } from './a-gate.ts';
import { aPolicy } from './a-policy.ts';
import { asReader, everyRow, settingsOf } from './as-reader.ts';
import { aChild, anEpisode, aPlacement, aWorld, put, type World } from './a-world.ts';
import { aCaseAction, aCaseRecord, aConcern, aReturnStep } from './case-of-a-child.ts';
import { aHomeProfile, aHomeReport, aLocating, anIntelligenceItem, anOffer, aPlacementAgreement, aRedaction, aReturnInterview, aRiskAssessment, aSafetyNote, aSharingRecord, type ItemStanding } from './told-of-a-child.ts';

const OPEN_RULES = FAMILIES.map((subject) => ({ action: 'read', subject, fields: allAttributesOf(subject), conditions: {} }) as const);
/** The policy's filter taken out: every rule of every role opens everything on every row. */
const NO_POLICY = aPolicy(Object.fromEntries(READING_ROLES.map((role) => [role, OPEN_RULES])));
const PAST = '[2001-01-01T00:00:00Z,2002-01-01T00:00:00Z)';
const MINE = 'mine';
const ME = 'me@mine';
const OTHERS = { responsible: ['other'] } as const;
const RESTRICTED = { restricted: 'YES' } as const;

/** Ways to stand to a child that is not restricted. */
const STANDINGS = {
  responsible: { responsible: [MINE] },
  hosts: { ...OTHERS, hosts: [MINE] },
  forces: { ...OTHERS, forces: [MINE] },
  providers: { ...OTHERS, providers: [MINE] },
  partners: { ...OTHERS, partners: [MINE] },
  intelligenceAgencies: { ...OTHERS, intelligenceAgencies: [MINE] },
  groups: { ...OTHERS, groups: [MINE] },
  candidates: { candidates: [MINE] },
  named: { ...OTHERS, named: [`WORKER:${ME}`] },
  emergency: { ...OTHERS, named: [`EMERGENCY:${ME}`] },
  former: { ...OTHERS, hosts: [{ agency: MINE, during: PAST }], forces: [{ agency: MINE, during: PAST }], groups: [{ agency: MINE, during: PAST }] },
  colleague: { ...OTHERS, named: ['WORKER:you@mine'] },
  none: OTHERS,
} as const satisfies Record<string, ItemStanding>;
/** Ways to stand to one that is. */
const UNDER_RESTRICTION = {
  restricted: { responsible: [MINE], ...RESTRICTED },
  worker: { responsible: [MINE], named: [`WORKER:${ME}`], ...RESTRICTED },
  admitted: { responsible: [MINE], named: [`ADMITTED:${ME}`], ...RESTRICTED },
  formerlyAdmitted: { responsible: [MINE], named: [{ agency: `ADMITTED:${ME}`, during: PAST }], ...RESTRICTED },
  opened: { responsible: [MINE], named: [`EMERGENCY:${ME}`], ...RESTRICTED },
  awaiting: { responsible: [MINE], ...RESTRICTED, awaitsNaming: 'YES' },
  allocated: { ...OTHERS, named: [`SOCIAL_WORKER:${ME}`], ...RESTRICTED, awaitsNaming: 'YES' },
  kept: { forces: [MINE], ...RESTRICTED, keeps: [MINE], missingNow: 'YES' },
  keptByName: { forces: [MINE], ...RESTRICTED, keeps: [ME], missingNow: 'YES' },
  backByName: { forces: [MINE], ...RESTRICTED, keeps: [ME], missingNow: 'NO' },
  colleagueKeeps: { forces: [MINE], ...RESTRICTED, keeps: ['you@mine'], missingNow: 'YES' },
  formerlyKept: { forces: [{ agency: MINE, during: PAST }], ...RESTRICTED, keeps: [ME], missingNow: 'YES' },
  back: { forces: [MINE], ...RESTRICTED, keeps: [MINE], missingNow: 'NO' },
} as const satisfies Record<string, ItemStanding>;

const EVERYBODY = ['candidates', 'forces', 'hosts', 'intelligenceAgencies', 'partners', 'providers', 'responsible'];
const SERVICES = ['forces', 'hosts', 'responsible'];
const WITH_GROUPS = [...SERVICES, 'groups'];
interface Told {
  readonly family: Family;
  readonly attribute: string;
  readonly level: CeilingGroup;
  readonly open: readonly string[];
}
/** An attribute out of each table, the level of that table, and the standings it is open to. */
const TOLD: readonly Told[] = [
  { family: 'Offer', attribute: 'reason', level: 'circumstances', open: SERVICES },
  { family: 'ReturnStep', attribute: 'words', level: 'steps', open: SERVICES },
  { family: 'CaseRecord', attribute: 'words', level: 'assessments', open: ['hosts', 'responsible'] },
  { family: 'Concern', attribute: 'words', level: 'concerns', open: ['hosts', 'responsible'] },
  { family: 'CaseAction', attribute: 'what', level: 'steps', open: SERVICES },
  { family: 'RiskAssessment', attribute: 'factors', level: 'assessments', open: ['hosts', 'responsible'] },
  { family: 'PlacementAgreement', attribute: 'hostContact', level: 'agreements', open: ['hosts', 'responsible'] },
  { family: 'ReturnInterview', attribute: 'sentence', level: 'notice', open: EVERYBODY },
  { family: 'ReturnInterview', attribute: 'redactedText', level: 'redacted', open: EVERYBODY },
  { family: 'ReturnInterview', attribute: 'reasons', level: 'full', open: SERVICES },
  { family: 'LocatingFacts', attribute: 'placesStayed', level: 'locating', open: SERVICES },
  { family: 'Redaction', attribute: 'text', level: 'full', open: SERVICES },
  { family: 'SharingRecord', attribute: 'reason', level: 'full', open: SERVICES },
  { family: 'IntelligenceItem', attribute: 'topic', level: 'facts', open: WITH_GROUPS },
  { family: 'IntelligenceItem', attribute: 'sanitisedText', level: 'sanitised', open: WITH_GROUPS },
  { family: 'IntelligenceItem', attribute: 'content', level: 'content', open: SERVICES },
  { family: 'IntelligenceItem', attribute: 'source', level: 'source', open: SERVICES },
  { family: 'IntelligenceItem', attribute: 'resultWords', level: 'content', open: SERVICES },
  { family: 'SafetyNote', attribute: 'watchFor', level: 'notice', open: ['hosts', 'providers', 'responsible'] },
  { family: 'HomeReport', attribute: 'circumstances', level: 'reported', open: ['providers'] },
  { family: 'HomeProfile', attribute: 'friends', level: 'reported', open: ['providers'] },
];
const TABLES = [
  'offer',
  'return_step',
  'case_record',
  'concern',
  'case_action',
  'risk_assessment',
  'placement_agreement',
  'interview',
  'interview_full',
  'interview_locating',
  'interview_redacted',
  'redaction',
  'sharing_record',
  'intelligence',
  'intelligence_sanitised',
  'intelligence_content',
  'intelligence_source',
  'intelligence_result',
  'safety_note',
  'episode_report',
  'profile',
  'child_profile',
  'episode_condition',
];
/** Levels that emergency access does not reach: what somebody reported is in the episode already. */
const BEYOND_EMERGENCY: readonly string[] = ['source', 'reported', 'resultWords'];

describe('the second wall before what is told of a child, with the policy taken out', () => {
  let db: TestDatabase;
  let world: World;
  const standingOf = new Map<string, string>();

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    for (const [name, standing] of Object.entries<ItemStanding>({ ...STANDINGS, ...UNDER_RESTRICTION })) {
      await put(world, everythingOf(name, standing));
    }
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  function everythingOf(name: string, standing: ItemStanding): Parameters<typeof put>[1] {
    const child = randomUUID();
    const a = (also: object = {}): { id: string; child: string; standing: ItemStanding } => {
      const id = randomUUID();
      standingOf.set(id, name);
      return { id, child, standing: { ...standing, ...also } };
    };
    standingOf.set(child, name);
    return [
      aChild({ id: child, standing }),
      anEpisode(a()),
      aPlacement(a()),
      anOffer(a()),
      aReturnStep(a()),
      aCaseRecord({ ...a(), originator: 'mine' }),
      aConcern({ ...a(), originator: 'mine', addressed: ['EDT:other'] }),
      aCaseAction({ ...a(), owner: 'other' }),
      aRiskAssessment(a()),
      aPlacementAgreement(a()),
      ...aReturnInterview(a({ shared: ['REDACTED:mine', 'REDACTED:other', 'REDACTED:you@mine', { agency: 'REDACTED:me@mine', during: PAST }] })),
      aLocating(a()),
      aRedaction(a()),
      aSharingRecord(a()),
      anIntelligenceItem(a({ originator: MINE })),
      aSafetyNote({ ...a(), recipient: 'somebody' }),
      aHomeReport({ ...a(), originator: 'mine' }),
      aHomeProfile({ ...a(), originator: 'me@mine' }),
    ];
  }

  const viewer = (role: ReadingRole): ReturnType<typeof aViewer> => aViewer(role, MINE, 'me');
  const seenBy = async (role: ReadingRole, { family, attribute }: Pick<Told, 'family' | 'attribute'>): Promise<string[]> => {
    const rows = await asReader(world.client, settingsOf(viewer(role)), () => everyRow(world.client, NO_POLICY, { viewer: viewer(role), family }));
    return [...rows].filter(([, row]) => row[attribute] !== null).map(([id]) => standingOf.get(id) ?? 'unknown').sort();
  };
  const among = (names: object, seen: readonly string[]): string[] => seen.filter((name) => name in names);

  it('really has no policy in front of it: past the wall every row is there', async () => {
    for (const { family } of TOLD) {
      const rows = await everyRow(world.client, NO_POLICY, { viewer: viewer('PARENT'), family });
      expect(rows.size).toBe(Object.keys({ ...STANDINGS, ...UNDER_RESTRICTION }).length);
    }
  });

  it.each(READING_ROLES.flatMap((role) => TOLD.map((told) => ({ role, ...told }))))(
    'opens $attribute of $family to $role no further than the ceiling, to those who stand so now',
    async ({ role, level, open, ...told }) => {
      const ceiling = ceilingOf(role);
      // Emergency access reaches one child, beyond the role's own levels, and never a source, nor what a bureau made of an item.
      const inEmergency = ceiling.includes('emergency') && ![level, told.attribute].some((one) => BEYOND_EMERGENCY.includes(one)) ? ['emergency'] : [];
      const expected = ceiling.includes(level) ? [...open, 'named', 'emergency'].sort() : inEmergency;
      expect(among(STANDINGS, await seenBy(role, told))).toEqual(expected);
    },
  );

  it.each(READING_ROLES.flatMap((role) => TOLD.map((told) => ({ role, ...told }))))(
    'keeps $attribute of $family of a restricted child from $role who is not among those named',
    async ({ role, level, family, attribute }) => {
      const reached = ceilingOf(role).includes(level);
      const manager = role === 'TEAM_MANAGER' ? ['awaiting'] : [];
      const kept = family === 'LocatingFacts' ? ['kept', 'keptByName'] : [];
      const expected = ['admitted', 'allocated', ...manager, ...kept].sort();
      expect(among(UNDER_RESTRICTION, await seenBy(role, { family, attribute }))).toEqual(reached ? expected : []);
    },
  );

  it('keeps of a restricted child the narrow view alone, while they are missing', async () => {
    for (const family of ['Child', 'Episode', 'Placement'] as const) {
      expect(await seenBy('POLICE_MISSING_TEAM', { family, attribute: 'id' })).toEqual(expect.arrayContaining(['kept', 'keptByName']));
      for (const shut of ['back', 'backByName', 'colleagueKeeps', 'formerlyKept']) {
        expect(await seenBy('POLICE_MISSING_TEAM', { family, attribute: 'id' })).not.toContain(shut);
      }
    }
    expect(await seenBy('POLICE_MISSING_TEAM', { family: 'Child', attribute: 'homeAddress' })).not.toContain('kept');
    expect(await seenBy('POLICE_MISSING_TEAM', { family: 'Episode', attribute: 'circumstances' })).not.toContain('kept');
  });

  it("lets out of the texts only the viewer's own, while they are released", async () => {
    const { rows } = await asReader(world.client, settingsOf(viewer('PLACEMENT_PROVIDER')), () =>
      world.client.query<{ recipient: string }>('select distinct recipient from interview_redacted'),
    );
    expect(rows).toEqual([{ recipient: 'mine' }]);
  });

  it.each(['another@mine', 'other'])('lets out of what homes and carers report nothing that %s reported', async (originator) => {
    const [report, profile, child] = [randomUUID(), randomUUID(), randomUUID()];
    const standing = STANDINGS.providers;
    await put(world, [aHomeReport({ id: report, child, standing, originator }), aHomeProfile({ id: profile, child, standing, originator })]);
    const found = await asReader(world.client, settingsOf(viewer('PLACEMENT_PROVIDER')), async () => [
      (await world.client.query('select from episode_report where id = $1', [report])).rowCount,
      (await world.client.query('select from profile where id = $1', [profile])).rowCount,
    ]);
    await world.client.query('delete from episode_report where id = $1', [report]);
    await world.client.query('delete from profile where id = $1', [profile]);
    expect(found).toEqual([0, 0]);
  });

  it.each(['PLACEMENT_PROVIDER', 'SOCIAL_WORKER'] as const)('lets what is held back out to nobody who would read it as a home or a carer: %s', async (role) => {
    const [step, action, note, child] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const standing: ItemStanding = { ...STANDINGS.providers, responsible: ['mine'] };
    const columns = { tells_nobody: 'NO' };
    await put(world, [
      aReturnStep({ id: step, child, standing, step: 'PREVENTION_PLAN', columns }),
      aCaseAction({ id: action, child, standing, owner: 'mine', columns }),
      aSafetyNote({ id: note, child, standing, recipient: 'mine', columns }),
    ]);
    const held = [['return_step', step], ['case_action', action], ['safety_note', note]] as const;
    const found = await asReader(world.client, settingsOf(viewer(role)), async () => {
      const seen: (number | null)[] = [];
      for (const [table, id] of held) {
        seen.push((await world.client.query(`select from ${table} where id = $1`, [id])).rowCount);
      }
      return seen;
    });
    for (const [table, id] of held) {
      await world.client.query(`delete from ${table} where id = $1`, [id]);
    }
    expect(found).toEqual(role === 'PLACEMENT_PROVIDER' ? [0, 0, 0] : [1, 1, 1]);
  });

  it.each(['agency', 'ceiling'])('lets nothing out of any table while the setting %s is missing or empty', async (missing) => {
    for (const role of ['HUB_COORDINATOR', 'POLICE_MISSING_TEAM', 'POLICE_INTELLIGENCE'] as const) {
      const settings = settingsOf(viewer(role));
      for (const those of [Object.fromEntries(Object.entries(settings).filter(([name]) => name !== missing)), { ...settings, [missing]: '' }]) {
        await asReader(world.client, those, async () => {
          for (const table of [...TABLES, 'briefing_notice', 'whose_child']) {
            expect((await world.client.query(`select from ${table}`)).rowCount).toBe(0);
          }
        });
      }
    }
  });

  it('lets out to nobody in particular only what is open to the agency', async () => {
    const nobody = { ...settingsOf(viewer('HUB_COORDINATOR')), person: '' };
    await asReader(world.client, nobody, async () => {
      const { rows } = await world.client.query<{ child_id: string }>('select child_id from interview');
      expect(rows.map(({ child_id }) => standingOf.get(child_id) ?? '').sort()).toEqual(EVERYBODY);
    });
  });
});
