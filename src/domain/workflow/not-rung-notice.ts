/** By which it is told that a phone could not be rung of an alert. Fixed words: the alert says the rest to those who may read it. */
export const NOT_RUNG_NOTICE = {
  kind: 'NOT_RUNG',
  text: 'An alert waits for an answer, and the hub could not ring the phone of whoever is to give it. Ring them yourself, and have the hub operator look at what rings them.',
} as const;
