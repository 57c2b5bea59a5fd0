import { asWriter } from '../../../src/store/database.ts';
import { acknowledgeNotice, addNotice } from '../../../src/store/write/notice-store.ts';
import { aDatabase, type TestDatabase } from '../../support/a-database.ts';

const NOW = Date.parse('2026-03-05T12:00:00Z');
const CHILD = '00000000-0000-8000-8000-000000000001';

describe('a notice', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await aDatabase();
  });
  afterAll(() => db.close());

  const raise = (): Promise<string> =>
    asWriter(db.database, (em) => addNotice(em, { to: ['ann@northmere', 'TEAM_MANAGER:northmere'], kind: 'EMERGENCY', child: CHILD, about: CHILD, text: 'Invented.', visibleFrom: NOW, raisedAt: NOW }));
  const acknowledge = (id: string, [person, role, agency]: readonly [string, 'SOCIAL_WORKER' | 'TEAM_MANAGER', string], at = NOW): Promise<boolean> =>
    asWriter(db.database, (em) => acknowledgeNotice(em, { id, viewer: { person, role, agency }, at }));

  it.each([
    ['the person it names', ['ann', 'SOCIAL_WORKER', 'northmere'], true],
    ['whoever has the role it names', ['bea', 'TEAM_MANAGER', 'northmere'], true],
    ['another person', ['bea', 'SOCIAL_WORKER', 'northmere'], false],
    ['the same name at another agency', ['ann', 'TEAM_MANAGER', 'southvale'], false],
  ] as const)('is acknowledged by %s: %s', async (_who, who, done) => {
    expect(await acknowledge(await raise(), who)).toBe(done);
  });

  it('is acknowledged once, and not before it is to be seen', async () => {
    const id = await raise();
    const ann = ['ann', 'SOCIAL_WORKER', 'northmere'] as const;
    expect([await acknowledge(id, ann, NOW - 1), await acknowledge(id, ann), await acknowledge(id, ann)]).toEqual([false, true, false]);
  });
});
