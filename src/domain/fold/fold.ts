import type { Observation } from '../observation/observation.ts';
import type { ChildPicture, FoldContext } from './picture.ts';

/** All observations in, whatever their order; out come the children with their picture. */
export function fold(observations: readonly Observation[], context: FoldContext): ChildPicture[] {
  void observations;
  void context;
  return [];
}
