/**
 * The main job, from creating the cohort to the downloaded files, as people do it. The steps build on one another.
 */
import { describeInBrowser } from '../kit/browser.ts';
import { itBrings } from './main-walk/bringing.ts';
import { itGathers } from './main-walk/gathering.ts';
import { itGroups } from './main-walk/grouping.ts';
import { itLeavesWithFiles } from './main-walk/leaving.ts';
import { meet } from './main-walk/meeting.ts';
import { itWrites } from './main-walk/writing.ts';

describeInBrowser('the main walk', () => {
  const meeting = meet();
  itGathers(meeting);
  itWrites(meeting);
  itBrings(meeting);
  itGroups(meeting);
  itLeavesWithFiles(meeting);
});
