import { randomUUID } from 'node:crypto';
import { aHub, ask, unused, type AHub } from '../http/a-hub.ts';

describe('explaining access', () => {
  const asked: object[] = [];
  let hub: AHub;
  let met = { found: true, bits: 1 };
  beforeAll(async () => {
    const explain = (_viewer: unknown, of: object): Promise<typeof met> => {
      asked.push(of);
      return Promise.resolve(met);
    };
    hub = await aHub({ gate: { ...unused, explain } });
  });
  beforeEach(() => {
    asked.length = 0;
    met = { found: true, bits: 1 };
  });
  afterAll(() => hub.close());
  const id = randomUUID();

  it.each([
    ['child', 'Child'],
    ['episode', 'Episode'],
    ['interview', 'ReturnInterview'],
    ['intelligence', 'IntelligenceItem'],
  ])('of one %s asks the gate which rules it meets', async (argument, family) => {
    const { data, errors } = await ask(hub, `{ explainAccess(${argument}: "${id}") { found level why wouldChange } }`);
    expect(errors).toEqual([]);
    expect(asked).toEqual([expect.objectContaining({ family, id })]);
    expect(data).toMatchObject({ explainAccess: { found: true, level: expect.any(String) as string } });
  });

  it('of what is not there and of what is hidden says the same', async () => {
    met = { found: false, bits: 0 };
    const { data } = await ask(hub, `{ explainAccess(child: "${id}") { found level wouldChange } }`);
    expect(data).toEqual({ explainAccess: { found: false, level: null, wouldChange: [] } });
  });

  it.each(['', `(child: "${id}", episode: "${id}")`, '(child: null)'])('of nothing or of two things is refused: %s', async (given) => {
    const { errors } = await ask(hub, `{ explainAccess${given} { found } }`);
    expect(errors[0]?.extensions.code).toBe('BAD_INPUT');
    expect(asked).toEqual([]);
  });
});
