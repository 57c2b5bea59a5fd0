/** A step of the demonstration that did not hold; its words are for whoever runs it. */
export class NotHeld extends Error {
  override readonly name = 'NotHeld';
}
