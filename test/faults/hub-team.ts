import { tapDatabase, type Point, type TappedDatabase, type Trap } from './tapped-database.ts';
import { startServing, type ServingProcess } from './serving-process.ts';

/** What the hubs of a run have in common. */
export interface TeamTerms {
  readonly workers: number;
  /** Every other hub only takes calls, and the rest only work in the background. */
  readonly apart: boolean;
  readonly program: readonly string[];
  readonly hubUrl: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** A hub that was killed. */
export interface Kill {
  readonly point: Point;
  /** Until documents were taken and committed again, by whichever hub, in milliseconds; null where none were. */
  recovery: number | null;
}

interface Member {
  readonly tapped: TappedDatabase;
  readonly process: 'api' | 'jobs' | 'all';
  /** Null while it starts. */
  serving: ServingProcess | null;
}

/** Several hubs on one database. One that is killed is started again. */
export class HubTeam implements Trap {
  readonly kills: Kill[] = [];
  point: Point | null = null;
  readonly #terms: TeamTerms;
  readonly #members: Member[] = [];
  readonly #starting = new Set<Promise<void>>();
  #recovering: { readonly kill: Kill; readonly since: number }[] = [];
  #sprung: (() => void) | null = null;
  #stopped = false;
  #fault: unknown = null;

  private constructor(terms: TeamTerms) {
    this.#terms = terms;
  }

  static async start(terms: TeamTerms): Promise<HubTeam> {
    const team = new HubTeam(terms);
    for (let hub = 0; hub < terms.workers; hub += 1) {
      const process = terms.apart ? (hub % 2 === 0 ? 'api' : 'jobs') : 'all';
      team.#members.push({ tapped: await tapDatabase(terms.hubUrl, hub, team), process, serving: null });
    }
    team.#members.forEach((_, hub) => {
      team.#restart(hub);
    });
    await Promise.all(team.#starting);
    return team;
  }

  /** The hubs that take calls now. */
  serving(): { readonly hub: number; readonly port: number }[] {
    if (this.#fault !== null) {
      throw this.#fault; // eslint-disable-line @typescript-eslint/only-throw-error -- as it was thrown when a hub was started
    }
    return this.#members.flatMap(({ serving, process }, hub) => (serving === null || process === 'jobs' ? [] : [{ hub, port: serving.port }]));
  }

  /** Sets the trap; answers once a hub was killed in it. */
  trap(point: Point): Promise<void> {
    this.point = point;
    return new Promise((resolve) => {
      this.#sprung = resolve;
    });
  }

  spring(hub: number): boolean {
    const { point } = this;
    const member = this.#members[hub];
    // One that is not ready yet is let through: its start is not what is tried.
    if (point === null || !member?.serving) {
      return false;
    }
    this.point = null;
    member.serving.kill();
    const kill: Kill = { point, recovery: null };
    this.kills.push(kill);
    this.#recovering.push({ kill, since: performance.now() });
    this.#restart(hub);
    this.#sprung?.();
    return true;
  }

  /** A sender has its answer of this hub. */
  answered(hub: number): void {
    if (this.point === 'ANSWERED') {
      this.spring(hub);
    }
  }

  taken(): void {
    const now = performance.now();
    this.#recovering.forEach(({ kill, since }) => {
      kill.recovery = now - since;
    });
    this.#recovering = [];
  }

  /** Ends every hub in order. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#starting);
    await Promise.all(this.#members.map(async ({ serving }) => serving?.stop()));
    await Promise.all(this.#members.map(({ tapped }) => tapped.close()));
  }

  #restart(hub: number): void {
    const starting = this.#start(hub).catch((error: unknown) => {
      this.#fault = error;
    });
    this.#starting.add(starting);
    void starting.finally(() => this.#starting.delete(starting));
  }

  async #start(hub: number): Promise<void> {
    const member = this.#members[hub];
    if (member === undefined) {
      return;
    }
    const before = member.serving;
    member.serving = null;
    await before?.exited;
    if (!this.#stopped) {
      const { program, variables } = this.#terms;
      member.serving = await startServing({ program, variables: { ...variables, HOMEWARD_PROCESS: member.process, DATABASE_URL: member.tapped.url } });
    }
  }
}
