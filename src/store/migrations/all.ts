import type { Migration } from '@mikro-orm/migrations';
import { Migration0001House } from './migration-0001-house.ts';
import { Migration0002Interviews } from './migration-0002-interviews.ts';
import { Migration0003Seals } from './migration-0003-seals.ts';
import { Migration0004Erasure } from './migration-0004-erasure.ts';
import { Migration0005HubStatements } from './migration-0005-hub-statements.ts';
import { Migration0006PictureVersion } from './migration-0006-picture-version.ts';
import { Migration0007Matching } from './migration-0007-matching.ts';
import { Migration0008Reports } from './migration-0008-reports.ts';
import { Migration0009Exchange } from './migration-0009-exchange.ts';
import { Migration0010Superseded } from './migration-0010-superseded.ts';
import { Migration0011GradedIntelligence } from './migration-0011-graded-intelligence.ts';
import { Migration0012Quarantine } from './migration-0012-quarantine.ts';
import { Migration0013Silence } from './migration-0013-silence.ts';
import { Migration0014SideBySide } from './migration-0014-side-by-side.ts';
import { Migration0015ErasingAll } from './migration-0015-erasing-all.ts';
import { Migration0016FiledUnder } from './migration-0016-filed-under.ts';
import { Migration0017ExtractTables } from './migration-0017-extract-tables.ts';
import { Migration0018Case } from './migration-0018-case.ts';
import { Migration0019Alerts } from './migration-0019-alerts.ts';
import { Migration0021Departures } from './migration-0021-departures.ts';
import { Migration0022ItemOfAConcern } from './migration-0022-item-of-a-concern.ts';
import { Migration0023UnfinishedReturns } from './migration-0023-unfinished-returns.ts';
import { Migration0024Heard } from './migration-0024-heard.ts';
import { Migration0026Transmissions } from './migration-0026-transmissions.ts';
import { Migration0029DutiesLeft } from './migration-0029-duties-left.ts';
import { Migration0031HeldBack } from './migration-0031-held-back.ts';

/** Every migration in its order, by name: found neither by folder nor by file, so it works from sources and when built. */
export const MIGRATIONS: readonly { readonly name: string; readonly class: new (...given: ConstructorParameters<typeof Migration>) => Migration }[] = [
  { name: 'migration-0001-house', class: Migration0001House },
  { name: 'migration-0002-interviews', class: Migration0002Interviews },
  { name: 'migration-0003-seals', class: Migration0003Seals },
  { name: 'migration-0004-erasure', class: Migration0004Erasure },
  { name: 'migration-0005-hub-statements', class: Migration0005HubStatements },
  { name: 'migration-0006-picture-version', class: Migration0006PictureVersion },
  { name: 'migration-0007-matching', class: Migration0007Matching },
  { name: 'migration-0008-reports', class: Migration0008Reports },
  { name: 'migration-0009-exchange', class: Migration0009Exchange },
  { name: 'migration-0010-superseded', class: Migration0010Superseded },
  { name: 'migration-0011-graded-intelligence', class: Migration0011GradedIntelligence },
  { name: 'migration-0012-quarantine', class: Migration0012Quarantine },
  { name: 'migration-0013-silence', class: Migration0013Silence },
  { name: 'migration-0014-side-by-side', class: Migration0014SideBySide },
  { name: 'migration-0015-erasing-all', class: Migration0015ErasingAll },
  { name: 'migration-0016-filed-under', class: Migration0016FiledUnder },
  { name: 'migration-0017-extract-tables', class: Migration0017ExtractTables },
  { name: 'migration-0018-case', class: Migration0018Case },
  { name: 'migration-0019-alerts', class: Migration0019Alerts },
  { name: 'migration-0021-departures', class: Migration0021Departures },
  { name: 'migration-0022-item-of-a-concern', class: Migration0022ItemOfAConcern },
  { name: 'migration-0023-unfinished-returns', class: Migration0023UnfinishedReturns },
  { name: 'migration-0024-heard', class: Migration0024Heard },
  { name: 'migration-0026-transmissions', class: Migration0026Transmissions },
  { name: 'migration-0029-duties-left', class: Migration0029DutiesLeft },
  { name: 'migration-0031-held-back', class: Migration0031HeldBack },
];
