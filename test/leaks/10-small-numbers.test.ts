import { randomUUID } from 'node:crypto';
import { aHubOfReturns, returnOf, STANDING, type HubOfReturns } from '../api/a-hub-of-returns.ts';
import { moment, put, type Standing } from '../gate/a-world.ts';
import { anOffer } from '../gate/told-of-a-child.ts';
import { ask } from '../http/a-hub.ts';

interface Figure {
  readonly name: string;
  readonly state: string;
  readonly returns: number | null;
}
interface Row {
  readonly month: string | null;
  readonly figures: readonly Figure[];
  readonly standards: readonly { readonly standard: string; readonly asks: number | null; readonly standsAtLeast: number | null; readonly met: boolean | null }[];
}
interface Timeliness {
  readonly months: readonly Row[];
  readonly overall: Row;
}
const ROW = '{ month figures { name state returns } standards { standard asks standsAtLeast met } }';
const FIELDS = `{ months ${ROW} overall ${ROW} }`;
const OUTSIDE = 'police@mereshire-police';
const WITHIN = 'coordinator@northmere';

let hub: HubOfReturns;
beforeAll(async () => {
  hub = await aHubOfReturns();
  await returned(6, '2026-09-10T10:00:00Z', { outcome: 'ACCEPTED' });
  await returned(1, '2026-09-11T10:00:00Z', { outcome: 'DECLINED_BY_YOUNG_PERSON' });
  await returned(4, '2026-10-10T10:00:00Z', { outcome: 'ACCEPTED' });
  await returned(6, '2026-11-02T10:00:00Z', { outcome: null });
});
afterAll(() => hub.close());

/** So many children back at this time, each offered an interview an hour later that ended so; null: none was offered. */
async function returned(children: number, at: string, { outcome, standing = STANDING }: { readonly outcome: string | null; readonly standing?: Standing }): Promise<void> {
  for (let nth = 0; nth < children; nth += 1) {
    const of = await returnOf(hub.world, standing, { returned_at: moment(at), returned_until_at: at });
    const offer = { at: moment(at.replace('T10', 'T11')), outcome, attempts: [], explanation: 'An invented explanation.', episode_ids: [of.episode] };
    await put(hub.world, outcome === null ? [] : [anOffer({ id: randomUUID(), child: of.child, standing, columns: offer })]);
  }
}

async function timeliness(as: string, [from, until]: readonly [string, string], authority = 'northmere'): Promise<Timeliness> {
  const { data, errors } = await ask(hub, `{ timeliness(authority: "${authority}", from: "${from}", until: "${until}") ${FIELDS} }`, { as });
  expect(errors).toEqual([]);
  return (data as { timeliness: Timeliness }).timeliness;
}
const figure = (row: Row | undefined, name: string): number | string | null => {
  const found = row?.figures.find((one) => one.name === name);
  return found?.state === 'SHOWN' ? found.returns : (found?.state ?? null);
};

describe('the numbers of an authority', () => {
  it('are shown to its own service as they are', async () => {
    const { months, overall } = await timeliness(WITHIN, ['2026-09', '2026-11']);
    expect(months.map((row) => [row.month, figure(row, 'returns'), figure(row, 'accepted'), figure(row, 'refusedByChild'), figure(row, 'noOffer')])).toEqual([
      ['2026-09', 7, 6, 1, 0],
      ['2026-10', 4, 4, 0, 0],
      ['2026-11', 6, 0, 0, 6],
    ]);
    expect(figure(overall, 'returns')).toBe(17);
    expect(months[0]?.standards.find(({ standard }) => standard === 'offeredOfEligible')).toMatchObject({ standsAtLeast: 100 });
  });

  it('row 10: are of five children at least for everybody else, and of no month that is not over', async () => {
    const { months, overall } = await timeliness(OUTSIDE, ['2026-09', '2026-11']);
    expect(months.map((row) => [row.month, figure(row, 'returns')])).toEqual([['2026-09', 7], ['2026-10', 'SUPPRESSED'], ['2026-11', 'SUPPRESSED']]);
    expect(figure(overall, 'returns')).toBe('SUPPRESSED');
  });

  it('row 10: tell no small number by the other that makes up their whole, nor by a percentage', async () => {
    const { months: [september] } = await timeliness(OUTSIDE, ['2026-09', '2026-09']);
    expect(['accepted', 'notAccepted', 'refused', 'refusedByChild'].map((name) => figure(september, name))).toEqual(['SUPPRESSED', 'SUPPRESSED', 'SUPPRESSED', 'SUPPRESSED']);
    expect(september?.standards.filter(({ standard }) => standard !== 'offeredOfEligible').map(({ standsAtLeast, met }) => [standsAtLeast, met])).toEqual([[null, null], [null, null]]);
  });

  it('row 10: are the same for a month whichever months are asked for beside it, and under two aliases', async () => {
    const alone = await timeliness(OUTSIDE, ['2026-10', '2026-10']);
    const beside = await timeliness(OUTSIDE, ['2026-08', '2026-10']);
    expect(beside.months[2]).toEqual(alone.months[0]);
    const of = (alias: string, from: string): string => `${alias}: timeliness(authority: "northmere", from: "${from}", until: "2026-10") ${FIELDS}`;
    const { data } = await ask(hub, `{ ${of('one', '2026-09')} ${of('other', '2026-10')} }`, { as: OUTSIDE });
    const { one, other } = data as { one: Timeliness; other: Timeliness };
    expect([one.months[1], other.months[0]]).toEqual([alone.months[0], alone.months[0]]);
    expect(figure(one.overall, 'returns')).toBe('SUPPRESSED');
  });

  it('row 10: are no more for a senior worker of another authority than for anybody outside', async () => {
    await returned(4, '2026-08-10T10:00:00Z', { outcome: 'ACCEPTED', standing: { ...STANDING, hosts: ['southvale'] } });
    const { months: [august] } = await timeliness('senior@southvale', ['2026-08', '2026-08']);
    expect(figure(august, 'returns')).toBe('SUPPRESSED');
    expect(figure((await timeliness('senior@northmere', ['2026-08', '2026-08'])).months[0], 'returns')).toBe(4);
  });

  it.each([
    ['worker@northmere', 'WORKER:worker-northmere@northmere'],
    ['social@northmere', 'SOCIAL_WORKER:social-northmere@northmere'],
  ])('are shown to %s of the service as they are, of the returns they follow and of no other', async (as, named) => {
    const month = named.startsWith('WORKER') ? '2026-05' : '2026-06';
    await returned(2, `${month}-10T10:00:00Z`, { outcome: 'ACCEPTED', standing: { ...STANDING, named: [named] } });
    await returned(3, `${month}-11T10:00:00Z`, { outcome: 'DECLINED_BY_YOUNG_PERSON' });
    const { months: [own] } = await timeliness(as, [month, month]);
    expect(['returns', 'accepted', 'refused'].map((name) => figure(own, name))).toEqual([2, 2, 0]);
    expect(figure((await timeliness(OUTSIDE, [month, month])).months[0], 'returns')).toBe(5);
    expect(figure((await timeliness(OUTSIDE, [month, month])).months[0], 'accepted')).toBe('SUPPRESSED');
  });

  it('row 10: are no more when two outsiders add their months up, or one asks month by month and for all', async () => {
    const all = await timeliness(OUTSIDE, ['2026-03', '2026-11']);
    const alone = await Promise.all(all.months.map(async ({ month }) => (await timeliness(OUTSIDE, [month ?? '', month ?? ''])).months[0]));
    expect(alone).toEqual(all.months);
    const parts = await Promise.all([['2026-03', '2026-08'] as const, ['2026-09', '2026-11'] as const].map((months) => timeliness(OUTSIDE, months)));
    expect(parts.flatMap(({ months }) => months)).toEqual(all.months);
    for (const { months, overall } of [all, ...parts]) {
      for (const { name, state } of overall.figures) {
        const hidden = months.filter((row) => typeof figure(row, name) !== 'number');
        expect([name, state === 'SHOWN']).toEqual([name, hidden.length === 0]);
      }
    }
  });

  it.each(['provider@larkfield', 'auditor@northmere', 'coordinator@southvale'])('are none at all for %s, who reads no step of its returns', async (as) => {
    const { months: [september] } = await timeliness(as, ['2026-09', '2026-09']);
    expect(september?.figures.filter(({ state }) => state === 'SHOWN')).toEqual([]);
  });

  it('are silent, and not nought, where its practice has no clock for them', async () => {
    const { months: [september] } = await timeliness('coordinator@southvale', ['2026-09', '2026-09'], 'southvale');
    expect([figure(september, 'ownInTime'), figure(september, 'offeredInTime')]).toEqual(['SILENT', 0]);
    expect(september?.standards.find(({ standard }) => standard === 'refusedAtMost')).toMatchObject({ asks: null, met: null });
  });

  it.each([
    ['2026-9', '2026-10', '"from" is not a calendar month. Write its year and its number, as 2026-05.'],
    ['2026-10', '2026-10-05', '"until" is not a calendar month. Write its year and its number, as 2026-05.'],
    ['2026-10', '2026-09', '"until" is before "from"'],
    ['2024-01', '2026-01', 'more than 24 months'],
  ])('are not counted from %s until %s: by whole months, and two years at most', async (from, until, message) => {
    const { errors } = await ask(hub, `{ timeliness(authority: "northmere", from: "${from}", until: "${until}") { overall { month } } }`);
    expect(errors[0]?.extensions.code).toBe('BAD_INPUT');
    expect(errors[0]?.message).toContain(message);
  });
});
