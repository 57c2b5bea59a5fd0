import { createHash } from 'node:crypto';
import { MIGRATIONS } from '../../src/store/migrations/all.ts';

/** sha-256 over the statements of each migration that shares words with others: databases have run them as they are. */
const RUN: Readonly<Record<string, string>> = {
  'migration-0001-house': '3063e60fb748e550df5b9951a6f5e05c10dae735dd210b01ca93be1bbd431d3c',
  'migration-0002-interviews': 'fa99be8df2731b21b191b17a901a86b10e33b254a09397cbd2c2cef96c8aa03d',
  'migration-0004-erasure': '280367aa9b874606c42b020f68301193e18e13c69f3b873a833382179890ef13',
  'migration-0005-hub-statements': 'fa5840730de1c0e8d2c08cd14a4530317a59e4dc1eed142a415f1ca2a06f76ae',
  'migration-0007-matching': 'e9d985bda1b592aa788455726b3328de44243f4d2dda282bc8c17bc6df85f795',
  'migration-0008-reports': '3514719ce752830ea336d14f1ed83ca35028f6fff70f6eabf119332452578168',
  'migration-0009-exchange': '331ff5b4902502fb97876c4e416456a0cb58b7effd3ec0f7f511da4386f5f7f7',
  'migration-0010-superseded': 'c4d62b8698302bd84bed823a6f8bb62354dc54a543d37a727cb94b423cd55e6c',
  'migration-0012-quarantine': '68cdc130e0196ece81480b3280918027ebda0985912ea2154b906534cce5d1dd',
  'migration-0015-erasing-all': '620f35eab5ba46bc046806a6dfc880eb76d217416fe3a4c8942455e8ec135c0e',
};

/** What a migration would send to a database; it needs neither one nor its settings to say so. */
async function statementsOf(name: string): Promise<string[]> {
  const found = MIGRATIONS.find((migration) => migration.name === name);
  const said: string[] = [];
  if (found !== undefined) {
    // Safe: `up` adds statements and asks for nothing else.
    const migration = new found.class(undefined as never, undefined as never);
    await migration.up();
    said.push(...migration.getQueries().map(String));
  }
  return said;
}

describe('a migration that databases have run', () => {
  it.each(Object.keys(RUN))('%s says the same whatever becomes of the words it shares', async (name) => {
    const statements = await statementsOf(name);
    expect(createHash('sha256').update(statements.join('\n;;\n')).digest('hex')).toBe(RUN[name]);
  });
});
