/** The closing as people use it: a word each, the commitments, and what is left once the session is closed. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RoomSession } from '../../../client/board/session.ts';
import { textIn } from '../../../client/i18n/text.ts';
import ClosingPage from '../../../client/pages/ClosingPage.tsx';
import { readWords, tellCommitment } from '../../../shared/board/closing.ts';
import type { Commitment } from '../../../shared/board/commitments.ts';
import { newPhase } from '../../../shared/cohort/agenda.ts';
import { type EntryId, newBoardId, type PersonId } from '../../../shared/ids.ts';
import { type Asked, answerWith, type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { CASA, type PageWorld, pageWorld, RED } from '../../kit/page-session.ts';

let world: PageWorld;
let asked: Asked[];
const drawn: DrawnPage[] = [];
beforeEach(() => {
  world = pageWorld('closing');
  asked = answerWith(() => null);
});
afterEach(() => {
  for (const one of drawn.splice(0)) one.close();
  world.close();
  vi.unstubAllGlobals();
});

function draw(session: RoomSession): DrawnPage {
  const page = drawPage(<ClosingPage seat={world.seatOf(session)} session={session} />);
  drawn.push(page);
  return page;
}
const close = (): void => act(() => world.call({ status: 'running', agenda: [newPhase('close')], phase: 'close' }));
const COMMITMENT: Commitment = {
  id: 'c1' as EntryId,
  what: 'Nombrar portavoz',
  who: 'Brunilda',
  support: '',
  when: '2026-12-07',
  createdAt: 1,
  session: 1,
  done: 'open',
  shown: 'no',
};
const submit = (page: DrawnPage): void =>
  act(
    () =>
      void page.page
        .querySelector('form')
        ?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true })),
  );

it('puts my word on everybody’s wall, where I can still change it', () => {
  close();
  const [ana, berta] = [draw(world.ana), draw(world.berta)];
  ana.type(ana.named('input', 'Mi palabra'), ' esperanza ');
  submit(ana);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Muro de palabras');
  expect(berta.named('li', /esperanza/).textContent).toBe('esperanzaCA');
  expect(berta.text()).toContain('Palabras: 1 de 2');
  ana.type(ana.named('textarea', 'Mi palabra'), 's');
  expect(readWords(world.berta.doc, 1).map(({ text }) => text)).toEqual(['esperanzas']);
  expect(berta.count('textarea')).toBe(0);
});

it('says how many letters are left when few are, before my word is on the wall and after', () => {
  close();
  const ana = draw(world.ana);
  const said = () => ana.page.querySelector('[class*="own"] [role="status"]')?.textContent;
  const words = 'Me llevo la certeza de que juntas llegamos más lejos';
  ana.type(ana.named('input', 'Mi palabra'), 'juntas');
  expect(said()).toBe('');
  ana.type(ana.named('input', 'Mi palabra'), words);
  expect(said()).toBe('Quedan 8 letras.');
  submit(ana);
  expect(said()).toBe('Quedan 8 letras.');
  ana.type(ana.named('textarea', /^Mi palabra/), '.'.repeat(7));
  expect(said()).toBe('Queda 1 letra.');
  ana.type(ana.named('textarea', /^Mi palabra/), '.');
  expect(said()).toBe('No caben más letras.');
});

it('writes the word of somebody at my table as theirs', () => {
  const pedro = {
    id: 'pedro' as PersonId,
    name: 'Pedro',
    role: 'participant',
    organisation: CASA,
    host: world.ana.me.id,
  };
  act(() => world.change({ people: [...world.cohort.get().people, { ...pedro, role: 'participant' }] }));
  close();
  const ana = draw(world.ana);
  ana.type(ana.named('input', 'La palabra de Pedro'), 'claridad');
  act(() => {
    const form = ana.named('input', 'La palabra de Pedro').closest('form');
    form?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  });
  expect(readWords(world.ana.doc, 1)).toEqual([{ person: 'pedro', organisation: CASA, text: 'claridad' }]);
});

it('takes words in the phase of the closing alone', () => {
  act(() => world.call({ status: 'running', agenda: [newPhase('peers')], phase: 'peers' }));
  const ana = draw(world.ana);
  expect(ana.count('input')).toBe(0);
  expect(ana.text()).toContain('Las palabras se escriben en la fase de cierre.');
});

it('lists commitments by organisation with their days, those of an earlier call first', async () => {
  const { writer } = world.ana;
  const board = newBoardId();
  tellCommitment(writer, board, RED, { ...COMMITMENT, id: 'c2' as EntryId, what: 'Calendario', when: '', session: 2 });
  tellCommitment(writer, board, CASA, { ...COMMITMENT, support: ' una plantilla ' });
  act(() => world.call({ session: 2 }));
  close();
  const [ana, berta] = [draw(world.ana), draw(world.berta)];
  const captions = [...ana.page.querySelectorAll('caption')].map((one) => one.textContent);
  expect(captions).toEqual(['De la sesión anterior', 'De esta sesión']);
  const rows = [...ana.page.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(rows[0]).toContain('Casa AñascoNombrar portavozApoyo que pido: una plantillaBrunilda7 de diciembre de 2026');
  expect(rows[1]).toBe('Red de HuertosCalendarioBrunildasin fecha');
  // Nobody has said how it goes.
  expect([...berta.page.querySelectorAll('tbody tr')][0]?.textContent).toMatch(/2026—$/);
  expect(ana.page.querySelectorAll('[aria-pressed=true][data-done]')).toHaveLength(0);
  await ana.press(ana.named('button', 'Hecho'));
  expect(asked.at(-1)).toMatchObject({ method: 'PUT', body: { done: 'done' } });
  expect(asked.at(-1)?.path).toBe(`/api/boards/${board}/commitments/c1`);
  expect(berta.count('button', 'Hecho')).toBe(0);
});

it('offers what there is to take home, under names people know', async () => {
  const group = { kind: 'board', name: 'tempano_marea_iceberg.json', path: `/api/boards/${world.ana.board.id}/export` };
  const report = (session: number, date: string, rest = '') => {
    const path = `/api/cohorts/c/outputs/minutes${rest}`;
    return { kind: 'minutes', name: 'acta.html', path, session, date };
  };
  const minutes = report(3, '2026-12-01');
  const kept = [report(2, '2026-11-20', '/2'), report(1, '', '/1')];
  asked = answerWith(({ path }) =>
    path.endsWith('/outputs') ? { session: 1, closed: true, files: [minutes, ...kept, group] } : { why: 'not-now' },
  );
  act(() => world.call({ status: 'closed' }));
  const ana = draw(world.ana);
  await act(async () => undefined);
  expect(ana.count('button', 'Cierre (JSON)')).toBe(1);
  // Each says of which session it is, of which day and what kind of file; of one kept without its day, the session alone.
  for (const name of ['Acta de la sesión 2 · 20 de noviembre de 2026 (HTML)', 'Acta de la sesión 1 (HTML)'])
    expect(ana.count('button', name)).toBe(1);
  await ana.press(ana.named('button', 'Acta de la sesión 3 · 1 de diciembre de 2026 (HTML)'));
  expect(asked.at(-1)?.path).toBe(minutes.path);
  expect(world.ana.notice.get()?.key).toBe('errors.not-now');
});

it('offers a team its report before the session is closed, and says why when it does not come', async () => {
  close();
  const [ana, mari] = [draw(world.ana), draw(world.mari)];
  expect(mari.count('button', 'Descargar mi informe')).toBe(0);
  asked = answerWith(() => ({ why: 'server-busy' }));
  await ana.press(ana.named('button', 'Descargar mi informe'));
  const { cohort } = world.seatOf(world.ana);
  expect(asked.at(-1)?.path).toBe(`/api/cohorts/${cohort.id}/organisations/${CASA}/report`);
  expect(ana.text()).toContain(textIn('es', 'errors.server-busy'));
  act(() => world.call({ status: 'closed' }));
  expect(ana.count('button', 'Descargar mi informe')).toBe(0);
});

it('thanks and only reads once the session is closed', () => {
  close();
  const ana = draw(world.ana);
  ana.type(ana.named('input', 'Mi palabra'), 'esperanza');
  submit(ana);
  act(() => world.call({ status: 'closed' }));
  expect(ana.text()).toContain('Gracias por lo que trajeron');
  expect(ana.count('input') + ana.count('textarea')).toBe(0);
  expect(ana.named('li', /esperanza/).dataset.mine).toBe('true');
});
