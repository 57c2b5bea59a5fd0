/** What those who answer for a child are told of a mark by a source that has nothing to do with the child. */
export const MARKED_NOTICE = {
  kind: 'MARKED_BY_ANOTHER',
  text: 'A source that neither answers for this child nor looks for them marks the child as restricted. The partners of the daily briefing are kept out, nobody else is. Ring whoever sends it; then a team manager decides by "restrict", either way.',
} as const;
