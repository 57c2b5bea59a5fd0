import { setImmediate as turn } from 'node:timers/promises';
import { oneAtATime } from '../../src/ingest/one-at-a-time.ts';

it('a piece of work begins when the one before it has ended, and a failed one keeps nothing out', async () => {
  const inOrder = oneAtATime();
  const steps: string[] = [];
  const work = (name: string, fails = false) => async (): Promise<string> => {
    steps.push(`${name} begins`);
    await turn();
    steps.push(`${name} ends`);
    if (fails) {
      throw new TypeError(name);
    }
    return name;
  };
  const asked = [inOrder(work('first')), inOrder(work('second', true)), inOrder(work('third'))];
  expect(await Promise.allSettled(asked)).toMatchObject([{ value: 'first' }, { reason: { message: 'second' } }, { value: 'third' }]);
  expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
});
