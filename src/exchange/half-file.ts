import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** What the names of files that are not whole yet are made with: a secret of the hub's, and when. */
interface Making {
  readonly mark: Uint8Array;
  /** Epoch milliseconds. */
  readonly at: number;
}

const HALF = /^\.(?<begun>.+\.\d{1,15}\.[0-9a-f-]{36})\.(?<marked>[0-9a-f]{32})\.half$/;

/** The name of a file until it is whole: one that nobody foresees, and by which the hub knows it again as its own. */
export function halfName(fileName: string, { mark, at }: Making): string {
  const begun = `${fileName}.${String(at)}.${randomUUID()}`;
  return `.${begun}.${markOf(begun, mark)}.half`;
}

/** When a file of this name was begun, in epoch milliseconds; null where this hub gave no file this name. */
export function halfBegunAt(name: string, mark: Uint8Array): number | null {
  const { begun = '', marked = '' } = HALF.exec(name)?.groups ?? {};
  const isOwn = marked !== '' && timingSafeEqual(Buffer.from(marked), Buffer.from(markOf(begun, mark)));
  return isOwn ? Number(begun.split('.').at(-2)) : null;
}

function markOf(begun: string, mark: Uint8Array): string {
  return createHmac('sha256', mark).update(`half ${begun}`).digest('hex').slice(0, 32);
}
