import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { gapsSeen } from '../../src/actions/agreement-seen.ts';
import type { AgreementRow } from '../../src/actions/course-row.ts';
import { AGREEMENT_WANTED } from '../../src/actions/course-wanted.ts';
import { ofDirectory } from '../../src/actions/of-directory.ts';
import { recordInterview } from '../../src/actions/record-interview.ts';
import { recordOffer } from '../../src/actions/record-offer.ts';
import { recordPlacement } from '../../src/actions/record-placement.ts';
import { readTray } from '../../src/actions/read-tray.ts';
import { triageReturn } from '../../src/actions/triage-return.ts';
import { MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { agreeing, sayingHowSafe } from './settled-before.ts';
import { actor } from './some-people.ts';

let hub: PractisedHub;
beforeEach(async () => {
  hub = await aPractisedHub();
  hub.goesBy('northmere', 'somerset');
  await sayingHowSafe(hub);
});
afterEach(() => hub.close());

const RULE = '(Somerset 7.1.2-7.1.5)';
const NONE = `no agreement with the host authority is recorded ${RULE}`;
const TELEPHONE = `the host does not interview: the responsible authority tries to reach the child by telephone ${RULE}`;
const PERHAPS = `perhaps ${TELEPHONE}`;
const at = () => ({ now: hub.now, ...ofDirectory(hub.services.directory()) });
const operation = { name: 'ATest', hash: 'a hash' };
const READ = [{ name: 'revision', key: 'revision' }, { name: 'madeBy', key: 'madeBy' }, { name: 'gaps', key: 'gaps' }, ...AGREEMENT_WANTED];
type Read = AgreementRow & { readonly revision: number; readonly madeBy: string; readonly gaps: readonly string[] };
const agreements = async (who: string): Promise<readonly Read[] | null> => {
  const wanted = { Child: [{ name: 'placementAgreements', key: 'placementAgreements', first: 5, sub: { PlacementAgreement: READ } }] };
  const row = await hub.gate.row(actor(who).viewer, { root: { name: 'child', id: hub.child }, wanted, operation, now: hub.now });
  // Safe: the rows have the shape that is asked for.
  return (row?.['placementAgreements'] ?? null) as readonly Read[] | null;
};
const gaps = async (who: string): Promise<string[] | undefined> => (await agreements(who))?.flatMap((row) => gapsSeen(row, row.gaps, { agency: actor(who).viewer.agency, ...at() }));
const triaging = (): Promise<Acted> => triageReturn(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, revision: 0, outcome: 'ROUTINE' }, (hub.now += MINUTE));

describe('what the two authorities agreed for a placement', () => {
  test('is recorded by the placing authority, changed by it and taken back', async () => {
    const { id, revision, warnings } = await agreeing(hub, { hostContact: ' ' });
    expect([revision, warnings]).toEqual([1, [`the agreement has no contact of that officer ${RULE}`]]);
    expect((await agreeing(hub, { id, revision })).warnings).toEqual([]);
    expect(await agreements('hew')).toMatchObject([{ hostAuthority: 'southvale', hostContact: '01632 960901', madeBy: 'northmere', revision: 2 }]);
    await expect(agreeing(hub, { id, revision })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect((await agreeing(hub, { id, revision: 2, withdraw: true })).warnings).toEqual([NONE, PERHAPS]);
    expect(await agreements('nia')).toEqual([]);
  });

  test('is recorded by the host as its own, and changed by nobody else', async () => {
    const { id } = await agreeing(hub, { hostAuthority: null }, 'hew');
    expect(await agreements('nia')).toMatchObject([{ hostAuthority: 'southvale', madeBy: 'southvale' }]);
    await expect(agreeing(hub, { id, revision: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(agreeing(hub, { hostAuthority: 'westhaven' }, 'hew')).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|BAD_INPUT/) as unknown });
  });

  test.each([
    ['without a beginning', { from: null }],
    ['with nobody', { hostAuthority: null, urn: null }],
    ['with the child’s own authority', { hostAuthority: 'northmere' }],
    ['with a force', { hostAuthority: 'mereshire-police' }],
  ])('is refused %s', async (_, changed) => {
    await expect(agreeing(hub, changed)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  test.each([['hal', 'FORBIDDEN'], ['sal', 'FORBIDDEN'], ['pim', 'FORBIDDEN'], ['ash', 'NOT_FOUND'], ['vic', 'NOT_FOUND']])('is not recorded by %s', async (who, code) => {
    await expect(agreeing(hub, {}, who)).rejects.toMatchObject({ code });
  });

  test('says what it lacks by the practice of whose child it is, and to a host whose guidance that is; a home reads nothing of it', async () => {
    await agreeing(hub, { hostOfficer: null, whoInterviews: 'Southvale does not interview' });
    expect(await gaps('nia')).toEqual([`the agreement names no officer of the host authority ${RULE}`, PERHAPS]);
    expect((await gaps('hew'))?.[0]).toBe('the agreement names no officer of the host authority (Somerset 7.1.2-7.1.5, the guidance of another authority (northmere))');
    expect(await gaps('hal')).toBeUndefined();
    hub.goesBy('northmere', 'kent');
    expect(await gaps('nia')).toEqual([]);
  });
});

describe('of a child placed with another authority (Somerset 7.1.2-7.1.5)', () => {
  test('the triage, the offer and the interview say what lacks in the agreement, and the next step that the responsible authority telephones', async () => {
    await recordPlacement(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, from: '2025-11-01', urn: 'SC900001' }, hub.now);
    expect((await triaging()).warnings).toEqual([NONE, PERHAPS]);
    const offered = { child: hub.child, episodes: [hub.episode], at: '2025-11-20T07:30:00Z', offeredTo: 'CHILD' } as const;
    const offering = (): Promise<Acted> => recordOffer(hub.services, actor('ren'), { key: randomUUID(), ...offered }, (hub.now += MINUTE));
    const lacks = async (): Promise<unknown> => {
      const request = { of: 'SERVICE', first: 10, after: null, episode: {}, child: {}, operation } as const;
      const { entries } = await readTray(hub.gate, actor('nia').viewer, { request, at: { agency: 'northmere', ...at() } });
      return entries.map(({ nextStep }) => nextStep.lacks.map(({ code, perhaps }) => `${code}${perhaps ? '?' : ''}`));
    };
    expect(await lacks()).toEqual([['AGREEMENT_MISSING', 'TELEPHONE_CONTACT?']]);
    expect((await offering()).warnings).toEqual([NONE, PERHAPS]);
    await agreeing(hub, { whoInterviews: 'Northmere' });
    expect((await offering()).warnings).toEqual([TELEPHONE]);
    await agreeing(hub, { from: '2025-11-02' }, 'hew');
    const held = await recordInterview(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, episodes: [hub.episode], state: 'COMPLETED', at: '2025-11-20T08:00:00Z', answers: { conductedCapacity: 'case worker' } }, (hub.now += MINUTE));
    expect(held.warnings.filter((words) => words.includes(RULE))).toEqual([]);
  });

  test('an agreement that begins later, or is with another host, is none yet', async () => {
    await agreeing(hub, { from: '2025-11-21' });
    expect((await triaging()).warnings).toEqual([NONE, PERHAPS]);
  });

  test('a practice that is silent asks for none', async () => {
    hub.goesBy('northmere', null);
    expect((await triaging()).warnings).toEqual([]);
  });
});
