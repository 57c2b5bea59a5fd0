// A process of its own that reads every sample of an adapter in a watched world and prints what came of it: a process
// keeps the time zone it started in, and what it takes from the world is seen in no other way.
import { watchedWorld } from './watched-world.ts';

const [door = '', folder = '', now = '0'] = process.argv.slice(2);
const world = watchedWorld(Number(now));
// Loaded only now: what an adapter keeps hold of while it is loaded is watched too.
const { loadSubject } = await import('./samples.ts');
const { tryFiles } = await import('./try-bytes.ts');
const subject = await loadSubject({ door, samples: folder });
const outcomes = world.watch(() => subject.samples.map(({ name, files }) => [name, tryFiles(subject, files).outcome] as const));
process.stdout.write(JSON.stringify({ outcomes, touched: [...world.touched] }));
