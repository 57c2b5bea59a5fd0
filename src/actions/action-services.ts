import type { KeyObject } from 'node:crypto';
import type { Directory, Person } from '../directory/directory.ts';
import type { Log } from '../logging/log.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { Database, Writing } from '../store/database.ts';
import type { TransmissionSubject } from '../store/write/transmissions/transmission-row.ts';

/** What recording, deciding and asking need of the rest of the hub. */
export interface ActionServices {
  readonly database: Database;
  readonly directory: () => Directory;
  /** Meets the directory in force, which another process may have loaded. */
  readonly refreshDirectory: () => Promise<unknown>;
  /** The hub's own key that record ids are made with. */
  readonly idKey: KeyObject;
  /** For the operator, where nobody in the hub is left to be told. */
  readonly log: Pick<Log, 'warn'>;
  /** Folds everything these person records may affect, and shows it; inside the transaction under the writer's lock. */
  readonly refold: (em: Writing, personRecords: readonly string[]) => Promise<unknown>;
  /** What would go of a transmission now, made as it is when it is sent; outside any transaction. */
  readonly preview: (of: TransmissionSubject, now: number) => Promise<Preview>;
}

/** What would go, by the names of things alone. */
export interface Preview {
  readonly level: string | null;
  readonly fields: readonly string[];
}

/** Who acts: one person in one role at one agency, with what the directory says of them. */
export interface Actor {
  readonly viewer: Viewer;
  readonly person: Person;
}

/** What an action answers: the ids a resolver then reads back through the gate. */
export interface Acted {
  /** Record or decision id of what was made or changed. */
  readonly id: string;
  /** Shown id of the child. */
  readonly child: string;
  readonly revision: number;
  /** A rule of practice the hub warns of; recording what happened is never refused by one. */
  readonly warnings: readonly string[];
}
