/** Whoever loads the page again right after creating is at what they made, and no secret is in the address or the history. */
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import CreatePage from '../../../client/app/CreatePage.tsx';
import { ATTEMPT_HEADER } from '../../../shared/api.ts';
import { newCohortId, newOrgId, newPersonId } from '../../../shared/ids.ts';
import { answerWith, type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { textIn } from '../../kit/pages/words.ts';
import '../../kit/dialogs.ts';

const SECRET = 'BCDFGHJKLMNPQRSTVWXYZ123';
const cohort = {
  id: newCohortId(),
  name: 'Marea Adentro',
  date: '2026-12-02',
  time: '',
  language: 'es',
  boardPer: 'organisation',
  themesOpen: false,
  rehearsal: false,
  organisations: [{ id: newOrgId(), name: 'Casa Añasco', acronym: 'CA', order: 0, letIn: false }],
};
const link = (way: string): string => `http://localhost:3000/${way}#${SECRET}`;
const links = {
  facilitation: link('facilitar'),
  participation: link('unirse'),
  viewing: link('observar'),
  projection: link('sala'),
};
const person = { id: newPersonId(), name: 'Maribel', role: 'facilitator', organisation: null };
const given = { cohort, links, code: 'BCDF-2345' };

let drawn: DrawnPage;
afterEach(() => {
  drawn.close();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  vi.unstubAllGlobals();
});

const title = textIn('es', 'pages.created.title', { cohort: cohort.name });
const shows = (words: string): Promise<void> =>
  vi.waitFor(async () => {
    await act(async () => undefined);
    expect(drawn.text()).toContain(words);
  });

/** Fills the form in; `seat` is what joining answers. */
async function create(seat: object): Promise<void> {
  vi.stubGlobal('scrollTo', () => undefined);
  answerWith(({ path }) => {
    if (path === '/api/cohorts') return given;
    return path === '/api/sessions' ? seat : { person, boards: [], ...given };
  });
  fillIn();
  await press();
  await shows(title);
}
const press = () => drawn.press(drawn.named('button', textIn('es', 'pages.create.submit')));

function fillIn(): void {
  history.replaceState(null, '', '/nueva');
  drawn = drawPage(<CreatePage />);
  const fill = (label: Parameters<typeof textIn>[1], text: string, kind = 'input'): void =>
    drawn.type(drawn.named(kind, textIn('es', label)), text);
  fill('pages.create.name', cohort.name);
  fill('pages.create.yourName', 'Maribel');
  fill('pages.create.date', cohort.date);
  fill('pages.create.organisations', 'Casa Añasco', 'textarea');
}
const loadAgain = (): void => {
  drawn.close();
  drawn = drawPage(<CreatePage />);
};

it('shows the links again after the page was loaded again', async () => {
  await create({ token: 'a'.repeat(32), person, returning: false, ...given });
  loadAgain();
  await shows(title);
  expect(drawn.count('form')).toBe(0);
  expect(drawn.named('input', textIn('es', 'pages.links.participation'))).toHaveProperty('value', links.participation);
  expect([location.pathname, location.hash, JSON.stringify(history.state)]).toEqual([
    '/nueva',
    '',
    JSON.stringify({ made: cohort.id }),
  ]);
});

it('is the form for whoever comes anew, and where there is no seat', async () => {
  await create({ token: 'a'.repeat(32), person, returning: false, ...given });
  const made: unknown = history.state;
  history.replaceState(null, '', '/nueva');
  loadAgain();
  await shows(textIn('es', 'pages.create.lead'));
  history.replaceState(made, '', '/nueva');
  localStorage.clear();
  loadAgain();
  await shows(textIn('es', 'pages.create.lead'));
  expect(drawn.text()).not.toContain(title);
});

it('shows the links at once also where the seat could not be taken', async () => {
  await create({ why: 'too-many-joins' });
  expect([drawn.count('form'), history.state]).toEqual([0, null]);
});

it('stays where the words are when the answer is lost, and asks again with the same key', async () => {
  const scrolled = vi.fn();
  vi.stubGlobal('scrollTo', scrolled);
  const keys: unknown[] = [];
  vi.stubGlobal('fetch', async (path: string, { headers }: { headers: Record<string, string> }) => {
    if (path === '/api/cohorts') keys.push(headers[ATTEMPT_HEADER]);
    if (keys.length === 1) throw new TypeError('nobody answered');
    return Response.json(
      path === '/api/cohorts' ? given : { token: 'a'.repeat(32), returning: false, person, ...given },
    );
  });
  fillIn();
  await press();
  await shows(textIn('es', 'errors.offline'));
  expect(scrolled).not.toHaveBeenCalled();
  await press();
  await shows(title);
  expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
});
