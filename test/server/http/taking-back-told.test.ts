/** What a team told the cohort (parts of its value proposition, its issue, its commitments) it takes back at any time; nobody else does. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTold } from '../../../shared/board/closing.ts';
import { addCommitment, commitmentText, deleteCommitment, readCommitments } from '../../../shared/board/commitments.ts';
import { rewriteText, STATEMENT, textAt } from '../../../shared/board/texts.ts';
import type { CallRequest } from '../../../shared/call-api.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import { type BoardId, type EntryId, newEntryId } from '../../../shared/ids.ts';
import { at, type CallScene, callScene, type Seated } from '../../kit/call-scene.ts';
import { type Follower, follow, join, type RunningApp, startRunningApp, until, whyOf } from '../../kit/running-app.ts';

let app: RunningApp;
const open: Follower[] = [];
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(async () => {
  for (const one of open) one.close();
  await app.close();
});

interface Told {
  readonly scene: CallScene;
  readonly ana: Seated;
  readonly value: BoardId;
  readonly feedback: BoardId;
  readonly commitment: EntryId;
  readonly own: Follower;
  readonly cohort: Follower;
  readonly closing: Follower;
  /** Asks for the three, and says why each was refused, or null. */
  ask(who: Pick<Seated, 'token'>, on: boolean): Promise<(string | null)[]>;
}

/** Casa Ana has told its sentence, its issue and a commitment, and the round is in the step in which it listens. */
async function told(): Promise<Told> {
  const scene = await callScene(app, 2);
  const ana = at(scene.members, 0);
  const organisation = at(scene.organisations, 0);
  await scene.conduct({ do: 'start' });
  const [value, feedback] = [
    await scene.board(ana, 'value', organisation),
    await scene.board(ana, 'feedback', organisation),
  ];
  const follower = async (id: BoardId): Promise<Follower> => {
    const one = await follow(app, ana.token, id);
    open.push(one);
    return one;
  };
  const [sentence, own] = [await follower(value), await follower(feedback)];
  const [cohort, closing] = [await follower(scene.cohort), await follower(await scene.board(ana, 'closing'))];
  const say = ({ doc }: Follower, key: string, words: string): void => {
    const text = textAt(doc, key);
    if (text) rewriteText({ doc, origin: null }, text, words);
  };
  const commitment = newEntryId();
  say(sentence, STATEMENT, 'Logramos techo seguro');
  say(own, 'issue', 'Falta de relevo');
  addCommitment({ doc: own.doc, origin: null }, { id: commitment, createdAt: 1, session: 1 });
  commitmentText(own.doc, commitment, 'what')?.insert(0, 'Nombrar portavoz');
  const ask: Told['ask'] = async ({ token }, on) => {
    const post = async (rest: string, body: object) => whyOf(await app.ask('POST', rest, { token, body }));
    return [
      await post(`/api/boards/${value}/publish`, { parts: ['statement'], on }),
      await post(`/api/boards/${feedback}/issue`, { on, theme: null }),
      await post(`/api/boards/${feedback}/commitments`, { commitments: [commitment], on }),
    ];
  };
  await expect.poll(() => ask(ana, true)).toEqual([null, null, null]);
  return { scene, ana, value, feedback, commitment, own, cohort, closing, ask };
}

const stillTold = ({ cohort, closing }: Told): number => {
  const { gallery, issues } = readCohort(cohort.doc);
  return gallery.length + issues.length + readTold(closing.doc).length;
};

async function listens({ scene }: Told): Promise<void> {
  await scene.conduct({ do: 'groups', groups: [[...scene.organisations]] });
  await scene.conduct({ do: 'go', phase: 'peers' });
  for (const body of [{ do: 'start' }, { do: 'next' }, { do: 'next' }])
    expect((await scene.ask(scene.facilitator, 'POST', '/groups/g1/round', body)).status).toBe(200);
}

const conducted = (deed: (made: Told) => CallRequest) => async (made: Told) => {
  await made.scene.conduct(deed(made));
};
const STATES: readonly [string, (made: Told) => Promise<void>, (string | null)[]][] = [
  ['it listens to its peers', listens, [null, 'no-right', 'no-right']],
  [
    'its boards are paused',
    conducted(({ value, feedback }) => ({ do: 'pause', boards: [value, feedback], on: true })),
    ['no-right', 'no-right', 'no-right'],
  ],
  ['the session has ended', conducted(() => ({ do: 'close' })), ['no-right', 'no-right', 'no-right']],
];

it.each(STATES)('takes back while %s, and tells nothing', async (_, happens, whys) => {
  const made = await told();
  const { ana, own, ask } = made;
  await until(() => stillTold(made) === 3, 'all three to be told');
  await happens(made);
  expect(await ask(ana, true)).toEqual(whys);
  expect(await ask(ana, false)).toEqual([null, null, null]);
  await until(() => stillTold(made) === 0, 'all three to be taken back');
  await until(() => readCommitments(own.doc)[0]?.shown === 'no', 'the mark to go');
});

it('is the organisation’s alone once the session has ended', async () => {
  const made = await told();
  const { scene, ana, ask } = made;
  const organisation = at(scene.organisations, 0);
  expect((await scene.ask(ana, 'POST', '/let-in', { organisation, open: true })).status).toBeLessThan(300);
  await scene.conduct({ do: 'close' });
  const mate = await join(app, scene.links.participation, 'Rosa', organisation);
  const others = [
    at(scene.members, 1),
    scene.facilitator,
    await join(app, scene.links.viewing, 'Fondo'),
    await join(app, scene.links.projection ?? '', 'Sala'),
  ];
  const refused = ['no-right', 'no-right', 'no-right'];
  for (const who of others) expect(await ask(who, false)).toEqual(refused);
  await until(() => stillTold(made) === 3, 'nothing to change');
  expect(await ask(mate, false)).toEqual([null, null, null]);
  await until(() => stillTold(made) === 0, 'all three to be taken back');
});

it('lets no peer take back while peers may write', async () => {
  const made = await told();
  await listens(made);
  expect(await made.ask(at(made.scene.members, 1), false)).toEqual(['no-right', 'no-right', 'no-right']);
});

it('takes a deleted commitment off the closing, and its mark with it', async () => {
  const made = await told();
  const { scene, ana, own, commitment, feedback } = made;
  await until(() => stillTold(made) === 3 && readCommitments(own.doc)[0]?.shown === 'yes', 'all three to be told');
  const mate = await follow(app, ana.token, feedback);
  open.push(mate);
  deleteCommitment({ doc: own.doc, origin: null }, commitment, 5);
  await until(() => readCommitments(mate.doc).length === 0, 'the deletion to arrive');
  const body = { commitments: [commitment], on: false };
  const marked = (): unknown => own.doc.getMap('commitments').toJSON()[commitment].shown;
  await scene.conduct({ do: 'close' });
  expect(typeof marked()).toBe('string');
  await app.ask('POST', `/api/boards/${feedback}/commitments`, { token: ana.token, body });
  await until(() => readTold(made.closing.doc).length === 0 && marked() === undefined, 'copy and mark to go');
});
