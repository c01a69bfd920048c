/** A whole call: everybody's parts put together and played on a stage. Knows the order of things; each part is elsewhere. */
import { CLOSE } from '../../shared/protocol.ts';
import { dragBackdrop, sameNote, selectAllDelete } from './replay-board-incidents.ts';
import type { Call, Incident } from './replay-call.ts';
import { conducting } from './replay-conducting.ts';
import { type Course, type Part, play } from './replay-course.ts';
import { offline, powerCut, secondDevice } from './replay-device-incidents.ts';
import { arrange, bringBoard, makeTheme } from './replay-gathering.ts';
import { bringTwice, facilitatorReload, withdraw } from './replay-group-incidents.ts';
import { Stage } from './replay-stage.ts';
import { arrive, writeNote } from './replay-writing.ts';
import { until } from './running-app.ts';

/** Seconds from one organisation to the next, and from one theme to the next. */
const BETWEEN_BOARDS = 10;
const BETWEEN_THEMES = 30;

/** Plays the call to its end. Everybody is still there afterwards; close the stage. */
export async function replay(call: Call): Promise<Stage> {
  const stage = await Stage.open(call);
  try {
    await play(partsOf(stage));
    return stage;
  } catch (cause) {
    await stage.close();
    throw cause;
  }
}

function partsOf(stage: Stage): Part[] {
  const { call } = stage;
  const facilitators = call.cohort.facilitators.map(({ id }) => ({ id, joinsAtMin: 0 }));
  const people = [...facilitators, ...call.organizations.flatMap((one) => one.people)];
  const notes = call.organizations.flatMap(({ iceberg }) => iceberg);
  return [
    ...people.map((one) => part(one.joinsAtMin * 60, `${one.id} joins`, arrive(stage, stage.person(one.id)))),
    ...notes.map((note) => part(note.atSec, note.id, writeNote(stage, note))),
    ...call.incidents.map((incident) => part(incident.atSec, incident.kind, courseOf(stage, incident))),
    ...conducting(stage),
    part(call.restartAt, 'restart', restart(stage)),
    ...call.organizations.map((one, i) =>
      part(call.bringAt + i * BETWEEN_BOARDS, `bringing ${one.id}`, bringBoard(stage, one)),
    ),
    ...call.expectedGroupBoard.clusters.map((cluster, i) =>
      part(call.themesAt + i * BETWEEN_THEMES, cluster.title_es, makeTheme(stage, cluster, i)),
    ),
    part(call.themesAt, 'putting themes in order', arrange(stage)),
  ];
}

const part = (at: number, what: string, course: Course): Part => ({ at, what, course });

/** Nobody does anything about it: the providers come back by themselves, people write on meanwhile. */
async function* restart(stage: Stage): Course {
  const [line] = stage.sharedLines('group');
  stage.restart();
  yield 30;
  await until(() => line?.closed.includes(CLOSE.goingAway) ?? false, 'the server to say goodbye');
}

function courseOf(stage: Stage, incident: Incident): Course {
  switch (incident.kind) {
    case 'sameNote':
      return sameNote(stage, incident);
    case 'offline':
      return offline(stage, incident);
    case 'dragBackdrop':
      return dragBackdrop(stage, incident);
    case 'powerCut':
      return powerCut(stage, incident);
    case 'selectAllDelete':
      return selectAllDelete(stage, incident);
    case 'secondDevice':
      return secondDevice(stage, incident);
    case 'bringTwice':
      return bringTwice(stage, incident);
    case 'withdraw':
      return withdraw(stage, incident);
    case 'facilitatorReload':
      return facilitatorReload(stage, incident);
  }
}
