import type { Pool } from 'pg';
import { HubError } from '../domain/errors.ts';
import { ceilingOf } from '../policy/ceiling.ts';
import type { Policy } from '../policy/policy.ts';
import type { Viewer } from '../policy/viewer.ts';
import { withoutDatabaseWords, type GateLog } from './database-error.ts';
import { DisclosedObjects, type ObjectClass } from './disclosed-objects.ts';
import { disclosureRow } from './disclosure-row.ts';
import type { StoredRow } from './layout.ts';
import type { Asking } from './read-request.ts';
import { readAndDisclose, type Concluded, type Found } from './reading-transaction.ts';
import { refusalOf, type ViewerStands } from './viewer-stands.ts';

interface WhoseParts {
  readonly policy: Policy;
  readonly pool: Pool;
  readonly log: GateLog;
  readonly viewerStands: ViewerStands;
}
interface WhoseAsk {
  readonly viewer: Viewer;
  readonly key: string;
  readonly asking: Asking;
}

/** The wall opens the rows of this one key and no other; the authorities are all that is asked of them. */
const STATEMENT = `select true as anchored, coalesce(json_agg(json_build_array(0, id, version, child_id, authorities) order by id), '[]')::text as rows
  from whose_child where key = $1`;
const ANSWERED: ObjectClass = { type: 'WhoseChild', bits: 0, level: 'WhoseChild', fields: ['authorities'] };

/** The authorities that answer for the child a keyed question names, written down before they are told. */
export async function readWhose(parts: WhoseParts, ask: WhoseAsk): Promise<readonly string[]> {
  const { viewer, key, asking } = ask;
  const mayAsk = ceilingOf(viewer.role).includes('whose');
  const answer = await withoutDatabaseWords(parts.log, () =>
    readAndDisclose(parts.pool, {
      viewer,
      now: asking.now,
      asked: mayAsk ? key : '',
      statement: mayAsk ? { text: STATEMENT, name: 'whose', steady: true, values: [key] } : null,
      conclude: (found) => conclude(parts, { ...ask, mayAsk }, found),
    }),
  );
  if (answer instanceof HubError) {
    throw answer;
  }
  return answer;
}

async function conclude(
  { policy, viewerStands }: WhoseParts,
  { viewer, asking, mayAsk }: WhoseAsk & { readonly mayAsk: boolean },
  found: Found,
): Promise<Concluded<readonly string[] | HubError>> {
  const refusal = await refusalOf(viewerStands, viewer, { directory: found.directory, now: asking.now });
  // Written by the statement above.
  const rows = refusal === null ? (JSON.parse(found.rows) as readonly StoredRow[]) : [];
  const disclosed = new DisclosedObjects(policy, viewer.role, viewer.agency);
  disclosed.addOf(ANSWERED, rows);
  const nothing = refusal !== null || !mayAsk ? 'REFUSED' : 'NOTHING';
  return {
    answer: refusal ?? [...new Set(rows.flatMap(([, , , , authorities]) => authorities ?? []))].sort(),
    disclosure: disclosureRow({
      viewer,
      request: asking,
      operation: 'read',
      policyVersion: policy.version,
      outcome: disclosed.isEmpty ? nothing : 'SHOWN',
      disclosed,
    }),
  };
}
