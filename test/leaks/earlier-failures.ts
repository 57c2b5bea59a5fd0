/** Queries every viewer asks besides those made up: what they can see at all, and whatever once told two worlds apart. */
export const EARLIER_FAILURES: readonly string[] = [
  '{ ownActions { what comesFrom } concerns { words addressed } workTray(of: SERVICE) { entries { __typename } } }',
  '{ episodes(first: 50) { nodes { id status child { id givenName } } } }',
  '{ episodes(first: 5) { nodes { child { interviews(first: 2) { __typename id state at { text } sentence disclosure { level withheld { field reason } } } } } } }',
  '{ briefing(authority: "northmere") { missing { child { id interviews { __typename } locating { placesStayed } } } notices { text } } }',
];
