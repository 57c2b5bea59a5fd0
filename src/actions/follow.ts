import type { FollowedRoot, Gate } from '../gate/gate.ts';
import type { Masked, News, ReadRequest, Row, WantedTree } from '../gate/read-request.ts';
import { HubError } from '../domain/errors.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { Heard, Hearing } from './hearing.ts';
import { Pending } from './pending.ts';

/** Who follows, as they are at one moment. */
export interface Follower {
  readonly viewer: Viewer;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What somebody follows. `T` is what they are told. */
export interface Followed<T> {
  readonly wanted: WantedTree;
  readonly operation: ReadRequest['operation'];
  /** The whole of it, or those of these ids. */
  readonly root: (ids: readonly string[] | null, now: number) => FollowedRoot;
  /** The ids to look at again; `children` are those of what was told. */
  readonly touched: (heard: Heard, children: ReadonlySet<string>) => readonly string[];
  /** Is one told at once how it stands, and refused where there is nothing? Else one is told of changes alone. */
  readonly tellsFirst: boolean;
  /** What a row comes to, at this moment; null where it comes to nothing. */
  readonly told: (row: Masked<Row>, now: number) => T | null;
}

/** What is told, and as whom and when it was read. */
export interface Told<T, F extends Follower> {
  readonly told: T;
  readonly follower: F;
}
type Stream<T> = AsyncGenerator<T, undefined, undefined>;

/**
 * Tells one reader of what changes for them. Whatever is heard is only a reason to ask: each time the reader is looked up anew
 * (`again`), the gate is asked as anybody else asks it, last of all, and what reads as they were last told is not told.
 */
export function follow<T, F extends Follower>({ gate, hearing }: { readonly gate: Gate; readonly hearing: Hearing }, followed: Followed<T>, again: () => Promise<F>): Stream<Told<T, F>> {
  const known = new Map<string, string>();
  const children = new Set<string>();
  const pending = new Pending((heard) => followed.touched(heard, children));
  // Heard from now on: what changes while the first look is taken is looked at after it.
  const deaf = hearing.hear((heard) => {
    pending.note(heard);
  });
  const request = (ids: readonly string[] | null, now: number): ReadRequest<FollowedRoot> => ({ root: followed.root(ids, now), wanted: followed.wanted, operation: followed.operation, now });
  const keep = ({ id, child, mark }: Omit<News, 'row'>): void => {
    known.set(id, mark);
    if (child !== null) {
      children.add(child);
    }
  };
  const toldOf = (news: readonly News[], follower: F): Told<T, F>[] =>
    news.flatMap((one) => {
      keep(one);
      const told = followed.told(one.row, follower.now);
      return told === null ? [] : [{ told, follower }];
    });

  // Looked up when their turn has come: who waits long for it may no longer be who they were.
  const look = <A>(ask: (follower: F) => Promise<A>): Promise<{ follower: F; answer: A }> =>
    hearing.inTurn(async () => {
      const follower = await again();
      return { follower, answer: await ask(follower) };
    });

  async function first(): Promise<Told<T, F>[]> {
    if (!followed.tellsFirst) {
      (await look(({ viewer, now }) => gate.marks(viewer, request(null, now)))).answer.forEach(keep);
      return [];
    }
    const { follower, answer } = await look(({ viewer, now }) => gate.news(viewer, request(null, now), null));
    if (answer.length === 0) {
      throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
    }
    return toldOf(answer, follower);
  }

  async function* stream(): Stream<Told<T, F>> {
    yield* await first();
    while (await pending.wait()) {
      const ids = pending.take();
      const { follower, answer } = await look(({ viewer, now }) => gate.news(viewer, request(ids, now), known));
      yield* toldOf(answer, follower);
    }
  }
  return endedBy(stream(), () => {
    deaf();
    pending.end();
  });
}

/** A stream that ends as soon as it is told to, though it waits for something that may never come. */
export function endedBy<T>(stream: Stream<T>, end: () => void): Stream<T> {
  const next = async (): Promise<IteratorResult<T, undefined>> => {
    try {
      const step = await stream.next();
      if (step.done === true) {
        end();
      }
      return step;
    } catch (error) {
      end();
      throw error;
    }
  };
  const last = (): Promise<IteratorResult<T, undefined>> => {
    end();
    return stream.return(undefined);
  };
  return {
    next,
    return: last,
    throw: last,
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await last();
    },
  };
}
