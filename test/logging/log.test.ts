import { createLog, type Log, type LogOptions } from '../../src/logging/log.ts';
import { LOG_FIELDS } from '../../src/logging/log-fields.ts';
import type { LogFields } from '../../src/logging/log-fields.ts';
import { HubError } from '../../src/domain/errors.ts';
import { asWriter, execute } from '../../src/store/database.ts';
import { aDatabase } from '../support/a-database.ts';

const CANARY = 'Canary Wren';
const DOCUMENT = '0190f0a0-0000-8000-8000-000000000001';

/** A log that keeps its lines. */
function aLog(level: LogOptions['level'] = 'debug'): { log: Log; lines: string[] } {
  const lines: string[] = [];
  return { log: createLog({ level, destination: { write: (line: string) => lines.push(line) } }), lines };
}

/** What the log writes, as these tests look at it; JSON says no more of its shape. */
type Line = Readonly<Record<string, unknown>> & { readonly error?: { readonly code: string; readonly frames: readonly string[] } };

/** The last line, as an object. */
const lastOf = (lines: readonly string[]): Line => JSON.parse(lines.at(-1) ?? '') as Line;

describe('the log', () => {
  it('writes an event with its allowed fields as one line of JSON', () => {
    const { log, lines } = aLog();
    log.info('document-received', { document: DOCUMENT, agency: 'northmere-council', adapter: 'police-compact', bytes: 812 });
    const { time, ...line } = lastOf(lines);
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(line).toEqual({
      level: 'info',
      event: 'document-received',
      text: 'A document was stored.',
      document: DOCUMENT,
      agency: 'northmere-council',
      adapter: 'police-compact',
      bytes: 812,
    });
  });

  it('row 36: drops every field that is not on its list', () => {
    const { log, lines } = aLog();
    // The compiler refuses these; at run time somebody may hand them in all the same.
    const offered = { givenName: CANARY, child: { givenName: CANARY }, req: { headers: CANARY }, msg: CANARY, sql: CANARY } as unknown as LogFields;
    log.error('read-failed', offered);
    expect(Object.keys(lastOf(lines))).toEqual(['level', 'time', 'event', 'text']);
  });

  it.each(Object.keys(LOG_FIELDS))('row 36: drops a name, a free text, a date of birth and an NHS number from the field %s', (field) => {
    for (const value of [CANARY, 'wren, seen at the canal', 'O\'Wren\nat (x)', 9_434_765_919, '2012-03-04', { name: CANARY }, [CANARY]]) {
      const { log, lines } = aLog();
      log.info('hub-started', { [field]: value });
      const written = lastOf(lines);
      expect(written[field]).toBeUndefined();
    }
  });

  it('writes no event it does not know', () => {
    const { log, lines } = aLog();
    log.info(CANARY as never);
    expect(lines.join('')).not.toContain(CANARY);
    expect(lastOf(lines)).toMatchObject({ event: 'unlisted' });
  });

  it('writes an error as its code and places in the code, without its message', () => {
    const { log, lines } = aLog();
    log.error('request-failed', {}, new HubError('NOT_FOUND', CANARY));
    const { code, frames } = lastOf(lines).error ?? { code: '', frames: [] };
    expect(code).toBe('NOT_FOUND');
    expect(frames[0]).toMatch(/^test\/logging\/log\.test\.ts:\d+:\d+$/);
    expect(lines.join('')).not.toContain(CANARY);
  });

  it('takes no line of a hostile message for a place in the code', () => {
    const { log, lines } = aLog();
    log.error('request-failed', {}, new TypeError(`x\n    at ${CANARY} (/${CANARY}:1:1)\n    at Canary (node:Canary:1:1)\n    at file:///%zz:1:1`));
    expect(lines.join('')).not.toContain('Canary');
  });

  it.each([['a string', CANARY], ['an object', { message: CANARY, code: CANARY, stack: CANARY }], ['a foreign code', Object.assign(new TypeError(CANARY), { code: 'WRENS' })], ['nothing', null]])(
    'writes %s that was thrown as unknown',
    (_kind, thrown) => {
      const { log, lines } = aLog();
      log.error('request-failed', {}, thrown);
      expect(lastOf(lines)).toMatchObject({ error: { code: 'UNKNOWN' } });
      expect(lines.join('')).not.toMatch(/Wren|WRENS/);
    },
  );

  it('row 31: keeps the row and the statement of a database error to itself', async () => {
    const db = await aDatabase();
    const { log, lines } = aLog();
    const failing = [
      (): Promise<unknown> => asWriter(db.database, (em) => execute(em, 'select $1::integer', [CANARY])),
      (): Promise<unknown> => asWriter(db.database, (em) => em.execute('select ?::integer', [CANARY])),
      (): Promise<unknown> => asWriter(db.database, (em) => execute(em, `insert into revoked_token values ($1, now()), ($1, now())`, [CANARY])),
    ];
    for (const run of failing) {
      await run().catch((error: unknown) => { log.error('document-failed', {}, error); });
    }
    await db.close();
    expect(lines.map((line) => lastOf([line]).error?.code)).toEqual(['22P02', '22P02', '23505']);
    expect(lines.join('')).not.toContain(CANARY);
  });

  it('says nothing below its level', () => {
    const { log, lines } = aLog('warn');
    log.info('hub-started');
    expect(lines).toEqual([]);
  });
});
