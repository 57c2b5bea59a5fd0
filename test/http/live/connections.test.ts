import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { aChild, anEpisode, put } from '../../gate/a-world.ts';
import { AnEar } from '../../leaks/an-ear.ts';
import { aHub, aHubWithChildren, type AHub } from '../a-hub.ts';

const STANDING = { responsible: ['northmere'], forces: ['mereshire-police'], providers: ['larkfield'], missingNow: 'YES' } as const;
const FOLLOW = 'subscription E($id: ID!) { episodeChanged(episode: $id) { risk circumstances } }';
/** More than the buffers between two ends of a connection hold. */
const MUCH = 24 * 1024 * 1024;

const open: WebSocket[] = [];
afterEach(() => {
  open.splice(0).forEach((socket) => { socket.terminate(); });
});

function connect({ url }: Pick<AHub, 'url'>, options: { readonly autoPong?: boolean } = {}): WebSocket {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options);
  open.push(socket.on('error', () => undefined));
  return socket;
}

describe('the connections of all', () => {
  let hub: AHub;
  beforeAll(async () => {
    hub = await aHub({ live: { sockets: 2 } });
  });
  afterAll(() => hub.close());

  it('are no more than may be; whoever comes then is told to come later, and is let in once one is gone', async () => {
    const [first, second] = [connect(hub), connect(hub)];
    await Promise.all([once(first, 'open'), once(second, 'open')]);
    const third = connect(hub);
    const [, answer] = (await once(third, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(answer.statusCode).toBe(503);
    first.close();
    await once(first, 'close');
    await expect(letIn(hub)).resolves.toBe(true);
    expect(second.readyState).toBe(WebSocket.OPEN);
  });
});

/** The hub may hear of the end a moment after who ended it. */
async function letIn(hub: AHub): Promise<boolean> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const socket = connect(hub);
    const came = await Promise.race([once(socket, 'open').then(() => true), once(socket, 'unexpected-response').then(() => false)]);
    if (came) {
      return true;
    }
    await sleep(20);
  }
  return false;
}

describe('a sign of life', () => {
  let hub: AHub;
  beforeAll(async () => {
    hub = await aHub({ live: { beatMs: 100, initMs: 60_000 } });
  });
  afterAll(() => hub.close());

  it('is asked for, and who gives none is gone, while who gives them stays', async () => {
    const [lively, quiet] = [connect(hub), connect(hub, { autoPong: false })];
    const [code] = (await once(quiet, 'close')) as [number];
    expect(code).toBe(1006);
    for (let heard = 0; heard < 4; heard += 1) {
      await once(lively, 'ping');
    }
    expect(lively.readyState).toBe(WebSocket.OPEN);
  });
});

describe('who does not take what they are told', () => {
  const ear = new AnEar();
  const [child, id] = [randomUUID(), randomUUID()];
  let hub: Awaited<ReturnType<typeof aHubWithChildren>>;
  beforeAll(async () => {
    hub = await aHubWithChildren({ hearing: ear, live: { slowMs: 500 } });
    await put(hub.world, [aChild({ id: child, standing: STANDING }), anEpisode({ id, child, standing: STANDING })]);
  });
  afterAll(() => hub.close());

  const heardBy = async (socket: WebSocket, type: string): Promise<void> => {
    for (;;) {
      const [data] = (await once(socket, 'message')) as [Buffer];
      if ((JSON.parse(data.toString()) as { type: string }).type === type) {
        return;
      }
    }
  };
  const follow = async (as: string): Promise<WebSocket> => {
    const socket = connect(hub);
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${as}` } }));
    await heardBy(socket, 'connection_ack');
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: FOLLOW, variables: { id } } }));
    await heardBy(socket, 'next');
    return socket;
  };

  it('in time is dropped, and nobody hears for them any more; others are told on', async () => {
    const slow = await follow('coordinator@northmere');
    const ears = ear.ears;
    // Who is not told of the circumstances.
    const other = await follow('provider@larkfield');
    expect(ear.ears).toBe(2 * ears);
    slow.pause();
    await hub.world.client.query('update episode_circumstances set circumstances = $1 where id = $2', ['x'.repeat(MUCH), id]);
    await ear.say({ kind: 'PICTURE', children: [child] }, 2);
    for (const deadline = Date.now() + 20_000; ear.ears > ears && Date.now() < deadline; ) {
      await sleep(20);
    }
    expect(ear.ears).toBe(ears);
    const gone = once(slow, 'close');
    slow.resume();
    await gone;
    const told = heardBy(other, 'next');
    await hub.world.client.query(`update episode set risk = 'LOW' where id = $1`, [id]);
    await ear.say({ kind: 'PICTURE', children: [child] }, 1);
    await told;
  });
});
