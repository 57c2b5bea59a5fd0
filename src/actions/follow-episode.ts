import type { ReadRequest, WantedTree } from '../gate/read-request.ts';
import type { Followed } from './follow.ts';

/** What is asked of whatever is followed. */
export interface Following {
  readonly wanted: WantedTree;
  readonly operation: ReadRequest['operation'];
}

/** One episode: as it stands, then whenever it reads otherwise. Anything of its child may be part of what was asked. */
export function followEpisode({ id, ...asked }: Following & { readonly id: string }): Followed<object> {
  return {
    ...asked,
    root: () => ({ name: 'episode', id }),
    touched: (heard, children) => (heard.kind === 'PICTURE' && heard.children.some((child) => children.has(child)) ? [id] : []),
    tellsFirst: true,
    told: (row) => row,
  };
}
