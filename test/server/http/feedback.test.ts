/** Issues, rounds and commitments through the running server: who tells what to whom, and what a restart leaves. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readTold } from '../../../shared/board/closing.ts';
import {
  addCommitment,
  commitmentText,
  deleteCommitment,
  readCommitments,
  setWhen,
} from '../../../shared/board/commitments.ts';
import { addGift, giftText, readGifts } from '../../../shared/board/feedback.ts';
import { addNotes } from '../../../shared/board/notes.ts';
import { rewriteText, textAt } from '../../../shared/board/texts.ts';
import { addTheme, mergeThemes } from '../../../shared/board/themes.ts';
import type { CallRequest, RoundRequest } from '../../../shared/call-api.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import { type BoardId, type EntryId, newEntryId, newNoteId, newThemeId, type ThemeId } from '../../../shared/ids.ts';
import { issueAnswer, shownCommitmentsAnswer, suggestionsAnswer } from '../../../shared/page-api.ts';
import type { GiftKind } from '../../../shared/template/feedback.ts';
import {
  boardOf,
  createCohort,
  type Follower,
  follow,
  join,
  ok,
  type RunningApp,
  startRunningApp,
  until,
  whyOf,
} from '../../kit/running-app.ts';

let app: RunningApp;
const open: Follower[] = [];
beforeAll(async () => {
  app = await startRunningApp();
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => app.close());

/** A call in the phase of choosing: Ana and Luis of two organisations that will be peers, Zoe of a third that will not. */
async function scene() {
  const made = await createCohort(app, { organisations: ['Casa Añasco', 'Red de Huertos', 'La Mesa Larga'] });
  const [casa, red, mesa] = made.cohort.organisations;
  if (!casa || !red || !mesa) throw new Error('three organisations');
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const ana = await join(app, made.links.participation, 'Ana', casa.id);
  const luis = await join(app, made.links.participation, 'Luis', red.id);
  const zoe = await join(app, made.links.participation, 'Zoe', mesa.id);
  const conduct = async (body: CallRequest): Promise<void> => {
    const answer = await app.ask('POST', `/api/cohorts/${made.cohort.id}/call`, { token: facilitator.token, body });
    expect(answer.status).toBe(200);
  };
  const round = async (token: string, body: RoundRequest): Promise<void> => {
    const answer = await app.ask('POST', `/api/cohorts/${made.cohort.id}/groups/g1/round`, { token, body });
    expect(answer.status).toBe(200);
  };
  await conduct({ do: 'start' });
  await conduct({ do: 'go', phase: 'issue' });
  const board = await boardOf(app, ana.token, 'feedback', casa.id);
  const at = async (token: string, id: BoardId): Promise<Follower> => {
    const [follower, watcher] = [await follow(app, token, id), await follow(app, token, id)];
    open.push(follower, watcher);
    watchers.set(follower, watcher);
    return follower;
  };
  const cohort = await at(facilitator.token, made.cohort.id);
  const choose = (token: string, on: boolean, theme: ThemeId | null = null) =>
    app.ask('POST', `/api/boards/${board}/issue`, { token, body: { on, theme } });
  const tell = (token: string, commitments: readonly string[], on = true) =>
    app.ask('POST', `/api/boards/${board}/commitments`, { token, body: { commitments, on } });
  return { made, casa, red, facilitator, ana, luis, zoe, conduct, round, board, at, cohort, choose, tell };
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** Who watches each board beside its writer: what one of them has, the server has. */
const watchers = new Map<Follower, Follower>();

/** Resolves once the server has it. */
async function write(follower: Follower, change: (doc: Follower['doc']) => void): Promise<void> {
  change(follower.doc);
  const stateOf = ({ doc }: Follower): string => Y.encodeStateVector(doc).join();
  const watcher = watchers.get(follower);
  await until(() => watcher !== undefined && stateOf(watcher) === stateOf(follower), 'the change to arrive');
}
const say = (doc: Follower['doc'], key: string, text: string): void => {
  const found = textAt(doc, key);
  if (found) rewriteText({ doc, origin: null }, found, text);
};

async function peersPhase({ conduct, casa, red }: Scene): Promise<void> {
  await conduct({ do: 'groups', groups: [[casa.id, red.id]] });
  await conduct({ do: 'go', phase: 'peers' });
}

it('tells the cohort an issue as it reads, anew after a change, and takes it back', async () => {
  const { at, ana, board, cohort, choose } = await scene();
  expect(whyOf(await choose(ana.token, true))).toBe('nothing-to-share');
  const own = await at(ana.token, board);
  await write(own, (doc) => say(doc, 'issue', '  Falta de personal '));
  await write(own, (doc) => say(doc, 'context', 'Esto se queda aquí'));
  expect(ok(await choose(ana.token, true), issueAnswer).issue?.title).toBe('Falta de personal');
  const issues = () => readCohort(cohort.doc).issues.map(({ title }) => title);
  await until(() => issues().includes('Falta de personal'), 'the issue to be known');
  await write(own, (doc) => say(doc, 'issue', 'Falta de relevo'));
  expect(issues()).toEqual(['Falta de personal']);
  expect(ok(await choose(ana.token, true), issueAnswer).issue?.title).toBe('Falta de relevo');
  await until(() => issues()[0] === 'Falta de relevo', 'the new issue');
  expect(JSON.stringify(cohort.doc.toJSON())).not.toContain('Esto se queda aquí');
  expect(ok(await choose(ana.token, false), issueAnswer).issue).toBeNull();
  await until(() => issues().length === 0, 'no issue');
});

it('suggests the themes that hold notes of the organisation, and follows a theme that was merged', async () => {
  const { at, ana, luis, facilitator, board, casa, red, choose } = await scene();
  const group = await at(facilitator.token, await boardOf(app, facilitator.token, 'group-iceberg'));
  const [relevo, fondos, otro] = [newThemeId(), newThemeId(), newThemeId()];
  await write(group, (doc) => {
    const w = { doc, origin: null };
    const note = (organisation: typeof casa.id) => ({
      id: newNoteId(),
      text: 'x',
      pos: [0, 0] as const,
      createdAt: 1,
      organisation,
    });
    const [a, b, c, d] = [note(casa.id), note(casa.id), note(casa.id), note(red.id)];
    addNotes(w, [a, b, c, d]);
    addTheme(w, { id: fondos, title: 'Fondos', createdAt: 1 }, [a.id]);
    addTheme(w, { id: relevo, title: 'Relevo', createdAt: 1 }, [b.id, c.id]);
    addTheme(w, { id: otro, title: 'De otra gente', createdAt: 1 }, [d.id]);
  });
  const suggested = async (token: string) => app.ask('GET', `/api/boards/${board}/issue-suggestions`, { token });
  const { themes } = ok(await suggested(ana.token), suggestionsAnswer);
  expect(themes.map(({ title }) => title)).toEqual(['Relevo', 'Fondos']);
  expect(whyOf(await suggested(luis.token))).toBe('no-right');
  await write(await at(ana.token, board), (doc) => say(doc, 'issue', 'Fondos'));
  await write(group, (doc) => mergeThemes({ doc, origin: null }, relevo, [fondos]));
  expect(ok(await choose(ana.token, true, fondos), issueAnswer).issue?.theme).toBe(relevo);
});

it('lets only the organisation itself act for its issue and commitments, even while peers may write', async () => {
  const made = await scene();
  const { ana, luis, zoe, board, at, round, choose, tell } = made;
  const own = await at(ana.token, board);
  const id = newEntryId();
  await write(own, (doc) => {
    say(doc, 'issue', 'Falta de personal');
    addCommitment({ doc, origin: null }, { id, createdAt: 1, session: 1 });
    commitmentText(doc, id, 'what')?.insert(0, 'Nombrar portavoz');
  });
  await peersPhase(made);
  await round(ana.token, { do: 'start' });
  await round(luis.token, { do: 'next' });
  for (const { token } of [luis, zoe]) {
    expect(whyOf(await choose(token, true))).toBe('no-right');
    expect(whyOf(await tell(token, [id]))).toBe('no-right');
    const progress = await app.ask('PUT', `/api/boards/${board}/commitments/${id}`, { token, body: { done: 'done' } });
    expect(whyOf(progress)).toBe('no-right');
  }
  await round(ana.token, { do: 'next' });
  expect(whyOf(await choose(ana.token, true))).toBe('no-right');
});

it('shows in the closing what the team chooses, as it reads then, and how it went', async () => {
  const { made, ana, board, at, tell, facilitator, casa } = await scene();
  const own = await at(ana.token, board);
  const closing = await at(facilitator.token, await boardOf(app, facilitator.token, 'closing'));
  const [first, blank] = [newEntryId(), newEntryId()];
  await write(own, (doc) => {
    const w = { doc, origin: null };
    for (const id of [first, blank]) addCommitment(w, { id, createdAt: 1, session: 1 });
    commitmentText(doc, first, 'what')?.insert(0, 'Nombrar portavoz');
    commitmentText(doc, first, 'who')?.insert(0, 'Brunilda');
    setWhen(w, first, '2026-12-07');
  });
  expect(whyOf(await tell(ana.token, [blank]))).toBe('nothing-to-share');
  expect(ok(await tell(ana.token, [first, blank]), shownCommitmentsAnswer).shown).toEqual([first]);
  const told = () => readTold(closing.doc);
  await until(() => told().length === 1, 'the commitment in the closing');
  expect(told()).toMatchObject([
    {
      board,
      id: first,
      organisation: casa.id,
      what: 'Nombrar portavoz',
      who: 'Brunilda',
      when: '2026-12-07',
      done: 'open',
    },
  ]);
  await until(() => readCommitments(own.doc).some(({ shown }) => shown === 'yes'), 'the mark on the source');
  await write(own, (doc) => commitmentText(doc, first, 'who')?.insert(8, ' Osorio'));
  expect(readCommitments(own.doc).find(({ id }) => id === first)?.shown).toBe('stale');
  expect(told()[0]?.who).toBe('Brunilda');
  // What it asks for is read with it.
  await tell(ana.token, [first]);
  await until(() => readCommitments(own.doc).some(({ shown }) => shown === 'yes'), 'the mark anew');
  await write(own, (doc) => commitmentText(doc, first, 'support')?.insert(0, 'Una plantilla '));
  expect(readCommitments(own.doc).find(({ id }) => id === first)?.shown).toBe('stale');
  await tell(ana.token, [first]);
  await until(() => told()[0]?.support === 'Una plantilla', 'the support');
  const minutes = await app.ask('GET', `/api/cohorts/${made.cohort.id}/outputs/minutes`, { token: ana.token });
  expect(String(minutes.body)).toContain('<td>7 de diciembre de 2026</td><td>Una plantilla</td><td>1</td>');
  const progress = { token: ana.token, body: { done: 'done' } };
  expect((await app.ask('PUT', `/api/boards/${board}/commitments/${first}`, progress)).status).toBe(204);
  await until(() => told()[0]?.done === 'done', 'how it went');
  expect(ok(await tell(ana.token, [first], false), shownCommitmentsAnswer).shown).toEqual([]);
  await until(() => told().length === 0, 'the closing without it');
});

it('marks how a commitment goes while the board or the closing has it, and refuses one that neither has', async () => {
  const { ana, board, at, tell, facilitator } = await scene();
  const own = await at(ana.token, board);
  const closing = await at(facilitator.token, await boardOf(app, facilitator.token, 'closing'));
  const [kept, deleted] = [newEntryId(), newEntryId()];
  await write(own, (doc) => {
    for (const id of [kept, deleted]) {
      addCommitment({ doc, origin: null }, { id, createdAt: 1, session: 1 });
      commitmentText(doc, id, 'what')?.insert(0, 'Nombrar portavoz');
    }
  });
  const mark = async (id: EntryId, done: string) =>
    whyOf(await app.ask('PUT', `/api/boards/${board}/commitments/${id}`, { token: ana.token, body: { done } }));
  expect(await mark(newEntryId(), 'done')).toBe('commitment-unknown');
  expect(await mark(kept, 'underway')).toBeNull();
  await tell(ana.token, [deleted]);
  await write(own, (doc) => deleteCommitment({ doc, origin: null }, deleted, Date.now()));
  expect(await mark(deleted, 'done')).toBeNull();
  await until(() => readTold(closing.doc)[0]?.done === 'done', 'how it went');
  await tell(ana.token, [deleted], false);
  expect(await mark(deleted, 'dropped')).toBe('commitment-unknown');
});

const give = (follower: Follower, kind: GiftKind, text: string, of: Scene['luis']): EntryId => {
  const id = newEntryId();
  const { doc } = follower;
  const { organisation } = of.person;
  addGift({ doc, origin: null }, { id, kind, author: of.person.id, organisation, createdAt: Date.now() });
  giftText(doc, id)?.insert(0, text);
  return id;
};

it('loses no contribution, step or clock when the server goes in the middle of a round', async () => {
  const made = await scene();
  const { ana, luis, board, at, round, cohort } = made;
  await peersPhase(made);
  await round(ana.token, { do: 'start' });
  await round(ana.token, { do: 'next' });
  await round(luis.token, { do: 'next' });
  const own = await at(ana.token, board);
  const peer = await at(luis.token, board);
  give(peer, 'idea', 'Un solo canal', luis);
  await until(() => readGifts(own.doc).length === 1, 'the first contribution');
  const before = () => readCohort(cohort.doc).call.groups;
  const [group] = before();
  expect(group?.round).toMatchObject({ presenter: 0, step: 2 });
  peer.provider.disconnect();
  give(peer, 'experience', 'Minuta en foto', luis);
  give(peer, 'contact', 'Brunilda', luis);
  await app.restart();
  peer.provider.connect();
  await until(() => readGifts(own.doc).length === 3, 'what was written meanwhile');
  const there = readGifts(own.doc);
  expect(there.map(({ text }) => text).sort()).toEqual(['Brunilda', 'Minuta en foto', 'Un solo canal']);
  expect(there.every(({ organisation }) => organisation === luis.person.organisation)).toBe(true);
  const after = await at(luis.token, made.made.cohort.id);
  expect(readCohort(after.doc).call.groups).toEqual([group]);
  await round(luis.token, { do: 'next' });
});

it('takes nothing from the presenter while the peers offer', async () => {
  const made = await scene();
  const { ana, luis, board, at, round } = made;
  const own = await at(ana.token, board);
  await write(own, (doc) => say(doc, 'issue', 'Falta de personal'));
  await peersPhase(made);
  const peer = await at(luis.token, board);
  await round(ana.token, { do: 'start' });
  await round(ana.token, { do: 'next' });
  await round(ana.token, { do: 'next' });
  say(own.doc, 'takeaway', 'No debe llegar');
  give(peer, 'idea', 'Un solo canal', luis);
  await until(() => readGifts(own.doc).length === 1, 'the contribution');
  const fresh = await at(luis.token, board);
  expect(textAt(fresh.doc, 'takeaway')?.toString()).toBe('');
  expect(readGifts(fresh.doc)).toHaveLength(1);
});
