/** The feedback page as the presenting team, a peer and facilitation use it, from the issue to the commitment. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RoomSession } from '../../../client/board/session.ts';
import FeedbackPage from '../../../client/pages/FeedbackPage.tsx';
import { addCommitment, commitmentText, readCommitments, setProgress } from '../../../shared/board/commitments.ts';
import { readGifts } from '../../../shared/board/feedback.ts';
import { rewriteText, textAt } from '../../../shared/board/texts.ts';
import { newPhase } from '../../../shared/cohort/agenda.ts';
import type { EntryId, ThemeId } from '../../../shared/ids.ts';
import { type Asked, answerWith, type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { CASA, type PageWorld, pageWorld, RED } from '../../kit/page-session.ts';

let world: PageWorld;
let asked: Asked[];
const drawn: DrawnPage[] = [];
beforeEach(() => {
  world = pageWorld('feedback');
  asked = answerWith(({ path }) => (path.endsWith('/issue-suggestions') ? { themes: [] } : { why: 'not-now' }));
});
afterEach(() => {
  for (const one of drawn.splice(0)) one.close();
  world.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function draw(session: RoomSession): Promise<DrawnPage> {
  const page = drawPage(<FeedbackPage seat={world.seatOf(session)} session={session} />);
  drawn.push(page);
  await act(async () => undefined);
  return page;
}
const phase = (kind: 'issue' | 'peers'): void =>
  act(() => world.call({ status: 'running', agenda: [newPhase(kind)], phase: kind }));
const step = (at: number | null): void => {
  const round = at === null ? null : { presenter: 0, step: at, clock: { kind: 'paused', leftMs: 61_000 } as const };
  act(() => world.call({ groups: [{ id: 'g1', organisations: [CASA, RED], round, done: false }] }));
};
const write = (key: string, words: string): void => {
  const text = textAt(world.ana.doc, key);
  if (text) act(() => rewriteText(world.ana.writer, text, words));
};
const issue = (): string => textAt(world.ana.doc, 'issue')?.toString() ?? '';

it('writes a suggested issue, and gives own words back after replacing them', async () => {
  phase('issue');
  const ana = await draw(world.ana);
  await ana.press(ana.named('button', /^Adaptación a cambios/));
  expect(issue()).toBe('Adaptación a cambios organizacionales y directivos');
  write('issue', 'Lo nuestro');
  await ana.press(ana.named('button', /^Problemas interpersonales/));
  expect(issue()).toBe('Problemas interpersonales por crecimiento rápido');
  const notice = world.ana.notice.get();
  expect(notice?.key).toBe('peers.issue.replaced');
  act(() => notice?.action?.run());
  expect(issue()).toBe('Lo nuestro');
});

it('asks for context and question before it shows examples, and folds these once an issue is chosen', async () => {
  phase('issue');
  const ana = await draw(world.ana);
  const examples = ana.named('details', /^Ideas para el asunto/) as HTMLDetailsElement;
  const fields = [...ana.page.querySelectorAll('textarea')];
  expect(fields).toHaveLength(3);
  for (const field of fields) expect(field.compareDocumentPosition(examples)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(examples.open).toBe(true);
  act(() => world.change({ issues: [{ organisation: CASA, title: 'Lo nuestro', theme: null, at: 1 }] }));
  expect(examples.open).toBe(false);
});

it('chooses an issue with its theme, without writing over own words', async () => {
  const theme = { id: 't1' as ThemeId, title: 'Relevo' };
  asked = answerWith(({ path }) =>
    path.endsWith('/issue-suggestions') ? { themes: [theme] } : { issue: { title: 'Lo nuestro', theme: 't1', at: 1 } },
  );
  phase('issue');
  const ana = await draw(world.ana);
  expect(ana.text()).toContain('La cohorte no lo ve hasta que lo escojan.');
  expect(ana.named('button', 'Escoger este asunto')).toHaveProperty('disabled', true);
  write('issue', 'Lo nuestro');
  await ana.press(ana.named('button', 'Relevo'));
  expect(issue()).toBe('Lo nuestro');
  await ana.press(ana.named('button', 'Escoger este asunto'));
  expect(asked.at(-1)?.body).toEqual({ on: true, theme: 't1' });
  act(() => world.change({ issues: [{ organisation: CASA, title: 'Lo nuestro', theme: theme.id, at: 1 }] }));
  expect(ana.text()).toContain('La cohorte ve este asunto.');
  expect(ana.text()).toContain('Quien facilita forma los grupos de pares.');
  expect(ana.text()).toContain('Ya escogieron su asunto.');
  expect(ana.text()).not.toContain('La cohorte no lo ve');
  expect(ana.count('button', 'Actualizar')).toBe(0);
  write('issue', 'Lo nuestro, mejor dicho');
  expect(ana.text()).toContain('La cohorte todavía ve: «Lo nuestro»');
  await ana.press(ana.named('button', 'Actualizar'));
  await ana.press(ana.named('button', 'Retirar'));
  expect(asked.at(-1)?.body).toMatchObject({ on: false });
});

it('lets peers ask and the presenter answer, each question with who asked it', async () => {
  phase('peers');
  step(1);
  const [ana, berta] = [await draw(world.ana), await draw(world.berta)];
  await berta.press(berta.named('button', 'Escribir una pregunta'));
  const field = berta.named('textarea', 'Su pregunta');
  berta.type(field, '¿Quién publica hoy?');
  berta.key(field, 'Enter');
  expect(document.activeElement?.textContent).toBe('Escribir una pregunta');
  expect(ana.text()).toContain('¿Quién publica hoy?RH Red de Huertos');
  expect(ana.count('button', 'Escribir una pregunta')).toBe(0);
  ana.type(ana.named('textarea', /^Respuesta en una frase/), 'Cualquiera.');
  expect(berta.text()).toContain('Cualquiera.');
  expect(berta.count('textarea')).toBe(0);
});

it('gives three kinds to give to the peers, and nothing to write to the presenter', async () => {
  phase('peers');
  step(2);
  const [ana, berta] = [await draw(world.ana), await draw(world.berta)];
  expect(ana.count('textarea')).toBe(0);
  expect(ana.text()).toContain('Ahora solo escuchan.');
  for (const kind of ['Nos funcionó', 'Idea para probar', 'Contacto o recurso']) {
    await berta.press(berta.named('fieldset button', kind));
    berta.type(berta.named('textarea', kind), `${kind}: algo`);
    await berta.press(berta.named('button', 'Listo'));
    expect(ana.text()).toContain(`${kind}: algo`);
  }
  expect(document.activeElement?.textContent).toBe('Contacto o recurso');
  expect(readGifts(world.ana.doc)).toMatchObject(
    (['experience', 'idea', 'contact'] as const).map((kind) => ({ kind, author: 'berta', organisation: RED })),
  );
});

it('tells the presenter who listens what arrived, together', async () => {
  vi.useFakeTimers();
  phase('peers');
  step(2);
  const [ana, berta] = [await draw(world.ana), await draw(world.berta)];
  for (const words of ['Un canal', 'Minuta en foto']) {
    await berta.press(berta.named('fieldset button', 'Idea para probar'));
    berta.type(berta.named('textarea', 'Idea para probar'), words);
    await berta.press(berta.named('button', 'Listo'));
  }
  act(() => vi.advanceTimersByTime(4_000));
  expect([...ana.page.querySelectorAll('[aria-live]')].map((one) => one.textContent)).toContain('2 aportes nuevos');
  expect([...berta.page.querySelectorAll('[aria-live]')].map((one) => one.textContent)).toContain('Enviado');
});

it('lays on a phone what is worked on first, and beside the takeaway what it is taken from', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  phase('peers');
  step(3);
  const ana = await draw(world.ana);
  const blocks = () => [...ana.page.querySelectorAll<HTMLElement>('[data-block]')].map((one) => one.dataset.block);
  expect(blocks()).toEqual(['takeaway', 'gifts', 'asks', 'questions', 'commitments']);
  step(4);
  expect(blocks()).toEqual(['commitments', 'asks', 'questions', 'gifts', 'takeaway']);
});

it('leaves nothing of what was not written, and gives back what was deleted', async () => {
  phase('peers');
  step(2);
  const [ana, berta] = [await draw(world.ana), await draw(world.berta)];
  await berta.press(berta.named('fieldset button', 'Idea para probar'));
  await berta.press(berta.named('button', 'Listo'));
  expect(readGifts(world.ana.doc)).toEqual([]);
  await berta.press(berta.named('fieldset button', 'Idea para probar'));
  berta.type(berta.named('textarea', 'Idea para probar'), 'Un canal');
  await berta.press(berta.named('button', 'Listo'));
  await berta.press(berta.named('button', 'Borrar: Un canal'));
  expect(ana.text()).not.toContain('Un canal');
  act(() => world.berta.notice.get()?.action?.run());
  expect(ana.text()).toContain('Un canal');
  expect(ana.count('button', /^(Borrar|Editar)/)).toBe(0);
});

it('keeps what a peer was writing when the step ends under the keys', async () => {
  phase('peers');
  step(3);
  step(2);
  const berta = await draw(world.berta);
  await berta.press(berta.named('fieldset button', 'Idea para probar'));
  berta.type(berta.named('textarea', 'Idea para probar'), 'Un canal');
  step(3);
  berta.type(berta.named('textarea', 'Idea para probar'), ' oficial');
  expect(berta.count('fieldset button', 'Idea para probar')).toBe(0);
  step(4);
  expect(berta.count('textarea')).toBe(0);
  expect(readGifts(world.ana.doc).map(({ text }) => text)).toEqual(['Un canal oficial']);
});

it('turns the round for the group, and tells a refusal in words', async () => {
  phase('peers');
  step(null);
  const berta = await draw(world.berta);
  await berta.press(berta.named('button', 'Empezar la ronda'));
  expect(asked.at(-1)).toMatchObject({ method: 'POST', body: { do: 'start' } });
  expect(asked.at(-1)?.path).toMatch(/\/groups\/g1\/round$/);
  expect(world.berta.notice.get()).toMatchObject({
    key: 'peers.round.failed',
    values: { why: 'Eso no se puede hacer en este momento de la sesión.' },
  });
  step(2);
  expect(berta.page.querySelector('[aria-current="step"]')?.textContent).toContain('Aportar');
  expect(berta.named('[role="timer"]', /1:01/).textContent).toBe('1:01');
  await berta.press(berta.named('button', 'Añadir 1 min'));
  expect(asked.at(-1)?.body).toEqual({ do: 'add-time', minutes: 1 });
  step(4);
  await berta.press(berta.named('button', 'Sigue Red de Huertos'));
  expect(asked.at(-1)?.body).toEqual({ do: 'next' });
});

it('gives facilitation the rounds, and nothing to write', async () => {
  phase('peers');
  step(2);
  const mari = await draw(world.mari);
  expect(mari.count('textarea')).toBe(0);
  expect(mari.count('button', 'Siguiente paso')).toBe(1);
});

it('writes a commitment with its day, and reads it at the closing when the team says so', async () => {
  asked = answerWith(() => ({ shown: [] }));
  phase('peers');
  step(4);
  const [ana, berta] = [await draw(world.ana), await draw(world.berta)];
  await ana.press(ana.named('button', 'Añadir compromiso'));
  expect(ana.count('button', 'Leer en el cierre')).toBe(0);
  expect(document.activeElement).toBe(ana.named('textarea', 'Qué'));
  ana.type(ana.named('textarea', 'Qué'), 'Nombrar portavoz');
  ana.type(ana.named('textarea', 'Quién'), 'Brunilda');
  ana.type(ana.named('input', 'Para cuándo'), '2026-12-07');
  expect(berta.text()).toContain('7 de diciembre de 2026');
  const [one] = readCommitments(world.ana.doc);
  expect(one).toMatchObject({ what: 'Nombrar portavoz', who: 'Brunilda', when: '2026-12-07', session: 1 });
  await ana.press(ana.named('button', 'Leer en el cierre'));
  expect(asked.at(-1)?.body).toEqual({ commitments: [one?.id], on: true });
});

it('asks first how the commitments of an earlier call went', async () => {
  asked = answerWith(() => null);
  const id = 'c1' as EntryId;
  addCommitment(world.ana.writer, { id, createdAt: 1, session: 1 });
  commitmentText(world.ana.doc, id, 'what')?.insert(0, 'Nombrar portavoz');
  act(() => world.call({ session: 2 }));
  phase('peers');
  step(4);
  const [ana, berta] = [await draw(world.ana), await draw(world.berta)];
  // Nobody has said anything: nothing is chosen, and nothing is shown to others.
  const pressed = () => [...ana.page.querySelectorAll('[aria-pressed=true][data-done]')].map((one) => one.textContent);
  expect(pressed()).toEqual([]);
  expect(berta.page.querySelectorAll('[data-done]')).toHaveLength(0);
  expect(ana.count('textarea', 'Qué')).toBe(0);
  await ana.press(ana.named('button', 'Hecho'));
  expect(asked.at(-1)).toMatchObject({ method: 'PUT', body: { done: 'done' } });
  expect(berta.count('button', 'Hecho')).toBe(0);
  await ana.press(ana.named('button', 'En camino'));
  expect(asked.at(-1)).toMatchObject({ method: 'PUT', body: { done: 'underway' } });
  act(() => setProgress(world.ana.writer, id, 'underway'));
  expect(pressed()).toEqual(['En camino']);
  expect(berta.text()).toContain('En camino');
});
