/** How much may be open, and how long anything may take. */
export interface LiveLimits {
  /** Open at once of one person, over all their connections; and in the whole process. */
  readonly ofOnePerson: number;
  readonly ofAll: number;
  /** Connections that have not said who they are, and those that have, in the whole process. */
  readonly sockets: number;
  /** The longest message a client sends, in bytes. */
  readonly messageBytes: number;
  /** How long a client has to say who it is, to take what it is sent, and between two signs of life. Milliseconds. */
  readonly initMs: number;
  readonly slowMs: number;
  readonly beatMs: number;
  /** At least as often it is asked whether whoever follows still may. */
  readonly standingMs: number;
}

export const LIVE_LIMITS: LiveLimits = {
  ofOnePerson: 20,
  ofAll: 1000,
  sockets: 1000,
  messageBytes: 100 * 1024,
  initMs: 5000,
  slowMs: 15_000,
  beatMs: 12_000,
  standingMs: 10_000,
};
