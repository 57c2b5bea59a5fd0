import { followMany } from '../bench/subscriptions/follow-many.ts';
import { aRunningHub } from '../journeys/a-running-hub.ts';

test('rows 42, 43, 44: of many who follow at levels of their own, each is told what they are answered at that moment, and nothing where that is as before', async () => {
  const hub = await aRunningHub();
  const tell = async (message: string): Promise<void> => {
    const [taken] = await hub.deliver({ adapter: 'police-compact', as: 'mereshire-compact-client', bytes: message });
    expect(taken?.state).toBe('TAKEN');
  };
  const { deliveries, wrong, uncalled, missing } = await followMany({ url: hub.url, token: (persona) => hub.token(persona), tell }, { followers: 24, events: 20 });
  await hub.close();
  expect({ wrong, uncalled, missing }).toEqual({ wrong: 0, uncalled: 0, missing: 0 });
  expect(deliveries).toBeGreaterThan(40);
}, 120_000);
