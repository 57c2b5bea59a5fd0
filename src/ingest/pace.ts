/** A turn at the writer's lock should last no longer than this, in milliseconds: everybody else waits meanwhile. */
const LONGEST = 200;
const SHORT = 125;
const LEAST = 20;
const MOST = 500;

/** How many messages a turn takes, learnt from how long turns last on this machine and with these children. */
export class Pace {
  #messages = 100;

  get messages(): number {
    return this.#messages;
  }

  /** A long turn makes the next ones shorter at once; a short full one makes them a little longer. */
  learn(turn: { readonly messages: number; readonly milliseconds: number }): void {
    if (turn.milliseconds > LONGEST) {
      this.#messages = Math.max(LEAST, Math.floor((Math.min(turn.messages, this.#messages) * SHORT) / turn.milliseconds));
    } else if (turn.milliseconds < SHORT && turn.messages >= this.#messages) {
      this.#messages = Math.min(MOST, Math.ceil(this.#messages * 1.25));
    }
  }
}
