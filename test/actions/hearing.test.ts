import pg from 'pg';
import { OneEar, type Heard } from '../../src/actions/hearing.ts';
import { revokeToken } from '../../src/auth/revoke-token.ts';
import { asWriter } from '../../src/store/database.ts';
import { tellChanged } from '../../src/store/write/change-news.ts';
import { another, store } from '../store/a-stored-picture.ts';
import { aChild } from '../store/write/a-picture.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';

const silent = (): void => undefined;
const LOG = { debug: silent, info: silent, warn: silent, error: silent };
const ids = (count: number): string[] => Array.from({ length: count }, (_, nth) => `00000000-0000-8000-8000-${String(nth).padStart(12, '0')}`);

describe('the ear of a process', () => {
  let db: TestDatabase;
  let ear: OneEar;
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  beforeAll(async () => {
    db = await aDatabase();
    ear = new OneEar({ database: db.database, log: LOG }, { againMs: 10 });
    ear.hear((one) => {
      heard.push(one);
      waiting.forEach((look) => { look(); });
    });
    await until(({ kind }) => kind === 'MISSED');
  });
  beforeEach(() => {
    heard.length = 0;
  });
  afterAll(async () => {
    await ear.stop();
    await db.close();
  });

  const until = (is: (one: Heard) => boolean): Promise<void> =>
    new Promise((come) => {
      const look = (): void => {
        if (heard.some(is)) {
          waiting.delete(look);
          come();
        }
      };
      waiting.add(look);
      look();
    });
  const isOf = (child: string) => (one: Heard) => one.kind === 'PICTURE' && one.children.includes(child);

  it('hears which child is shown, once that is stored, and nothing where it is stored as it was', async () => {
    const [child, next] = [another(aChild()), another(aChild())];
    await store(db.database, child);
    await until(isOf(child.id));
    heard.length = 0;
    await store(db.database, child);
    await store(db.database, next);
    await until(isOf(next.id));
    expect(heard).toEqual([{ kind: 'PICTURE', children: [next.id] }]);
  });

  it('hears both children where what was shown of one is shown of another', async () => {
    const child = another(aChild());
    await store(db.database, child);
    const [, , , moved = ''] = ids(4);
    await store(db.database, { ...child, id: moved });
    await until(isOf(moved));
    expect(heard.some((one) => isOf(moved)(one) && isOf(child.id)(one))).toBe(true);
  });

  it('hears nothing of what was taken back, and everything of what is too much to be said at once', async () => {
    const many = ids(1000);
    await expect(asWriter(db.database, async (em) => {
      await tellChanged(em, many.slice(0, 1));
      throw new TypeError('taken back');
    })).rejects.toThrow('taken back');
    await asWriter(db.database, (em) => tellChanged(em, many));
    await until(isOf(many.at(-1) ?? ''));
    expect(heard.flatMap((one) => (one.kind === 'PICTURE' ? one.children : []))).toEqual(many);
  });

  it('hears that a token was taken back, and no words that are of no form it knows', async () => {
    const rows = ['{"children":["x"]}', '["a child"]', 'nothing'];
    const superuser = new pg.Client({ connectionString: db.superuserUrl });
    await superuser.connect();
    for (const row of rows) {
      await superuser.query(`select pg_notify('homeward_picture', $1)`, [row]);
    }
    await superuser.end();
    await revokeToken(db.database, { issuer: 'an issuer', jti: 'a token', until: Date.now() });
    await until(({ kind }) => kind === 'STANDING');
    expect(heard).toEqual([{ kind: 'STANDING' }]);
  });

  it('says that it may have missed something once it hears again', async () => {
    const superuser = new pg.Client({ connectionString: db.superuserUrl });
    await superuser.connect();
    await superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()`);
    await superuser.end();
    await until(({ kind }) => kind === 'MISSED');
    const child = another(aChild());
    await store(db.database, child);
    await until(isOf(child.id));
  });

  it('lets four who follow read at once, and the others in their turn', async () => {
    let [reading, most] = [0, 0];
    await Promise.all(ids(20).map(() => ear.inTurn(async () => {
      reading += 1;
      most = Math.max(most, reading);
      await new Promise((go) => setImmediate(go));
      reading -= 1;
    })));
    expect([reading, most]).toEqual([0, 4]);
  });
});
