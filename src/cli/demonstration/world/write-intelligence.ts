import { DAY, HOUR } from '../../../domain/interval/durations.ts';
import type { DemonstrationDocument } from '../demonstration-document.ts';
import { gradedC, gradedP, reportFile, type IntelligenceStory } from '../intelligence-report.ts';
import type { XmlTree } from '../xml-text.ts';
import { chanceOf } from './chance.ts';
import { personId } from './write-police.ts';
import type { World, WorldChild, WorldEpisode } from './world.ts';

/** What bureaus hear, each with how it may travel; the last has nothing made fit for others. */
const HEARD: readonly [Heard, ...Heard[]] = [
  { said: { Topic: 'Location', Urgency: 'Urgent', Area: 'southvale', Content: 'Is staying with others at 5 Invented Yard.', SanitisedText: 'May be by Invented Yard in Southvale.' }, grade: gradedP('2', 'B') },
  { said: { Topic: 'Hot spot', Urgency: 'Routine', Area: 'northmere', Content: 'Young people meet at Nowhere bus station after ten.', SanitisedText: 'Nowhere bus station is a place to look.' }, grade: gradedP('1', 'A') },
  { said: { Topic: 'Online', Urgency: 'Routine', Content: 'Somebody who says he is sixteen writes every night.', SanitisedText: 'An unknown person writes to the child.' }, grade: gradedC(gradedP('2', 'C'), 'For the social worker’s authority alone.', ['E99000001', 'E99000002']) },
  { said: { Topic: 'Associate', Urgency: 'Routine', Content: 'Carries parcels for an invented cousin.' }, grade: gradedP('3', 'D') },
];
interface Heard {
  readonly said: XmlTree;
  readonly grade: XmlTree;
}

/** Mereshire's bureau on every twelfth child, once the force had the report: those who are missing now are among them. */
export function writeIntelligence(world: World): DemonstrationDocument[] {
  const stories = world.children.filter(({ number }) => number % 12 === 1).flatMap((child) => child.episodes.slice(-1).flatMap((episode) => storyOf(world, child, episode)));
  return stories.map((story) => reportFile(story));
}

/** Two hours after the child was gone, or what has been heard by now. */
function storyOf({ seed, now }: World, child: WorldChild, { misper, from }: WorldEpisode): IntelligenceStory[] {
  const sentAt = from + 2 * HOUR;
  if (misper === null || sentAt > now || from < now - 60 * DAY) {
    return [];
  }
  const { said, grade } = chanceOf(`${seed} heard ${String(child.number)}`).pick(HEARD);
  const { givenName: GivenName, familyName: Surname, birthAtPolice: DateOfBirth } = child;
  const reference = `MI-W${String(child.number).padStart(5, '0')}`;
  return [{ system: 'mereshire-bureau', act: 'REPORT', reference, sentAt, child: { PersonId: personId(child), MisperId: misper, GivenName, Surname, DateOfBirth }, said, grade, source: 'Somebody who does not want to be named.' }];
}
