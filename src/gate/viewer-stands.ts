import { HubError } from '../domain/errors.ts';
import type { Viewer } from '../policy/viewer.ts';

/** Does somebody still hold the role they act in, and may they act in it at this hour? */
export type Standing = 'STANDS' | 'OFF_SHIFT' | 'GONE';

/** How the viewer stands, in this version of the directory and at the instant of the read. */
export type ViewerStands = (viewer: Viewer, at: ReadAt) => Standing | Promise<Standing>;
export interface ReadAt {
  readonly directory: number;
  readonly now: number;
}

/** Why the viewer is refused who was let in when they were authenticated; null where they still stand. */
export async function refusalOf(viewerStands: ViewerStands, viewer: Viewer, at: ReadAt): Promise<HubError | null> {
  switch (await viewerStands(viewer, at)) {
    case 'STANDS':
      return null;
    case 'OFF_SHIFT':
      return new HubError('OFF_SHIFT', 'You hold this role on shift only.');
    case 'GONE':
      return new HubError('TOKEN_REFUSED', 'The directory has changed and no longer gives you this role.');
  }
}
