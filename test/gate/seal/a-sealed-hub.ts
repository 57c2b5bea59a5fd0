import { generateKeyPairSync, randomUUID } from 'node:crypto';
import path from 'node:path';
import type pg from 'pg';
import { sealKeysOf } from '../../../src/config/seal-keys.ts';
import { gateUnder, type Gate } from '../../../src/gate/gate.ts';
import { AnchorFile } from '../../../src/gate/seal/anchor-file.ts';
import { sealRows } from '../../../src/gate/seal/seal-rows.ts';
import { anchorSeals } from '../../../src/gate/seal/anchor-seals.ts';
import type { SealingKeys } from '../../../src/gate/seal/seal-head.ts';
import type { SealingParts } from '../../../src/gate/seal/sealing.ts';
import { policyOf } from '../../../src/policy/policy.ts';
import { READING_ROLES, type ReadingRole } from '../../../src/policy/viewer.ts';
import type { ReadRule } from '../../../src/policy/rule.ts';
import { asWriter } from '../../../src/store/database.ts';
import { addAuditEvent } from '../../../src/store/write/audit-store.ts';
import { aDatabase, type TestDatabase } from '../../support/a-database.ts';
import { aFolder } from '../../support/a-folder.ts';
import { asking, aViewer, fields, gateParts, NOW } from '../a-gate.ts';
import { aWorld } from '../a-world.ts';

/** A key folder's seal key, by its kid. */
export const aSealKey = (kid: string): Record<string, unknown> => ({ ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), use: 'seal', kid });

// The keys are the roles.
const NO_RULES = policyOf(Object.fromEntries(READING_ROLES.map((role) => [role, []])) as unknown as Record<ReadingRole, readonly ReadRule[]>, 'a policy for tests');

/** A database with a sealer, whose clock the test sets, and a hand that passes every wall. */
export interface SealedHub {
  readonly db: TestDatabase;
  readonly gate: Gate;
  readonly superuser: pg.Client;
  readonly parts: SealingParts;
  readonly logged: string[];
  /** Epoch milliseconds. */
  now: number;
  keys: SealingKeys;
  /** Leaves one disclosure behind; the time moves on by a second. */
  read(): Promise<void>;
  /** Leaves one audit event behind. */
  decide(at?: number): Promise<void>;
  /** Seals and anchors what waits; the time moves on by a minute. */
  seal(): Promise<number | null>;
  close(): Promise<void>;
}

export async function aSealedHub(): Promise<SealedHub> {
  const db = await aDatabase();
  const { client: superuser } = await aWorld(db.superuserUrl);
  const folder = aFolder();
  const gate = gateUnder(NO_RULES, gateParts(db));
  const logged: string[] = [];
  const anchors = new AnchorFile(path.join(folder.path, 'anchors.jsonl'));
  const hub: SealedHub = {
    db,
    gate,
    superuser,
    logged,
    now: NOW,
    keys: sealKeysOf([aSealKey('seal-1')]),
    parts: {
      database: db.database,
      anchors,
      get keys() {
        return hub.keys;
      },
      clock: () => hub.now,
      log: { error: (event) => void logged.push(event) },
    },
    async read() {
      hub.now += 1000;
      await gate.row(aViewer('HUB_COORDINATOR', 'north'), asking({ name: 'child', id: randomUUID() }, { Child: fields('id') }, hub.now));
    },
    async decide(at) {
      hub.now += 1000;
      const event = { at: at ?? hub.now, kind: 'DECISION', actor: 'a person', agency: 'north', role: 'SENIOR_WORKER', children: [randomUUID()], body: { what: 'SHARING' } } as const;
      await asWriter(db.database, (em) => addAuditEvent(em, event));
    },
    async seal() {
      const sealed = await sealRows(hub.parts, { everything: false });
      await anchorSeals(hub.parts);
      hub.now += 60_000;
      return sealed;
    },
    async close() {
      await superuser.end();
      await db.close();
      folder.remove();
    },
  };
  return hub;
}
