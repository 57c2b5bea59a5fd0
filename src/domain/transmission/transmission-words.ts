/** How a transmission stands, as a coordinator reads it. */
export const TRANSMISSION_STATES = {
  HELD: 'waits: nobody released it, it was withdrawn, its partner is paused, or the hub is not set up to send it',
  QUEUED: 'is to be sent as soon as its turn comes',
  SENT: 'has left, or may have; no receipt has come yet',
  ACKNOWLEDGED: 'the receiver has it, and signed that it does',
  REFUSED: 'the receiver has seen it and signed that it will not take it',
  DEAD: 'the hub gave it up; a person has to look at it',
} as const;
export type TransmissionState = keyof typeof TRANSMISSION_STATES;

/** What can happen to a transmission. */
export const TRANSMISSION_EVENTS = {
  RELEASED: 'a person, or the rule that made it, lets it go; only a person who knows of a withdrawal lifts that too',
  WITHDRAWN: 'whoever may decide says that it must not go: consent was withdrawn, or the fact was taken back',
  LEASED: 'a worker takes it for a time, and it is one try more',
  SENT: 'the gate was read for its recipient, and from here on its bytes may leave',
  TIMED_OUT: 'the try came to no end that is known: no connection, no answer, or a worker that died',
  GIVEN_UP: 'the last try that it has came to no end',
  RECEIPT_ACCEPTED: "the receiver's signed word that it has the message",
  RECEIPT_REFUSED: "the receiver's signed word that it does not take the message",
  NOT_SET_UP: 'the hub lacks what it takes to send it: a secret, a key or its own name; the operator has to mend that',
  SET_UP_ANEW: 'the hub was started anew, and may have by now what it lacked',
  PERMANENT_FAULT: 'no further try can help: the format cannot say it, or the address is not allowed',
  PAUSED: 'nothing goes to this partner for now',
  RESUMED: 'the partner is no longer paused',
  REPLAYED: 'a person looked at it and has it sent anew',
} as const;
export type TransmissionEvent = keyof typeof TRANSMISSION_EVENTS;

/** Why a transmission must not go now; it goes when none is left. */
export const HOLDS = {
  AWAITS_RELEASE: 'nobody has released it yet',
  WITHDRAWN: 'it was withdrawn',
  PAUSED: 'its partner is paused',
  NOT_SET_UP: 'the hub lacks what it takes to send it, which the operator has to mend',
} as const;
export type Hold = keyof typeof HOLDS;
