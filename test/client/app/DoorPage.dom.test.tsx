/** A link says for whom it is before anybody joins with it. */
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import DoorPage from '../../../client/app/DoorPage.tsx';
import { newCohortId, newOrgId } from '../../../shared/ids.ts';
import { answerWith, type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { textIn } from '../../kit/pages/words.ts';

const ORGANISATION = { id: newOrgId(), name: 'Casa Añasco', acronym: 'CA' };
const COHORT = {
  id: newCohortId(),
  name: 'Marea',
  date: '2026-12-02',
  time: '09:30',
  language: 'es',
  boardPer: 'organisation',
  organisations: [ORGANISATION],
};
let drawn: DrawnPage;
afterEach(() => {
  drawn.close();
  vi.unstubAllGlobals();
});

async function open(role: 'facilitator' | 'participant', door: 'facilitate' | 'join'): Promise<void> {
  answerWith(() => ({ role, cohort: COHORT }));
  history.replaceState(null, '', `/${door === 'join' ? 'unirse' : 'facilitar'}#BCDFGHJKLMNPQRSTVWXYZ`);
  drawn = drawPage(<DoorPage door={door} />);
  await vi.waitFor(async () => {
    await act(async () => undefined);
    expect(drawn.count('.join')).toBe(1);
  });
}

it('says that the link of facilitation is for who facilitates, and leads to the code', async () => {
  await open('facilitator', 'facilitate');
  expect(drawn.text()).toContain(textIn('es', 'pages.door.forFacilitation'));
  await drawn.press(drawn.named('a', textIn('es', 'pages.door.typeTheCode')));
  expect(location.pathname).toBe('/unirse');
  expect(drawn.text()).toContain(textIn('es', 'pages.door.codeLead'));
  expect(drawn.count('.join')).toBe(0);
});

it('says nothing of that to who takes part', async () => {
  await open('participant', 'join');
  expect(drawn.text()).not.toContain(textIn('es', 'pages.door.forFacilitation'));
});

it('says that the organisation somebody chose was removed meanwhile, and shows the list as it is now', async () => {
  const left = { ...ORGANISATION, id: newOrgId(), name: 'Red de Huertos' };
  await open('participant', 'join');
  answerWith(({ path }) =>
    path === '/api/sessions'
      ? { why: 'organisation-unknown' }
      : { role: 'participant', cohort: { ...COHORT, organisations: [left] } },
  );
  drawn.type(drawn.named('input', textIn('es', 'pages.door.name')), 'Ana');
  const list = drawn.page.querySelector('select') as HTMLSelectElement;
  act(() => {
    list.value = ORGANISATION.id;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await drawn.press(drawn.named('button', textIn('es', 'pages.door.enter')));
  await vi.waitFor(async () => {
    await act(async () => undefined);
    expect([...list.options].map(({ text }) => text)).toEqual([textIn('es', 'pages.door.choose'), 'Red de Huertos']);
  });
  expect(drawn.text()).toContain(textIn('es', 'pages.door.organisationGone'));
  expect(list.value).toBe('');
});
