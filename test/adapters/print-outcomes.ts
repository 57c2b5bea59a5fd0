/** Prints what every sample gives; run in other time zones, where it must print the same. */
import { adapters, readBytes, samplesOf } from './read-sample.ts';

const samples = (await adapters()).flatMap(samplesOf);
process.stdout.write(JSON.stringify(samples.map(({ adapter, name, bytes }) => [name, readBytes(adapter, bytes)])));
