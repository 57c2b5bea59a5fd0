import type { Followed } from './follow.ts';
import type { Following } from './follow-episode.ts';

/** Alerts that come before this reader, each once its step of the duty chain begins; those already open are theirs to ask for. */
export function followAlerts(asked: Following): Followed<object> {
  return {
    ...asked,
    root: (ids) => ({ name: 'ownAlerts', ids }),
    touched: (heard) => (heard.kind === 'ALERT' ? [heard.notice] : []),
    tellsFirst: false,
    told: (row) => row,
  };
}
