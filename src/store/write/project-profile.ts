import type { ChildPicture } from '../../domain/fold/picture.ts';
import type { ProfilePicture } from '../../domain/fold/reported-picture.ts';
import { revisionOf } from './hub-statement-store.ts';
import { childFacts, writtenByFacts, withHash, type PictureRow } from './project-facts.ts';

/** What each agency or carer keeps ready of the child, as rows of their own. */
export function projectProfile(child: ChildPicture, profile: ProfilePicture): PictureRow {
  const { originator, socialMedia, ...said } = profile.stated;
  return withHash({ id: profile.id, ...said, social_media: socialMedia, revision: revisionOf(profile.order), ...writtenByFacts(child, originator) });
}

/** All of them together, for those who read every one. */
export function projectChildProfile(child: ChildPicture): PictureRow {
  const profiles = child.profiles.map(({ id, stated, order }) => ({ id, ...stated, revision: revisionOf(order) }));
  return withHash({ id: child.id, profiles, ...childFacts(child) });
}
