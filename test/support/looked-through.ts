import { HubError } from '../../src/domain/errors.ts';

interface Refusal {
  readonly code: unknown;
  readonly message: string;
}

/** Where the passages begin that a text was refused for; none of any other refusal. */
function passagesIn({ code, message }: Refusal): readonly number[] {
  return code === 'TEXT_UNCONFIRMED' ? [...message.matchAll(/(\d+)-\d+/g)].map(([, from]) => Number(from)) : [];
}

/** Writes what a home or a carer reads and, as somebody who has looked, confirms each passage the hub asks about: for tests of what comes after. */
export async function lookedThrough<T>(write: (confirmed: readonly number[]) => Promise<T>): Promise<T> {
  try {
    return await write([]);
  } catch (error) {
    const passages = error instanceof HubError ? passagesIn(error) : [];
    if (passages.length === 0) {
      throw error;
    }
    return write(passages);
  }
}

/** The same by GraphQL, of what is sent as one mutation and its input. */
export async function lookedThroughBy<A extends { readonly errors: readonly { readonly message: string; readonly extensions: { readonly code?: unknown } }[] }>(
  send: (what: Readonly<Record<string, object>>) => Promise<A>,
  what: Readonly<Record<string, object>>,
): Promise<A> {
  const first = await send(what);
  const confirmed = first.errors.flatMap(({ message, extensions: { code } }) => passagesIn({ code, message }));
  return confirmed.length === 0 ? first : send(Object.fromEntries(Object.entries(what).map(([name, input]) => [name, { ...input, confirmed }])));
}
